import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cdp } from 'vitest/browser'
import type { Delivery, Transport } from '../../src/core/contracts.ts'
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
const uploads = (): Promise<number> => countUploads(sandbox)
/** DIDWW's transport with a part of it replaced. */
const changed = (change: (real: Transport) => Partial<Transport>): Transport => {
  const real = didww({ endpoint: sandbox.endpoint })
  return { ...real, ...change(real) }
}

beforeAll(async () => {
  sandbox = await startSandbox('didww', { modulusLength: 2048 })
})
beforeEach(() => sandbox.reset())
afterAll(() => sandbox.close())

describe('a person in a hurry', { timeout: 10_000 }, () => {
  it('who pauses, goes on and pauses again finds the file paused', async () => {
    const { session, reaches } = open(sandbox)
    const file = pdfOf(500_000)
    session.add([file])
    const { id } = await reaches('document.pdf', 'sealing')
    session.pause(id)
    session.resume(id)
    session.pause(id)
    expect(await session.settled()).toEqual([])
    expect(session.files[0]?.state.phase).toBe('paused')
    session.resume(id)
    const [receipt] = await session.settled()
    expect(await isDelivered(sandbox, receipt, file)).toBe(true)
  })

  it('who starts and at once pauses everything has nothing sent', async () => {
    const { session } = open(sandbox, { upload: 'manual' })
    session.add([pdfOf(1000)])
    await session.settled()
    session.start()
    session.pause()
    await session.settled()
    expect(await sandbox.requests()).toEqual([])
    session.resume()
    expect(await session.settled()).toHaveLength(1)
  })

  it('who pauses while the answer is awaited has nothing sent again', async () => {
    await sandbox.flip({ status: { code: 503, times: 1, retryAfter: 0 } })
    const { session } = open(sandbox)
    const file = pdfOf(1000)
    const stop = session.subscribe(({ state }) => {
      if (state.phase === 'confirming') session.pause()
    })
    session.add([file])
    expect(await session.settled()).toEqual([])
    expect(session.files[0]?.state).toMatchObject({ phase: 'paused', from: 'sending' })
    expect(await uploads()).toBe(1)
    stop()
    session.resume()
    const [receipt] = await session.settled()
    expect(await isDelivered(sandbox, receipt, file)).toBe(true)
  })

  it('who pauses many files and lets them all go on has no more than three under way', async () => {
    let under = 0
    let most = 0
    const transport = changed(real => ({
      async send(parcel, job) {
        most = Math.max(most, ++under)
        try {
          return await real.send(parcel, job)
        } finally {
          under--
        }
      },
    }))
    const { session, reaches } = open(sandbox, { transport })
    await sandbox.flip({ stall: true })
    const files = [1, 2, 3, 4, 5, 6, 7].map(n => pdfOf(50_000, `${n}.pdf`, n))
    session.add(files)
    for (const { name } of files) {
      const { id } = await reaches(name, 'sending')
      session.pause(id)
    }
    expect(await session.settled()).toEqual([])
    await sandbox.flip({ stall: false })
    session.resume()
    expect(await session.settled()).toHaveLength(files.length)
    expect(most).toBe(3)
  })

  it('who takes a file off before it was judged does not spoil the order of the others', async () => {
    const { session } = open(sandbox, { limits: { maxFiles: 1 } })
    const cut = new File([pdfOf(6_000_000).slice(0, 5_900_000)], 'cut.pdf')
    const [, second] = session.add([cut, pdfOf(1000, 'b.pdf', 2), pdfOf(1000, 'c.pdf', 3)])
    session.cancel(second?.id)
    expect(await session.settled()).toHaveLength(1)
    expect(session.files.map(({ state }) => state.phase)).toEqual(['refused', 'cancelled', 'done'])
  })

  it('who retries in a closed session sends nothing', async () => {
    await sandbox.flip({ status: { code: 403 } })
    const { session } = open(sandbox)
    session.add([pdfOf(1000)])
    await failureOf(session.settled())
    session.close()
    const before = await uploads()
    session.retry()
    await session.settled().catch(() => {})
    expect(await uploads()).toBe(before)
  })

  it('whose browser is too old is told so before anything is chosen', () => {
    const recent = Promise.withResolvers
    Reflect.deleteProperty(Promise, 'withResolvers')
    try {
      expect(() => open(sandbox)).toThrow('The browser has no Promise.withResolvers.')
    } finally {
      Promise.withResolvers = recent
    }
  })
})

describe('a batch that is closed at the end', { timeout: 10_000 }, () => {
  const delivered = (deliveries: readonly Delivery[]): readonly Delivery[] => deliveries
  const busy = (): SealDropError => new SealDropError('server', 'busy', { retryable: true })

  for (const act of ['cancel', 'pause', 'retry'] as const)
    it(`and has to be tried again, bears that somebody presses ${act}`, async () => {
      let tries = 0
      const transport = changed(() => ({
        async commit(deliveries) {
          if (++tries === 1) throw busy()
          return delivered(deliveries)
        },
      }))
      const { session, reaches } = open(sandbox, {
        transport,
        upload: 'manual',
        retryPolicy: { delayMs: 200 },
      })
      session.add([pdfOf(1000, 'a.pdf', 1), pdfOf(1000, 'b.pdf', 2)])
      const finished = session.finish()
      const { id } = await reaches('b.pdf', 'retrying')
      session[act](id)
      const receipts = await finished
      expect(receipts.map(({ name }) => name)).toEqual(
        act === 'cancel' ? ['a.pdf'] : ['a.pdf', 'b.pdf'],
      )
      expect(await uploads()).toBe(2)
    })
})

describe('what has arrived', { timeout: 10_000 }, () => {
  it('is not sent again when only its receipt failed', async () => {
    await caches.delete('forgetful')
    const workerUrl = new URL('./forgetful.worker.ts', import.meta.url)
    const { session } = open(sandbox, { workerUrl })
    const file = pdfOf(1000)
    session.add([file])
    expect((await failureOf(session.settled())).code).toBe('seal-failed')
    await (await caches.open('forgetful')).put('/mended', new Response())
    session.retry()
    const [receipt] = await session.finish()
    await caches.delete('forgetful')
    expect(await isDelivered(sandbox, receipt, file)).toBe(true)
    expect(await uploads()).toBe(1)
  })

  it('has its digests, also when the worker died before it said them', async () => {
    const workerUrl = new URL('./forgetful.worker.ts?dies', import.meta.url)
    const { session } = open(sandbox, { workerUrl })
    const file = pdfOf(1000)
    session.add([file])
    const [receipt] = await session.settled()
    expect(await isDelivered(sandbox, receipt, file)).toBe(true)
    expect(await uploads()).toBe(1)
  })

  it('and is added once more, goes as if it had never been there', async () => {
    // This worker dies before it says digests: whoever waits for one to compare it with fails.
    const workerUrl = new URL('./forgetful.worker.ts?dies', import.meta.url)
    const { session } = open(sandbox, { workerUrl })
    const file = pdfOf(1000)
    session.add([file])
    await session.settled()
    session.clear()
    session.add([file])
    const [receipt] = await session.settled()
    expect(await isDelivered(sandbox, receipt, file)).toBe(true)
  })

  it('no longer takes memory: the sealed bytes are let go', async () => {
    const bodies: WeakRef<Blob>[] = []
    const transport = changed(real => ({
      send(parcel, job) {
        bodies.push(new WeakRef(parcel.body))
        return real.send(parcel, job)
      },
    }))
    const { session } = open(sandbox, { transport })
    session.add([pdfOf(1000)])
    await session.settled()
    // What is kept of it may still be on its way to a busy disk, and is deleted after that.
    const isHeld = async (): Promise<boolean> => {
      await cdp().send('HeapProfiler.collectGarbage')
      return bodies.some(body => body.deref() !== undefined)
    }
    await expect.poll(isHeld, { timeout: 8_000 }).toBe(false)
    expect(bodies).toHaveLength(1)
    expect(session.receipts).toHaveLength(1)
  })
})

describe('nothing leaves open', { timeout: 10_000 }, () => {
  const openable = (real: Transport): Partial<Transport> => ({
    traits: { ...real.traits, seals: ['didww', 'none'] },
  })

  it.each([
    ['a file name policy it does not know', { fileName: 'Original' }],
    ['a file name policy of null', { fileName: null }],
    ['an upload mode it does not know', { upload: 'later' }],
    ['an origin that is no URL', { origins: ['api.example'] }],
    ['a retry limit that is no number', { retryPolicy: { limit: Number.NaN } }],
    ['origins that are no list', { origins: 'https://api.example' }],
    ['a retry limit in words', { retryPolicy: { limit: 'twice' } }],
    ['a timeout of no time', { timeouts: { answer: 0 } }],
    ['a timeout of a misspelt name', { timeouts: { anwser: 1000 } }],
  ])('with %s: the session is misconfigured at once', (_, options) => {
    expect(() => open(sandbox, options as object)).toThrow(
      expect.objectContaining({ code: 'misconfigured' }),
    )
  })

  it.each(['', '  ', undefined])('with no seal and no reason (%s)', because => {
    const seal = { scheme: 'none', because }
    expect(() => open(sandbox, { transport: changed(openable), seal } as object)).toThrow(
      expect.objectContaining({ code: 'misconfigured' }),
    )
  })

  it('when a transport prescribes no seal where one was chosen', async () => {
    const transport = changed(real => ({
      ...openable(real),
      prescribe: async () => ({ scheme: 'none', because: 'the server says so' }) as never,
    }))
    const { session } = open(sandbox, { transport })
    session.add([pdfOf(1000)])
    expect((await failureOf(session.settled())).code).toBe('misconfigured')
    expect(await uploads()).toBe(0)
  })

  it('on a page that is not a secure context', () => {
    const real = Object.getOwnPropertyDescriptor(globalThis, 'isSecureContext') ?? {}
    Object.defineProperty(globalThis, 'isSecureContext', { configurable: true, value: false })
    try {
      expect(() => open(sandbox)).toThrow(expect.objectContaining({ code: 'insecure-context' }))
    } finally {
      Object.defineProperty(globalThis, 'isSecureContext', real)
    }
    expect(isSecureContext).toBe(true)
  })
})

describe('an integrator', { timeout: 10_000 }, () => {
  it('says how long requests wait, and a transport that says so itself is obeyed', async () => {
    const told: unknown[] = []
    const transport = changed(real => ({
      timeouts: { stall: 7_000 },
      send(parcel, job) {
        told.push(job.timeouts)
        return real.send(parcel, job)
      },
    }))
    const { session } = open(sandbox, { transport, timeouts: { stall: 5_000, answer: 90_000 } })
    session.add([pdfOf(1000)])
    await session.settled()
    expect(told).toEqual([{ stall: 7_000, answer: 90_000 }])
  })

  it('may give a Content-Type with the other headers: the upload keeps its own', async () => {
    const { session } = open(sandbox, {
      authorize: () => ({ 'Api-Key': sandbox.apiKey, 'Content-Type': 'application/json' }),
    })
    session.add([pdfOf(1000)])
    expect(await session.settled()).toHaveLength(1)
  })

  it('whose transport does not load hears so, and the file is not blamed', async () => {
    const transport = Promise.reject(new TypeError('Failed to fetch dynamically imported module'))
    const { session } = open(sandbox, { transport })
    session.add([pdfOf(1000)])
    expect((await failureOf(session.settled())).code).toBe('network')
    expect(await failureOf(session.largest())).toMatchObject({ code: 'network' })
  })

  it('with several listeners sees the same order of states in each', async () => {
    const { session } = open(sandbox)
    const last = new Map<string, string>()
    session.subscribe(({ id, state }) => {
      if (state.phase === 'ready') session.cancel(id)
    })
    session.subscribe(({ id, state }) => last.set(id, state.phase))
    session.add([pdfOf(1000)])
    await session.settled()
    expect([...last.values()]).toEqual(['cancelled'])
  })
})
