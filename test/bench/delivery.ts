import { fileBytes } from './documents.ts'
import { inTurn } from './in-turn.ts'
import type { Line } from './line.ts'
import type { Name } from './page/contestants.ts'
import type { Run } from './page/main.ts'
import type { Provider } from './sandbox.ts'
import { type Stage, setStage } from './stage.ts'
import { median, type Ratio, ratioOf, ratioWords, type Spread, spreadOf } from './statistics.ts'
import { type Cell, table } from './table.ts'
import { throttleUploads } from './throttle.ts'

/** Who delivers where, and what SealDrop is held against. */
export interface Race {
  readonly provider: Provider
  readonly titles: Readonly<Partial<Record<Name, string>>>
  readonly rival: Exclude<Name, 'sealdrop'>
  /** Bits per second of the page's uplink; the loopback's own speed when left out. */
  readonly uplink?: number
  /** Documents that are sent together, once. */
  readonly atOnce?: number
}

/** Milliseconds, over all runs of one contestant. */
interface Figures extends Spread {
  /** The very first one: no worker yet, no keys yet. */
  readonly firstMs: number
  readonly longestTaskMs: number
  readonly longestGapMs: number
  readonly typicalGapMs: number
}

interface Outcome extends Ratio {
  readonly figures: Readonly<Partial<Record<Name, Figures>>>
  /** Where our own time goes: the median of each phase. */
  readonly phases: Readonly<Record<string, number>>
  readonly atOnce: Readonly<Partial<Record<Name, Run>>>
}

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

/** `pairs` times each on the same page, after one warm-up that must prove itself. */
const measure = async (stage: Stage, race: Race, pairs: number): Promise<Outcome> => {
  const names = Object.keys(race.titles) as Name[]
  const first: Partial<Record<Name, Run>> = {}
  for (const name of names)
    first[name] = await (name === 'bare' ? stage.run(name) : stage.prove(name))
  const runs = await inTurn(names, pairs, name => stage.run(name))
  const atOnce: Partial<Record<Name, Run>> = {}
  if (race.atOnce)
    for (const name of ['sealdrop', race.rival] as const)
      atOnce[name] = await stage.run(name, race.atOnce)

  const figures: Partial<Record<Name, Figures>> = {}
  for (const name of names) {
    const before = first[name]
    if (before) figures[name] = figuresOf(before, runs[name])
  }
  const timesOf = (name: Name): number[] => runs[name].map(({ ms }) => ms)
  return {
    figures,
    ...ratioOf(timesOf('sealdrop'), timesOf(race.rival)),
    phases: mediansOf(runs.sealdrop.map(({ phases }) => phases)),
    atOnce,
  }
}

const wordsOf = (race: Race, outcome: Outcome): string => {
  const { figures, ratioOfMedians, phases, atOnce } = outcome
  const titleOf = (name: string): string => race.titles[name as Name] ?? name
  const rows = Object.entries(figures).map(([name, of]): Cell[] => [
    titleOf(name),
    of.median,
    of.q1,
    of.q3,
    of.firstMs,
    of.longestTaskMs,
    of.longestGapMs,
    of.typicalGapMs,
  ])
  const together = Object.entries(atOnce).map(([name, run]): Cell[] => [
    titleOf(name),
    run.ms,
    run.longestTaskMs,
    run.longestGapMs,
    run.typicalGapMs,
  ])
  const spent = Object.entries(phases).map(([phase, ms]) => `${phase} ${ms.toFixed(0)}`)
  return `${table(['', 'median', 'quarter', '3/4', 'first', 'long task', 'gap', 'gap p99'], rows)}

SealDrop takes ${ratioWords(outcome, 3)} of the time of ${titleOf(race.rival)} (median of the pairs' ratios, and its 95 % interval), ${ratioOfMedians.toFixed(3)} (ratio of medians).
Of that: ${spent.join(', ')}.
${
  race.atOnce
    ? `
${race.atOnce} files at once
${table(['', 'all', 'long task', 'gap', 'gap p99'], together)}
`
    : ''
}
Long task: the longest one the browser reported, and it reports those over 50 ms. Gap: the longest time the main thread
did not get round to anything else; p99: 99 of 100 gaps are shorter.`
}

/** From choice to receipt in Chromium, with the library as it is shipped. */
export const delivery =
  (race: Race): Line =>
  async bench => {
    const { kind, pairs } = bench
    const stage = await setStage(race.provider, bench, race.atOnce ?? 1)
    try {
      const { uplink, provider } = race
      if (uplink) await throttleUploads(stage.page, uplink)
      const outcome = await measure(stage, race, pairs)
      const { version } = stage
      const where = uplink ? `over ${uplink / 1e6} Mbit/s` : 'on loopback'
      return {
        outcome: { pairs, browserVersion: version, ...outcome },
        words: `One ${kind} of ${fileBytes} bytes to ${provider}, from choice to answer, ${where}; ${pairs} pairs; Chromium ${version}; milliseconds

${wordsOf(race, outcome)}`,
      }
    } finally {
      await stage.close()
    }
  }
