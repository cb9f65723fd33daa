import { bound, type View, viewNow } from './view.ts'

/** Something that happens at its time: a timer, an answer of the worker, a byte on the line. */
interface Happening {
  readonly at: number
  /** Of those at the same time, the one that was planned first comes first. */
  readonly order: number
  readonly what: string
  readonly run: () => void
  readonly view: View | undefined
}

/** 2026-01-01: any fixed day will do. */
const START = globalThis.Date.UTC(2026, 0, 1)

let now = START
let planned: Happening[] = []
let count = 0

/** Virtual time. It stands still while code runs, and goes on to the next happening when `next` is called. */
export const clock = {
  now: (): number => now,
  /** Milliseconds since the story began. */
  elapsed: (): number => now - START,
  /** Returns what calls it off. */
  plan(ms: number, what: string, run: () => void): () => void {
    const view = viewNow()
    const at = now + Math.max(0, ms)
    const happening: Happening = { at, order: ++count, what, run: bound(run), view }
    if (view?.isAlive !== false) planned.push(happening)
    return () => {
      planned = planned.filter(other => other !== happening)
    }
  },
  /** Nothing of it comes any more. */
  forget(view: View): void {
    planned = planned.filter(other => other.view !== view)
  },
  /** All of this time passes at once. */
  jump(ms: number): void {
    now += ms
  },
  /** What is still to come to pages, in words. */
  get pending(): readonly string[] {
    return planned.flatMap(({ what, view }) => (view ? what : []))
  },
  /** Lets the next happening happen, and says what it was; undefined where nothing is to come. */
  next(): string | undefined {
    let first = planned[0]
    for (const other of planned)
      if (first && (other.at < first.at || (other.at === first.at && other.order < first.order)))
        first = other
    if (!first) return undefined
    planned = planned.filter(other => other !== first)
    now = Math.max(now, first.at)
    first.run()
    return first.what
  },
  reset(): void {
    now = START
    planned = []
  },
}

/** Everything that is ready without waiting has run: all promises, and streams of Node's own. */
export const quiet = (): Promise<void> => new Promise(resolve => void setImmediate(resolve))
