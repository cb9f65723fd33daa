import type { Item } from './item.ts'
import { folded } from './names.ts'
import type { DeskWords } from './words.ts'

export const ORDERS = ['added', 'name', 'size', 'sealed'] as const
export type Order = (typeof ORDERS)[number]

/** What of the list is shown, and in which order. */
export interface Choice {
  readonly order: Order
  /** In the name of the document, or of the file it came in. */
  readonly text: string
  /** What has remarks, and what could not be opened. */
  readonly onlyRemarks: boolean
}

export const EVERYTHING: Choice = { order: 'added', text: '', onlyRemarks: false }

export const isFiltered = ({ text, onlyRemarks }: Choice): boolean =>
  text.trim() !== '' || onlyRemarks

const nameOf = ({ sealed, state }: Item): string =>
  state.phase === 'opened' ? state.document.name : sealed.name

const sizeOf = ({ sealed, state }: Item): number =>
  state.phase === 'opened' ? state.document.size : sealed.size

/** As text that sorts by time; what says nothing of it comes first in it. */
const sealedAt = ({ state }: Item): string =>
  (state.phase === 'opened' && state.document.record?.sealedAt) || ''

const hasRemarks = ({ state }: Item): boolean =>
  state.phase === 'failed' || (state.phase === 'opened' && state.document.hasRemarks)

/** The items that are chosen, in the order that is. The largest, and what was sealed last, come first. */
export const chosenOf = (
  items: readonly Item[],
  { order, text, onlyRemarks }: Choice,
  { lang }: Pick<DeskWords, 'lang'>,
): readonly Item[] => {
  const wanted = folded(text.trim())
  const found = items.filter(
    item =>
      (!onlyRemarks || hasRemarks(item)) &&
      (wanted === '' ||
        [nameOf(item), item.sealed.name].some(name => folded(name).includes(wanted))),
  )
  if (order === 'added') return found
  if (order === 'size') return found.sort((one, other) => sizeOf(other) - sizeOf(one))
  if (order === 'sealed')
    return found.sort((one, other) => {
      const [first, second] = [sealedAt(one), sealedAt(other)]
      return first === second ? 0 : first < second ? 1 : -1
    })
  const { compare } = new Intl.Collator(lang, { numeric: true })
  return found.sort((one, other) => compare(nameOf(one), nameOf(other)))
}
