import { createSigner, fromBase64url, type Signer, toBase64url } from '../core/relay/sign.ts'

/** What a ticket states: this caller uploaded this file. */
export interface Ticket {
  readonly provider: string
  /** What the provider calls the upload. For tus, and for http by `Location`: its path at the upstream's origin. */
  readonly reference: string
  /** The transfer a Cryptshare file belongs to: its tracking id. */
  readonly transfer?: string
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
    const { provider, reference, transfer, foundByName, client, expires } = value as Record<
      string,
      unknown
    >
    if (
      ![provider, reference, client].every(text => typeof text === 'string') ||
      typeof expires !== 'number'
    )
      return undefined
    return {
      provider: String(provider),
      reference: String(reference),
      ...(typeof transfer === 'string' && { transfer }),
      ...(foundByName === true && { foundByName }),
      client: String(client),
      expires,
    }
  } catch {
    return undefined
  }
}

export const readTicket = async (
  ticket: unknown,
  signer: Signer,
  expected: { readonly provider?: string; readonly client?: string } = {},
): Promise<Ticket | undefined> => {
  if (typeof ticket !== 'string' || ticket.length > MAX_LENGTH) return undefined
  const [body = '', mac = '', ...more] = ticket.split('.')
  if (more.length > 0 || !(await signer.verify([PURPOSE, body], mac))) return undefined
  const stated = parseBody(body)
  if (!stated || stated.expires <= Date.now()) return undefined
  const { provider = stated.provider, client = stated.client } = expected
  return stated.provider === provider && stated.client === client ? stated : undefined
}

/**
 * For the server that receives the form: what a ticket states, or undefined where it is forged, expired, of another provider or
 * another caller. Pass `client`: without it a ticket that was issued to somebody else is accepted, too.
 */
export const verifyTicket = (
  ticket: unknown,
  key: string | Uint8Array,
  expected: { readonly provider?: string; readonly client?: string } = {},
): Promise<Ticket | undefined> => readTicket(ticket, createSigner(key), expected)
