import { orAborted } from '../core/abort.ts'
import { SealDropError } from '../core/errors.ts'

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
    throw new SealDropError('misconfigured', `retryPolicy: ${key} must be a number from 0 up.`)
  }
  return {
    limit: read('limit'),
    delayMs: read('delayMs'),
    maxDelayMs: read('maxDelayMs'),
    maxRetryAfterMs: read('maxRetryAfterMs'),
  }
}

/** What was tried for one file so far. */
export interface Tries {
  /** Retries that counted. */
  readonly retries: number
  /** `authorize` exists, and was not yet asked again after a 401. */
  readonly canReauthorize: boolean
  /** The file was not yet sealed again for new keys. */
  readonly canReseal: boolean
}

export type Verdict =
  | { readonly next: 'wait'; readonly ms: number }
  /** Wait for the net; uses up no retry. */
  | { readonly next: 'online' }
  /** At once, with fresh headers. */
  | { readonly next: 'reauthorize' }
  /** At once, with fresh keys, from the start. */
  | { readonly next: 'reseal' }
  | { readonly next: 'fail' }

/** A number from 0 up to 1, from the cryptographic generator like all our randomness. */
const random = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32

/** The only place that decides to try again. Reads facts the thrower stated, never a message. */
export const decide = (error: SealDropError, tries: Tries, policy: RetryPolicy): Verdict => {
  if (error.code === 'keys-rotated') return { next: tries.canReseal ? 'reseal' : 'fail' }
  if (error.code === 'unauthorized') return { next: tries.canReauthorize ? 'reauthorize' : 'fail' }
  if (error.code === 'offline') return { next: 'online' }
  const asked = error.retryAfterMs ?? 0
  if (!error.retryable || tries.retries >= policy.limit || asked > policy.maxRetryAfterMs)
    return { next: 'fail' }
  const own = Math.min(policy.delayMs * 2 ** tries.retries, policy.maxDelayMs) * (1 - random() / 4)
  return { next: 'wait', ms: Math.max(asked, own) }
}

/** A longer timer would fire at once. */
const MAX_TIMER_MS = 2 ** 31 - 1

const BACK_ONLINE_MS = 1_000

/** Waits so many milliseconds, or until the net is back. Rejects with `signal.reason`; leaves no timer or listener. */
export const wait = async (ms: number | 'online', signal: AbortSignal): Promise<void> => {
  const over = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    await orAborted(
      new Promise<void>(resolve => {
        if (ms !== 'online') timer = setTimeout(resolve, Math.min(ms, MAX_TIMER_MS))
        // Back already; a breath all the same, for who says "offline" without being it.
        else if (navigator.onLine) timer = setTimeout(resolve, BACK_ONLINE_MS)
        else addEventListener('online', () => resolve(), { signal: over.signal })
      }),
      signal,
    )
  } finally {
    clearTimeout(timer)
    over.abort()
  }
}
