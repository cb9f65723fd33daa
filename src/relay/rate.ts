import { HttpError } from '../core/relay/http-error.ts'

const MINUTE_MS = 60_000

/** Counts requests of each client in windows of a minute, in memory. Throws 429 with `Retry-After` beyond `perMinute`. */
export const createRateLimit = (perMinute: number | undefined): ((client: string) => void) => {
  if (perMinute === undefined) return () => {}
  let windows = new Map<string, { readonly since: number; count: number }>()
  let pruned = Date.now()
  return client => {
    const now = Date.now()
    if (now - pruned >= MINUTE_MS) {
      windows = new Map([...windows].filter(([, { since }]) => now - since < MINUTE_MS))
      pruned = now
    }
    const last = windows.get(client)
    const window = last && now - last.since < MINUTE_MS ? last : { since: now, count: 0 }
    windows.set(client, window)
    window.count++
    if (window.count > perMinute)
      throw new HttpError(429, 'Too many requests; wait a moment.', {
        'Retry-After': String(Math.ceil((window.since + MINUTE_MS - now) / 1000)),
      })
  }
}
