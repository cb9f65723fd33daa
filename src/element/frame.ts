/** Draws with the next frame, however often it is asked to. */
export class NextFrame {
  readonly #draw: () => void
  #frame: number | undefined

  constructor(draw: () => void) {
    this.#draw = draw
  }

  get isAsked(): boolean {
    return this.#frame !== undefined
  }
  ask(): void {
    this.#frame ??= requestAnimationFrame(this.#draw)
  }
  drop(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame)
    this.#frame = undefined
  }
}
