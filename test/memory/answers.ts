import type { Page } from 'playwright'
import { callOf } from '../engines/driver/engine.ts'

/** The longest times in which a page did not answer, in milliseconds. */
export interface Silence {
  /** A task of its thread. */
  readonly task: number
  /** Between two tasks that are as urgent as what a person does: those go before frames, timers and messages. */
  readonly gap: number
  /** From a key or a click to the next picture on the screen (Event Timing). */
  readonly input: number
  /** Not part of the others: the browser's own work with files that were chosen, before it tells the page of them. */
  readonly browser: number
}

interface Watch {
  seen: { -readonly [what in keyof Silence]: number }
}

/** Runs in the page: watches from now on. */
const watch = (): void => {
  const watched: Watch = { seen: { task: 0, gap: 0, input: 0, browser: 0 } }
  Object.assign(window, { watched })
  const note = (what: keyof Silence, ms: number): void => {
    watched.seen[what] = Math.max(watched.seen[what], ms)
  }
  /** When the page heard of files that were chosen. */
  let told = 0
  const follow = (type: string, what: keyof Silence, more = {}): void =>
    new PerformanceObserver(list => {
      for (const { startTime, duration } of list.getEntries()) {
        const end = startTime + duration
        const isTold = what === 'task' && startTime < told && told < end
        note(what, isTold ? end - told : duration)
      }
    }).observe({ type, ...more })
  follow('longtask', 'task')
  follow('event', 'input', { durationThreshold: 16 })
  const EVERY_MS = 10
  let last = performance.now()
  const look = (): void => {
    const now = performance.now()
    note('gap', now - last - EVERY_MS)
    last = now
    const { scheduler } = window as unknown as {
      scheduler: { postTask(task: () => void, options: object): Promise<void> }
    }
    void scheduler.postTask(look, { priority: 'user-blocking', delay: EVERY_MS })
  }
  look()
  addEventListener(
    'input',
    ({ target }) => {
      if (!(target instanceof HTMLInputElement && target.files)) return
      told = performance.now()
      note('browser', told - last)
      last = told
    },
    true,
  )
}

/** Runs in the page: what was the longest since it was asked last. */
const take = async (): Promise<Silence> => {
  // What the browser notes of a picture, it tells after it.
  for (let n = 0; n < 3; n++) await new Promise(requestAnimationFrame)
  await new Promise(resolve => setTimeout(resolve, 50))
  const { watched } = window as unknown as { watched: Watch }
  const { seen } = watched
  watched.seen = { task: 0, gap: 0, input: 0, browser: 0 }
  return seen
}

/** Follows how a page answers. The returned function says what was the longest since it was called last. */
export const followAnswers = async (page: Page): Promise<() => Promise<Silence>> => {
  await page.evaluate(callOf(watch, []))
  return () => page.evaluate<Silence>(callOf(take, []))
}

/** The longest of what the page did. */
export const longestOf = ({ task, gap, input }: Silence): number => Math.max(task, gap, input)
