import type { Page } from 'playwright'

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** Microseconds: when it began, how long it took, and how long the thread itself worked meanwhile. */
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** What the browser's own trace tells of a page's main thread, in milliseconds. */
export interface MainThread {
  /** The longest task in the thread's own time: what else the machine does is not in it. */
  readonly longestWorkMs: number
  /** The longest task by the clock, without the time in which the browser collected garbage. */
  readonly longestUncollectedMs: number
  /** The longest task in the thread's own time, without garbage. */
  readonly longestOwnMs: number
}

const isCollection = ({ name }: TraceEvent): boolean => name === 'MajorGC' || name === 'MinorGC'

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`

/** Microseconds of a task, without the collections of garbage that were in it. */
const uncollected = (
  task: TraceEvent,
  collections: readonly TraceEvent[],
  what: 'dur' | 'tdur',
): number => {
  const { ts, dur = 0 } = task
  return collections
    .filter(one => threadOf(one) === threadOf(task) && one.ts >= ts && one.ts < ts + dur)
    .reduce((left, one) => left - (one[what] ?? 0), task[what] ?? 0)
}

/** Follows the main thread of a page while `act` runs. */
export const traceMainThread = async (
  page: Page,
  act: () => Promise<unknown>,
): Promise<MainThread> => {
  const browser = page.context().browser()
  if (!browser) throw new Error('A page without a browser.')
  await browser.startTracing(page, { categories: ['-*', 'toplevel', 'devtools.timeline'] })
  await act()
  const trace = JSON.parse((await browser.stopTracing()).toString())
  const events: readonly TraceEvent[] = trace.traceEvents
  const isMain = ({ name, args }: TraceEvent): boolean =>
    name === 'thread_name' && args?.name === 'CrRendererMain'
  const mains = new Set(events.filter(isMain).map(threadOf))
  const onMain = events.filter(event => mains.has(threadOf(event)))
  const tasks = onMain.filter(({ name }) => name.endsWith('RunTask'))
  if (tasks.length === 0) throw new Error('The browser told of no task.')
  const collections = onMain.filter(isCollection)
  let work = 0
  let left = 0
  let own = 0
  for (const task of tasks) {
    work = Math.max(work, task.tdur ?? 0)
    // Nothing is added to a task: one that is shorter as a whole need not be looked at.
    if ((task.dur ?? 0) > left) left = Math.max(left, uncollected(task, collections, 'dur'))
    if ((task.tdur ?? 0) > own) own = Math.max(own, uncollected(task, collections, 'tdur'))
  }
  return { longestWorkMs: work / 1000, longestUncollectedMs: left / 1000, longestOwnMs: own / 1000 }
}
