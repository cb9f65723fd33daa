import type { FileState } from '../core/contracts.ts'
import type { SealDropError } from '../core/errors.ts'
import type { Attempt } from './attempt.ts'
import type { Kept } from './shelf/spot.ts'

/** What is kept of a file for after a reload; undefined where nothing is, or may be. */
export const keptOf = (
  {
    state,
    size,
    addedAt,
  }: {
    readonly state: FileState
    readonly size: number
    readonly addedAt: number
  },
  attempt: Attempt | undefined,
): Kept | undefined => {
  if (!attempt?.isSent || attempt.isCommitted || attempt.parcel.scheme === 'none') return undefined
  if (state.phase === 'failed' && !canGoOn(state.error)) return undefined
  const { parcel, resume, uncertain, delivery, expiresAt } = attempt
  return {
    parcel,
    resume,
    uncertain: uncertain || delivery !== undefined || isUnanswered(state),
    expiresAt,
    originalSize: size,
    addedAt,
  }
}

/** A request is under way: a page that is gone by then cannot say how it ended. */
const isUnanswered = ({ phase }: FileState): boolean =>
  phase === 'sending' || phase === 'confirming'

/** Whether a later try of the same parcel may succeed, or a person must decide. */
const canGoOn = ({ code, retryable, outcome }: SealDropError): boolean =>
  code !== 'keys-rotated' && (retryable || outcome === 'unknown')
