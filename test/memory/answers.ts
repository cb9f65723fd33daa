import type { Page } from 'playwright'
import { callOf } from '../engines/driver/engine.ts'

/** The longest times in which a page did not answer, in milliseconds. */
export interface Silence {
  /** A task of its thread. */
  readonly task: number
  /** Between two turns of its event loop. */
  readonly gap: number
  /** From a key or a click to the next picture on the screen (Event Timing). */
  readonly input: number
}

interface Watch {
  seen: { task: number; gap: number; input: number }
}

/** Runs in the page: watches from now on. */
const watch = (): void => {
  const watched: Watch = { seen: { task: 0, gap: 0, input: 0 } }
  Object.assign(window, { watched })
  const note = (what: keyof Silence, ms: number): void => {
    watched.seen[what] = Math.max(watched.seen[what], ms)
  }
  const follow = (type: string, what: keyof Silence, more = {}): void =>
    new PerformanceObserver(list => {
      for (const { duration } of list.getEntries()) note(what, duration)
    }).observe({ type, ...more })
  follow('longtask', 'task')
  follow('event', 'input', { durationThreshold: 16 })
  const EVERY_MS = 10
  let last = performance.now()
  setInterval(() => {
    const now = performance.now()
    note('gap', now - last - EVERY_MS)
    last = now
  }, EVERY_MS)
}

/** Runs in the page: what was the longest since it was asked last. */
const take = async (): Promise<Silence> => {
  // What the browser notes of a picture, it tells after it.
  for (let n = 0; n < 3; n++) await new Promise(requestAnimationFrame)
  await new Promise(resolve => setTimeout(resolve, 50))
  const { watched } = window as unknown as { watched: Watch }
  const { seen } = watched
  watched.seen = { task: 0, gap: 0, input: 0 }
  return seen
}

/** Follows how a page answers. The returned function says what was the longest since it was called last. */
export const followAnswers = async (page: Page): Promise<() => Promise<Silence>> => {
  await page.evaluate(callOf(watch, []))
  return () => page.evaluate<Silence>(callOf(take, []))
}

/** The longest of it. */
export const longestOf = ({ task, gap, input }: Silence): number => Math.max(task, gap, input)
