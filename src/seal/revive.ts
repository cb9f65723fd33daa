import type { Parcel } from '../core/contracts.ts'
import { SealDropError } from '../core/errors.ts'
import { beginsSealed } from './first-bytes.ts'

/** All of a parcel but the brand and the body. */
export type ParcelFacts = Pick<
  Parcel,
  'id' | 'key' | 'name' | 'size' | 'scheme' | 'wrap' | 'recipients' | 'authenticated' | 'facts'
>

/**
 * Makes a Parcel again of what was kept of one. Beside `sealFile`, nothing else makes one. Rejects with `seal-failed` for what was
 * not sealed, and for a body that is not whole or does not begin as its scheme begins.
 */
export const revive = async (kept: ParcelFacts, body: Blob): Promise<Parcel> => {
  const { id, key, name, size, scheme, wrap, recipients, authenticated, facts } = kept
  const isSealed = scheme === 'age' || scheme === 'didww'
  if (!isSealed || size < 1 || body.size !== size || !(await beginsSealed(body, kept)))
    throw new SealDropError('seal-failed', 'What was kept is not a sealed file.')
  const parcel = {
    id,
    key,
    name,
    body,
    size,
    scheme,
    ...(wrap && { wrap }),
    recipients: Object.freeze([...recipients]),
    authenticated,
    facts: Object.freeze({ ...facts }),
  }
  return Object.freeze(parcel) as Parcel
}
