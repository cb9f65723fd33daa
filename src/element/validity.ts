import type { Uploads } from './uploads/uploads.ts'
import type { Words } from './words.ts'

/**
 * `editing`: what is not delivered yet may still be, when the form is sent. `submitting`: nothing more is done before the
 * form is sent, so what was stopped is in its way. `exposing`: by GET, and the entries are not for a URL.
 */
export type ValidationMode = 'editing' | 'submitting' | 'exposing'

/** What `setValidity` is given; the message is empty when nothing is wrong. */
export interface ValidityReport {
  readonly flags: ValidityStateFlags
  readonly message: string
  /** Something is wrong that does not end when all that is on its way has arrived. */
  readonly isLasting: boolean
}

/** All that validity depends on. */
export interface ValidityInput {
  readonly words: Words
  readonly uploads: Pick<Uploads, 'counts' | 'failure' | 'stopped' | 'pausedText'> | undefined
  /** How many files wait for code or settings. */
  readonly queued: number
  readonly faultMessage: string
  /** The page's own, which alone does not keep a form that is `novalidate`. */
  readonly customMessage: string
  readonly isRequired: boolean
  readonly mode: ValidationMode
  /** What is not delivered yet will be when the form is sent. */
  readonly isDeferred: boolean
}

export const validityOf = (input: ValidityInput): ValidityReport => {
  const { words, uploads, queued, mode } = input
  const { done = 0, unfinished = 0 } = uploads?.counts ?? {}
  const open = unfinished + queued
  const isSubmitting = mode === 'submitting'
  const awaited = isSubmitting ? (uploads?.stopped ?? 0) + queued : input.isDeferred ? 0 : open
  const { unfinished: wait, missing } = words.strings
  const lasting =
    input.faultMessage || (isSubmitting ? '' : input.customMessage) || uploads?.failure || ''
  const customError =
    lasting || (awaited > 0 ? uploads?.pausedText || wait[awaited > 1 ? 'several' : 'one'] : '')
  const isMissing = input.isRequired && done + open === awaited
  return {
    flags: { customError: customError !== '', valueMissing: isMissing },
    message: customError || (isMissing ? missing : ''),
    isLasting: lasting !== '' || (input.isRequired && done + open === 0),
  }
}
