import { SealDropError } from '../core/errors.ts'
import { readRecipients } from '../core/recipient.ts'

/** The seal an integrator asks for. What it needs beyond that (DIDWW's keys) comes from the transport. */
export type Seal =
  | { readonly scheme: 'age'; readonly recipients: readonly string[] }
  | { readonly scheme: 'didww' }
  | { readonly scheme: 'none'; readonly because: string }

/**
 * The age seal, for everybody who holds the identity of one of these recipients (`age1…`). Give at least two: one lost
 * identity loses every document. Throws `no-recipient` or `bad-recipient`.
 */
export const age = (...recipients: readonly string[]): Seal => ({
  scheme: 'age',
  recipients: readRecipients(recipients).map(([recipient]) => recipient),
})

/** No seal, on purpose. The reason is for whoever reviews the site; without one it is `misconfigured`. */
export const none = (because: string): Seal => {
  if (typeof because !== 'string' || because.trim() === '')
    throw new SealDropError(
      'misconfigured',
      'none() needs a reason, as none("the provider stamps the PDF").',
    )
  return { scheme: 'none', because: because.trim() }
}

/** Reads `seal="…"`: `age` (for these recipients), `didww` or `none: <reason>`. */
export const parseSeal = (text: string, recipients: readonly string[] = []): Seal => {
  const [, scheme = '', because = ''] = /^\s*([\w+]+)\s*(?::(.*))?$/s.exec(text) ?? []
  if (scheme === 'none') return none(because)
  if (scheme === 'age' && because === '') return age(...recipients)
  if (scheme === 'didww' && because === '') return { scheme }
  throw new SealDropError(
    'misconfigured',
    `seal="${scheme}" is not known: use "age", "didww" or "none: <reason>".`,
  )
}
