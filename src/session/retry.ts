import { misconfigured, type SealDropError } from '../core/errors.ts'
import { sleep } from '../core/timer.ts'

/** When and how often to try again. */
export interface RetryPolicy {
  /** Tries after the first one, for one file (5). */
  readonly limit: number
  /** Wait before the first retry, in milliseconds (1,000); doubles each time, with up to a quarter taken off at random. */
  readonly delayMs: number
  /** The longest wait of our own, in milliseconds (30,000). */
  readonly maxDelayMs: number
  /** The longest `Retry-After` that is waited for, in milliseconds (300,000); a longer one fails the file, which keeps it for a retry by hand. */
  readonly maxRetryAfterMs: number
}

export const defaultRetryPolicy: RetryPolicy = {
  limit: 5,
  delayMs: 1_000,
  maxDelayMs: 30_000,
  maxRetryAfterMs: 300_000,
}

/** What is left out is as by default. Throws `misconfigured` for what is no number from 0 up. */
export const parsePolicy = (policy: Partial<RetryPolicy> = {}): RetryPolicy => {
  const read = (key: keyof RetryPolicy): number => {
    const value = policy[key] ?? defaultRetryPolicy[key]
    if (typeof value === 'number' && value >= 0) return value
    throw misconfigured(`retryPolicy: ${key} must be a number from 0 up.`)
  }
  return {
    limit: read('limit'),
    delayMs: read('delayMs'),
    maxDelayMs: read('maxDelayMs'),
    maxRetryAfterMs: read('maxRetryAfterMs'),
  }
}

/** What one file, or one batch that is being committed, may still try. `recover` counts it down. */
export interface Tries {
  /** Retries that counted. */
  retries: number
  /** `authorize` was not yet asked again after a 401. */
  canReauthorize: boolean
  /** The file was not yet sealed again for new keys. */
  canReseal: boolean
}

export const ALL_TRIES: Readonly<Tries> = { retries: 0, canReauthorize: true, canReseal: true }

export type Verdict =
  | { readonly next: 'wait'; readonly ms: number }
  /** Wait for the network; uses up no retry. */
  | { readonly next: 'online' }
  /** At once, with fresh headers. */
  | { readonly next: 'reauthorize' }
  /** At once, with fresh keys, from the start. */
  | { readonly next: 'reseal' }
  | { readonly next: 'fail' }

/** A number from 0 up to 1, from the cryptographic generator like all our randomness. */
const random = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32

/**
 * The only place that decides to try again. Reads facts the thrower stated, never a message: `code`, `retryable`,
 * `retryAfterMs`. Where the outcome is `unknown`, whoever sends again asks the transport to look first (`uncertain`).
 */
export const decide = (
  error: SealDropError,
  tries: Readonly<Tries>,
  policy: RetryPolicy,
): Verdict => {
  if (error.code === 'keys-rotated') return { next: tries.canReseal ? 'reseal' : 'fail' }
  if (error.code === 'unauthorized') return { next: tries.canReauthorize ? 'reauthorize' : 'fail' }
  // A file that has left, and that nobody can look for, is not sent again by itself.
  const isSafe = error.retryable || error.outcome !== 'unknown'
  if (error.code === 'offline' && isSafe) return { next: 'online' }
  const asked = error.retryAfterMs ?? 0
  if (!error.retryable || tries.retries >= policy.limit || asked > policy.maxRetryAfterMs)
    return { next: 'fail' }
  const own = Math.min(policy.delayMs * 2 ** tries.retries, policy.maxDelayMs) * (1 - random() / 4)
  return { next: 'wait', ms: Math.max(asked, own) }
}

/** When the next try comes: in milliseconds since 1970, when the network is back, or at once. */
export type RetryTime = number | 'online' | 'now'

/** Told of each try to come, before the wait for it; returns false where there must be none. */
export type AnnounceRetry = (at: RetryTime, next: Exclude<Verdict['next'], 'fail'>) => boolean

/** Decides what follows an error, counts it, announces the next try, and waits for it. Rejects with `signal.reason`. */
export const recover = async (
  error: SealDropError,
  tries: Tries,
  policy: RetryPolicy,
  announce: AnnounceRetry,
  signal: AbortSignal,
): Promise<'again' | 'fail' | 'stop'> => {
  const verdict = decide(error, tries, policy)
  const { next } = verdict
  if (next === 'fail') return 'fail'
  if (next === 'wait') tries.retries++
  if (next === 'reauthorize') tries.canReauthorize = false
  if (next === 'reseal') tries.canReseal = false
  const delay = next === 'wait' ? verdict.ms : next === 'online' ? 'online' : undefined
  const at = typeof delay === 'number' ? Date.now() + delay : (delay ?? 'now')
  if (!announce(at, next)) return 'stop'
  if (delay !== undefined) await wait(delay, signal)
  return 'again'
}

/** A browser may say "online" right after a request failed as offline: without a pause the next try would fail as well. */
const BACK_ONLINE_MS = 1_000
/** A device that slept does not count that time, and one that was frozen hears no event: so both are looked at each second. */
const LOOK_MS = 1_000

/** Waits until that time has passed on either clock: one may stand still while the device sleeps, the other may be set back. */
const waitMs = async (ms: number, signal: AbortSignal): Promise<void> => {
  const end = performance.now() + ms
  const at = Date.now() + ms
  let left = ms
  do {
    await sleep(Math.min(left, LOOK_MS), signal)
    left = Math.min(end - performance.now(), at - Date.now())
  } while (left > 0)
}

const untilOnline = async (signal: AbortSignal): Promise<void> => {
  const over = new AbortController()
  const end = (): void => over.abort()
  if (signal.aborted) end()
  signal.addEventListener('abort', end, { signal: over.signal })
  addEventListener('online', end, { signal: over.signal })
  while (!over.signal.aborted && !navigator.onLine)
    await sleep(LOOK_MS, over.signal).catch(() => {}) // it was ended: the loop sees that
  end()
  signal.throwIfAborted()
}

/** Waits so many milliseconds, or until the network is back. Rejects with `signal.reason`; leaves no timer or listener. */
export const wait = async (ms: number | 'online', signal: AbortSignal): Promise<void> => {
  if (ms !== 'online') return waitMs(ms, signal)
  if (!navigator.onLine) await untilOnline(signal)
  else await waitMs(BACK_ONLINE_MS, signal)
}
