import { checkOrigins } from '../../core/authorize.ts'
import type { Authorize, Json, Parcel, Timeouts } from '../../core/contracts.ts'
import { absoluteEndpoint } from '../../core/endpoint.ts'
import { misconfigured } from '../../core/errors.ts'
import { type KnownOptions, refuseUnknown } from '../../core/known-options.ts'
import { checkTimeouts } from '../../core/timeouts.ts'

/** E-mail addresses. Cryptshare lets nobody change them later. */
export interface CryptshareRecipients {
  readonly to?: readonly string[]
  readonly cc?: readonly string[]
  readonly bcc?: readonly string[]
}

/** Properties of a transfer session, as `PATCH` takes them: any but files and recipients. */
export type CryptsharePatch = Readonly<Record<string, Json>>

export interface CryptshareOptions {
  /** `https://<server>/api`, or a relay; may be relative. */
  readonly endpoint: string
  /** The verified sender's e-mail address. A relay puts in its own. */
  readonly user?: string
  /** A relay puts in its own. */
  readonly recipients?: CryptshareRecipients
  /** What recipients are told of the sender. */
  readonly sender?: { readonly name: string; readonly phone?: string }
  /**
   * 50 to 4,000 letters and digits, made once for each installation; confidential. Without it, a relay or `authorize` adds
   * `X-CS-ClientId` and `X-CS-VerificationToken`.
   */
  readonly clientId?: string
  /** `X-CS-ProductKey` (`api.rest`). */
  readonly productKey?: string
  /** The lowest minor API version asked for (7). Looking at a transfer needs, and asks for, 12. */
  readonly apiVersion?: number
  /** Set in each new transfer session, such as `{notificationMessage: {subject, body}}`. */
  readonly session?: CryptsharePatch
  /** Whether this is the transfer's confidential message. It takes one. */
  readonly confidentialMessage?: (parcel: Parcel) => boolean
  /** After the submit, waits until the server has processed the transfer (true: looks each second, for up to 30 s). */
  readonly pollTransfer?: boolean | Partial<PollOptions>
  readonly authorize?: Authorize
  readonly origins?: readonly string[]
  /** Of every request to this endpoint, in milliseconds; they win over the page's. */
  readonly timeouts?: Timeouts
}

export interface PollOptions {
  /** Milliseconds between two looks. */
  readonly everyMs: number
  /** How many at most. */
  readonly looks: number
}

/** The options, checked. */
export interface CheckedOptions {
  readonly endpoint: string
  readonly user: string
  readonly recipients: CryptshareRecipients
  readonly everyone: readonly string[]
  readonly sender: CryptshareOptions['sender']
  readonly clientId: string | undefined
  readonly productKey: string
  readonly apiVersion: number
  readonly session: CryptsharePatch
  readonly poll: PollOptions | undefined
}

const KNOWN: KnownOptions<CryptshareOptions> = {
  endpoint: true,
  user: true,
  recipients: true,
  sender: true,
  clientId: true,
  productKey: true,
  apiVersion: true,
  session: true,
  confidentialMessage: true,
  pollTransfer: true,
  authorize: true,
  origins: true,
  timeouts: true,
}

/** Who the relay says is its own sender. */
const RELAYED_USER = 'me'
const ADDRESS = /^[^\s@\p{Cc}]{1,64}@[^\s@\p{Cc}]{1,253}$/u
export const CLIENT_ID: RegExp = /^[A-Za-z0-9]{50,4000}$/

const isAddress = (value: unknown): value is string =>
  typeof value === 'string' && ADDRESS.test(value)

const readRecipients = (given: unknown, isNeeded: boolean): CryptshareRecipients => {
  const groups = Object.entries((given ?? {}) as Readonly<Record<string, unknown>>)
  for (const [group, mails] of groups)
    if (!/^(to|cc|bcc)$/.test(group) || !Array.isArray(mails) || !mails.every(isAddress))
      throw misconfigured('recipients must be {to, cc, bcc}, each a list of e-mail addresses.')
  if (isNeeded && groups.every(([, mails]) => (mails as readonly unknown[]).length === 0))
    throw misconfigured('recipients: name at least one e-mail address, or let a relay do so.')
  return given ?? {}
}

const readPoll = (given: CryptshareOptions['pollTransfer'] = true): PollOptions | undefined => {
  if (given === false) return undefined
  const { everyMs = 1_000, looks = 30 } = given === true ? {} : given
  if (!(everyMs >= 0) || !Number.isInteger(looks) || looks < 1)
    throw misconfigured('pollTransfer: everyMs must be from 0 up, looks a whole number from 1 up.')
  return { everyMs, looks }
}

/** Throws `misconfigured` for what cannot work, with what to change. */
export const readOptions = (options: CryptshareOptions): CheckedOptions => {
  refuseUnknown('cryptshare', options, KNOWN)
  const endpoint = absoluteEndpoint(options.endpoint)
  const { user, clientId, productKey = 'api.rest', apiVersion = 7, session = {}, sender } = options
  if (clientId !== undefined && !(typeof clientId === 'string' && CLIENT_ID.test(clientId)))
    throw misconfigured('clientId must have 50 to 4,000 letters and digits, and nothing else.')
  if (user === undefined ? clientId !== undefined : !isAddress(user))
    throw misconfigured('user must be the e-mail address of the sender.')
  if (typeof productKey !== 'string' || !/^[\w.-]{1,100}$/.test(productKey))
    throw misconfigured('productKey must be the key of a product, such as api.rest.')
  if (!Number.isInteger(apiVersion) || apiVersion < 0)
    throw misconfigured('apiVersion must be a whole number: the minor version, such as 7.')
  if (
    typeof session !== 'object' ||
    session === null ||
    'files' in session ||
    'recipients' in session
  )
    throw misconfigured(
      'session must hold properties of a transfer session; not files or recipients.',
    )
  if (sender !== undefined && typeof sender?.name !== 'string')
    throw misconfigured('sender must be {name, phone}.')
  const { confidentialMessage } = options
  if (confidentialMessage !== undefined && typeof confidentialMessage !== 'function')
    throw misconfigured('confidentialMessage must be a function.')
  checkOrigins(options.origins)
  checkTimeouts(options.timeouts)
  const recipients = readRecipients(options.recipients, clientId !== undefined)
  return {
    endpoint,
    user: user ?? RELAYED_USER,
    clientId,
    productKey,
    apiVersion,
    session,
    sender,
    recipients,
    everyone: Object.values(recipients).flat(),
    poll: readPoll(options.pollTransfer),
  }
}
