import { createHash } from 'node:crypto'
import type { ProviderName } from '../../src/providers/names.ts'
import * as sandboxes from '../../src/sandbox/sandboxes.ts'

/** The providers that are tried. */
export const providers: readonly ProviderName[] = Object.keys(sandboxes) as ProviderName[]

/**
 * What the proxy does to one request. `refuse`: hangs up before a byte of the body. `cut-body`: hangs up in its middle. `stall-body`: reads
 * nothing, and stays silent. The others pass it on first, so the server does its work: `drop-answer` hangs up then, `stall-answer` stays
 * silent, `cut-answer`, `html` and `empty` break the answer, 502 and 504 are a gateway's, `repeat` passes it on twice, as browsers do when a
 * used connection ends without an answer. `kill` ends the tab that sent it before it is passed on, `kill-after` before it is answered. `corrupt` changes a byte of the body, `delay` waits, 503 and 429 are refusals.
 */
const faults = [
  'refuse',
  'cut-body',
  'stall-body',
  'drop-answer',
  'stall-answer',
  'cut-answer',
  'html',
  'empty',
  '502',
  '504',
  'repeat',
  'corrupt',
  'delay',
  '503',
  '429',
  'kill',
  'kill-after',
] as const
export type Fault = (typeof faults)[number]

const deadly: readonly Fault[] = ['kill', 'kill-after']

/** Providers that compare a checksum: only there does a changed byte show. */
const comparing: readonly string[] = ['cryptshare', 'http', 's3', 'tus']

/** The faults that one provider can be tried with. */
export const faultsFor = (transport: string): readonly Fault[] =>
  faults.filter(
    fault => !deadly.includes(fault) && (fault !== 'corrupt' || comparing.includes(transport)),
  )

/** Of visits: what kills a tab comes as often as all else together. */
export const visitFaultsFor = (transport: string): readonly Fault[] => {
  const others = faultsFor(transport)
  return [...others, ...others.map((_, at): Fault => (at % 2 === 0 ? 'kill' : 'kill-after'))]
}

/** The faults that a first pass is measured with: each may leave open what became of the file. */
export const measured: readonly Fault[] = [
  'refuse',
  'cut-body',
  'stall-body',
  'drop-answer',
  'cut-answer',
  'html',
  'empty',
  '502',
  '504',
]

export interface Plan {
  readonly seed: number
  /** That a request is hit, from 0 to 1. */
  readonly probability: number
  /** At most, of one file's requests that send something. */
  readonly most: number
  /** At most, of those that look or remove. How many of these there are depends on what else is under way. */
  readonly mostLooks: number
  readonly kinds: readonly Fault[]
}

/** Two numbers from 0 up to 1 that depend on nothing but these words. */
const drawn = (...words: readonly (string | number)[]): readonly [number, number] => {
  const hash = createHash('sha256').update(words.join(' ')).digest()
  return [hash.readUInt32LE(0) / 2 ** 32, hash.readUInt32LE(4) / 2 ** 32]
}

const drawFault = ({ seed, probability, kinds }: Plan, file: string, n: number) => {
  const [hit, which] = drawn('fault', seed, file, n)
  return hit < probability ? kinds[Math.floor(which * kinds.length)] : undefined
}

/** What a request does: each kind of one file's requests is counted by itself. */
export type Purpose = 'send' | 'look'

export const purposeOf = (method: string): Purpose =>
  ['POST', 'PUT', 'PATCH'].includes(method) ? 'send' : 'look'

/** The fault of a file's n-th request of this kind (from 1): a function of seed, file, kind and n alone. */
export const faultOf = (
  plan: Plan,
  file: string,
  purpose: Purpose,
  n: number,
): Fault | undefined => {
  const drawNth = (nth: number): Fault | undefined => drawFault(plan, `${file} ${purpose}`, nth)
  let before = 0
  for (let earlier = 1; earlier < n; earlier++) if (drawNth(earlier)) before++
  return before < (purpose === 'send' ? plan.most : plan.mostLooks) ? drawNth(n) : undefined
}

/** What becomes of what pages keep while one file is sent; `wiped`: when its first tab is killed. */
export type Keeping = 'kept' | 'wiped' | 'full'

export const keepingOf = (seed: number, file: number): Keeping => {
  const [share] = drawn('keeping', seed, file)
  return share < 0.7 ? 'kept' : share < 0.85 ? 'wiped' : 'full'
}

export interface PlannedFile {
  /** From 1 up. */
  readonly number: number
  /** Bytes. */
  readonly size: number
  /** The worker dies while it seals this one. */
  readonly killsWorker: boolean
}

const SMALLEST = 2_000
const LARGEST = 60_000

/** The files of a run, and while which of them the worker is killed. `bytes`: of each, and its number is added. */
export const filesOf = (
  seed: number,
  count: number,
  workerDeaths: number,
  bytes?: number,
): PlannedFile[] =>
  Array.from({ length: count }, (_, index) => {
    const [size, death] = drawn('file', seed, index + 1)
    return {
      number: index + 1,
      size:
        bytes === undefined
          ? SMALLEST + Math.floor(size * (LARGEST - SMALLEST))
          : bytes + index + 1,
      killsWorker: death < workerDeaths,
    }
  })

/** The name a file is chosen by; the proxy finds it in what the server is told. */
export const nameOf = (number: number): string => `file-${String(number).padStart(5, '0')}.pdf`

/** The file's number in a text that names it. */
export const numberIn = (text: string): string | undefined => /file-(\d{5})/.exec(text)?.[1]
