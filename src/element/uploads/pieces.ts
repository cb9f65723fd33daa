/** Does long work in pieces, one work after the other, so that the page answers in between. */
export class Pieces {
  /** Begun or waiting, without the one that is at work right now. */
  readonly #works: Generator<void>[] = []
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Does the first piece at once, unless another work is not done yet. */
  do(work: Generator<void>): void {
    if (this.#timer === undefined) this.#work(work)
    else this.#works.push(work)
  }
  /** Does all that is left, now. */
  finish(): void {
    while (this.#works.length > 0) this.#next()
  }
  /** Resolves when nothing is left of all that was begun before. */
  done(): Promise<void> {
    return new Promise(resolve => this.do(last(resolve)))
  }

  #next(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const work = this.#works.shift()
    if (work) this.#work(work)
  }
  #work(work: Generator<void>): void {
    if (!work.next().done) this.#works.unshift(work)
    if (this.#works.length > 0) this.#timer ??= setTimeout(() => this.#next())
  }
}

// biome-ignore lint/correctness/useYield: a work of one piece
const last = function* (act: () => void): Generator<void> {
  act()
}
