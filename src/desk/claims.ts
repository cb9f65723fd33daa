import type { SealRecord } from '../open/index.ts'
import type { Finding } from './finding.ts'
import { exactBytes, timeWords, visible } from './text.ts'
import { checkWords, kindWords, remarkWords } from './words.ts'

/** One thing that the sender's browser claims, and what this page finds. */
export interface Comparison {
  readonly what: string
  readonly claim: string
  readonly finding: string
  readonly differs: boolean
}

const NOTHING = 'Nothing'
const UNKNOWABLE = 'Cannot be known here'
/** A limit on the sender's side, and what the sender's browser could not decode: neither can be checked here. */
const NOT_OURS: readonly string[] = ['near-limit', 'not-shown']

const list = (parts: readonly string[]): string => [...new Set(parts)].join(' ') || NOTHING

const wholeness = ({ isKnown, damage }: Finding): string => {
  if (!isKnown) return 'Not looked through: only PDF, JPG and PNG are'
  return damage === undefined ? 'Whole' : `Damaged: ${damage}`
}

const sameRemarks = (claimed: readonly string[], found: readonly string[]): boolean =>
  claimed.every(one => NOT_OURS.includes(one) || found.includes(one)) &&
  found.every(one => claimed.includes(one))

/** Claims and findings side by side. Size and SHA-256 were compared when the file was opened: if they differed, it did not open. */
export const compare = (
  record: SealRecord,
  name: string,
  found: Finding,
): readonly Comparison[] => [
  {
    what: 'Name',
    claim: visible(record.name),
    finding: name,
    differs: record.name !== name,
  },
  {
    what: 'Kind',
    claim: kindWords(record.type),
    finding: found.format || 'Not known here',
    differs: record.type !== found.type,
  },
  {
    what: 'Checked',
    claim: list(record.checks.map(checkWords)),
    finding: wholeness(found),
    differs: found.damage !== undefined && record.checks.includes('structure'),
  },
  {
    what: 'Remarks',
    claim: list(record.remarks.map(remarkWords)),
    finding: list(found.remarks.map(remarkWords)),
    differs: !sameRemarks(record.remarks, found.remarks),
  },
  {
    what: 'Size, SHA-256',
    claim: `${exactBytes(record.size)}, ${record.sha256.slice(0, 8)}…`,
    finding: 'The same',
    differs: false,
  },
  {
    what: 'Sealed',
    claim: timeWords(record.sealedAt),
    finding: UNKNOWABLE,
    differs: false,
  },
  {
    what: 'Sealed with',
    claim: visible(record.by, 60),
    finding: UNKNOWABLE,
    differs: false,
  },
]
