/** Counts the time in which the relay waits for a provider, without that in which it waits for the visitor meanwhile. */
export const createTiming = (
  visitorMs: () => number,
): {
  readonly timed: <Value>(work: () => Promise<Value>) => Promise<Value>
  readonly upstreamMs: () => number
} => {
  let total = 0
  return {
    upstreamMs: () => total,
    async timed(work) {
      const started = performance.now()
      const waitedBefore = visitorMs()
      try {
        return await work()
      } finally {
        const elapsed = performance.now() - started
        total += Math.max(0, elapsed - (visitorMs() - waitedBefore))
      }
    },
  }
}
