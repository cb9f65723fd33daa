import type { LitElement } from 'lit'

/** Has the element drawn again later: once, however often it is asked for. */
export class Redraw {
  readonly #element: LitElement
  #frame: number | undefined
  #second: ReturnType<typeof setTimeout> | undefined

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
