import type { LitElement } from 'lit'

/** Rows that come in with one frame: a new one takes about 0.4 ms with its style and layout (measured), and much more on a phone. */
const ROWS_A_FRAME = 12

/** Of more rows a drawing takes milliseconds, whatever little has changed: ten of them a second will do. */
const MANY_ROWS = 200
const TENTH_MS = 100

/** Has the element drawn again later: once, however often it is asked for. */
export class Redraw {
  readonly #element: LitElement
  #frame: number | undefined
  #tenth: ReturnType<typeof setTimeout> | undefined
  #second: ReturnType<typeof setTimeout> | undefined
  /** How many rows have come in. */
  #rows = 0

  constructor(element: LitElement) {
    this.#element = element
  }

  get isDueSoon(): boolean {
    return this.#frame !== undefined || this.#tenth !== undefined
  }
  /** With the next frame, or one of the next: files change more often than anybody can see. */
  soon(): void {
    if (this.#rows <= MANY_ROWS) this.#withNextFrame()
    else this.#tenth ??= setTimeout(() => this.#element.requestUpdate(), TENTH_MS)
  }
  #withNextFrame(): void {
    this.#frame ??= requestAnimationFrame(() => this.#element.requestUpdate())
  }
  /** How many of so many rows are drawn now: the page answers while a thousand come in. */
  rowsOf(count: number): number {
    this.#rows = Math.min(count, this.#rows + ROWS_A_FRAME)
    if (this.#rows < count) this.#withNextFrame()
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
    clearTimeout(this.#tenth)
    this.#tenth = undefined
  }
  stop(): void {
    this.dropFrame()
    clearTimeout(this.#second)
    this.#second = undefined
  }
}
