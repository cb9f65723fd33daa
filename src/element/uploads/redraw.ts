import type { LitElement } from 'lit'

/** Rows that come in with one frame: a new one takes about 0.4 ms with its style and layout (measured), and much more on a phone. */
const ROWS_A_FRAME = 25

/** Has the element drawn again later: once, however often it is asked for. */
export class Redraw {
  readonly #element: LitElement
  #frame: number | undefined
  #second: ReturnType<typeof setTimeout> | undefined
  /** How many rows have come in. */
  #rows = 0

  constructor(element: LitElement) {
    this.#element = element
  }

  get isDueSoon(): boolean {
    return this.#frame !== undefined
  }
  /** With the next frame: files change more often than anybody can see. */
  soon(): void {
    this.#frame ??= requestAnimationFrame(() => this.#element.requestUpdate())
  }
  /** How many of so many rows are drawn now: the page answers while a thousand come in. */
  rowsOf(count: number): number {
    this.#rows = Math.min(count, this.#rows + ROWS_A_FRAME)
    if (this.#rows < count) this.soon()
    return this.#rows
  }
  /** For rows that count seconds down. */
  inASecond(): void {
    this.#second ??= setTimeout(() => {
      this.#second = undefined
      this.#element.requestUpdate()
    }, 1000)
  }
  /** The element is being drawn now. */
  dropFrame(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame)
    this.#frame = undefined
  }
  stop(): void {
    this.dropFrame()
    clearTimeout(this.#second)
    this.#second = undefined
  }
}
