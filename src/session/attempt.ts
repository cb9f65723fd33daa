import type { Delivery, Taken } from '../core/contracts.ts'
import { type ErrorFacts, SealDropError } from '../core/errors.ts'
import type { SendPoint } from './upload-steps.ts'

/** What sealing a file gave, and how far sending that parcel got. Whoever starts over drops it. */
export interface Attempt extends SendPoint {
  /** A request for it has begun. */
  isSent: boolean
  /** The farthest a send got before it failed, in bytes. */
  reached: number
  delivery?: Delivery
  /** The batch is committed: nothing but the receipt is missing. */
  isCommitted: boolean
  /** A commit of the batch ended without an answer. */
  mayBeCommitted: boolean
  /** Whether the browser has taken all bytes of the send under way: then they may arrive, whatever becomes of the request. */
  taken: Taken
}

/** The first attempt with a parcel, or one that goes on from a point. */
export const attemptFrom = (from: Pick<SendPoint, 'parcel'> & Partial<SendPoint>): Attempt => ({
  uncertain: false,
  ...from,
  isSent: false,
  reached: 0,
  isCommitted: false,
  mayBeCommitted: false,
  taken: 'no',
})

/** Whether stopping it now may be too late. Where the transport `commits` a batch, nothing arrives before that. */
export const isTooLateFor = (attempt: Attempt | undefined, commits: boolean): boolean => {
  if (!attempt) return false
  const { taken, uncertain, delivery, mayBeCommitted } = attempt
  return commits ? mayBeCommitted : taken !== 'no' || uncertain || delivery !== undefined
}

/** The same error, of a file that may be there. */
export const unconfirmed = (
  { code, message, facts }: SealDropError,
  more: ErrorFacts = {},
): SealDropError => new SealDropError(code, message, { ...facts, ...more, outcome: 'unknown' })

/** Of a file that has arrived: a retry makes its receipt, and sends nothing. */
export const withoutReceipt = (error: SealDropError): SealDropError =>
  unconfirmed(error, { retryable: true })
