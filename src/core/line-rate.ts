import { pageState } from './page-state.ts'

/** Bytes a second. What is believed of a line as long as nothing is known of it: slow enough for a phone on a train. */
const UNKNOWN_RATE = 16_000
/** A server that thinks long looks like a slow line. Slower than GPRS is none, and waits must end. */
const MIN_RATE = 4_000
/** Smaller bodies say nothing: most of their time is the connection's and the server's. */
const MIN_BYTES = 65_536

/** By origin, for all that this page sends: the slowest rate at which a body was sent and answered, in bytes a second. */
const slowestRates = (): Map<string, number> => pageState('rates-1', () => new Map())

/** How many bytes a second reach this origin at least, as far as can be known: half of the slowest seen. */
export const believedRate = (origin: string): number =>
  Math.max(MIN_RATE, (slowestRates().get(origin) ?? UNKNOWN_RATE * 2) / 2)

/**
 * A server of this origin has taken a whole body. `ms`: from the request's start to its answer. What a browser counts as sent says
 * nothing: it has only left for the buffers of the system, of a proxy or of a filter.
 */
export const noteDelivered = (origin: string, bytes: number, ms: number): void => {
  if (bytes < MIN_BYTES) return
  const rate = (bytes / Math.max(1, ms)) * 1_000
  const slowest = slowestRates()
  slowest.set(origin, Math.min(slowest.get(origin) ?? Number.POSITIVE_INFINITY, rate))
}
