import type { SealName, SealSpec } from '../core/contracts.ts'
import { misconfigured } from '../core/errors.ts'
import { readRecipients } from '../core/recipient.ts'

/** The seal that an integrator chooses. DIDWW's keys are not part of it: the transport fetches them. */
export type Seal =
  | { readonly scheme: 'age'; readonly recipients: readonly string[]; readonly wrap?: 'pdf' }
  | { readonly scheme: 'didww' }
  | { readonly scheme: 'none'; readonly because: string }

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

/** A seal as `seal="…"`, `traits.seals` and receipts name it. */
export const sealName = (seal: {
  readonly scheme: SealSpec['scheme']
  readonly wrap?: 'pdf'
}): SealName => (seal.scheme === 'age' && seal.wrap === 'pdf' ? 'age+pdf' : seal.scheme)

/** No seal, on purpose. The reason is for people who review the site. Throws `misconfigured` without one. */
export const none = (because: string): Seal => {
  if (typeof because !== 'string' || because.trim() === '')
    throw misconfigured('none() needs a reason, as none("the provider stamps the PDF").')
  return { scheme: 'none', because: because.trim() }
}

/** Reads `seal="…"`: `age` or `age+pdf` (for these recipients), `didww` or `none: <reason>`. */
export const parseSeal = (text: string, recipients: readonly string[] = []): Seal => {
  const [, scheme = '', because = ''] = /^\s*([\w+]+)\s*(?::(.*))?$/s.exec(text) ?? []
  if (scheme === 'none') return none(because)
  if (scheme === 'age' && because === '') return age(...recipients)
  if (scheme === 'age+pdf' && because === '') return age(...recipients, { wrap: 'pdf' })
  if (scheme === 'didww' && because === '') return { scheme }
  throw misconfigured(
    `seal="${scheme}" is not known: use "age", "age+pdf", "didww" or "none: <reason>".`,
  )
}
