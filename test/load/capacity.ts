import type { Figures, ProcessFigures } from './figures.ts'
import { passesRelay, type Setup } from './plan.ts'

/** What one process of the relay, or of the tus server, takes. */
export interface Costs {
  /** Milliseconds of one core. */
  readonly perUpload: number
  readonly perMb: number
  /** MiB. */
  readonly idle: number
  readonly perUploadInFlight: number
}

/** Of one measurement. */
export interface Outcome {
  readonly setup: Setup
  readonly load: string
  readonly figures: Figures
}

const msPerUpload = ({ cpuSeconds }: ProcessFigures, stored: number): number =>
  (cpuSeconds * 1000) / stored

/**
 * From the lines `1MB`, `20MB` and `at-once`; where the bytes pass by, from `1kB` and `slow`: a thousand begin at once, so that what each
 * takes can be seen. Undefined where one of them is missing.
 */
export const costsOf = (
  outcomes: readonly Outcome[],
  setup: Setup,
  who: 'relay' | 'upstream',
): Costs | undefined => {
  const line = (load: string): Figures | undefined =>
    outcomes.find(one => one.setup === setup && one.load === load)?.figures
  const isPassed = passesRelay(setup)
  const small = line(isPassed ? '1MB' : '1kB')
  const large = isPassed ? line('20MB') : small
  const crowd = line(isPassed ? 'at-once' : 'slow')
  if (!small || !large || !crowd) return undefined
  const ofSmall = msPerUpload(small[who], small.stored)
  const perMb = Math.max(0, (msPerUpload(large[who], large.stored) - ofSmall) / (20 - 1))
  return {
    perUpload: Math.max(0, ofSmall - perMb),
    perMb,
    idle: crowd[who].idleMib,
    perUploadInFlight: (crowd[who].peakMib - crowd[who].idleMib) / crowd.stored,
  }
}

/** Uploads a second: 10,000 a minute. */
const RATE = 10_000 / 60
/** Megabits a second of a visitor. */
const LINE = 10
const MIB_PER_GIB = 1024
/** Of a core, that a process may use before its visitors wait. */
const SHARE = 0.6

/** What 10,000 uploads a minute need. */
export interface Need {
  readonly mbPerSecond: number
  readonly inFlight: number
  readonly cores: number
  readonly processes: number
  readonly memoryGib: number
}

/** The formulas of the page, for uploads of `mb` each. */
export const needOf = (costs: Costs, mb: number): Need => {
  const inFlight = (RATE * mb * 8) / LINE
  const cores = (RATE * (costs.perUpload + costs.perMb * mb)) / 1000
  const processes = Math.ceil(cores / SHARE)
  const memoryGib = (processes * costs.idle + inFlight * costs.perUploadInFlight) / MIB_PER_GIB
  return { mbPerSecond: RATE * mb, inFlight, cores, processes, memoryGib }
}

const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
const rule = (columns: number): string => row(...Array.from({ length: columns }, () => '---'))
const round = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 2 })

const SIZES = [1, 5, 20]

const measured = [
  ['the relay, whole files', 'relay', 'relay'],
  ['the relay, before tus', 'tus', 'relay'],
  ['the tus server', 'tus', 'upstream'],
  ['the relay, beside a bucket', 's3', 'relay'],
] as const

/** Two tables of Markdown for the page of the guide, of the set-ups that were measured; undefined where none was. */
export const capacityOf = (outcomes: readonly Outcome[]): string | undefined => {
  const processes = measured.flatMap(([name, setup, who]) => {
    const costs = costsOf(outcomes, setup, who)
    return costs ? [[name, costs] as const] : []
  })
  if (processes.length === 0) return undefined
  const costs = processes.map(([name, one]) =>
    row(name, ...[one.perUpload, one.perMb, one.idle, one.perUploadInFlight].map(round)),
  )
  const needs = SIZES.flatMap(mb =>
    processes.map(([name, one]) => {
      const { mbPerSecond, inFlight, cores, processes, memoryGib } = needOf(one, mb)
      // What b is none of passes it by.
      const figures = [one.perMb === 0 ? 0 : mbPerSecond, inFlight, cores].map(round)
      return row(`${mb} MB`, name, ...figures, processes, round(memoryGib))
    }),
  )
  return [
    row(
      'process',
      'a, ms per upload',
      'b, ms per MB',
      'c, MiB idle',
      'd, MiB per upload in flight',
    ),
    rule(5),
    ...costs,
    '',
    row('of', 'process', 'MB/s in', 'in flight', 'cores', 'processes', 'memory, GiB'),
    rule(7),
    ...needs,
  ].join('\n')
}
