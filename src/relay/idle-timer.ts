/**
 * Calls `expire` when it was not restarted for `ms`. A restart only notes the time, since it happens for every chunk of every body; the
 * timer itself looks at that note when it goes off, and sleeps on for what is left.
 */
export class IdleTimer {
  readonly #ms: number
  readonly #expire: () => void
  #timer: ReturnType<typeof setTimeout> | undefined
  #restartedAt = 0

  constructor(ms: number, expire: () => void) {
    this.#ms = ms
    this.#expire = expire
  }

  /** Something moved: the time starts anew. */
  restart(): void {
    this.#restartedAt = performance.now()
    this.#timer ??= setTimeout(() => this.#check(), this.#ms)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #check(): void {
    const left = this.#restartedAt + this.#ms - performance.now()
    this.#timer = left > 0 ? setTimeout(() => this.#check(), left) : undefined
    if (!this.#timer) this.#expire()
  }
}
