/** So far outside the screen a row counts as seen already: it is about to be. */
const AHEAD = '200px'

/**
 * Knows which rows of a list are on the screen. Of a thousand rows it watches the groups they lie in, and only in those that are
 * seen each row.
 */
export class VisibleRows {
  readonly #onChange: () => void
  readonly #groups = new Set<Element>()
  readonly #rows = new Set<Element>()
  readonly #observer: IntersectionObserver | undefined

  constructor(onChange: () => void) {
    this.#onChange = onChange
    // A component test's browser has none: nothing is ever seen there.
    if (typeof IntersectionObserver === 'function')
      this.#observer = new IntersectionObserver(entries => this.#note(entries), {
        rootMargin: AHEAD,
      })
  }

  /** The ids of the files that are seen. */
  get ids(): ReadonlySet<string> {
    const ids = new Set<string>()
    for (const row of this.#rows)
      if (row.isConnected && row instanceof HTMLElement) ids.add(row.dataset.id ?? '')
    return ids
  }
  /** After a drawing. What is watched already is not watched twice. */
  follow(list: Element | null): void {
    for (const group of list?.children ?? []) {
      this.#observer?.observe(group)
      if (this.#groups.has(group)) this.#watchRowsOf(group)
    }
  }
  stop(): void {
    this.#observer?.disconnect()
    this.#groups.clear()
    this.#rows.clear()
  }

  #watchRowsOf(group: Element): void {
    for (const row of group.children) this.#observer?.observe(row)
  }
  #note(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const isGroup = target.matches('.group')
      const seen = isGroup ? this.#groups : this.#rows
      // What is gone by the time that this is told leaves nothing more to tell.
      const isThere = target.isConnected
      const isSeen = isIntersecting && isThere
      if (isSeen) seen.add(target)
      else seen.delete(target)
      if (isGroup && isSeen) this.#watchRowsOf(target)
      else if (isGroup) this.#leave(target)
      if (!isThere) this.#observer?.unobserve(target)
    }
    this.#onChange()
  }
  #leave(group: Element): void {
    for (const row of group.children) {
      this.#observer?.unobserve(row)
      this.#rows.delete(row)
    }
  }
}
