import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type {
  Authorize,
  CallJob,
  Delivery,
  FileState,
  SessionFile,
  Transport,
} from '../../src/core/contracts.ts'
import { SealDropError } from '../../src/core/errors.ts'
import { didww } from '../../src/providers/didww/transport.ts'
import type { Session, SessionOptions } from '../../src/session/session.ts'
import { startSandbox } from '../contract-tools.ts'
import { pdfOf, type Sandbox, stagesForEachTest } from './session-tools.ts'

let sandbox: Sandbox
const open = stagesForEachTest()

beforeAll(async () => {
  sandbox = await startSandbox('didww', { modulusLength: 2048 })
})
beforeEach(() => sandbox.reset())
afterAll(() => sandbox.close())

/** Counts what our own code has started and not ended: timers, requests, and listeners on what lives on. */
const watchLife = (): { readonly left: () => readonly string[]; readonly stop: () => void } => {
  const alive = new Map<unknown, string>()
  /** The line of our code that asks for it; undefined where it is the test's runner. */
  const caller = (): string | undefined =>
    new Error().stack?.split('\n').find(line => /\/src\/(?!sandbox|testing)/.test(line))
  const keep = (key: unknown, what: string): void => {
    const line = caller()
    if (line) alive.set(key, `${what}${line.replace(/^.*\/src\//, ' of src/')}`)
  }
  const { setTimeout, clearTimeout } = globalThis
  const { addEventListener, removeEventListener } = EventTarget.prototype
  const { send } = XMLHttpRequest.prototype

  vi.stubGlobal('setTimeout', (run: () => void, ms?: number) => {
    const timer = setTimeout(() => {
      alive.delete(timer)
      run()
    }, ms)
    keep(timer, 'timer')
    return timer
  })
  vi.stubGlobal('clearTimeout', (timer?: number) => {
    alive.delete(timer)
    clearTimeout(timer)
  })
  XMLHttpRequest.prototype.send = function (...body) {
    keep(this, 'request')
    addEventListener.call(this, 'loadend', () => alive.delete(this))
    send.apply(this, body)
  }
  const ids = new WeakMap<object, string>()
  const idOf = (thing: object): string => {
    const id = ids.get(thing) ?? crypto.randomUUID()
    ids.set(thing, id)
    return id
  }
  const keyOf = (target: EventTarget, type: string, listener: object): string =>
    [idOf(target), type, idOf(listener)].join()
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    addEventListener.call(this, type, listener, options)
    const target = this ?? window
    // What a request or a worker has goes with it.
    if (!listener || !(target === window || target instanceof AbortSignal)) return
    const key = keyOf(target, type, listener)
    const forget = (): void => void alive.delete(key)
    keep(key, `listener for ${type}`)
    const signal = typeof options === 'object' ? options.signal : undefined
    for (const end of [signal, target])
      if (end instanceof AbortSignal) {
        if (end.aborted) forget()
        else addEventListener.call(end, 'abort', forget)
      }
  }
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    removeEventListener.call(this, type, listener, options)
    if (listener) alive.delete(keyOf(this ?? window, type, listener))
  }
  return {
    left: () => [...alive.values()],
    stop() {
      vi.unstubAllGlobals()
      Object.assign(EventTarget.prototype, { addEventListener, removeEventListener })
      XMLHttpRequest.prototype.send = send
    },
  }
}

let life: ReturnType<typeof watchLife>
beforeEach(() => {
  life = watchLife()
})
afterEach(() => {
  life.stop()
  Reflect.deleteProperty(navigator, 'onLine')
})

const real = (): Transport => didww({ endpoint: sandbox.endpoint })
const batched = (commit: (job: CallJob) => Promise<readonly Delivery[]>): Transport => ({
  ...real(),
  commit: (_, job) => commit(job),
})

/** How a file comes to stand in each phase, and stays there. */
const WAYS: readonly (readonly [
  FileState['phase'],
  string,
  () => Promise<Partial<SessionOptions>> | Partial<SessionOptions>,
  ((session: Session) => void)?,
])[] = [
  ['waiting', 'before its turn', () => ({ parallel: 1 })],
  ['checking', 'while it is read', () => ({})],
  ['ready', 'before it may leave', () => ({ upload: 'manual' })],
  ['sealing', 'while its keys are fetched', () => ({ transport: { ...real(), prescribe: stuck } })],
  ['sealing', 'at its first byte', () => ({})],
  ['sending', 'while authorize is asked', () => ({ authorize: stuckAtUpload })],
  [
    'confirming',
    'while its answer is awaited',
    async () => {
      await sandbox.flip({ stall: { at: 'answer' } })
      return {}
    },
  ],
  [
    'paused',
    'by hand',
    () => ({ authorize: stuckAtUpload }),
    session => session.subscribe(({ state }) => state.phase === 'sending' && session.pause()),
  ],
  [
    'retrying',
    'after a while',
    async () => {
      await sandbox.flip({ status: { code: 503, retryAfter: 60 } })
      return {}
    },
  ],
  ['retrying', 'when the net is back', () => ({ transport: { ...real(), send: noNet } })],
  ['delivered', 'before the others', () => ({ transport: batched(async () => []) })],
  ['committing', 'with its batch', () => ({ transport: batched(stuck) }), finishSoon],
  ['retrying', 'with its batch', () => ({ transport: batched(busy) }), finishSoon],
  [
    'failed',
    'for good',
    async () => {
      await sandbox.flip({ status: { code: 403 } })
      return {}
    },
  ],
  ['done', 'at its end', () => ({})],
  ['cancelled', 'by hand', () => ({}), cancelWhenSending],
]

function stuck(job?: { readonly signal?: AbortSignal }): Promise<never> {
  return new Promise((_, reject) => {
    const { signal } = job ?? {}
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
const stuckAtUpload: Authorize = ({ method }) =>
  method === 'POST' ? stuck() : { 'Api-Key': sandbox.apiKey }

function busy(): Promise<never> {
  return Promise.reject(
    new SealDropError('server', 'busy', { retryable: true, retryAfterMs: 60_000 }),
  )
}
function noNet(): Promise<never> {
  return Promise.reject(new SealDropError('offline', 'no net', { retryable: true }))
}
/** Once there are files: an empty session is finished at once. */
function finishSoon(session: Session): void {
  queueMicrotask(() => void session.finish().catch(() => {}))
}
function cancelWhenSending(session: Session): void {
  session.subscribe(({ id, state }) => state.phase === 'sending' && session.cancel(id))
}

describe('a session that is closed', { timeout: 30_000 }, () => {
  for (const [phase, when, given, act] of WAYS)
    it(`while a file is ${phase} (${when}) leaves no timer, listener or request`, async () => {
      if (when === 'when the net is back')
        Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })
      const { session, reaches } = open(sandbox, await given())
      act?.(session)
      const isThere = reaches(phase === 'waiting' ? 'b.pdf' : 'a.pdf', phase)
      session.add([pdfOf(1000, 'a.pdf', 1), pdfOf(1000, 'b.pdf', 2)])
      await isThere
      session.close()
      await expect.poll(() => life.left(), { timeout: 8_000 }).toEqual([])
      // Nothing comes later, either.
      for (let turn = 0; turn < 5; turn++) await new Promise(requestAnimationFrame)
      expect(life.left()).toEqual([])
      expect(session.files.map(({ state }) => state.phase)).not.toContain('retrying')
    })

  it('by somebody who hears of a change stops all the same, whichever change that is', async () => {
    for (let change = 1; change <= 14; change++) {
      const { session } = open(sandbox)
      let heard = 0
      session.subscribe(() => {
        if (++heard === change) session.close()
      })
      session.add([pdfOf(1000, 'a.pdf', 1), pdfOf(1000, 'b.pdf', 2)])
      await session.settled().catch(() => {})
      session.close()
      await expect
        .poll(() => life.left(), { message: `change ${change}`, timeout: 8_000 })
        .toEqual([])
    }
  })

  it('starts nothing for somebody who adds and retries files as they are cancelled', async () => {
    await sandbox.flip({ status: { code: 403, times: 1 } })
    const { session, reaches } = open(sandbox, { parallel: 1 })
    const files = session.add([pdfOf(1000, 'a.pdf', 1)])
    await reaches('a.pdf', 'failed')
    await sandbox.flip({ stall: { at: 'answer' } })
    session.add([pdfOf(1000, 'b.pdf', 2)])
    await reaches('b.pdf', 'confirming')
    const before = (await sandbox.requests()).length
    const thrown: unknown[] = []
    session.subscribe(({ state }: SessionFile) => {
      if (state.phase !== 'cancelled') return
      session.retry(files[0]?.id)
      try {
        session.add([pdfOf(1000, 'c.pdf', 3)])
      } catch (error) {
        thrown.push(error)
      }
    })
    session.close()
    await session.settled().catch(() => {})
    expect(session.files.map(({ state }) => state.phase)).toEqual(['failed', 'cancelled'])
    expect(thrown).toHaveLength(1)
    await expect.poll(() => life.left(), { timeout: 8_000 }).toEqual([])
    expect((await sandbox.requests()).length).toBe(before)
  })
})
