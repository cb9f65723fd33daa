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

/** What the form's data holds under the control's name. Of a thousand entries none is made anew for the next one. */
export class FormEntries {
  #name = ''
  #entries: readonly string[] = []
  #data = new FormData()

  /** Null where that is nothing. The same object again, with more, where entries came behind those that were there. */
  dataOf(name: string, entries: readonly string[]): FormData | null {
    const before = this.#entries
    const isSame = name === this.#name && before.every((entry, at) => entry === entries[at])
    if (!isSame) this.#data = new FormData()
    if (name)
      for (const entry of entries.slice(isSame ? before.length : 0)) this.#data.append(name, entry)
    this.#name = name
    this.#entries = entries
    return name && entries.length > 0 ? this.#data : null
  }
}
