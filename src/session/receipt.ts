import type { Delivery, Receipt } from '../core/contracts.ts'
import { sealName } from '../seal/choice.ts'
import type { CallOptions } from './calls.ts'
import { digestOf, sealedDigestOf } from './digests.ts'
import type { Entry } from './entry.ts'

/** The receipt of a delivered entry. */
export const receiptOf = async (
  entry: Entry,
  delivery: Delivery,
  calls: CallOptions,
): Promise<Receipt> => {
  const { parcel, file, accepted, name } = entry
  if (!parcel) throw new Error('Only a parcel has a receipt.')
  // A file that is gone from the disk by now was delivered all the same.
  const digest = await digestOf(calls.thread, entry).catch(() => undefined)
  const sealedDigest = await sealedDigestOf(calls.thread, entry)
  return Object.freeze({
    transport: calls.transport.name,
    reference: delivery.reference,
    size: file.size,
    name,
    ...(accepted && { type: accepted.type }),
    ...(digest !== undefined && { sha256: digest }),
    sealed: Object.freeze({
      scheme: sealName(parcel),
      size: parcel.size,
      sha256: sealedDigest,
      recipients: parcel.recipients,
      authenticated: parcel.authenticated,
    }),
    sentAt: new Date().toISOString(),
    ...(delivery.expiresAt !== undefined && { expiresAt: delivery.expiresAt }),
    facts: Object.freeze({ ...parcel.facts, ...delivery.facts }),
  })
}
