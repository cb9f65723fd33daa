/** Counts the time in which the relay waits for a provider, without that in which it waits for the visitor meanwhile. */
export const createTiming = (visitor: {
  readonly waitedMs: number
}): {
  readonly timed: <Value>(work: () => Promise<Value>) => Promise<Value>
  readonly upstreamMs: () => number
} => {
  let total = 0
  return {
    upstreamMs: () => total,
    async timed(work) {
      const started = performance.now()
      const waitedBefore = visitor.waitedMs
      try {
        return await work()
      } finally {
        const elapsed = performance.now() - started
        total += Math.max(0, elapsed - (visitor.waitedMs - waitedBefore))
      }
    },
  }
}
