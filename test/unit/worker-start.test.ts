import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { VERSION } from '../../src/core/version.ts'
import { createStarter, type WorkerHandle } from '../../src/thread/start.ts'

/** A worker that says what the test makes it say. */
class FakeWorker extends EventTarget {
  readonly url: string
  isTerminated = false
  readonly posted: unknown[] = []
  constructor(url: { toString(): string }) {
    super()
    this.url = String(url)
  }
  postMessage(message: unknown): void {
    this.posted.push(message)
  }
  terminate(): void {
    this.isTerminated = true
  }
  says(data: unknown): boolean {
    return this.dispatchEvent(Object.assign(new Event('message'), { data }))
  }
  fails(): Event {
    const event = new Event('error', { cancelable: true })
    this.dispatchEvent(event)
    return event
  }
}

let workers: FakeWorker[] = []
/** Grants the Web Lock of the worker, as the browser does when it is gone. */
let grants: (() => void)[] = []
const told = vi.fn()

vi.mock('../../src/thread/worker-text.ts', () => ({ workerText: 'its text' }))

beforeEach(() => {
  vi.useFakeTimers()
  workers = []
  grants = []
  told.mockReset()
  vi.stubGlobal('reportError', told)
  vi.stubGlobal(
    'Worker',
    class extends FakeWorker {
      constructor(url: string) {
        super(url)
        workers.push(this)
      }
    },
  )
  vi.stubGlobal('navigator', {
    locks: {
      request: (_name: string, _options: object, granted: () => void) =>
        new Promise<void>(resolve => {
          grants.push(() => {
            granted()
            resolve()
          })
        }),
    },
  })
  vi.stubGlobal('self', globalThis)
  vi.stubGlobal('document', { baseURI: 'https://site.example/' })
  // Node 20 has none.
  vi.stubGlobal('Promise', Promise)
  Promise.withResolvers ??= function withResolvers<Value>(): PromiseWithResolvers<Value> {
    let resolve: (value: Value | PromiseLike<Value>) => void = () => {}
    let reject: (reason?: unknown) => void = () => {}
    const promise = new Promise<Value>((...both) => {
      ;[resolve, reject] = both
    })
    return { promise, resolve, reject }
  }
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const READY = { kind: 'ready', lock: 'sealdrop-1', version: VERSION }
const madeByThePage = { toString: () => '/site/worker.js' }

/** The worker that was made as the `n`th, once it is there. No time passes meanwhile. */
const made = async (n: number): Promise<FakeWorker> => {
  for (;;) {
    await vi.advanceTimersByTimeAsync(0)
    const worker = workers[n - 1]
    if (worker) return worker
  }
}

const begin = (start = createStarter(madeByThePage)) => {
  const receive = vi.fn()
  const died = vi.fn()
  const end = new AbortController()
  const handle: Promise<WorkerHandle> = start({ receive, died }, end.signal)
  handle.catch(() => {})
  return { start, handle, receive, died, end }
}

describe('a worker', () => {
  it('is there when it says that it is ready, and not before', async () => {
    const { handle, died } = begin()
    const worker = await made(1)
    const settled = vi.fn()
    void handle.then(settled)
    await vi.advanceTimersByTimeAsync(19_999)
    expect(settled).not.toHaveBeenCalled()
    worker.says(READY)
    ;(await handle).post({ kind: 'abort', id: 1 })
    expect(worker.posted).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1_000_000)
    expect(died).not.toHaveBeenCalled()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('that is gone after it was ready has died', async () => {
    const { handle, died } = begin()
    ;(await made(1)).says(READY)
    await handle
    expect(died).not.toHaveBeenCalled()
    grants[0]?.()
    expect(died).toHaveBeenCalledOnce()
  })

  it('that throws what nobody catches has died, and the page’s console need not repeat it', async () => {
    const { handle, died } = begin()
    const worker = await made(1)
    worker.says(READY)
    await handle
    const event = worker.fails()
    expect(died).toHaveBeenCalledExactlyOnceWith(event)
    expect(event.defaultPrevented).toBe(true)
  })

  it('that we end ourselves is not dead, though its lock is granted and its messages come late', async () => {
    const { handle, end, receive, died } = begin()
    const worker = await made(1)
    worker.says(READY)
    await handle
    worker.says({ kind: 'progress', id: 1, done: 1, total: 2 })
    expect(receive).toHaveBeenCalledOnce()
    end.abort()
    expect(worker.isTerminated).toBe(true)
    grants[0]?.()
    worker.fails()
    worker.says({ kind: 'progress', id: 1, done: 2, total: 2 })
    await vi.advanceTimersByTimeAsync(1_000_000)
    expect(died).not.toHaveBeenCalled()
    expect(receive).toHaveBeenCalledOnce()
  })

  it('that nobody needs any more before it is ready is ended, and leaves no timer', async () => {
    const { handle, end } = begin()
    const worker = await made(1)
    end.abort(new Error('Nobody needs it.'))
    await expect(handle).rejects.toThrow('Nobody needs it.')
    expect(worker.isTerminated).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
    expect(told).not.toHaveBeenCalled()
  })
})

describe('a way that fails', () => {
  it('by an error makes room for the next, and the developer is told once what to change', async () => {
    const { handle, start } = begin()
    const first = await made(1)
    expect(first.url).toBe('/site/worker.js')
    const event = first.fails()
    expect(event.defaultPrevented).toBe(true)
    const second = await made(2)
    second.says(READY)
    await handle
    expect(first.isTerminated).toBe(true)
    expect(told).toHaveBeenCalledOnce()
    expect(told.mock.lastCall?.[0]).toMatchObject({
      code: 'misconfigured',
      message: expect.stringContaining('worker-url /site/worker.js'),
    })

    const again = begin(start)
    const third = await made(3)
    expect(third.url).toMatch(/^blob:/)
    third.says(READY)
    await again.handle
    expect(told).toHaveBeenCalledOnce()
  })

  it('by silence is left after 20 seconds', async () => {
    const { handle } = begin()
    const first = await made(1)
    first.says('good morning')
    first.says(null)
    await vi.advanceTimersByTimeAsync(19_999)
    expect(workers).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    const second = await made(2)
    expect(first.isTerminated).toBe(true)
    second.says(READY)
    await handle
    expect(vi.getTimerCount()).toBe(0)
  })

  it('as the last one is "misconfigured", with all that was tried; told once, tried again from the first', async () => {
    const start = createStarter(madeByThePage)
    for (const round of [0, 1]) {
      const { handle } = begin(start)
      for (const n of [1, 2]) (await made(2 * round + n)).fails()
      const error = await handle.catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ code: 'misconfigured' })
      expect((error as Error).message).toMatch(
        /worker-url \/site\/worker\.js; a blob: script with its text.*"worker-src /,
      )
    }
    expect(workers.map(({ url }) => url.slice(0, 5))).toEqual(['/site', 'blob:', '/site', 'blob:'])
    expect(told).toHaveBeenCalledOnce()
  })

  it('gives its blob: URL back', async () => {
    const revoke = vi.spyOn(URL, 'revokeObjectURL')
    const { handle } = begin()
    ;(await made(1)).fails()
    const second = await made(2)
    expect(revoke).not.toHaveBeenCalled()
    second.says(READY)
    await handle
    expect(revoke.mock.calls).toEqual([[second.url]])
    revoke.mockRestore()
  })
})

describe('without a network', () => {
  it('it is "offline" and nobody’s fault: nothing is told, and it may be tried again', async () => {
    vi.stubGlobal('navigator', { ...navigator, onLine: false })
    const { handle } = begin()
    for (const n of [1, 2]) (await made(n)).fails()
    await expect(handle).rejects.toMatchObject({ code: 'offline', retryable: true })
    expect(told).not.toHaveBeenCalled()
  })
})

describe('a worker of another version', () => {
  it.each([
    ['9.9.9', 1],
    [undefined, 1],
    ['9.9.9', 2],
  ])('(%s), by way %i, is "misconfigured": no other way is tried', async (version, way) => {
    const { handle } = begin()
    for (let failed = 1; failed < way; failed++) (await made(failed)).fails()
    const worker = await made(way)
    worker.says({ ...READY, version })
    await expect(handle).rejects.toMatchObject({
      code: 'misconfigured',
      message: expect.stringMatching(new RegExp(`${version}.*${VERSION.replaceAll('.', '\\.')}`)),
    })
    expect(worker.isTerminated).toBe(true)
    expect(workers).toHaveLength(way)
    expect(told).toHaveBeenCalledOnce()
  })
})
