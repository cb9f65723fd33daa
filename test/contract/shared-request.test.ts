import { describe, expect, it } from 'vitest'
import type { CallJob, Delivery, Parcel, SendJob, Transport } from '../../src/core/contracts.ts'
import { SealDropError } from '../../src/core/errors.ts'
import {
  createSharedRequest,
  type SharedRequest,
  takesMany,
} from '../../src/session/shared-request.ts'

type SendMany = NonNullable<Transport['sendMany']>

const parcelOf = (id: string, size = 100): Parcel => ({ id, name: id, size }) as unknown as Parcel
const deliveryOf = ({ id }: Parcel, way: string): Delivery => ({
  reference: `${way}:${id}`,
  facts: {},
})

/** A shared request on a transport that takes note of what it is asked. */
const stage = (ids: readonly string[], sendMany?: SendMany) => {
  const log: string[] = []
  const controllers = new Map(ids.map(id => [id, new AbortController()]))
  let calls: CallJob | undefined
  const transport = {
    name: 'test',
    endpoint: 'https://provider.example',
    traits: { seals: ['none'], resumes: false, perRequest: 9 },
    async send(parcel: Parcel, { signal }: SendJob) {
      log.push(`one ${parcel.id}`)
      await Promise.resolve()
      signal.throwIfAborted()
      log.push(`end ${parcel.id}`)
      return deliveryOf(parcel, 'alone')
    },
    async sendMany(parcels: readonly Parcel[], job: CallJob) {
      log.push(`many ${parcels.map(({ id }) => id).join(' ')}`)
      calls = job
      job.signal.addEventListener('abort', () => log.push('aborted'))
      return sendMany?.(parcels, job) ?? parcels.map(parcel => deliveryOf(parcel, 'together'))
    },
  } satisfies Transport
  const signalOf = (id: string): AbortSignal =>
    controllers.get(id)?.signal ?? new AbortController().signal
  const members = ids.map(id => ({ id, signal: signalOf(id) }))
  const request: SharedRequest = createSharedRequest(
    members,
    transport,
    (signal, progress) => ({ signal, progress, attempt: 1 }) as CallJob,
  )
  const bars = new Map<string, number[]>()
  const send = (id: string, signal = signalOf(id), size?: number): Promise<string> => {
    const progress = (done: number) => bars.set(id, [...(bars.get(id) ?? []), done])
    const job = { signal, progress } as unknown as SendJob
    return request.send(parcelOf(id, size), job).then(
      ({ reference }) => reference,
      error => (error.name === 'AbortError' ? error.name : error.code),
    )
  }
  return {
    request,
    log,
    send,
    bars,
    stop: (id: string) => controllers.get(id)?.abort(),
    calls: () => calls,
  }
}

describe('files in one request', () => {
  it('leave when the last of them is sealed, once', async () => {
    const { send, log } = stage(['a', 'b', 'c'])
    const [a, b] = [send('a'), send('b')]
    await Promise.resolve()
    expect(log).toEqual([])
    expect(await Promise.all([a, b, send('c')])).toEqual(['together:a', 'together:b', 'together:c'])
    expect(log).toEqual(['many a b c'])
  })

  it('do not wait for one that could not be sealed; that one goes alone later', async () => {
    const { request, send, log } = stage(['a', 'b', 'c'])
    const two = Promise.all([send('a'), send('b')])
    request.leave('c')
    expect(await two).toEqual(['together:a', 'together:b'])
    expect(await send('c')).toBe('alone:c')
    expect(log).toEqual(['many a b', 'one c', 'end c'])
  })

  it('do not wait for one that is cancelled, be it sealed already or not', async () => {
    const { send, stop, log } = stage(['a', 'b', 'c', 'd'])
    const all = Promise.all([send('a'), send('b'), send('c')])
    stop('b')
    stop('d')
    expect(await all).toEqual(['together:a', 'AbortError', 'together:c'])
    expect(log).toEqual(['many a c'])
  })

  it('that are stopped all at once make no request, whichever of them is not sealed yet', async () => {
    const { send, stop, log } = stage(['a', 'b', 'c'])
    const two = Promise.all([send('b'), send('c')])
    for (const id of ['a', 'b', 'c']) stop(id)
    expect(await two).toEqual(['AbortError', 'AbortError'])
    expect(log).toEqual([])
  })

  it('that turn out to be one file go as one file', async () => {
    const { request, send, log } = stage(['a', 'b'])
    const a = send('a')
    request.leave('b')
    expect(await a).toBe('alone:a')
    expect(log).toEqual(['one a', 'end a'])
  })

  it('that are all cancelled before they left make no request', async () => {
    const { send, stop, log } = stage(['a', 'b'])
    const a = send('a')
    stop('a')
    stop('b')
    expect(await a).toBe('AbortError')
    expect(log).toEqual([])
  })

  it('each hear what became of them', async () => {
    const refused = new SealDropError('refused', 'not a PDF')
    const { send } = stage(['a', 'b', 'c'], async ([a]) => (a ? [deliveryOf(a, 'x'), refused] : []))
    expect(await Promise.all([send('a'), send('b'), send('c')])).toEqual([
      'x:a',
      'refused',
      'protocol',
    ])
  })

  it('share the progress, each by its own size', async () => {
    const { send, bars } = stage(['a', 'b'], async (parcels, { progress }) => {
      progress(0, 1100)
      progress(550, 1100)
      progress(1100, 1100)
      return parcels.map(parcel => deliveryOf(parcel, 'x'))
    })
    await Promise.all([send('a', undefined, 200), send('b', undefined, 801)])
    expect(Object.fromEntries(bars)).toEqual({ a: [0, 100, 200], b: [0, 400, 801] })
  })

  it('that have to be sent again go alone, one after the other', async () => {
    const { send, log } = stage(['a', 'b', 'c'], async () => {
      throw new SealDropError('network', 'cut', { retryable: true })
    })
    const all = () => Promise.all([send('a'), send('b'), send('c')])
    expect(await all()).toEqual(['network', 'network', 'network'])
    expect(await all()).toEqual(['alone:a', 'alone:b', 'alone:c'])
    expect(log.slice(1)).toEqual(['one a', 'end a', 'one b', 'end b', 'one c', 'end c'])
  })
})

describe('a file that leaves the request under way', () => {
  it('does not fail the others, and what arrived of it is told', async () => {
    const answer = Promise.withResolvers<readonly Delivery[]>()
    const { request, send, stop, log } = stage(['a', 'b', 'c'], () => answer.promise)
    const all = Promise.all([send('a'), send('b'), send('c')])
    await Promise.resolve()
    stop('b')
    const arrived = request.outcome('b')
    answer.resolve(['a', 'b', 'c'].map(id => deliveryOf(parcelOf(id), 'x')))
    expect(await all).toEqual(['x:a', 'AbortError', 'x:c'])
    expect(await arrived).toMatchObject({ reference: 'x:b' })
    expect(log).toEqual(['many a b c'])
  })

  it('may have arrived where the answer says too little, and has not where it was refused', async () => {
    const lost = new SealDropError('server', 'bad gateway', { outcome: 'unknown' })
    const refused = new SealDropError('refused', 'not a PDF')
    const answers = [Promise.reject(lost), Promise.resolve([lost, lost]), Promise.resolve([])]
    for (const answer of [...answers, Promise.resolve([refused, refused])]) {
      const { request, send, stop } = stage(['a', 'b'], () => answer)
      const all = Promise.all([send('a'), send('b')])
      await Promise.resolve()
      stop('b')
      const outcome = request.outcome('b')
      await all
      expect(await outcome).toBe(answers.includes(answer as never) ? 'unknown' : undefined)
    }
  })

  it('and comes back has what it was delivered as, and is not sent twice', async () => {
    const answer = Promise.withResolvers<readonly Delivery[]>()
    const { send, stop, log } = stage(['a', 'b'], () => answer.promise)
    const all = Promise.all([send('a'), send('b')])
    await Promise.resolve()
    stop('b')
    const back = send('b', new AbortController().signal)
    answer.resolve(['a', 'b'].map(id => deliveryOf(parcelOf(id), 'x')))
    expect(await all).toEqual(['x:a', 'AbortError'])
    expect(await back).toBe('x:b')
    expect(await send('b', new AbortController().signal)).toBe('x:b')
    expect(log).toEqual(['many a b'])
  })

  it('as the last one ends it; who comes back then goes alone', async () => {
    const answer = Promise.withResolvers<readonly Delivery[]>()
    const { request, send, stop, log, calls } = stage(['a', 'b'], () => answer.promise)
    const all = Promise.all([send('a'), send('b')])
    await Promise.resolve()
    stop('a')
    stop('b')
    expect(await all).toEqual(['AbortError', 'AbortError'])
    expect(calls()?.signal.aborted).toBe(true)
    answer.reject(calls()?.signal.reason)
    expect(await request.outcome('a')).toBe(undefined)
    expect(await send('a', new AbortController().signal)).toBe('alone:a')
    expect(log).toEqual(['many a b', 'aborted', 'one a', 'end a'])
  })
})

describe('a transport', () => {
  const traits = { seals: ['none'], resumes: false } as const
  const base = { name: 'test', endpoint: 'https://provider.example' }
  const send = async (): Promise<Delivery> => ({ reference: 'x', facts: {} })
  const sendMany = async (): Promise<readonly Delivery[]> => []

  it.each([
    [true, 'says that it takes several, and has a way', 2, sendMany],
    [false, 'has a way, but takes one', 1, sendMany],
    [false, 'says so, but has no way', 2, undefined],
  ])('gets several in one request: %s, if it %s', (expected, _, perRequest, many) => {
    const transport = { ...base, send, traits: { ...traits, perRequest } }
    expect(takesMany(many ? { ...transport, sendMany: many } : transport)).toBe(expected)
  })

  it('may have arrived where the last one ends it, and only then the browser tells that it took the bytes', async () => {
    const { request, send, stop } = stage(
      ['a', 'b'],
      (_, { signal, bodyTaken }) =>
        new Promise((_, reject) =>
          signal.addEventListener('abort', () => {
            bodyTaken?.()
            reject(signal.reason)
          }),
        ),
    )
    const all = Promise.all([send('a'), send('b')])
    await Promise.resolve()
    stop('a')
    stop('b')
    const outcomes = Promise.all([request.outcome('a'), request.outcome('b')])
    expect(await all).toEqual(['AbortError', 'AbortError'])
    expect(await outcomes).toEqual(['unknown', 'unknown'])
  })
})
