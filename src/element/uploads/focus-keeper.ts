const rowsIn = (root: ShadowRoot): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('.file')]

/**
 * Keeps the focus near when what has it goes away, with its row or with its file's state. It goes to what is left of the row, or of
 * the line under the list, and never to a button of it: the next press would do what nobody meant.
 */
export class FocusKeeper {
  /** Where the focus was; without `id`, in the line under the list. */
  #spot: { readonly id: string | undefined; readonly index: number } | undefined

  /** Before drawing. */
  remember(root: ShadowRoot | null): void {
    const part = root?.activeElement?.closest<HTMLElement>('.file, .summary')
    this.#spot =
      root && part ? { id: part.dataset.id, index: rowsIn(root).indexOf(part) } : undefined
  }

  /** After drawing: the same row or line, else the row that took its place, or the last one, else the button that opens the chooser. */
  restore(root: ShadowRoot | null): void {
    if (!root || !this.#spot || root.activeElement) return
    const { id, index } = this.#spot
    const rows = rowsIn(root)
    const same =
      id === undefined
        ? root.querySelector<HTMLElement>('.summary')
        : rows.find(({ dataset }) => dataset.id === id)
    const target = same ?? rows[index] ?? rows.at(-1) ?? root.querySelector<HTMLElement>('#choose')
    target?.focus()
  }
}

/** An Enter that is held presses once: neither what comes in its place, nor what gets the focus then. */
export const ignoreHeldEnter = (root: ShadowRoot): void =>
  root.addEventListener('keydown', event => {
    const { key, repeat, target } = event as KeyboardEvent
    // What the page put into a slot is the page's.
    const isOurs = target instanceof Node && target.getRootNode() === root
    if (isOurs && repeat && key === 'Enter') event.preventDefault()
  })
