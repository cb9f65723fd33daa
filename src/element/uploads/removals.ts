import type { Session } from '../../session/session.ts'

/** How long a removal can be undone, in milliseconds. */
const UNDO_MS = 10_000

/** Takes files off the list. One that has arrived can be put back for a while, in which nothing of it is taken back. */
export class Removals {
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>()
  /** Where the rows are. */
  readonly #root: ShadowRoot | null

  constructor(root: ShadowRoot | null) {
    this.#root = root
  }

  remove(session: Session, id: string): void {
    if (session.withdraw(id)) this.#wait(session, id)
    else session.removeFile(id)
  }
  undo(session: Session, id: string): void {
    this.forget(id)
    session.reinstate(id)
  }

  /** A file was accepted, or goes on. What would have no place beside it cannot be put back any more. */
  makeWay(session: Session, places: number): void {
    for (const { file } of session.withdrawn.slice(Math.max(0, places))) session.removeFile(file.id)
  }

  /** None of them can be put back any more. */
  endAll(session: Session): void {
    for (const { file } of session.withdrawn) session.removeFile(file.id)
  }
  /** It is listed again, or removed for good. */
  forget(id: string): void {
    clearTimeout(this.#timers.get(id))
    this.#timers.delete(id)
  }

  #wait(session: Session, id: string): void {
    const onTime = (): void => {
      // Whoever is in the row with the focus or the pointer may still be reading it.
      if (this.#isReached(id)) this.#wait(session, id)
      else session.removeFile(id)
    }
    this.#timers.set(id, setTimeout(onTime, UNDO_MS))
  }
  #isReached(id: string): boolean {
    const row = this.#root?.querySelector(`[data-id="${id}"]`)
    // What a finger tapped counts as hovered over until it taps something else.
    const isPointedAt = row?.matches(':hover') && matchMedia('(hover: hover)').matches
    const focused = this.#root?.activeElement ?? null
    // After a tap the focus is on the row by itself; on a button in it somebody has put it.
    const isFocused = row?.contains(focused) && (focused !== row || row.matches(':focus-visible'))
    return Boolean(isPointedAt || isFocused)
  }
}
