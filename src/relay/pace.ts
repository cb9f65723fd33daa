/** So long a body is waited for before it is judged, and then anew. */
const WINDOW_MS = 60_000

/**
 * How fast the bytes of a body come, by the time in which somebody waits for them. Calls `tooSlow` where fewer than so many bytes a second came
 * within a minute of waiting. Chunks only note what came, since there are thousands of them; there is one timer, which looks at the notes when
 * it goes off.
 */
export class Pace {
  readonly #leastBytes: number
  readonly #tooSlow: () => void
  #bytes = 0
  /** Of this minute, before the present wait. */
  #waitedMs = 0
  #waitsSince: number | undefined
  /** Two where the rest is drained while an upstream that has answered still waits for its next bytes. */
  #waiting = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(minBytesPerSecond: number, tooSlow: () => void) {
    this.#leastBytes = (minBytesPerSecond * WINDOW_MS) / 1000
    this.#tooSlow = tooSlow
  }

  startWaiting(): void {
    if (this.#waiting++ > 0) return
    this.#waitsSince = performance.now()
    if (this.#waitedMs >= WINDOW_MS) this.#look()
    else this.#timer ??= setTimeout(() => this.#look(), WINDOW_MS - this.#waitedMs)
  }

  /** So many bytes came. */
  stopWaiting(bytes: number): void {
    this.#bytes += bytes
    if (--this.#waiting > 0) return
    this.#waitedMs = this.#waited()
    this.#waitsSince = undefined
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#waitsSince = undefined
  }

  #waited(): number {
    const since = this.#waitsSince
    return this.#waitedMs + (since === undefined ? 0 : performance.now() - since)
  }

  #look(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#waitsSince === undefined) return
    if (this.#waited() >= WINDOW_MS) {
      if (this.#bytes < this.#leastBytes) {
        this.#tooSlow()
        return
      }
      this.#bytes = 0
      this.#waitedMs = 0
      this.#waitsSince = performance.now()
    }
    this.#timer = setTimeout(() => this.#look(), WINDOW_MS - this.#waited())
  }
}
