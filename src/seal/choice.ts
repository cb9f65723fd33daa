import type { SealName, SealSpec, Traits } from '../core/contracts.ts'
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

/** A seal as `seal="…"`, `traits.seals` and receipts name it. */
export const sealName = (seal: {
  readonly scheme: SealSpec['scheme']
  readonly wrap?: 'pdf'
}): SealName => (seal.scheme === 'age' && seal.wrap === 'pdf' ? 'age+pdf' : seal.scheme)

/** The same, checked: plain data may come without its maker's checks. Throws as `age()` and `none()` do. */
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

/** What a transport says of seals, itself or in the list of providers. */
interface Sealing {
  readonly name: string
  readonly prescribe?: unknown
  readonly traits: Pick<Traits, 'seals'>
}

/** The page's choice, or what the transport prescribes. Throws `misconfigured` where they contradict each other. */
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
  return checkSeal(seal)
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
