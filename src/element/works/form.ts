import type { Receipt } from '../../core/contracts.ts'
import { SealDropError } from '../../core/errors.ts'
import type { ValueFormat } from '../settings.ts'

/** What delivered files put into the form. A ticket that the relay did not give is returned as `misconfigured`. */
export const entriesOf = (
  receipts: readonly Receipt[],
  format: ValueFormat,
): readonly string[] | SealDropError => {
  if (format === 'receipt') return receipts.map(receipt => JSON.stringify(receipt))
  if (format === 'reference') return receipts.map(({ reference }) => reference)
  const tickets = receipts.flatMap(({ facts }) => facts.ticket ?? [])
  return tickets.length === receipts.length
    ? tickets
    : new SealDropError('misconfigured', 'value-format="ticket" needs a relay that signs one.')
}
