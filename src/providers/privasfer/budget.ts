import { retryAfterMs } from '../../core/answer.ts'
import { SealDropError } from '../../core/errors.ts'
import type { Answer } from '../../core/request.ts'

/** The requests left before the server answers 429, as far as its answers tell. */
export interface RequestBudget {
  /** Throws `rate-limited`, with the time to wait, where the next request would get a 429. */
  check(): void
  /** Whether a request may be made that no upload needs: those leave the last fifth to uploads. */
  hasSpare(): boolean
  /** Runs one request and learns from its answer. Rejects as `check` throws, without running it, and as the request does. */
  spend(ask: () => Promise<Answer>): Promise<Answer>
}

/** Documented. Counted here where CORS hides what the server counts. */
const PER_MINUTE = 300
const MINUTE_MS = 60_000
const RESERVED = 0.2

const numberIn = (answer: Answer, header: string): number | undefined => {
  const value = answer.header(header)?.trim()
  return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : undefined
}

/**
 * Milliseconds until there is a new budget: by `Retry-After`, else by `X-RateLimit-Reset` in seconds since 1970 (inferred, both), which
 * two clocks that differ make useless; else all of `coolDownMs`.
 */
const waitIn = (answer: Answer, coolDownMs: number): number => {
  const reset = (numberIn(answer, 'x-ratelimit-reset') ?? 0) * 1000 - Date.now()
  return retryAfterMs(answer) ?? (reset > 0 ? Math.min(reset, coolDownMs) : coolDownMs)
}

/**
 * 300 requests a minute for each address, of which `X-RateLimit-Remaining` says how many are left (documented). Nothing waits here, or is
 * tried again: a request without a budget is refused with the time until there is one, `coolDownMs` where the server does not say, and
 * `session/retry.ts` decides. Where CORS hides the headers, the budget is not known and every request is made.
 */
export const createBudget = (coolDownMs: number): RequestBudget => {
  let left = Number.POSITIVE_INFINITY
  /** When there is a new budget, in milliseconds since 1970. */
  let renewedAt = 0
  let limit = PER_MINUTE
  /** Requests of our own since then. */
  let minute = { from: 0, requests: 0 }
  /** Requests that are being made, which the last answer could not count. */
  let underWay = 0

  const learn = (answer: Answer): void => {
    const remaining = numberIn(answer, 'x-ratelimit-remaining')
    if (remaining === undefined) return
    left = remaining
    limit = numberIn(answer, 'x-ratelimit-limit') ?? limit
    renewedAt = Date.now() + waitIn(answer, coolDownMs)
  }
  const renew = (): void => {
    if (renewedAt <= Date.now()) left = Number.POSITIVE_INFINITY
    if (minute.from <= Date.now() - MINUTE_MS) minute = { from: Date.now(), requests: 0 }
  }
  const check = (): void => {
    const ms = renewedAt - Date.now()
    renew()
    if (left - underWay > 0) return
    throw new SealDropError('rate-limited', 'The requests of this minute are used up.', {
      retryable: true,
      retryAfterMs: ms,
      outcome: 'unsent',
    })
  }
  return {
    check,
    hasSpare() {
      renew()
      return Math.min(left - underWay, limit - minute.requests) > limit * RESERVED
    },
    async spend(ask) {
      check()
      underWay++
      minute.requests++
      try {
        const answer = await ask()
        learn(answer)
        return answer
      } finally {
        underWay--
      }
    },
  }
}

/** The same error, with the time to wait where a 429 does not say it. */
export const withWait = (
  error: SealDropError,
  answer: Answer,
  coolDownMs: number,
): SealDropError =>
  error.code === 'rate-limited' && error.retryAfterMs === undefined
    ? new SealDropError(error.code, error.message, {
        ...error.facts,
        retryAfterMs: waitIn(answer, coolDownMs),
      })
    : error
