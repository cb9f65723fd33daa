import type { SealName, SealSpec, Traits } from '../core/contracts.ts'
import { misconfigured, SealDropError } from '../core/errors.ts'

/** The seal that an integrator chooses. DIDWW's keys are not part of it: the transport fetches them. */
export type Seal =
  | { readonly scheme: 'age'; readonly recipients: readonly string[]; readonly wrap?: 'pdf' }
  | { readonly scheme: 'didww' }
  | { readonly scheme: 'none'; readonly because: string }

/** No seal, on purpose. The reason is for people who review the site. Throws `misconfigured` without one. */
export const none = (because: string): Seal => {
  if (typeof because !== 'string' || because.trim() === '')
    throw misconfigured('none() needs a reason.')
  return { scheme: 'none', because: because.trim() }
}

/**
 * Reads `seal="…"`: `age` or `age+pdf` (for these recipients, which `checkSeal` checks), `didww` or `none: <reason>`. Throws
 * `misconfigured` for anything else.
 */
export const readSeal = (text: string, recipients: readonly string[] = []): Seal => {
  const [, scheme = '', because = ''] = /^\s*([\w+]+)\s*(?::(.*))?$/s.exec(text) ?? []
  if (scheme === 'none') return none(because)
  if (scheme === 'age' && because === '') return { scheme, recipients }
  if (scheme === 'age+pdf' && because === '') return { scheme: 'age', recipients, wrap: 'pdf' }
  if (scheme === 'didww' && because === '') return { scheme }
  throw misconfigured(
    `seal="${scheme}" is not known: use "age", "age+pdf", "didww" or "none: <reason>".`,
  )
}

/** A seal as `seal="…"`, `traits.seals` and receipts name it. */
export const sealName = (seal: {
  readonly scheme: SealSpec['scheme']
  readonly wrap?: 'pdf'
}): SealName => (seal.scheme === 'age' && seal.wrap === 'pdf' ? 'age+pdf' : seal.scheme)

/** What a transport says of seals, itself or in the list of providers. */
interface Sealing {
  readonly name: string
  readonly prescribe?: unknown
  readonly traits: Pick<Traits, 'seals'>
}

/**
 * The page's choice, not yet checked, or what the transport prescribes. Throws `misconfigured` where they contradict each other.
 */
export const chooseSeal = (
  { name, prescribe, traits: { seals } }: Sealing,
  seal: Seal | undefined,
): Seal => {
  if (!seal) {
    if (prescribe && seals.includes('didww')) return { scheme: 'didww' }
    throw misconfigured(`${name} prescribes no seal: choose one of ${seals.join(', ')}.`)
  }
  if (!seals.includes(sealName(seal)))
    throw misconfigured(`${name} takes ${seals.join(', ')}, not "${sealName(seal)}".`)
  return seal
}

/** Those of these formats that a transport takes. In a PDF every file is a PDF, as far as the provider can see. */
export const takenFormats = <Format extends { readonly type: string }>(
  { types }: Pick<Traits, 'types'>,
  seal: Seal,
  formats: readonly Format[],
): readonly Format[] =>
  !types || sealName(seal) === 'age+pdf'
    ? formats
    : formats.filter(({ type }) => types.includes(type))

/** age's Bech32: in letters of 5 bits, 6 of them a checksum, 32 bytes, 33 with a tag, and 1,216 or 1,249 for a post-quantum key. */
const WRITTEN =
  /^age1(?:tag1[02-9ac-hj-np-z]|pq1[02-9ac-hj-np-z]{1894}|tagpq1[02-9ac-hj-np-z]{1947})?[02-9ac-hj-np-z]{58}$/

/**
 * Whether recipients are written as age writes them. That needs no cipher and few bytes, so that a page is told of a mistake
 * before any code is loaded; `checkSeal` finds what is left. Throws `no-recipient` or `bad-recipient`.
 */
export const checkWriting = (seal: Seal): void => {
  if (seal.scheme !== 'age') return
  if (seal.recipients.length === 0)
    throw new SealDropError('no-recipient', 'The age seal needs at least one recipient (age1…).')
  if (!seal.recipients.every(recipient => WRITTEN.test(recipient)))
    throw new SealDropError(
      'bad-recipient',
      'A recipient is not the whole of a public key of age (age1…).',
    )
}
