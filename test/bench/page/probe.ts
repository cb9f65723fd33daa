/** How the main thread fared, in milliseconds. */
export interface Strain {
  /** The longest task the browser reported; it reports those over 50. */
  readonly longestTaskMs: number
  /** The longest time in which nothing else got its turn. */
  readonly longestGapMs: number
  /** The time between two turns that 99 of 100 stay below. */
  readonly typicalGapMs: number
}

declare const scheduler: {
  postTask(task: () => void, options: { delay: number }): Promise<void>
}

/** Watches the main thread: the browser's own report of long tasks, and a tick that wants its turn every millisecond. */
export const watchMainThread = (): { stop(): Promise<Strain> } => {
  let longestTaskMs = 0
  const note = (entries: PerformanceEntryList): void => {
    for (const { duration } of entries) longestTaskMs = Math.max(longestTaskMs, duration)
  }
  const observer = new PerformanceObserver(list => note(list.getEntries()))
  observer.observe({ type: 'longtask' })

  const gaps: number[] = []
  let isOver = false
  let last = performance.now()
  const tick = (): void => {
    const now = performance.now()
    gaps.push(now - last)
    last = now
    if (!isOver) void scheduler.postTask(tick, { delay: 1 })
  }
  void scheduler.postTask(tick, { delay: 1 })

  return {
    async stop() {
      isOver = true
      // The browser reports a task after it: two turns later it has.
      for (let turn = 0; turn < 2; turn++) await scheduler.postTask(() => {}, { delay: 20 })
      note(observer.takeRecords())
      observer.disconnect()
      gaps.sort((a, b) => a - b)
      return {
        longestTaskMs,
        longestGapMs: gaps.at(-1) ?? 0,
        typicalGapMs: gaps[Math.floor(gaps.length * 0.99)] ?? 0,
      }
    },
  }
}
