import { asArray, asRecord } from '../../core/answer.ts'
import { hex } from '../../core/bytes.ts'
import type { Receipt } from '../../core/contracts.ts'
import type { Settings } from '../settings.ts'
import { providerOf } from '../settings.ts'

/** No reference is kept for longer than this, whatever the service says. */
const DAY_MS = 86_400_000

/** What is kept of deliveries: whose they are, as salted hashes, and what their form needs. */
export interface KeptRecord {
  readonly version: 1
  readonly salt: string
  /** Page, name, transport and endpoint. An endpoint may be a signed URL: it is not written down. */
  readonly owner: string
  readonly scope: string
  /** Which of the elements of that name on the page. */
  readonly place: number
  /** Without name, type and hash of the original. */
  readonly receipts: readonly Receipt[]
}

export const keptHash = async (salt: string, parts: readonly unknown[]): Promise<string> => {
  const text = new TextEncoder().encode(JSON.stringify([salt, ...parts]))
  return hex(await crypto.subtle.digest('SHA-256', text))
}

/** Which element this is, for all views of its page. */
export const ownerParts = (settings: Settings): readonly unknown[] => {
  const { name, transport, endpoint = '' } = settings
  const given = typeof transport === 'object' ? transport.endpoint : endpoint
  const address = URL.canParse(given, document.baseURI)
    ? new URL(given, document.baseURI).href
    : given
  return [location.pathname, name, providerOf(settings), address]
}

/**
 * What of a receipt may be kept; undefined for what is sent as it is: what its service stores may be told by the document's
 * own hash. A ticket is kept where the form sends it.
 */
export const keptOf = (receipt: Receipt, withTicket: boolean): Receipt | undefined => {
  const { transport, reference, size, sealed, sentAt, expiresAt, facts } = receipt
  if (sealed.scheme === 'none') return undefined
  const { ticket } = facts
  return Object.freeze({
    transport,
    reference,
    size,
    sealed,
    sentAt,
    ...(expiresAt !== undefined && { expiresAt }),
    facts: Object.freeze({ ...(withTicket && ticket !== undefined && { ticket }) }),
  })
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0

/** A kept receipt, if it is one, and still good. Nobody vouches for what storage holds. */
const readReceipt = (value: unknown, now: number): Receipt | undefined => {
  const { transport, reference, size, sealed, sentAt, expiresAt, facts } = asRecord(value)
  const { scheme, size: sealedSize, sha256, recipients, authenticated } = asRecord(sealed)
  const { ticket } = asRecord(facts)
  const keys = asArray(recipients)
  if (!isText(transport) || !isText(reference) || !isCount(size)) return undefined
  if (!isText(scheme) || !isCount(sealedSize) || !isText(sha256)) return undefined
  if (!keys.every(isText) || typeof authenticated !== 'boolean' || !isText(sentAt)) return undefined
  const age = now - Date.parse(sentAt)
  if (!(age < DAY_MS)) return undefined
  if (expiresAt !== undefined && !(isText(expiresAt) && Date.parse(expiresAt) > now))
    return undefined
  const receipt: Receipt = {
    transport,
    reference,
    size,
    sealed: Object.freeze({
      scheme,
      size: sealedSize,
      sha256,
      recipients: Object.freeze(keys),
      authenticated,
    }),
    sentAt,
    ...(expiresAt !== undefined && { expiresAt }),
    facts: isText(ticket) ? { ticket } : {},
  }
  return keptOf(receipt, true)
}

/** A record as it was written, without what has expired; undefined for anything else. */
export const readRecord = (value: unknown, now: number): KeptRecord | undefined => {
  const { version, salt, owner, scope, place, receipts } = asRecord(value)
  if (version !== 1 || !isText(salt) || !isText(owner) || !isText(scope) || !isCount(place))
    return undefined
  const good = asArray(receipts).flatMap(receipt => readReceipt(receipt, now) ?? [])
  return { version, salt, owner, scope, place, receipts: good }
}

/** What a text holds as JSON; undefined where it is none. */
export const parsed = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return undefined
  }
}
