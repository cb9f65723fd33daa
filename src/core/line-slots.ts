import { pageState } from './page-state.ts'

/**
 * To one origin at once. Over HTTP/1.1 a browser has six connections to it for all of a page, and a request that waits there for
 * one looks like a server that takes nothing. Ours wait here, where no clock runs yet.
 */
export const MAX_REQUESTS = 4

interface Queue {
  open: number
  /** Each lets one more request begin, in the order in which they came. */
  readonly waiting: Set<() => void>
}

/** By origin. */
const allQueues = (): Map<string, Queue> => pageState('queues-1', () => new Map())

/**
 * Resolves when a request to this origin may begin; what it resolves with must be called when that is over. Rejects with
 * `signal.reason`. Whoever has a slot must not wait for another request.
 */
export const takeSlot = async (origin: string, signal: AbortSignal): Promise<() => void> => {
  signal.throwIfAborted()
  const queues = allQueues()
  const queue = queues.get(origin) ?? { open: 0, waiting: new Set() }
  queues.set(origin, queue)
  if (queue.open < MAX_REQUESTS) queue.open++
  else await turnIn(queue, signal)

  return () => {
    const [next] = queue.waiting
    // The slot goes over to whoever waits longest.
    if (next) {
      queue.waiting.delete(next)
      next()
    } else if (--queue.open === 0) queues.delete(origin)
  }
}

/** Resolves when a slot was handed over; leaves the queue as soon as the signal aborts. */
const turnIn = ({ waiting }: Queue, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const begin = (): void => {
      signal.removeEventListener('abort', leave)
      resolve()
    }
    const leave = (): void => {
      waiting.delete(begin)
      reject(signal.reason)
    }
    waiting.add(begin)
    signal.addEventListener('abort', leave, { once: true })
  })
