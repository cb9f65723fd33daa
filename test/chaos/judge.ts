import { createHash } from 'node:crypto'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import type { Hit } from './proxy.ts'
import type { Outcome } from './task.ts'

/** What became of one file, as the page says and as the server has it. */
export interface Verdict {
  readonly number: number
  readonly phase: string
  /** How often the server has it, and the recipient's key opens it to the original. */
  readonly copies: number
  /** The page says that it may have arrived. */
  readonly maybe: boolean
  /** The bytes that the receipt states are those of one of these copies. */
  readonly isTrue: boolean
  /** Of the requests that sent it. */
  readonly faults: readonly string[]
}

export interface Judgement {
  readonly verdicts: readonly Verdict[]
  /** Uploads that open to no file of the run, or not at all. */
  readonly wrong: number
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** Opens everything that the server has, and counts. */
export const judge = async (
  outcomes: readonly Outcome[],
  sandbox: Pick<Sandbox, 'received' | 'plaintext'>,
  hits: readonly Hit[],
): Promise<Judgement> => {
  const numbers = new Map(outcomes.map(({ sha256: hash, number }) => [hash, number]))
  /** Hashes of the sealed bytes. */
  const stored = new Map<number, string[]>()
  let wrong = 0
  for (const upload of sandbox.received()) {
    // In a transfer that was never submitted: nobody gets it.
    if ('isSubmitted' in upload && !upload.isSubmitted) continue
    const { id, sha256: hash } = upload
    // Cryptshare compares when the transfer is submitted, and takes it out of there.
    if ('checksum' in upload && upload.checksum !== hash) continue
    const opened = await Promise.resolve(sandbox.plaintext(id)).catch(() => undefined)
    const number = opened && numbers.get(sha256(opened))
    if (number === undefined) wrong++
    else stored.set(number, [...(stored.get(number) ?? []), hash])
  }
  const verdicts = outcomes.map(({ number, phase, sealed, outcome }): Verdict => {
    const copies = stored.get(number) ?? []
    return {
      number,
      phase,
      copies: copies.length,
      maybe: outcome === 'unknown',
      isTrue: sealed === undefined || copies.includes(sealed),
      faults: hits
        .filter(({ file, purpose }) => Number(file) === number && purpose === 'send')
        .map(({ n, fault }) => `${n}:${fault}`),
    }
  })
  return { verdicts, wrong }
}

/** The figures of a run, in the words of the report. */
export const countUp = ({ verdicts, wrong }: Judgement): Readonly<Record<string, number>> => {
  const count = (is: (verdict: Verdict) => boolean): number => verdicts.filter(is).length
  const isDone = ({ phase }: Verdict): boolean => phase === 'done'
  return {
    files: verdicts.length,

    once: count(verdict => isDone(verdict) && verdict.copies === 1),
    twice: count(({ copies }) => copies > 1),
    'done but not there': count(verdict => isDone(verdict) && verdict.copies === 0),
    'failed, not there': count(verdict => !isDone(verdict) && verdict.copies === 0),
    'failed though there': count(
      verdict => !isDone(verdict) && verdict.copies > 0 && !verdict.maybe,
    ),
    'may have arrived, and did': count(
      verdict => !isDone(verdict) && verdict.copies > 0 && verdict.maybe,
    ),
    'untrue receipts': count(({ isTrue }) => !isTrue),
    wrong,
  }
}

/**
 * File, faults and outcome of every file: the same for the same seed. Of what is there more than once it depends on the moment a line
 * broke how often.
 */
export const tableOf = ({ verdicts }: Judgement): string =>
  verdicts
    .map(({ number, phase, copies, faults }) =>
      [number, faults.join(' ') || '-', phase, copies > 1 ? 'more' : copies].join(' '),
    )
    .join('\n')
