import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startWorker } from '../../src/thread/start.ts'

/** A worker that says what the test makes it say. */
class FakeWorker extends EventTarget {
  isTerminated = false
  readonly posted: unknown[] = []
  postMessage(message: unknown): void {
    this.posted.push(message)
  }
  terminate(): void {
    this.isTerminated = true
  }
}

let workers: FakeWorker[] = []
/** Grants the Web Lock of the worker, as the browser does when it is gone. */
let grants: (() => void)[] = []

beforeEach(() => {
  vi.useFakeTimers()
  workers = []
  grants = []
  vi.stubGlobal(
    'Worker',
    class extends FakeWorker {
      constructor() {
        super()
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
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const start = () => {
  const receive = vi.fn()
  const died = vi.fn()
  const handle = startWorker({ toString: () => '/worker.js' }, { receive, died })
  const [worker] = workers
  if (!worker) throw new Error('No worker was started.')
  const says = (data: unknown): boolean =>
    worker.dispatchEvent(Object.assign(new Event('message'), { data }))
  return { handle, worker, says, receive, died }
}
const READY = { kind: 'ready', lock: 'sealdrop-1' }

describe('a worker', () => {
  it('that is gone after it was ready has died', () => {
    const { handle, says, died } = start()
    expect(handle.isReady).toBe(false)
    says(READY)
    expect(handle.isReady).toBe(true)
    expect(died).not.toHaveBeenCalled()
    grants[0]?.()
    expect(died).toHaveBeenCalledOnce()
  })

  it('that throws what nobody catches has died, and the page’s console need not repeat it', () => {
    const { worker, died } = start()
    const event = new Event('error', { cancelable: true })
    worker.dispatchEvent(event)
    expect(died).toHaveBeenCalledExactlyOnceWith(event)
    expect(event.defaultPrevented).toBe(true)
  })

  it('that is silent for 20 seconds counts as dead; one that was ready may take its time', () => {
    const silent = start()
    vi.advanceTimersByTime(19_999)
    expect(silent.died).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(silent.died).toHaveBeenCalledOnce()
    workers = []
    const ready = start()
    ready.says(READY)
    vi.advanceTimersByTime(1_000_000)
    expect(ready.died).not.toHaveBeenCalled()
  })

  it('that we end ourselves is not dead, though its lock is granted and its messages come late', () => {
    const { handle, worker, says, receive, died } = start()
    says(READY)
    says({ kind: 'progress', id: 1, done: 1, total: 2 })
    expect(receive).toHaveBeenCalledOnce()
    handle.dispose()
    expect(worker.isTerminated).toBe(true)
    grants[0]?.()
    worker.dispatchEvent(new Event('error'))
    says({ kind: 'progress', id: 1, done: 2, total: 2 })
    vi.advanceTimersByTime(1_000_000)
    expect(died).not.toHaveBeenCalled()
    expect(receive).toHaveBeenCalledOnce()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('that we end before it is ready leaves no timer', () => {
    const { handle } = start()
    handle.dispose()
    expect(vi.getTimerCount()).toBe(0)
  })
})
