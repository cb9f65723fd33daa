import type { Page } from 'playwright'
import type { ProviderName } from '../../src/providers/names.ts'
import { startSandbox } from '../../src/sandbox/index.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { countUp, type Judgement, judge, tableOf } from './judge.ts'
import { filesOf, nameOf, type Plan } from './plan.ts'
import { startProxy } from './proxy.ts'
import { type RelayServer, startRelay, visitor } from './relayed.ts'
import type { Outcome, Task } from './task.ts'

export interface ChaosOptions {
  readonly transport: ProviderName
  readonly files: number
  /** Of each file; a few ten thousand where it is left out. */
  readonly bytes?: number
  readonly plan: Plan
  /** For each file, that the worker dies while it is sealed; from 0 to 1. */
  readonly workerDeaths: number
  readonly byHand: number
  /** A relay stands between the proxy and the provider. */
  readonly isRelayed: boolean
}

export interface ChaosReport {
  readonly judgement: Judgement
  readonly counts: Readonly<Record<string, number>>
  readonly table: string
  readonly outcomes: readonly Outcome[]
  readonly byKind: Readonly<Record<string, number>>
  /** Requests that the browser sent again by itself. */
  readonly resent: number
  readonly ms: number
}

/** Much shorter than a page's, so that a stalled request costs a second. */
export const TIMEOUTS: Task['timeouts'] = { connect: 1_200, stall: 1_200, answer: 1_200 }

/** What makes a provider bear a thousand files. */
export const roomy: Partial<Record<ProviderName, object>> = { privasfer: { perMinute: 1_000_000 } }

/** Options by which a transport's uploads can be told apart by the server, where the page would not do so by default. */
export const extra: Partial<Record<ProviderName, object>> = {
  http: { idempotencyKey: true },
  privasfer: { coolDownMs: 50 },
  cryptshare: { pollTransfer: { everyMs: 20 } },
}

/** A page writes into a bucket by itself, where the relay says: that must lead through the proxy, too. */
const seenBy = (url: string, { upstream }: Sandbox): Pick<Sandbox, 'upstream'> =>
  'bucket' in upstream ? { upstream: { ...upstream, endpoint: url } } : { upstream }

/** One run: a real browser sends files to a real server through the proxy. `page` is open at the site. */
export const runChaos = async (page: Page, options: ChaosOptions): Promise<ChaosReport> => {
  const { transport, plan, byHand, workerDeaths } = options
  const startedAt = performance.now()
  const sandbox: Sandbox & { unfinished?(): readonly unknown[] } = await startSandbox(
    transport,
    (transport === 'didww' ? { modulusLength: 2048 } : {}) as never,
  )
  sandbox.flip(roomy[transport] ?? {})
  let relay: RelayServer | undefined
  const proxy = await startProxy(
    path => (relay && path.startsWith('/relay/') ? relay.url : sandbox.url),
    plan,
  )
  if (options.isRelayed) relay = await startRelay(transport, seenBy(proxy.url, sandbox), page.url())
  const behind = relay ?? sandbox
  try {
    const task: Task = {
      transport,
      options: {
        endpoint: behind.endpoint.replace(behind.url, proxy.url),
        ...sandbox.options,
        ...(!relay && sandbox.direct.options),
        ...extra[transport],
      },
      headers: relay ? visitor : sandbox.direct.headers,
      ...(sandbox.recipient !== undefined && { recipient: sandbox.recipient }),
      ...(sandbox.wrap && { wrap: sandbox.wrap }),
      files: filesOf(plan.seed, options.files, workerDeaths, options.bytes).map(file => ({
        ...file,
        name: nameOf(file.number),
      })),
      parallel: 4,
      retries: plan.most + plan.mostLooks + 4,
      byHand,
      timeouts: TIMEOUTS,
    }
    const outcomes = await page.evaluate(
      given =>
        (globalThis as unknown as { runChaos(task: Task): Promise<Outcome[]> }).runChaos(given),
      task,
    )
    const hits = proxy.hits()
    const judgement = await judge(outcomes, sandbox, hits)
    const done = outcomes.filter(({ phase }) => phase === 'done')
    const trueTickets = relay && (await Promise.all(done.map(relay.isTrue))).filter(Boolean).length
    const byKind: Record<string, number> = {}
    for (const { fault } of hits) byKind[fault] = (byKind[fault] ?? 0) + 1
    return {
      judgement,
      counts: {
        ...countUp(judgement),
        faults: hits.length,
        ...(trueTickets !== undefined && { 'no true ticket': done.length - trueTickets }),
        // Begun, and no byte or not all of them came.
        ...(sandbox.unfinished && { unfinished: sandbox.unfinished().length }),
      },
      table: tableOf(judgement),
      outcomes,
      byKind,
      resent: proxy.resent,
      ms: Math.round(performance.now() - startedAt),
    }
  } finally {
    await proxy.close()
    await relay?.close()
    await sandbox.close()
  }
}
