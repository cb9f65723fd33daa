import type { Job } from './contracts.ts'

/**
 * For calls that nobody can stop. There is one for the whole page and it lives as long, so code that listens on it must remove
 * its listener when the work is done: one that stays is a leak.
 */
export const neverAborted: AbortSignal = new AbortController().signal

/** For work that nobody stops or watches. */
export const backgroundJob: Job = { signal: neverAborted, progress: () => {} }

/**
 * Settles as `work` does, or rejects with `signal.reason` as soon as the signal aborts. The work itself goes on: this is for
 * one of several callers who wait for the same thing and may stop waiting.
 */
export const orAborted = <Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> =>
  new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })

interface Run<Value> {
  readonly promise: Promise<Value>
  readonly controller: AbortController
  waiting: number
  kept: boolean
}

/**
 * One piece of work that several callers wait for. It runs under its own signal, which aborts only when the last of the waiting
 * callers has aborted. A result is kept; a failure is not, so the next caller starts the work again. The work gets the arguments
 * of the caller who starts it: after a 401 these are the headers of the second attempt, not of the first.
 */
export const shared = <Value, Given extends readonly unknown[] = []>(
  work: (signal: AbortSignal, ...given: Given) => Promise<Value>,
): ((signal: AbortSignal, ...given: Given) => Promise<Value>) => {
  let current: Run<Value> | undefined
  return async (signal, ...given) => {
    signal.throwIfAborted()
    if (!current) {
      const controller = new AbortController()
      const run: Run<Value> = {
        promise: work(controller.signal, ...given),
        controller,
        waiting: 0,
        kept: false,
      }
      run.promise.then(
        () => {
          run.kept = true
        },
        () => {
          if (current === run) current = undefined
        },
      )
      current = run
    }
    const joined = current
    joined.waiting++
    try {
      return await orAborted(joined.promise, signal)
    } finally {
      joined.waiting--
      if (joined.waiting === 0 && signal.aborted && !joined.kept) {
        if (current === joined) current = undefined
        joined.controller.abort()
      }
    }
  }
}

/** Whether a call rejected with this because it was aborted. That is no SealDropError. */
export const isAbortError = (thing: unknown): boolean =>
  thing instanceof Error && thing.name === 'AbortError'
