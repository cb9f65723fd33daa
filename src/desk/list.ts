import { savedName } from '../open/saved-name.ts'
import { CSV_START, csvRow, emptyAfter, foundIn } from './csv.ts'
import type { Item } from './item.ts'

const valuesOf = ({ sealed, state }: Item): readonly string[] => {
  if (state.phase === 'failed') return emptyAfter(sealed.name, 'failed', state.why)
  if (state.phase !== 'opened') return emptyAfter(sealed.name, 'waiting', '')
  const { name, size, type, sha256, intact, record, finding } = state.document
  return [
    sealed.name,
    'opened',
    savedName(name),
    `${size}`,
    type,
    sha256,
    intact ? 'yes' : 'no',
    record?.sealedAt ?? '',
    record?.name ?? '',
    record?.checks.join(' ') ?? '',
    record?.remarks.join(' ') ?? '',
    foundIn(finding),
    '',
  ]
}

/** What became of each file, as the command's list has it. */
export const listOf = (items: readonly Item[]): Blob =>
  new Blob([CSV_START, ...items.map(item => csvRow(valuesOf(item)))])
