import { HttpError } from '../core/relay/http-error.ts'

export const MINUTE_MS = 60_000
/** Who has that many names is not kept by counting them, and must not fill the memory. The oldest go first. */
const MAX_NAMES = 100_000

/** Counts what each one does in windows of a minute, in memory. */
export interface RateLimit {
  /** Throws 429 with `Retry-After` for who has done it `perMinute` times. */
  check(name: string): void
  /** Throws 429 with `Retry-After` for who has now done it more than `perMinute` times. */
  count(name: string): void
}

export const tooMany = (secondsLeft: number): HttpError =>
  new HttpError(429, 'Too many requests; wait a moment.', {
    'Retry-After': String(Math.ceil(secondsLeft)),
  })

interface Window {
  readonly since: number
  count: number
}

export const createRateLimit = (perMinute: number | undefined): RateLimit => {
  if (perMinute === undefined) return { check: () => {}, count: () => {} }
  let windows = new Map<string, Window>()
  let pruned = Date.now()
  const windowOf = (name: string, now: number): Window => {
    const last = windows.get(name)
    return last && now - last.since < MINUTE_MS ? last : { since: now, count: 0 }
  }
  const secondsLeft = ({ since }: Window, now: number): number => (since + MINUTE_MS - now) / 1000
  return {
    check(name) {
      const now = Date.now()
      const window = windowOf(name, now)
      if (window.count >= perMinute) throw tooMany(secondsLeft(window, now))
    },
    count(name) {
      const now = Date.now()
      if (now - pruned >= MINUTE_MS) {
        windows = new Map([...windows].filter(([, { since }]) => now - since < MINUTE_MS))
        pruned = now
      }
      const window = windowOf(name, now)
      windows.set(name, window)
      window.count++
      for (const [oldest] of windows) {
        if (windows.size <= MAX_NAMES) break
        windows.delete(oldest)
      }
      if (window.count > perMinute) throw tooMany(secondsLeft(window, now))
    },
  }
}
