import fc from 'fast-check'
import { FAULTS, type Fault } from './faults.ts'
import type { EngineName } from './xhr.ts'

const ACTIONS = [
  'pause',
  'resume',
  'cancel',
  'retry',
  'remove',
  'add',
  'pause all',
  'resume all',
  'cancel all',
  'clear',
  'start',
  'finish',
  'offline',
  'online',
  'worker dies',
  'worker dies twice',
  'worker dies over a receipt',
  'keys rotate',
  'server forgets',
  'token expires',
  'token is revoked',
  'token is good again',
  'close',
  'resume own',
  'reload',
  'tab is killed',
  'browser is killed',
  'a day passes, then reload',
  'second tab',
  'storage wiped',
  'storage full',
  'storage blocked',
  'storage as it was',
  'clear the shelf',
] as const

export type Action = (typeof ACTIONS)[number]

/** What somebody does, and when. */
export interface Step {
  readonly action: Action
  /** Which file of the list, counted from 0. */
  readonly file: number
  /** In which of the open tabs (0). */
  readonly tab?: number
  /** After so many more happenings. */
  readonly after: number
  /** As the listener is told of a change, and not between two happenings. */
  readonly inListener: boolean
  /** Microtasks that run first. */
  readonly microtasks: number
}

/** All that is left to choice in one run. Plain data: it shrinks, prints, and can be pasted into a test. */
export interface Story {
  readonly transport: string
  readonly variant: number
  readonly engine: EngineName
  readonly upload: 'auto' | 'manual'
  readonly parallel: number
  readonly files: number
  readonly isBehindServiceWorker: boolean
  /** A file's digests come long after its seal. */
  readonly hashesSlowly?: boolean
  readonly arrivesWhenGivenUp: boolean
  /** What is kept for after a reload: nothing where it is left out. */
  readonly shelf?: 'on' | 'off' | 'original names'
  /** What a killed page had asked its storage for still happens. */
  readonly isWrittenWhenKilled?: boolean
  readonly steps: readonly Step[]
  /** For one request after the other; then the network is fair. */
  readonly faults: readonly Fault[]
  /** Milliseconds before one happening after the other; then 1. */
  readonly delays: readonly number[]
}

const often = <Value>(weight: number, value: Value) => ({ weight, arbitrary: fc.constant(value) })

/** What ends a story early is rarer; what the shelf is for, and what commits before the network is fair, more frequent. */
const WEIGHTS: Partial<Record<Action, number>> = {
  close: 1,
  clear: 1,
  finish: 9,
  reload: 9,
  'tab is killed': 6,
}

const action: fc.Arbitrary<Action> = fc.oneof(
  ...ACTIONS.map(name => often(WEIGHTS[name] ?? 3, name)),
)
const step: fc.Arbitrary<Step> = fc.record({
  action,
  file: fc.nat(2),
  tab: fc.oneof(often(3, 0), often(1, 1)),
  after: fc.oneof({ weight: 5, arbitrary: fc.nat(6) }, { weight: 2, arbitrary: fc.nat(40) }),
  inListener: fc.oneof(often(4, false), often(1, true)),
  microtasks: fc.oneof(often(2, 0), { weight: 1, arbitrary: fc.nat(6) }),
})
const fault: fc.Arbitrary<Fault> = fc.oneof(
  often(22, 'as it should' as Fault),
  ...FAULTS.slice(1).map(name => often(1, name)),
)
const delay = fc.oneof(
  often(6, 1),
  { weight: 3, arbitrary: fc.nat(40) },
  often(1, 900),
  often(1, 6_000),
  { weight: 1, arbitrary: fc.constantFrom(31_000, 65_000) },
)

export const storyOf = (transports: readonly string[]): fc.Arbitrary<Story> =>
  fc.record({
    transport: fc.constantFrom(...transports),
    variant: fc.nat(5),
    engine: fc.oneof(often(2, 'Chromium' as const), often(1, 'Firefox' as const)),
    upload: fc.oneof(often(3, 'auto' as const), often(1, 'manual' as const)),
    parallel: fc.constantFrom(3, 1, 2),
    files: fc.constantFrom(1, 2, 3),
    isBehindServiceWorker: fc.oneof(often(6, false), often(1, true)),
    hashesSlowly: fc.oneof(often(2, false), often(1, true)),
    arrivesWhenGivenUp: fc.boolean(),
    shelf: fc.oneof(
      often(6, 'on' as const),
      often(1, 'off' as const),
      often(1, 'original names' as const),
    ),
    isWrittenWhenKilled: fc.boolean(),
    steps: fc.array(step, { maxLength: 8 }),
    faults: fc.array(fault, { maxLength: 16 }),
    delays: fc.array(delay, { maxLength: 40 }),
  })

/** The story in a few lines that anybody can read. */
export const inWords = (story: Story): string => {
  const { transport, variant, engine, upload, parallel, files, steps, faults, delays } = story
  const lines = [
    `${transport} (variant ${variant}) in ${engine}, upload ${upload}, ${parallel} at once, ${files} file(s)`,
    ...(story.isBehindServiceWorker ? ['behind a service worker: no upload events'] : []),
    ...(story.hashesSlowly ? ['the worker hashes slowly'] : []),
    ...(story.arrivesWhenGivenUp ? ['a body that has left arrives though it was given up'] : []),
    ...(story.shelf ? [`shelf: ${story.shelf}`] : []),
    ...(story.isWrittenWhenKilled ? ['what a killed page asked to be stored is stored'] : []),
    ...steps.map(({ action, file, tab, after, inListener, microtasks }) =>
      [
        `${after} happenings later`,
        ...(inListener ? ['as the listener is told'] : []),
        ...(microtasks > 0 ? [`${microtasks} microtasks on`] : []),
        ...(tab ? [`in tab ${tab}`] : []),
        `${action}${/^(pause|resume|cancel|retry|remove|add)$/.test(action) ? ` file ${file}` : ''}`,
      ].join(', '),
    ),
    ...faults
      .map((fault, at) => `request ${at + 1}: ${fault}`)
      .filter(line => !line.endsWith('should')),
    ...(delays.some(ms => ms !== 1) ? [`delays ${delays.join(', ')} ms`] : []),
  ]
  return lines.map(line => `  ${line}`).join('\n')
}
