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

const states = new WeakMap<object, Map<string, unknown>>()
const ofTheStory = {}

/** In place of that in the source: each view has its own, as each page has. */
export const pageState = <Value>(name: string, make: () => Value): Value => {
  const view = viewNow() ?? ofTheStory
  const own = states.get(view) ?? new Map<string, unknown>()
  states.set(view, own)
  if (!own.has(name)) own.set(name, make())
  return own.get(name) as Value
}
