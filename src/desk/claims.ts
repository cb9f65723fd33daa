import type { SealRecord } from '../open/index.ts'
import { fill } from '../words/fill.ts'
import type { Finding } from './finding.ts'
import { visible, WHOLE_NAME } from './text.ts'
import type { DeskWords } from './words.ts'

/** One thing that the sender's browser claims, and what this page finds. */
export interface Comparison {
  readonly what: string
  readonly claim: string
  readonly finding: string
  readonly differs: boolean
}

/** A limit on the sender's side, and what the sender's browser could not decode: neither can be checked here. */
const NOT_OURS: readonly string[] = ['near-limit', 'not-shown']

const list = ({ strings }: DeskWords, parts: readonly string[]): string =>
  [...new Set(parts)].join(strings.between) || strings.table.nothing

/** Whether this page finds the document whole. */
export const wholeness = ({ strings: { table }, types }: DeskWords, found: Finding): string => {
  if (!found.isKnown) return fill(table.unchecked, { types })
  return found.damage === undefined ? table.whole : fill(table.damaged, { why: found.damage })
}

const sameRemarks = (claimed: readonly string[], found: readonly string[]): boolean =>
  claimed.every(one => NOT_OURS.includes(one) || found.includes(one)) &&
  found.every(one => claimed.includes(one))

/** In what the record and what is found differ. */
const differences = (
  record: SealRecord,
  name: string,
  found: Finding,
): Readonly<Record<'name' | 'kind' | 'checked' | 'remarks', boolean>> => ({
  name: record.name !== name,
  kind: record.type !== found.type,
  checked: found.damage !== undefined && record.checks.includes('structure'),
  remarks: !sameRemarks(record.remarks, found.remarks),
})

/** Whether there is anything to say of a document beside its facts. */
export const hasRemarks = (record: SealRecord | undefined, name: string, found: Finding): boolean =>
  !found.isKnown ||
  found.damage !== undefined ||
  found.remarks.length > 0 ||
  (record !== undefined && Object.values(differences(record, name, found)).includes(true))

/** Claims and findings side by side. Size and SHA-256 were compared when the file was opened: if they differed, it did not open. */
export const compare = (
  words: DeskWords,
  record: SealRecord,
  name: string,
  found: Finding,
): readonly Comparison[] => {
  const { row, unknownKind, same, unknowable } = words.strings.table
  const differs = differences(record, name, found)
  return [
    {
      what: row.name,
      claim: visible(record.name, WHOLE_NAME),
      finding: name,
      differs: differs.name,
    },
    {
      what: row.kind,
      claim: words.kind(record.type),
      finding: found.format || unknownKind,
      differs: differs.kind,
    },
    {
      what: row.checked,
      claim: list(words, record.checks.map(words.check)),
      finding: wholeness(words, found),
      differs: differs.checked,
    },
    {
      what: row.remarks,
      claim: list(words, record.remarks.map(words.remark)),
      finding: list(words, found.remarks.map(words.remark)),
      differs: differs.remarks,
    },
    {
      what: row.size,
      // Each set apart: in a page that runs from the right, the hash would draw the number out of its size.
      claim: `\u2068${words.bytes(record.size)}\u2069 · \u2068${record.sha256.slice(0, 8)}…\u2069`,
      finding: same,
      differs: false,
    },
    {
      what: row.sealed,
      claim: words.time(record.sealedAt),
      finding: unknowable,
      differs: false,
    },
    {
      what: row.by,
      claim: visible(record.by, 60),
      finding: unknowable,
      differs: false,
    },
  ]
}
