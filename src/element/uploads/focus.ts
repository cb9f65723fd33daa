/** Keeps the focus near when the focused button goes away, with its row or with its file's state. */
export class FocusKeeper {
  #at: { readonly id: string | undefined; readonly index: number } | undefined

  /** Before drawing. */
  remember(root: ShadowRoot | null): void {
    const row = root?.activeElement?.closest<HTMLElement>('.file')
    this.#at = row
      ? { id: row.dataset.id, index: [...(row.parentElement?.children ?? [])].indexOf(row) }
      : undefined
  }

  /** After drawing: the same row's last action, else that of the row that took its place, else the button. */
  restore(root: ShadowRoot | null): void {
    if (!root || !this.#at || root.activeElement) return
    const { id, index } = this.#at
    const rows = [...root.querySelectorAll<HTMLElement>('.file')]
    const row = rows.find(({ dataset }) => dataset.id === id) ?? rows[index] ?? rows.at(-1)
    const actions = row?.querySelectorAll<HTMLElement>('.action') ?? []
    const target = [...actions].at(-1) ?? root.querySelector<HTMLElement>('#choose')
    target?.focus()
  }
}
