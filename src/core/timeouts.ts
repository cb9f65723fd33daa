import type { Timeouts } from './contracts.ts'
import { misconfigured } from './errors.ts'
import { MAX_TIMER_MS } from './timer.ts'

const NAMES = ['connect', 'stall', 'answer']

/** Throws `misconfigured` for timeouts that no request could keep to. */
export const checkTimeouts = (timeouts: unknown): void => {
  if (timeouts === undefined) return
  if (typeof timeouts !== 'object' || timeouts === null || Array.isArray(timeouts))
    throw misconfigured('timeouts must be an object, such as { answer: 120000 }.')
  for (const [name, ms] of Object.entries(timeouts as Readonly<Record<string, unknown>>)) {
    if (!NAMES.includes(name)) throw misconfigured(`timeouts: only ${NAMES.join(', ')} are known.`)
    if (ms !== undefined && !(typeof ms === 'number' && ms > 0 && ms <= MAX_TIMER_MS))
      throw misconfigured(`timeouts: ${name} must be milliseconds, from 1 to ${MAX_TIMER_MS}.`)
  }
}

/** The timeouts of one request: each one of the transport's own wins over the one of the page. */
export const mergeTimeouts = (
  page: Timeouts | undefined,
  transport: Timeouts | undefined,
): Timeouts => {
  const known = [page, transport].flatMap(given => Object.entries(given ?? {}))
  return Object.fromEntries(known.filter(([, ms]) => ms !== undefined))
}
