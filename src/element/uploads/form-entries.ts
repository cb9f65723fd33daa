import type { Receipt } from '../../core/contracts.ts'
import { misconfigured, type SealDropError } from '../../core/errors.ts'
import type { ValueFormat } from '../settings.ts'

/** What delivered files put into the form; `misconfigured` where the relay gave no ticket. */
export const entriesOf = (
  receipts: readonly Receipt[],
  format: ValueFormat,
): readonly string[] | SealDropError => {
  if (format === 'receipt') return receipts.map(receipt => JSON.stringify(receipt))
  if (format === 'reference') return receipts.map(({ reference }) => reference)
  const tickets = receipts.flatMap(({ facts }) => facts.ticket ?? [])
  return tickets.length === receipts.length
    ? tickets
    : misconfigured('value-format="ticket" needs a relay that signs one.')
}

/** What the form's data holds under the control's name; null where that is nothing. */
export const formDataOf = (name: string, entries: readonly string[]): FormData | null => {
  if (!name || entries.length === 0) return null
  const data = new FormData()
  for (const entry of entries) data.append(name, entry)
  return data
}
