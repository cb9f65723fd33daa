import { orAborted } from '../core/abort.ts'
import type { CallJob, Delivery, Parcel, SendJob, Taken, Transport } from '../core/contracts.ts'
import { isSealDropError, SealDropError } from '../core/errors.ts'

/** One request for several files that were ready together. To a single file it is a way to send, as a transport is. */
export interface SharedRequest extends Pick<Transport, 'send'> {
  /** The others need not wait for this file. */
  leave(id: string): void
  /** What became of this file in the request, once it is over; undefined where nothing of it arrived. */
  outcome(id: string): Promise<Delivery | 'unknown' | undefined>
}

type ManyTransport = Transport & Required<Pick<Transport, 'sendMany'>>

export const takesMany = (transport: Transport): transport is ManyTransport =>
  transport.sendMany !== undefined && transport.traits.perRequest > 1

type Results = ReadonlyMap<string, Delivery | SealDropError | undefined>

/** A provider's answer that says nothing of one of the files it was sent. */
export const missingResult = (): SealDropError =>
  new SealDropError('protocol', 'The provider did not say what became of a file.', {
    outcome: 'unknown',
  })

const isDelivery = (result: unknown): result is Delivery => !(result instanceof Error)

/**
 * The request goes out when each member is sealed or has left. It runs under its own signal, which aborts when nobody
 * waits for it any more: a cancelled or paused file does not fail the others. What has to be sent again goes alone, one
 * file after the other, so that the members never take more than one of the session's `parallel` places.
 */
export const createSharedRequest = (
  members: readonly { readonly id: string; readonly signal: AbortSignal }[],
  transport: ManyTransport,
  callFor: (signal: AbortSignal, progress: CallJob['progress']) => CallJob,
): SharedRequest => {
  /** Members that are neither sealed nor have left. */
  const awaited = new Set(members.map(({ id }) => id))
  /** Members that are sealed and wait for the request to go out. */
  const joined = new Map<string, Parcel>()
  /** What each member is told of the request. */
  const jobs = new Map<string, Pick<CallJob, 'progress' | 'bodyTaken'>>()
  /** Members that went out in the request: it says their results, also to one that was paused meanwhile and goes on later. */
  const inRequest = new Set<string>()
  const controller = new AbortController()
  const flushed = Promise.withResolvers<void>()
  let waiting = 0
  let request: Promise<Results> | undefined
  let isAnswered = false
  let taken: Taken = 'no'
  /** From then on nobody needs to be told of a member that leaves. */
  const gathering = new AbortController()
  let lastAlone: Promise<unknown> = Promise.resolve()

  const sendTogether = async (parcels: readonly Parcel[]): Promise<Results> => {
    const call = callFor(controller.signal, (done, total) => {
      for (const { id, size } of parcels)
        jobs.get(id)?.progress(done >= total ? size : Math.floor((size * done) / total), size)
    })
    const bodyTaken = (now: Taken = 'yes'): void => {
      taken = now
      for (const { id } of parcels) jobs.get(id)?.bodyTaken?.(now)
    }
    try {
      const results = await transport.sendMany(parcels, { ...call, bodyTaken })
      return new Map(parcels.map(({ id }, index) => [id, results[index]]))
    } finally {
      isAnswered = true
    }
  }

  /** Sends once nobody is awaited any more. A file that is the only one left is sent by itself. */
  const flush = (): void => {
    if (awaited.size > 0) return
    if (joined.size > 1) {
      for (const id of joined.keys()) inRequest.add(id)
      request = sendTogether([...joined.values()])
      request.catch(() => {}) // members that wait get the error; where none waits, it must not count as unhandled
    }
    joined.clear()
    gathering.abort()
    flushed.resolve()
  }

  /** A moment later, the request goes out without it: whoever stops all members stops them one by one. */
  const leave = (id: string): void => {
    if (awaited.delete(id) || joined.delete(id)) queueMicrotask(flush)
  }
  for (const { id, signal } of members)
    signal.addEventListener('abort', () => leave(id), { once: true, signal: gathering.signal })

  const sendAlone = (parcel: Parcel, job: SendJob): Promise<Delivery> => {
    const own = lastAlone.then(() => {
      job.signal.throwIfAborted()
      return transport.send(parcel, job)
    })
    lastAlone = own.catch(() => {})
    return orAborted(own, job.signal)
  }

  /** The file's result, or undefined for one that was left alone. */
  const awaitShared = async (id: string, signal: AbortSignal): Promise<Delivery | undefined> => {
    waiting++
    try {
      await orAborted(flushed.promise, signal)
      if (!request) return undefined
      const result = (await orAborted(request, signal)).get(id) ?? missingResult()
      if (isDelivery(result)) return result
      throw result
    } catch (thrown) {
      if (!signal.aborted) inRequest.delete(id)
      throw thrown
    } finally {
      waiting--
      if (waiting === 0 && signal.aborted && request && !isAnswered) controller.abort()
    }
  }

  return {
    leave,
    async send(parcel, job) {
      const { id } = parcel
      jobs.set(id, job)
      const joins = awaited.delete(id)
      if (joins) joined.set(id, parcel)
      const isShared = joins || (inRequest.has(id) && !controller.signal.aborted)
      if (isShared && taken !== 'no') job.bodyTaken?.(taken)
      const result = isShared ? awaitShared(id, job.signal) : undefined
      if (joins) flush()
      return (await result) ?? sendAlone(parcel, job)
    },
    async outcome(id) {
      if (!request || !inRequest.has(id)) return undefined
      const result = await request.then(
        results => results.get(id) ?? missingResult(),
        (thrown: unknown) => thrown,
      )
      if (isDelivery(result)) return result
      // Stopped by those who left it: then nothing but what the browser took tells.
      const mayBeThere = isSealDropError(result) ? result.outcome === 'unknown' : taken !== 'no'
      return mayBeThere ? 'unknown' : undefined
    },
  }
}
