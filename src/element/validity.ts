import type { Uploads } from './uploads/uploads.ts'
import type { Words } from './words.ts'

/**
 * `editing`: what is not delivered yet may still be, when the form is sent. `submitting`: nothing more is done before the
 * form is sent, so what is not delivered stands in its way. `exposing`: by GET, and the entries are not for a URL.
 */
export type ValidationMode = 'editing' | 'submitting' | 'exposing'

/** What `setValidity` is given; the message is empty when nothing is wrong. */
export interface ValidityReport {
  readonly flags: ValidityStateFlags
  readonly message: string
  /** The message without the page's own one. */
  readonly ownMessage: string
}

/** All that validity depends on. */
export interface ValidityInput {
  readonly words: Words
  readonly uploads: Pick<Uploads, 'counts' | 'obstacle'> | undefined
  /** How many files wait for code or settings. */
  readonly queued: number
  readonly faultMessage: string
  readonly customMessage: string
  readonly isRequired: boolean
  /** What is not delivered yet will be when the form is sent. */
  readonly isDeferred: boolean
}

export const validityOf = (input: ValidityInput): ValidityReport => {
  const { words, uploads, queued, faultMessage, customMessage, isDeferred } = input
  const { unfinished, missing } = words.strings
  const obstacle =
    uploads?.obstacle(isDeferred) ||
    (queued > 0 && !isDeferred ? words.plural(unfinished, queued) : '')
  const { done = 0, unfinished: unsent = 0 } = uploads?.counts ?? {}
  const toSend = done + (isDeferred ? unsent + queued : 0)
  const missingMessage = input.isRequired && toSend === 0 ? missing : ''
  const customError = faultMessage || customMessage || obstacle
  return {
    flags: { customError: customError !== '', valueMissing: missingMessage !== '' },
    message: customError || missingMessage,
    ownMessage: faultMessage || obstacle || missingMessage,
  }
}
