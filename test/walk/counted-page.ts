import type { Profiler } from 'node:inspector'
import type { Browser, CDPSession, Page } from 'playwright'
import { type Walked, walkedIn } from './count.ts'

/** A page whose functions are counted, and those of its workers. */
export interface CountedPage {
  readonly page: Page
  /** Begins to count anew. */
  reset(): Promise<void>
  /** What ran since then. */
  walked(): Promise<{ readonly page: Walked; readonly worker: Walked }>
  close(): Promise<void>
}

const PRECISELY = { callCount: true, detailed: true }

interface Coverage {
  readonly result: Profiler.ScriptCoverage[]
}

/** Playwright has no session for a worker: the page's session passes messages on. Nothing where the worker has ended. */
type Ask = (method: string, params?: object) => Promise<unknown>

const askWorkers = (cdp: CDPSession): ReadonlyMap<string, Ask> => {
  const workers = new Map<string, Ask>()
  const waiting = new Map<number, { readonly sessionId: string; answer(result?: unknown): void }>()
  let asked = 0
  cdp.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { id?: number; result?: unknown }
    if (id !== undefined) waiting.get(id)?.answer(result)
  })
  cdp.on('Target.detachedFromTarget', ended => {
    workers.delete(ended.sessionId)
    for (const { sessionId, answer } of waiting.values())
      if (sessionId === ended.sessionId) answer()
  })
  cdp.on('Target.attachedToTarget', async ({ sessionId, targetInfo }) => {
    const ask: Ask = (method, params = {}) =>
      new Promise(answer => {
        const id = asked++
        waiting.set(id, { sessionId, answer })
        const message = JSON.stringify({ id, method, params })
        cdp
          .send('Target.sendMessageToTarget', { sessionId, message })
          .catch(() => answer(undefined))
      })
    if (targetInfo.type === 'worker') {
      workers.set(sessionId, ask)
      await ask('Profiler.enable')
      await ask('Profiler.startPreciseCoverage', PRECISELY)
    }
    await ask('Runtime.runIfWaitingForDebugger')
  })
  return workers
}

/** Opens a page of its own, and waits until it has loaded all it wants. */
export const openCounted = async (browser: Browser, url: string): Promise<CountedPage> => {
  const page = await browser.newPage()
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Profiler.enable')
  await cdp.send('Profiler.startPreciseCoverage', PRECISELY)
  const workers = askWorkers(cdp)
  // A worker is held until it is counted: otherwise its first functions would be missing.
  const held = { autoAttach: true, waitForDebuggerOnStart: true, flatten: false }
  await cdp.send('Target.setAutoAttach', held)
  await page.goto(url)
  await page.waitForLoadState('networkidle')

  const take = async () => {
    const { result } = await cdp.send('Profiler.takePreciseCoverage')
    const ofWorkers = await Promise.all(
      [...workers.values()].map(
        ask => ask('Profiler.takePreciseCoverage') as Promise<Coverage | undefined>,
      ),
    )
    return { page: result, worker: ofWorkers.flatMap(coverage => coverage?.result ?? []) }
  }
  return {
    page,
    reset: async () => {
      await take()
    },
    walked: async () => {
      const taken = await take()
      return { page: walkedIn(taken.page), worker: walkedIn(taken.worker) }
    },
    close: () => page.close(),
  }
}
