import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { FileState, Json, Parcel, SendJob, Transport } from '../../src/core/contracts.ts'
import { SealDropError } from '../../src/core/errors.ts'
import { didww } from '../../src/providers/didww/transport.ts'
import { startSandbox } from '../contract-tools.ts'
import {
  countUploads,
  isDelivered,
  pdfOf,
  type Sandbox,
  stagesForEachTest,
} from './session-tools.ts'
import { failureOf } from './transport.ts'

let sandbox: Sandbox
const open = stagesForEachTest()

beforeAll(async () => {
  sandbox = await startSandbox('didww', { modulusLength: 2048 })
})
beforeEach(() => sandbox.reset())
afterAll(() => sandbox.close())

interface Sent {
  readonly parcel: Parcel
  readonly job: SendJob
}

/** DIDWW's transport; the browser takes all bytes of each file at once, and they are drawn as in flight. */
const buffered = (
  change: (real: Transport, sent: readonly Sent[]) => Partial<Transport> = () => ({}),
): { readonly transport: Transport; readonly sent: readonly Sent[] } => {
  const real = didww({ endpoint: sandbox.endpoint })
  const sent: Sent[] = []
  const transport: Transport = {
    ...real,
    send(parcel, job) {
      sent.push({ parcel, job })
      job.progress(parcel.size / 2, parcel.size)
      job.bodyTaken?.()
      return real.send(parcel, { ...job, progress: () => {} })
    },
  }
  return { transport: { ...transport, ...change(transport, sent) }, sent }
}

const unanswered = (retryable = false): SealDropError =>
  new SealDropError('network', 'cut', { outcome: 'unknown', retryable })

const stateOf = (session: { files: readonly { state: FileState }[] }): FileState | undefined =>
  session.files[0]?.state

describe('a file whose bytes the browser has all taken', { timeout: 20_000 }, () => {
  it('says so while the answer is awaited, and is not drawn as sent', async () => {
    await sandbox.flip({ stall: { at: 'answer' } })
    const { transport } = buffered()
    const { session, reaches } = open(sandbox, { transport })
    session.add([pdfOf(1000)])
    const { state } = await reaches('document.pdf', 'sending')
    await expect
      .poll(() => stateOf(session), { timeout: 8_000 })
      .toMatchObject({ mayHaveArrived: true })
    expect(state).toMatchObject({ phase: 'sending' })
    const now = stateOf(session)
    expect(now?.phase === 'sending' && now.done / now.total).toBe(0.5)
  })

  it('is not stopped by a pause, for it may arrive: it is delivered once', async () => {
    const { transport } = buffered()
    const { session, phases } = open(sandbox, { transport })
    session.subscribe(({ state }) => {
      if (state.phase === 'sending' && state.mayHaveArrived) session.pause()
    })
    const file = pdfOf(1000)
    session.add([file])
    const [receipt] = await session.settled()
    expect(await isDelivered(sandbox, receipt, file)).toBe(true)
    expect(await countUploads(sandbox)).toBe(1)
    expect(phases('document.pdf')).not.toContain('paused')
  })

  it('is paused where it would have to be sent again', async () => {
    await sandbox.flip({ status: { code: 503, times: 1, retryAfter: 0 } })
    const { transport } = buffered()
    const { session } = open(sandbox, { transport })
    const stop = session.subscribe(({ state }) => {
      if (state.phase === 'sending' && state.mayHaveArrived) session.pause()
    })
    session.add([pdfOf(1000)])
    await session.settled()
    expect(stateOf(session)).toMatchObject({ phase: 'paused', from: 'sending', done: 0 })
    stop()
    session.resume()
    expect(await session.settled()).toHaveLength(1)
  })

  it('is stopped where the transport resumes, and looked for before it goes on', async () => {
    await sandbox.flip({ stall: { at: 'answer' } })
    const { transport, sent } = buffered(real => ({ traits: { ...real.traits, resumes: true } }))
    const { session } = open(sandbox, { transport })
    session.add([pdfOf(1000)])
    await expect.poll(() => sent.length, { timeout: 8_000 }).toBe(1)
    session.pause()
    expect(stateOf(session)).toMatchObject({ phase: 'paused' })
    await sandbox.flip({ stall: false })
    session.resume()
    await session.settled()
    expect(sent.map(({ job }) => job.uncertain)).toEqual([false, true])
  })
})

describe('a file that is cancelled', { timeout: 20_000 }, () => {
  const cancelled = async (
    change: Parameters<typeof buffered>[0],
    when: (state: FileState) => boolean = state =>
      state.phase === 'sending' && state.mayHaveArrived === true,
  ) => {
    await sandbox.flip({ stall: { at: 'answer' } })
    const { transport } = buffered(change)
    const { session } = open(sandbox, { transport })
    const states: FileState[] = []
    session.subscribe(({ id, state }) => {
      if (state.phase === 'cancelled') states.push(state)
      else if (when(state)) session.cancel(id)
    })
    session.add([pdfOf(1000)])
    await session.settled()
    return { session, states }
  }
  const keeping =
    (discard?: () => Promise<boolean>) =>
    (real: Transport): Partial<Transport> => ({
      async send(parcel, job) {
        await job.keep({ name: parcel.name })
        return real.send(parcel, job)
      },
      ...(discard && { discard }),
    })

  it('while bytes still leave is cancelled, and no more is to be said', async () => {
    const { states } = await cancelled(undefined, ({ phase }) => phase === 'sealing')
    expect(states).toEqual([{ phase: 'cancelled' }])
  })

  it('too late says that it may have arrived, where nobody can take it back', async () => {
    const { session, states } = await cancelled(undefined)
    expect(states).toEqual([{ phase: 'cancelled', mayHaveArrived: true }])
    session.retry()
    session.resume()
    session.cancel()
    expect(stateOf(session)).toEqual({ phase: 'cancelled', mayHaveArrived: true })
  })

  it('before the browser told of its bytes says that it may have arrived', async () => {
    const { states } = await cancelled(
      real => ({
        send(parcel, job) {
          job.signal.addEventListener('abort', () => job.bodyTaken?.())
          job.progress(1, parcel.size)
          return real.send(parcel, { ...job, bodyTaken: () => {} })
        },
      }),
      state => state.phase === 'sending' && state.done > 0,
    )
    expect(states).toEqual([{ phase: 'cancelled', mayHaveArrived: true }])
  })

  it('too late is no longer said to have arrived, once it was taken back', async () => {
    const { states } = await cancelled(keeping(async () => true))
    await expect
      .poll(() => states, { timeout: 8_000 })
      .toEqual([{ phase: 'cancelled', mayHaveArrived: true }, { phase: 'cancelled' }])
  })

  it.each([
    ['nothing was found', async () => false],
    ['the provider does not answer', () => Promise.reject(unanswered())],
  ])('too late may still arrive, where %s', async (_, discard) => {
    let isAsked = false
    const { states } = await cancelled(
      keeping(() => {
        isAsked = true
        return discard()
      }),
    )
    await expect.poll(() => isAsked, { timeout: 8_000 }).toBe(true)
    expect(states).toEqual([{ phase: 'cancelled', mayHaveArrived: true }])
  })

  it('between two tries may have arrived with the first', async () => {
    const { states } = await cancelled(
      () => ({ send: () => Promise.reject(unanswered(true)) }),
      ({ phase }) => phase === 'retrying',
    )
    expect(states).toEqual([{ phase: 'cancelled', mayHaveArrived: true }])
  })

  it('before its batch is closed arrives nowhere', async () => {
    const { states } = await cancelled(() => ({ commit: async deliveries => deliveries }))
    expect(states).toEqual([{ phase: 'cancelled' }])
  })
})

describe('a file that may have arrived', { timeout: 20_000 }, () => {
  it('is not sent again by itself where that might store it twice, and is looked for when somebody does', async () => {
    let fails = true
    const { transport, sent } = buffered(real => ({
      send(parcel, job) {
        const sending = real.send(parcel, job)
        return fails ? sending.then(() => Promise.reject(unanswered())) : sending
      },
    }))
    const { session } = open(sandbox, { transport })
    session.add([pdfOf(1000)])
    expect(await failureOf(session.settled())).toMatchObject({ outcome: 'unknown' })
    expect(sent).toHaveLength(1)
    fails = false
    session.retry()
    await session.settled()
    expect(sent.map(({ job }) => job.uncertain)).toEqual([false, true])
    expect(new Set(sent.map(({ parcel }) => parcel.key)).size).toBe(1)
  })

  it('keeps being looked for after a later try was refused, paused, or had no network', async () => {
    const errors = [
      unanswered(true),
      new SealDropError('server', 'busy', { retryable: true }),
      new SealDropError('forbidden', 'no'),
    ]
    const { transport, sent } = buffered(real => ({
      send(parcel, job) {
        const error = errors.shift()
        const sending = real.send(parcel, { ...job, bodyTaken: () => {} })
        return error ? sending.then(() => Promise.reject(error)) : sending
      },
    }))
    const { session } = open(sandbox, { transport })
    session.add([pdfOf(1000)])
    expect((await failureOf(session.settled())).code).toBe('forbidden')
    session.retry()
    await session.settled()
    expect(sent.map(({ job }) => job.uncertain)).toEqual([false, true, true, true])
  })

  it('is another one once it is sealed again: with a key of its own, and not looked for', async () => {
    const errors = [unanswered(true), new SealDropError('keys-rotated', 'new keys')]
    const { transport, sent } = buffered(real => ({
      async send(parcel, job) {
        await job.keep({ point: sent.length } as Json)
        const error = errors.shift()
        const sending = real.send(parcel, job)
        return error ? sending.then(() => Promise.reject(error)) : sending
      },
    }))
    const { session } = open(sandbox, { transport })
    session.add([pdfOf(1000)])
    await session.settled()
    expect(sent.map(({ job }) => job.uncertain)).toEqual([false, true, false])
    expect(sent.map(({ job }) => job.resume)).toEqual([undefined, { point: 0 }, undefined])
    const [first, second, third] = sent.map(({ parcel }) => parcel.key)
    expect([second === first, third === first]).toEqual([true, false])
  })

  it('in a request for several is looked for, each of them', async () => {
    const { transport, sent } = buffered(real => ({
      traits: { ...real.traits, perRequest: 2 },
      async sendMany(_, job) {
        job.bodyTaken?.()
        throw unanswered(true)
      },
    }))
    const { session } = open(sandbox, { transport, limits: { maxFiles: 2 } })
    session.add([pdfOf(1000, 'a.pdf', 1), pdfOf(1000, 'b.pdf', 2)])
    await session.settled()
    expect(sent.map(({ job }) => job.uncertain)).toEqual([true, true])
  })

  it('in a request that nobody waits for any more is looked for when it goes on', async () => {
    const { transport, sent } = buffered(real => ({
      traits: { ...real.traits, perRequest: 2, resumes: true },
      sendMany: (_, job) =>
        new Promise((_, reject) => {
          job.bodyTaken?.()
          job.signal.addEventListener('abort', () => reject(job.signal.reason), { once: true })
        }),
    }))
    const { session, reaches } = open(sandbox, { transport, limits: { maxFiles: 2 } })
    session.add([pdfOf(1000, 'a.pdf', 1), pdfOf(1000, 'b.pdf', 2)])
    await reaches('a.pdf', 'sending')
    await reaches('b.pdf', 'sending')
    await new Promise(requestAnimationFrame)
    session.pause()
    await session.settled()
    session.resume()
    await session.settled()
    expect(sent.map(({ job }) => job.uncertain)).toEqual([true, true])
  })

  it('with its batch: the batch is closed again for the same deliveries, and nothing is sent', async () => {
    const closed: string[][] = []
    const { transport, sent } = buffered(() => ({
      async commit(deliveries) {
        closed.push(deliveries.map(({ reference }) => reference))
        if (closed.length === 1) throw unanswered()
        return deliveries
      },
    }))
    const { session } = open(sandbox, { transport, upload: 'manual' })
    session.add([pdfOf(1000)])
    expect(await failureOf(session.finish())).toMatchObject({ outcome: 'unknown' })
    expect(closed).toHaveLength(1)
    session.retry()
    expect(await session.finish()).toHaveLength(1)
    expect(sent).toHaveLength(1)
    expect(closed[1]).toEqual(closed[0])
  })
})
