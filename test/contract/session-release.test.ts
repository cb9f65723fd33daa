import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Delivery, SessionFile, Transport } from '../../src/core/contracts.ts'
import { didww } from '../../src/providers/didww/transport.ts'
import { startSandbox } from '../contract-tools.ts'
import { pdfOf, type Sandbox, type Stage, stagesForEachTest } from './session-tools.ts'
import { failureOf } from './transport.ts'

let sandbox: Sandbox
const open = stagesForEachTest()

beforeAll(async () => {
  sandbox = await startSandbox('didww', { modulusLength: 2048 })
})
beforeEach(() => sandbox.reset())
afterAll(() => sandbox.close())

const phasesOf = (files: readonly SessionFile[]): string[] => files.map(({ state }) => state.phase)
const [first, second, third] = ['a.pdf', 'b.pdf', 'c.pdf'].map(
  (name, n) => () => pdfOf(1000, name, n + 1),
) as [() => File, () => File, () => File]

describe('a pause of everything', { timeout: 10_000 }, () => {
  /** Two files, one of them under way, and both paused. */
  const pauseBoth = async (): Promise<Stage> => {
    const stage = open(sandbox, { parallel: 1 })
    stage.session.add([first(), second()])
    await stage.reaches('a.pdf', 'sealing')
    stage.session.pause()
    await stage.session.settled()
    expect(stage.session.isHeld).toBe(true)
    return stage
  }

  it('ends when the list is cleared: the next file is sent', async () => {
    const { session } = await pauseBoth()
    session.clear()
    expect(session.isHeld).toBe(false)
    session.add([third()])
    expect(await session.settled()).toHaveLength(1)
  })

  it('ends when the last file is removed by hand, and not before', async () => {
    const { session } = await pauseBoth()
    const [a = '', b = ''] = session.files.map(({ id }) => id)
    session.removeFile(a)
    expect(session.isHeld).toBe(true)
    session.removeFile(b)
    session.add([third()])
    expect(await session.settled()).toHaveLength(1)
  })

  it('ends with start(): what was ready is sent', async () => {
    const { session } = await pauseBoth()
    session.start()
    await session.settled()
    expect(phasesOf(session.files)).toEqual(['paused', 'done'])
  })

  it('ends with finish(): it leaves nothing that is ready behind', async () => {
    const { session, reaches } = open(sandbox, { upload: 'manual' })
    session.add([first(), second()])
    await session.settled()
    session.start()
    session.pause()
    await session.settled()
    for (const { id } of session.files) session.resume(id)
    await session.settled()
    expect(session.isHeld).toBe(true)
    session.add([third()])
    await reaches('c.pdf', 'ready')
    expect(await session.finish()).toHaveLength(3)
    expect(session.isHeld).toBe(false)
  })
})

describe('finish()', { timeout: 10_000 }, () => {
  it('called twice at once still leaves later files waiting for the next one', async () => {
    const { session, reaches } = open(sandbox, { upload: 'manual' })
    session.add([first()])
    await session.settled()
    const [one, other] = await Promise.all([session.finish(), session.finish()])
    expect([one.length, other.length]).toEqual([1, 1])
    session.add([second()])
    await reaches('b.pdf', 'ready')
    await session.settled()
    expect(phasesOf(session.files)).toEqual(['done', 'ready'])
  })

  it('does not take back a start() that comes while it runs', async () => {
    const { session } = open(sandbox, { upload: 'manual' })
    session.add([first()])
    await session.settled()
    const finished = session.finish()
    session.start()
    await finished
    session.add([second()])
    expect(await session.settled()).toHaveLength(2)
  })
})

describe('code of a transport that could not be loaded', { timeout: 10_000 }, () => {
  it('is loaded again for a retry, for the next file, and then no more', async () => {
    let loads = 0
    let isOnline = false
    const transport = async (): Promise<Transport> => {
      loads++
      if (!isOnline) throw new TypeError('Failed to fetch dynamically imported module')
      return didww({ endpoint: sandbox.endpoint })
    }
    const { session } = open(sandbox, { transport })
    session.add([first()])
    expect((await failureOf(session.settled())).code).toBe('network')
    session.retry()
    expect((await failureOf(session.settled())).code).toBe('network')
    isOnline = true
    session.retry()
    expect(await session.settled()).toHaveLength(1)
    const needed = loads
    session.add([second()])
    expect(await session.settled()).toHaveLength(2)
    expect(loads).toBe(needed)
  })
})

describe('what a page is shown', { timeout: 10_000 }, () => {
  it('of a delivery cannot be changed: the receipt says what the provider said', async () => {
    const real = didww({ endpoint: sandbox.endpoint })
    const committed: Delivery[] = []
    const sent: Delivery[] = []
    const transport: Transport = {
      ...real,
      async send(parcel, job) {
        const delivery = await real.send(parcel, job)
        sent.push(delivery)
        return delivery
      },
      async commit(deliveries) {
        committed.push(...deliveries)
        return deliveries
      },
    }
    const { session, reaches } = open(sandbox, { transport })
    session.add([first()])
    const { state } = await reaches('a.pdf', 'delivered')
    if (state.phase !== 'delivered') throw new Error('It was delivered.')
    const { delivery } = state
    expect(() => Object.assign(delivery, { reference: 'forged' })).toThrow(TypeError)
    expect(() => Object.assign(delivery.facts, { fingerprint: 'forged' })).toThrow(TypeError)
    const [receipt] = await session.finish()
    expect(receipt?.reference).toBe(sent[0]?.reference)
    // A transport may know its own by identity: it is handed what it gave.
    expect(committed[0]).toBe(sent[0])
  })
})

describe('a worker', { timeout: 10_000 }, () => {
  it.each([
    'https://evil.example/worker.js',
    '//evil.example/worker.js',
    new URL('https://evil.example/worker.js'),
    'https://',
  ])('of another origin (%s) is misconfigured at once, with what to change', workerUrl => {
    expect(() => open(sandbox, { workerUrl })).toThrow(
      expect.objectContaining({
        code: 'misconfigured',
        message: expect.stringContaining('worker-url'),
      }),
    )
  })

  it.each([
    '/worker.js',
    new URL('/worker.js', location.href),
    'blob:https://evil.example/made-by-the-host',
    'data:text/javascript,',
    { toString: () => 'https://evil.example/made-by-the-host' },
  ])('that the page may start, or made itself (%s), is taken', workerUrl => {
    expect(() => open(sandbox, { workerUrl })).not.toThrow()
  })
})
