import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Name } from './page/contestants.ts'
import type { Run } from './page/main.ts'
import { filesAtOnce, type Stage } from './stage.ts'
import { median, type Spread, spreadOf } from './statistics.ts'

/** Milliseconds, over all runs of one contestant. */
export interface Figures extends Spread {
  /** The very first one: no worker yet, no keys yet. */
  readonly firstMs: number
  readonly longestTaskMs: number
  readonly longestGapMs: number
  readonly typicalGapMs: number
}

export interface Outcome {
  readonly sealdrop: Figures
  readonly peer: Figures
  /** The same request with the file as it is. */
  readonly bare: Figures
  readonly ratioOfMedians: number
  readonly medianOfRatios: number
  /** Where our own time goes: the median of each phase. */
  readonly phases: Readonly<Record<string, number>>
  readonly atOnce: { readonly sealdrop: Run; readonly peer: Run }
}

const orders: readonly (readonly Name[])[] = [
  ['sealdrop', 'peer', 'bare'],
  ['peer', 'sealdrop', 'bare'],
]

const figuresOf = (first: Run, runs: readonly Run[]): Figures => ({
  ...spreadOf(runs.map(({ ms }) => ms)),
  firstMs: first.ms,
  longestTaskMs: Math.max(...runs.map(({ longestTaskMs }) => longestTaskMs)),
  longestGapMs: Math.max(...runs.map(({ longestGapMs }) => longestGapMs)),
  typicalGapMs: median(runs.map(({ typicalGapMs }) => typicalGapMs)),
})

const mediansOf = (all: readonly Run['phases'][]): Record<string, number> =>
  Object.fromEntries(
    Object.keys(all[0] ?? {}).map(phase => [phase, median(all.map(phases => phases[phase] ?? 0))]),
  )

/** `pairs` times each on the same page, in alternating order, after one warm-up that must prove itself. */
export const measure = async (
  { page, sandbox, documents }: Stage,
  pairs: number,
): Promise<Outcome> => {
  const run = (name: Name, count: number): Promise<Run> =>
    page.evaluate(([name, count]) => window.bench.run(name, count), [name, count] as const)

  /** The sandbox stores what it gets and opens it when asked: never inside the measured time. */
  const forget = async (): Promise<void> => {
    await fetch(`${sandbox.url}/_sandbox/reset`, { method: 'POST' })
  }

  const measured = async (name: Name, count: number): Promise<Run> => {
    const result = await run(name, count)
    await forget()
    return result
  }

  /** Whoever skipped the work would be fast: what arrived must open to what was chosen. */
  const proven = async (name: Name): Promise<Run> => {
    const result = await run(name, 1)
    const answer = await fetch(`${sandbox.url}/_sandbox/received`)
    const received = (await answer.json()) as { openedWithA: { sha256?: string } }[]
    const chosen = createHash('sha256')
      .update(readFileSync(documents[0] ?? ''))
      .digest('hex')
    if (received.length !== 1 || received[0]?.openedWithA.sha256 !== chosen)
      throw new Error(`${name} did not deliver the document: ${JSON.stringify(received)}`)
    await forget()
    return result
  }

  const first = {
    sealdrop: await proven('sealdrop'),
    peer: await proven('peer'),
    bare: await measured('bare', 1),
  }
  const runs: Record<Name, Run[]> = { sealdrop: [], peer: [], bare: [] }
  for (let pair = 0; pair < pairs; pair++)
    for (const name of orders[pair % orders.length] ?? []) runs[name].push(await measured(name, 1))

  const sealdrop = figuresOf(first.sealdrop, runs.sealdrop)
  const peer = figuresOf(first.peer, runs.peer)
  const ratios = runs.sealdrop.map(({ ms }, pair) => ms / (runs.peer[pair]?.ms ?? Number.NaN))
  return {
    sealdrop,
    peer,
    bare: figuresOf(first.bare, runs.bare),
    ratioOfMedians: sealdrop.median / peer.median,
    medianOfRatios: median(ratios),
    phases: mediansOf(runs.sealdrop.map(({ phases }) => phases)),
    atOnce: {
      sealdrop: await measured('sealdrop', filesAtOnce),
      peer: await measured('peer', filesAtOnce),
    },
  }
}
