/** So long a body is waited for before it is judged, and then anew. */
const WINDOW_MS = 60_000

/** How fast the bytes of a body come, by the time in which somebody waits for them. */
export interface Pace {
  startWaiting(): void
  stopWaiting(): void
  count(bytes: number): void
  stop(): void
}

/**
 * Calls `tooSlow` where fewer than so many bytes a second came within a minute of waiting. Chunks only note what came, since there are
 * thousands of them; there is one timer, which looks at the notes when it goes off.
 */
export const createPace = (minBytesPerSecond: number, tooSlow: () => void): Pace => {
  const least = (minBytesPerSecond * WINDOW_MS) / 1000
  let bytes = 0
  /** Of this minute, before the present wait. */
  let waitedMs = 0
  let waitsSince: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const waited = (): number =>
    waitedMs + (waitsSince === undefined ? 0 : performance.now() - waitsSince)
  const look = (): void => {
    clearTimeout(timer)
    timer = undefined
    if (waitsSince === undefined) return
    if (waited() >= WINDOW_MS) {
      if (bytes < least) {
        tooSlow()
        return
      }
      bytes = 0
      waitedMs = 0
      waitsSince = performance.now()
    }
    timer = setTimeout(look, WINDOW_MS - waited())
  }
  return {
    startWaiting() {
      waitsSince = performance.now()
      if (waitedMs >= WINDOW_MS) look()
      else timer ??= setTimeout(look, WINDOW_MS - waitedMs)
    },
    stopWaiting() {
      waitedMs = waited()
      waitsSince = undefined
    },
    count(came) {
      bytes += came
    },
    stop() {
      clearTimeout(timer)
      waitsSince = undefined
    },
  }
}
