import { yieldToEventLoop } from './read.ts'

/**
 * Goes on in a task of its own. Not where there is no `MessageChannel`, as in jsdom and on some servers: nobody looks at a page there,
 * and in a component test a timer may be one that stands still.
 */
export const aTask = (): Promise<void> =>
  typeof MessageChannel === 'undefined' ? Promise.resolve() : yieldToEventLoop()

/**
 * For work in many small steps: waits for a task of its own where those since the last one took `ms` or more. By the clock and not by
 * bytes: the same bytes may take five times as long, by another processor, or for a while in the same page (traced in Chromium).
 */
export const paced = (ms: number): (() => Promise<void>) => {
  let last = performance.now()
  return async () => {
    if (performance.now() - last < ms) return
    await aTask()
    last = performance.now()
  }
}
