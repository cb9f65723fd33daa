import { orAborted } from './abort.ts'

/** A timer of the platform holds 31 bits of milliseconds; with more it fires at once. */
export const MAX_TIMER_MS: number = 2 ** 31 - 1

interface Timer {
  readonly elapsed: Promise<void>
  clear(): void
}

const startTimer = (ms: number): Timer => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const elapsed = new Promise<void>(resolve => {
    timer = setTimeout(resolve, Math.min(ms, MAX_TIMER_MS))
  })
  return { elapsed, clear: () => clearTimeout(timer) }
}

/** Resolves after so many milliseconds; rejects with `signal.reason` as soon as that aborts. Leaves no timer or listener. */
export const sleep = (ms: number, signal: AbortSignal): Promise<void> => {
  const { elapsed, clear } = startTimer(ms)
  return orAborted(elapsed, signal).finally(clear)
}

/**
 * Settles as `work` does, or, when that takes more than so many milliseconds, with what `onTimeout` returns or throws. The
 * work itself goes on. Leaves no timer.
 */
export const withTimeout = <Value>(
  work: Promise<Value>,
  ms: number,
  onTimeout: () => Value,
): Promise<Value> => {
  const { elapsed, clear } = startTimer(ms)
  return Promise.race([work, elapsed.then(onTimeout)]).finally(clear)
}

/** A timer this late did not wait for its turn: the device slept, or its clock was set. */
const ASLEEP_MS = 5_000

/**
 * Calls back after so many milliseconds. Where the device slept meanwhile nothing could move, so it gets the same time once more.
 * Gives what stops it.
 */
export const startLimit = (ms: number, isOver: () => void): (() => void) => {
  const wait = Math.min(ms, MAX_TIMER_MS)
  const startedAt = Date.now()
  let timer = setTimeout(() => {
    if (Date.now() - startedAt - wait < ASLEEP_MS) isOver()
    else timer = setTimeout(isOver, wait)
  }, wait)
  return () => clearTimeout(timer)
}
