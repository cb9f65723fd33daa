import { misconfigured } from '../core/errors.ts'
import { readRecipients } from '../core/recipient.ts'
import { none, type Seal } from './named.ts'

export type { Seal } from './named.ts'

export interface AgeOptions {
  /** `pdf`: inside a one-page PDF that says how to open it, for providers that take only PDFs. */
  readonly wrap?: 'pdf' | undefined
}

const isOptions = (thing: unknown): thing is AgeOptions =>
  typeof thing === 'object' && thing !== null && !Array.isArray(thing)

/**
 * The age seal, for everybody who holds the identity of one of these recipients (`age1…`). Give at least two: with one,
 * no document can be opened once its identity is lost. Options come last. Throws `no-recipient`, `bad-recipient`, or `misconfigured` for a wrapper
 * that is not known.
 */
export const age: {
  (...recipients: readonly string[]): Seal
  (...recipientsAndOptions: readonly [...recipients: readonly string[], options: AgeOptions]): Seal
} = (...given: readonly (string | AgeOptions)[]): Seal => {
  const last = given.at(-1)
  const { wrap } = isOptions(last) ? last : {}
  if (wrap !== undefined && wrap !== 'pdf') throw misconfigured('wrap must be "pdf", or left out.')
  const recipients = readRecipients(isOptions(last) ? given.slice(0, -1) : given)
  return {
    scheme: 'age',
    recipients: recipients.map(([recipient]) => recipient),
    ...(wrap && { wrap }),
  }
}

/** The same seal, checked: plain data may come without its maker's checks. Throws as `age()` and `none()` do. */
export const checkSeal = (seal: Seal): Seal => {
  switch (seal.scheme) {
    case 'age':
      return age(...seal.recipients, { wrap: seal.wrap })
    case 'none':
      return none(seal.because)
    case 'didww':
      return seal
  }
}
