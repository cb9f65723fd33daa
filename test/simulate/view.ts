import { AsyncLocalStorage } from 'node:async_hooks'

/** One view of the page: what its code asked for ends with it, in the middle of whatever it does. */
export interface View {
  readonly name: string
  isAlive: boolean
}

const views = new AsyncLocalStorage<View>()

/** Of the code that runs now; undefined for the story itself, the servers, and what else outlives a page. */
export const viewNow = (): View | undefined => views.getStore()

/** Runs what belongs to this view. */
export const inView = <Result>(view: View, run: () => Result): Result => views.run(view, run)

/** Runs what belongs to no view. */
export const outside = <Result>(run: () => Result): Result => views.exit(run)

/** The same function, which runs in the view that asked for it, and no more when that is gone. */
export const bound = <Given extends readonly unknown[]>(
  run: (...given: Given) => void,
): ((...given: Given) => void) => {
  const view = viewNow()
  if (!view) return run
  return (...given) => {
    if (view.isAlive) views.run(view, run, ...given)
  }
}

/** A map of which each view has its own, as each page has its own copy of a module. */
export class ViewMap<Key, Value> {
  readonly #own = new WeakMap<object, Map<Key, Value>>()
  readonly #shared = {}

  get(key: Key): Value | undefined {
    return this.#mine.get(key)
  }
  set(key: Key, value: Value): void {
    this.#mine.set(key, value)
  }
  delete(key: Key): void {
    this.#mine.delete(key)
  }
  get #mine(): Map<Key, Value> {
    const view = viewNow() ?? this.#shared
    const mine = this.#own.get(view) ?? new Map<Key, Value>()
    this.#own.set(view, mine)
    return mine
  }
}
