import type { CallContext } from '../../core/api.ts'
import { isSealDropError, misconfigured, SealDropError } from '../../core/errors.ts'
import {
  algorithmOf,
  type CryptsharePolicy,
  type CryptshareSession,
  locatedId,
  sessionOf,
} from './answers.ts'
import { type Client, jsonBody } from './client.ts'
import { errorOf, isMissing, isTokenRefused } from './errors.ts'
import type { CheckedOptions } from './options.ts'

export const pathOf = (id: string): string => `/transfer-sessions/${encodeURIComponent(id)}`

/** What older servers may answer, because they do not have the request. */
const NO_SUCH_ENDPOINT = '1006'

/**
 * What the server lets the sender send to these recipients. Throws `forbidden` where that is nothing; undefined where an older server
 * does not say: then only sending shows it.
 */
export const checkPolicy = async (
  client: Client,
  { everyone }: CheckedOptions,
  context: CallContext,
): Promise<CryptsharePolicy | undefined> => {
  const policy = await client.policy(everyone, context).catch((thrown: unknown) => {
    if (!isSealDropError(thrown) || !thrown.provider || thrown.retryable) throw thrown
    const { code = NO_SUCH_ENDPOINT } = thrown.provider
    if (code !== NO_SUCH_ENDPOINT) throw thrown
    return undefined
  })
  if (!policy || policy.allowed) return policy
  throw new SealDropError(
    'forbidden',
    'The transfer policy of the Cryptshare server does not let this sender send to these recipients: policy() names them.',
  )
}

const mails = (addresses: readonly string[]): readonly { readonly mail: string }[] =>
  addresses.map(mail => ({ mail }))

/** Gives the tracking id. */
export const createSession = async (
  client: Client,
  { recipients, sender }: CheckedOptions,
  context: CallContext,
): Promise<string> => {
  const { to = [], cc, bcc } = recipients
  const body = {
    sender: sender ?? {},
    recipients: { to: mails(to), ...(cc && { cc: mails(cc) }), ...(bcc && { bcc: mails(bcc) }) },
  }
  const answer = await client.askRenewing('POST', '/transfer-sessions', context, jsonBody(body))
  if (answer.status !== 201) throw errorOf(answer)
  const id = locatedId(answer)
  if (id !== null) return id
  throw new SealDropError(
    'misconfigured',
    'Cryptshare names a new session in its Location header only, and this page cannot read that: the server must send Access-Control-Expose-Headers: Location, or be reached through a relay on the page’s own origin.',
    { provider: { status: answer.status } },
  )
}

/** Undefined for a session that is gone, or that another token created. */
export const findSession = async (
  client: Client,
  id: string,
  context: CallContext,
): Promise<CryptshareSession | undefined> => {
  const answer = await client.ask('GET', pathOf(id), context)
  if (isMissing(answer) || isTokenRefused(answer)) return undefined
  if (answer.status !== 200) throw errorOf(answer)
  return sessionOf(answer)
}

/** Sets what the integrator asked for in a new session, and a checksum algorithm that a browser has. */
export const configureSession = async (
  client: Client,
  { session: wanted }: CheckedOptions,
  id: string,
  context: CallContext,
): Promise<CryptshareSession> => {
  const found = await findSession(client, id, context)
  if (!found)
    throw new SealDropError('not-found', 'The new transfer session is not there.', {
      retryable: true,
    })
  const needsAlgorithm = !algorithmOf(found) && !('fileChecksumAlgorithm' in wanted)
  const patch = { ...wanted, ...(needsAlgorithm && { fileChecksumAlgorithm: 'SHA256' }) }
  if (Object.keys(patch).length === 0) return found
  const answer = await client.askRenewing('PATCH', pathOf(id), context, jsonBody(patch))
  if (answer.status === 200) return sessionOf(answer)
  const error = errorOf(answer)
  // It works without the algorithm, too: files then have no checksum.
  if (Object.keys(wanted).length === 0 && !error.retryable) return found
  throw error
}

/** The same error, or one that tells an administrator what to change where the page could read nothing at all. */
export const diagnose = async (
  client: Client,
  { endpoint, productKey }: CheckedOptions,
  error: SealDropError,
  context: CallContext,
): Promise<SealDropError> => {
  const { origin } = location
  if (error.code !== 'network' || new URL(endpoint).origin === origin) return error
  const words = `its administrator must enable CORS for ${origin} and the product ${productKey}`
  const isActive = await client.corsActive(context).catch(() => undefined)
  return isActive === false
    ? misconfigured(`Cryptshare does not let this page call it: ${words}.`, error)
    : new SealDropError('network', `${error.message} If Cryptshare is up, ${words}.`, error.facts)
}
