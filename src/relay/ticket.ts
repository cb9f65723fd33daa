import { misconfigured } from '../core/errors.ts'
import {
  areKeys,
  createSigner,
  fromBase64url,
  type Signer,
  type TicketKeys,
  toBase64url,
} from '../core/relay/sign.ts'

/** What a ticket states: this caller uploaded this file. */
export interface Ticket {
  readonly provider: string
  /** What the provider calls the upload. For tus, and for http by `Location`: its path at the upstream's origin. */
  readonly reference: string
  /** The transfer a Cryptshare file belongs to: its tracking id. */
  readonly transfer?: string
  /** Bytes of the sealed file, where the relay saw at the provider that they are there: of s3. */
  readonly size?: number
  /** SHA-256 of those bytes, hex, where the provider has it of the whole. */
  readonly sha256?: string
  /**
   * The file was found by its name, which this caller knew; whether it is theirs is not known. The relay deletes none for such a ticket. Of
   * a parcel that SealDrop named, nobody but its sender and the provider knows the name.
   */
  readonly foundByName?: true
  /** As `authorize` named the caller. */
  readonly client: string
  /** Milliseconds since 1970. */
  readonly expires: number
}

const PURPOSE = 'sealdrop ticket v1'
/** Longer than any real one; nothing longer is worth a signature check. */
const MAX_LENGTH = 8192

/** `<JSON in base64url>.<HMAC-SHA-256 in base64url>`: signed, not encrypted. */
export const issueTicket = async (ticket: Ticket, signer: Signer): Promise<string> => {
  const body = toBase64url(new TextEncoder().encode(JSON.stringify(ticket)))
  return `${body}.${await signer.sign([PURPOSE, body])}`
}

const parseBody = (body: string): Ticket | undefined => {
  try {
    const bytes = fromBase64url(body)
    const value: unknown = bytes && JSON.parse(new TextDecoder().decode(bytes))
    if (typeof value !== 'object' || value === null) return undefined
    const { provider, reference, transfer, size, sha256, foundByName, client, expires } =
      value as Record<string, unknown>
    if (
      ![provider, reference, client].every(text => typeof text === 'string') ||
      typeof expires !== 'number'
    )
      return undefined
    return {
      provider: String(provider),
      reference: String(reference),
      ...(typeof transfer === 'string' && { transfer }),
      ...(typeof size === 'number' && { size }),
      ...(typeof sha256 === 'string' && { sha256 }),
      ...(foundByName === true && { foundByName }),
      client: String(client),
      expires,
    }
  } catch {
    return undefined
  }
}

/** In the place of a client: a ticket passes whoever it was issued to. */
export const anyClient: unique symbol = Symbol.for('sealdrop.anyClient')

/** Whose ticket is expected. */
export interface ExpectedTicket {
  /** As `authorize` names who sends the form. `anyClient`, where it does not matter who uploaded. */
  readonly client: string | typeof anyClient
  /** As `didww`. */
  readonly provider?: string | undefined
}

export const readTicket = async (
  ticket: unknown,
  signer: Signer,
  expected: ExpectedTicket,
): Promise<Ticket | undefined> => {
  if (typeof ticket !== 'string' || ticket.length > MAX_LENGTH) return undefined
  const [body = '', mac = '', ...more] = ticket.split('.')
  if (more.length > 0 || !(await signer.verify([PURPOSE, body], mac))) return undefined
  const stated = parseBody(body)
  if (!stated || stated.expires <= Date.now()) return undefined
  const { provider = stated.provider, client } = expected
  const isTheirs = client === anyClient || stated.client === client
  return isTheirs && stated.provider === provider ? stated : undefined
}

/** Throws in words for what would let everybody pass, or nobody. */
export const checkExpected = (
  caller: string,
  key: unknown,
  { client, provider }: Partial<ExpectedTicket>,
): void => {
  if (!areKeys(key))
    throw misconfigured(
      `${caller}: the key must be the relay’s ticketKey, of 16 bytes or more, or a list of such keys.`,
    )
  if (typeof client !== 'string' && client !== anyClient)
    throw misconfigured(
      `${caller}: client must be the text by which authorize names who sends the form. To let tickets of anybody pass, give anyClient.`,
    )
  if (provider !== undefined && typeof provider !== 'string')
    throw misconfigured(`${caller}: provider must be a name such as "didww".`)
}

/**
 * For the server that receives the form: what a ticket states, or undefined where it is forged, expired, of another provider or another
 * client. It passes as often as it is shown until it expires; `claimTicket` lets it pass once. Rejects with `misconfigured` for a key
 * that is none, or without `client`.
 */
export const verifyTicket = async (
  ticket: unknown,
  key: TicketKeys,
  expected: ExpectedTicket,
): Promise<Ticket | undefined> => {
  checkExpected('verifyTicket', key, expected ?? {})
  return readTicket(ticket, createSigner(key), expected)
}
