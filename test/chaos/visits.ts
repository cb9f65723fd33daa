import type { BrowserContext, Page } from 'playwright'
import type { ProviderName } from '../../src/providers/names.ts'
import { startSandbox } from '../../src/sandbox/index.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { extra, roomy, TIMEOUTS } from './chaos.ts'
import { judge, type Verdict } from './judge.ts'
import { filesOf, type Keeping, keepingOf, nameOf, type Plan, type PlannedFile } from './plan.ts'
import { startProxy } from './proxy.ts'
import type { Task, VisitOutcome } from './task.ts'

export interface VisitsOptions {
  readonly transport: ProviderName
  readonly files: number
  readonly plan: Plan
  readonly byHand: number
}

/** What became of one file, whose tabs were killed. */
export interface Visited extends Verdict {
  readonly keeping: Keeping
  readonly kills: number
  /** How often somebody chose the document again, because nothing was offered. */
  readonly again: number
}

export interface VisitsReport {
  readonly visited: readonly Visited[]
  readonly counts: Readonly<Record<string, number>>
  readonly table: string
  readonly ms: number
}

interface InPage {
  visitChaos(task: Task, isFirst: boolean): Promise<VisitOutcome>
  keptChaos(): Promise<number>
}

/** A page that is killed answers no more. */
const KILLED = 'killed'

/** Sends one file after the other, and opens the page again where its tab was killed. */
export const runVisits = async (
  context: BrowserContext,
  siteUrl: string,
  { transport, files, plan, byHand }: VisitsOptions,
): Promise<VisitsReport> => {
  const startedAt = performance.now()
  const sandbox: Sandbox = await startSandbox(
    transport,
    (transport === 'didww' ? { modulusLength: 2048 } : {}) as never,
  )
  sandbox.flip(roomy[transport] ?? {})
  const { origin } = new URL(siteUrl)
  let page: Page | undefined
  let number: number | undefined
  let keeping: Keeping = 'kept'
  let kills = 0
  let died: (word: typeof KILLED) => void = () => {}

  const storage = async (word: string, more: object): Promise<void> => {
    if (!page) return
    const session = await context.newCDPSession(page)
    await session.send(word as 'Storage.clearDataForOrigin', { origin, ...more } as never)
    await session.detach()
  }
  const tab = {
    get file() {
      return number === undefined ? undefined : String(number).padStart(5, '0')
    },
    async kill(): Promise<void> {
      const here = page
      if (!here) return
      // What is kept is written beside the first request, not before it.
      while (
        keeping !== 'full' &&
        (await here.evaluate(() => (globalThis as unknown as InPage).keptChaos())) === 0
      );
      kills++
      if (keeping === 'wiped' && kills === 1)
        await storage('Storage.clearDataForOrigin', { storageTypes: 'all' })
      const session = await context.newCDPSession(here)
      // It never answers.
      session.send('Page.crash').catch(() => {})
      await here.waitForEvent('crash')
      page = undefined
      died(KILLED)
    },
  }
  const proxy = await startProxy(() => sandbox.url, plan, tab)
  const outcomes: VisitOutcome[] = []
  const facts = new Map<number, { keeping: Keeping; kills: number; again: number }>()

  const opened = async (): Promise<Page> => {
    page = await context.newPage()
    await page.goto(siteUrl)
    return page
  }
  const visitOnce = async (file: PlannedFile, isFirst: boolean) => {
    const task: Task = {
      transport,
      options: {
        endpoint: sandbox.endpoint.replace(sandbox.url, proxy.url),
        ...sandbox.options,
        ...sandbox.direct.options,
        ...extra[transport],
      },
      headers: sandbox.direct.headers,
      ...(sandbox.recipient !== undefined && { recipient: sandbox.recipient }),
      ...(sandbox.wrap && { wrap: sandbox.wrap }),
      files: [{ ...file, name: nameOf(file.number) }],
      parallel: 1,
      retries: plan.most + plan.mostLooks + 4,
      byHand,
      timeouts: TIMEOUTS,
    }
    const killed = new Promise<typeof KILLED>(resolve => {
      died = resolve
    })
    const visit = (page ?? (await opened())).evaluate(
      ([given, first]) => (globalThis as unknown as InPage).visitChaos(given, first),
      [task, isFirst] as const,
    )
    visit.catch(() => {}) // of a tab that was killed
    return Promise.race([killed, visit])
  }

  try {
    for (const file of filesOf(plan.seed, files, 0)) {
      number = file.number
      keeping = keepingOf(plan.seed, file.number)
      kills = 0
      await opened()
      if (keeping === 'full') await storage('Storage.overrideQuotaForOrigin', { quotaSize: 0 })
      let again = 0
      let outcome = await visitOnce(file, true)
      while (outcome === KILLED) {
        outcome = await visitOnce(file, false)
        // A view that was killed has not said how it went on: with an offer, as long as something was kept.
        if (outcome === KILLED ? keeping !== 'kept' && kills === 2 : !outcome.isOffered) again++
      }
      outcomes.push(outcome)
      facts.set(file.number, { keeping, kills, again })
      if (keeping === 'full') await storage('Storage.overrideQuotaForOrigin', {})
      await page?.close()
      page = undefined
    }
    const { verdicts, wrong } = await judge(outcomes, sandbox, proxy.hits())
    const visited = verdicts.map((verdict): Visited => {
      const known = facts.get(verdict.number) ?? { keeping: 'kept', kills: 0, again: 0 }
      return { ...verdict, ...known }
    })
    const count = (is: (one: Visited) => boolean): number => visited.filter(is).length
    return {
      visited,
      counts: {
        files,
        faults: proxy.hits().length,
        'tabs killed': visited.reduce((sum, { kills: own }) => sum + own, 0),
        'storage wiped': count(one => one.keeping === 'wiped' && one.kills > 0),
        'storage full': count(one => one.keeping === 'full' && one.kills > 0),
        once: count(({ phase, copies }) => phase === 'done' && copies === 1),
        'twice, chosen again': count(({ copies, again }) => copies > 1 && again > 0),
        'twice, and only gone on with': count(({ copies, again }) => copies > 1 && again === 0),
        'not done': count(({ phase }) => phase !== 'done'),
        'done but not there': count(({ phase, copies }) => phase === 'done' && copies === 0),
        'untrue receipts': count(({ isTrue }) => !isTrue),
        'nothing offered though it was kept': count(one => one.keeping === 'kept' && one.again > 0),
        wrong,
      },
      table: visited
        .map(
          one =>
            `${one.number} ${one.keeping} ${one.faults.join(' ') || '-'} ${one.phase} ${one.copies} ${one.again}`,
        )
        .join('\n'),
      ms: Math.round(performance.now() - startedAt),
    }
  } finally {
    await page?.close()
    await proxy.close()
    await sandbox.close()
  }
}
