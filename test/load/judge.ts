import type { Measured } from './measure.ts'
import type { Logged } from './messages.ts'

/** Reasons that say nothing: something else was thrown than what the relay knows. */
const NO_REASONS: readonly string[] = ['', 'unknown']

const reasonsOf = (heard: string, logged: Logged): readonly string[] =>
  Object.keys(logged[heard] ?? {}).filter(reason => !NO_REASONS.includes(reason))

/** Whether the words of an answer are a reason by themselves: every failure on the way is a `bad-gateway`. */
const saysWhy = (heard: string): boolean => /^\d{3} (?!bad-gateway$|undefined$)[a-z-]+$/.test(heard)

/** As `3 x 502 bad-gateway (dns)`. */
export const failuresOf = ({ client, relay }: Measured): readonly string[] =>
  Object.entries(client.failures).map(([heard, count]) => {
    const reasons = reasonsOf(heard, relay.logged)
    return `${count} x ${heard}${reasons.length > 0 ? ` (${reasons.join(', ')})` : ''}`
  })

/** What is wrong with a measurement, in words. None where each error has a reason, and all count the same. */
export const problemsOf = (
  measured: Measured,
  mostMib: number = Number.POSITIVE_INFINITY,
  /** Not to a bucket. */
  passRelay = true,
): string[] => {
  const { client, relay, upstream } = measured
  const problems: string[] = []
  for (const [heard, count] of Object.entries(client.failures)) {
    const isKnown = saysWhy(heard) && relay.logged[heard]
    if (!isKnown && reasonsOf(heard, relay.logged).length === 0)
      problems.push(`${count} uploads failed without a reason: ${heard}`)
  }
  if (client.stored === 0) problems.push('nothing was stored')
  const hasFailed = Object.keys(client.failures).length > 0
  // What failed may have arrived in part, or whole.
  const agree = (one: number, other: number): boolean => (hasFailed ? one <= other : one === other)
  if (!agree(client.stored, upstream.uploads))
    problems.push(`${client.stored} uploads were answered, and ${upstream.uploads} arrived`)
  if (!agree(client.bytes, upstream.bytes))
    problems.push(`${client.bytes} bytes were sent, and ${upstream.bytes} arrived`)
  const passed = passRelay ? client.bytes : 0
  if (!agree(passed, relay.bytes))
    problems.push(`${passed} bytes were sent, and the relay logged ${relay.bytes}`)
  if (relay.peak > mostMib)
    problems.push(`the relay took ${Math.ceil(relay.peak)} MiB, of at most ${mostMib}`)
  return problems
}
