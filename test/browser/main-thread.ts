import type { Browser, Page } from 'playwright/test'

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** Microseconds that the thread itself worked: what else the machine does is not among them. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** The longest task of the page's main thread while `act` runs, in milliseconds of the thread's own time. */
export const longestTaskMs = async (
  browser: Browser,
  page: Page,
  act: () => Promise<unknown>,
): Promise<number> => {
  await browser.startTracing(page, { categories: ['-*', 'toplevel', 'devtools.timeline'] })
  await act()
  const trace = JSON.parse((await browser.stopTracing()).toString())
  const events: readonly TraceEvent[] = trace.traceEvents
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`
  const isMain = ({ name, args }: TraceEvent): boolean =>
    name === 'thread_name' && args?.name === 'CrRendererMain'
  const mains = new Set(events.filter(isMain).map(threadOf))
  const tasks = events.filter(event => event.name.endsWith('RunTask') && mains.has(threadOf(event)))
  if (tasks.length === 0) throw new Error('The browser told of no task.')
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000
}
