import { savedName } from '../open/saved-name.ts'
import { CSV_START, csvRow, emptyAfter, openedValues } from './csv.ts'
import type { Item } from './item.ts'

const valuesOf = ({ sealed, state }: Item): readonly string[] => {
  if (state.phase === 'failed') return emptyAfter(sealed.name, 'failed', state.why)
  if (state.phase !== 'opened') return emptyAfter(sealed.name, 'waiting', '')
  const { document } = state
  const { name, finding } = document
  const listed = { file: sealed.name, status: 'opened', name: savedName(name), found: finding }
  return openedValues({ ...document, ...listed })
}

/** What became of each file, as the command's list has it. */
export const listOf = (items: readonly Item[]): Blob =>
  new Blob([CSV_START, ...items.map(item => csvRow(valuesOf(item)))])
