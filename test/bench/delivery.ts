import { fileBytes } from './documents.ts'
import { inTurn } from './in-turn.ts'
import type { Line } from './line.ts'
import { mapped } from './mapped.ts'
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
  /** Documents that are sent together (1). */
  readonly count?: number
  /** Whether each is the first of a new tab: no worker yet, no keys yet. */
  readonly isFirst?: boolean
}

/** Milliseconds, over all runs of one contestant. */
interface Figures extends Spread {
  readonly longestTaskMs: number
  readonly longestGapMs: number
  readonly typicalGapMs: number
}

interface Outcome extends Ratio {
  readonly figures: Readonly<Partial<Record<Name, Figures>>>
  /** Where our own time goes: the median of each phase. */
  readonly phases: Readonly<Record<string, number>>
}

const figuresOf = (runs: readonly Run[]): Figures => ({
  ...spreadOf(runs.map(({ ms }) => ms)),
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
  for (const name of names) await (name === 'bare' ? stage.run(name) : stage.prove(name))
  const runs = await inTurn(names, pairs, async name => {
    if (race.isFirst) await stage.renew()
    return stage.run(name, race.count)
  })
  const timesOf = (name: Name): number[] => runs[name].map(({ ms }) => ms)
  return {
    figures: mapped(names, name => figuresOf(runs[name])),
    ...ratioOf(timesOf('sealdrop'), timesOf(race.rival)),
    phases: mediansOf(runs.sealdrop.map(({ phases }) => phases)),
  }
}

const wordsOf = (race: Race, outcome: Outcome): string => {
  const { figures, ratioOfMedians, phases } = outcome
  const titleOf = (name: string): string => race.titles[name as Name] ?? name
  const rows = Object.entries(figures).map(([name, of]): Cell[] => [
    titleOf(name),
    of.median,
    of.q1,
    of.q3,
    of.longestTaskMs,
    of.longestGapMs,
    of.typicalGapMs,
  ])
  const spent = Object.entries(phases).map(([phase, ms]) => `${phase} ${ms.toFixed(0)}`)
  return `${table(['', 'median', 'quarter', '3/4', 'long task', 'gap', 'gap p99'], rows)}

SealDrop takes ${ratioWords(outcome, 3)} of the time of ${titleOf(race.rival)} (median of the pairs' ratios, and its 95 % interval), ${ratioOfMedians.toFixed(3)} (ratio of medians).
Of that: ${spent.join(', ')}.

Long task: the longest one the browser reported, and it reports those over 50 ms. Gap: the longest time the main thread
did not get round to anything else; p99: 99 of 100 gaps are shorter.`
}

/** From choice to receipt in Chromium, with the library as it is shipped. */
export const delivery =
  (race: Race): Line =>
  async bench => {
    const { kind, pairs } = bench
    const stage = await setStage(race.provider, bench, race.count ?? 1)
    try {
      const { uplink, provider, count = 1, isFirst } = race
      if (uplink) await throttleUploads(stage.page(), uplink)
      const outcome = await measure(stage, race, pairs)
      const { version } = stage
      const where = uplink ? `over ${uplink / 1e6} Mbit/s` : 'on loopback'
      return {
        outcome: { pairs, browserVersion: version, ...outcome },
        words: `${count} ${kind} of ${fileBytes} bytes to ${provider}${isFirst ? ', the first of a new tab' : ''}, from choice to answer, ${where}; ${pairs} pairs; Chromium ${version}; milliseconds

${wordsOf(race, outcome)}`,
      }
    } finally {
      await stage.close()
    }
  }
