import type { LitElement } from 'lit'
import { aTask } from '../../core/pace.ts'

/** Rows that come in with one frame: a new one takes about 0.4 ms with its style and layout (measured), and much more on a phone. */
const ROWS_A_FRAME = 12

/** Of more rows a drawing takes milliseconds, whatever little has changed: ten of them a second will do. */
const MANY_ROWS = 200
const TENTH_MS = 100

/** Has the element drawn again later: once, however often it is asked for. */
export class Redraw {
  readonly #element: LitElement
  /** In the next task. */
  #isNext = false
  #frame: number | undefined
  #tenth: ReturnType<typeof setTimeout> | undefined
  #second: ReturnType<typeof setTimeout> | undefined
  /** How many rows have come in. */
  #rows = 0

  constructor(element: LitElement) {
    this.#element = element
  }

  get isDueSoon(): boolean {
    return this.#isNext || this.#frame !== undefined || this.#tenth !== undefined
  }
  /** After the next frame, or one of the next: files change more often than anybody can see. */
  soon(): void {
    if (this.#rows <= MANY_ROWS) this.#afterFrame()
    else this.#tenth ??= setTimeout(() => this.#element.requestUpdate(), TENTH_MS)
  }
  /**
   * In a task of its own, also where nobody sees the page. On a phone to draw a row takes as long as to take its file in, or as
   * the frame takes to lay it out.
   */
  next(): void {
    if (this.#isNext) return
    this.#isNext = true
    void aTask().then(() => {
      if (this.#isNext) this.#element.requestUpdate()
    })
  }
  #afterFrame(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined
      this.next()
    })
  }
  /** How many of so many rows are drawn now: the page answers while a thousand come in. */
  rowsOf(count: number): number {
    this.#rows = Math.min(count, this.#rows + ROWS_A_FRAME)
    if (this.#rows < count) this.#afterFrame()
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
    this.#isNext = false
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
