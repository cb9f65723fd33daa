import { orAborted } from '../core/abort.ts'
import type { CallJob, Delivery, Parcel, SendJob, Transport } from '../core/contracts.ts'
import { isSealDropError, SealDropError } from '../core/errors.ts'

/** Files that were ready together: a way to send, as a transport is one. */
export interface Batch extends Pick<Transport, 'send'> {
  /** The others need not wait for this one. */
  leave(id: string): void
  /** What the request they share delivers, or delivered, of this one; undefined where it does not. */
  arrived(id: string): Promise<Delivery | undefined>
}

type Carrier = Transport & Required<Pick<Transport, 'sendMany'>>

export const takesMany = (transport: Transport): transport is Carrier =>
  transport.sendMany !== undefined && transport.traits.perRequest > 1

type Results = ReadonlyMap<string, Delivery | SealDropError | undefined>

/**
 * One request for several files. It leaves when each of them is sealed or will not come, under a signal of its own, which aborts
 * when nobody waits any longer: a file that is cancelled or paused does not fail the others. What has to be sent again goes alone,
 * one after the other, so that a batch never takes more than one place on the line.
 */
export const createBatch = (
  members: readonly { readonly id: string; readonly signal: AbortSignal }[],
  transport: Carrier,
  callFor: (signal: AbortSignal, progress: CallJob['progress']) => CallJob,
): Batch => {
  const awaited = new Set(members.map(({ id }) => id))
  const aboard = new Map<string, Parcel>()
  const progress = new Map<string, CallJob['progress']>()
  /** Those the request is to say the result of; for one that is paused meanwhile it is kept. */
  const riding = new Set<string>()
  const controller = new AbortController()
  let waiting = 0
  let request: Promise<Results> | undefined
  let isOver = false
  let last: Promise<unknown> = Promise.resolve()
  let depart = (): void => {}
  const departure = new Promise<void>(resolve => {
    depart = resolve
  })

  const sendAll = async (parcels: readonly Parcel[]): Promise<Results> => {
    const job = callFor(controller.signal, (done, total) => {
      for (const { id, size } of parcels)
        progress.get(id)?.(done >= total ? size : Math.floor((size * done) / total), size)
    })
    try {
      const results = await transport.sendMany(parcels, job)
      return new Map(parcels.map(({ id }, index) => [id, results[index]]))
    } finally {
      isOver = true
    }
  }

  const departWhenWhole = (): void => {
    if (awaited.size > 0) return
    if (aboard.size > 1) {
      for (const id of aboard.keys()) riding.add(id)
      request = sendAll([...aboard.values()])
    }
    aboard.clear()
    depart()
  }

  const leave = (id: string): void => {
    if (awaited.delete(id) || aboard.delete(id)) departWhenWhole()
  }
  for (const { id, signal } of members)
    signal.addEventListener('abort', () => leave(id), { once: true })

  const sendAlone = (parcel: Parcel, job: SendJob): Promise<Delivery> => {
    const own = last.then(() => {
      job.signal.throwIfAborted()
      return transport.send(parcel, job)
    })
    last = own.catch(() => {})
    return orAborted(own, job.signal)
  }

  /** The result of the request, or undefined for one that is the only one left. */
  const ride = async (id: string, signal: AbortSignal): Promise<Delivery | undefined> => {
    waiting++
    try {
      await orAborted(departure, signal)
      if (!request) return undefined
      return read((await orAborted(request, signal)).get(id))
    } catch (thrown) {
      if (!signal.aborted) riding.delete(id)
      throw thrown
    } finally {
      waiting--
      if (waiting === 0 && signal.aborted && request && !isOver) controller.abort()
    }
  }

  return {
    leave,
    async send(parcel, job) {
      const { id } = parcel
      progress.set(id, job.progress)
      const isAwaited = awaited.delete(id)
      if (isAwaited) aboard.set(id, parcel)
      const isRiding = isAwaited || (riding.has(id) && !controller.signal.aborted)
      const ridden = isRiding ? ride(id, job.signal) : undefined
      if (isAwaited) departWhenWhole()
      return (await ridden) ?? sendAlone(parcel, job)
    },
    async arrived(id) {
      const results = riding.has(id) ? await request?.catch(() => undefined) : undefined
      const result = results?.get(id)
      return result && !isSealDropError(result) ? result : undefined
    },
  }
}

const read = (result: Delivery | SealDropError | undefined): Delivery => {
  if (result && !isSealDropError(result)) return result
  const error = new SealDropError('protocol', 'The provider did not say what became of a file.', {
    outcome: 'unknown',
  })
  throw result ?? error
}
