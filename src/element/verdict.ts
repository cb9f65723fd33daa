import type { Words } from './words.ts'
import type { Works } from './works/works.ts'

/** What `setValidity` is told; the message is empty when nothing is wrong. */
export interface Verdict {
  readonly flags: ValidityStateFlags
  readonly message: string
  /** The same without the page's own message. */
  readonly own: string
}

/** What is judged. */
export interface Case {
  readonly words: Words
  readonly works: Pick<Works, 'obstacle' | 'satisfies'> | undefined
  /** How many files wait for code or settings. */
  readonly waiting: number
  readonly faultMessage: string
  readonly customMessage: string
  readonly isRequired: boolean
  /** What is not delivered yet will be when the form is sent. */
  readonly isDeferred: boolean
}

export const verdictOf = (given: Case): Verdict => {
  const { words, works, waiting, isDeferred } = given
  const { unfinished, missing } = words.strings
  const obstacle =
    works?.obstacle(isDeferred) ||
    (waiting > 0 && !isDeferred ? words.plural(unfinished, waiting) : '')
  const own = given.faultMessage || obstacle
  const message = given.faultMessage || given.customMessage || obstacle
  const isSatisfied = works?.satisfies(isDeferred) || (isDeferred && waiting > 0)
  const isMissing = given.isRequired && !isSatisfied
  return {
    flags: { customError: message !== '', valueMissing: isMissing },
    message: message || (isMissing ? missing : ''),
    own: own || (isMissing ? missing : ''),
  }
}
