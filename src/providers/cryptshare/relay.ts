import { asRecord } from '../../core/answer.ts'
import { misconfigured } from '../../core/errors.ts'
import { refuseUnknown } from '../../core/known-options.ts'
import { badCredentials } from '../../core/relay/http-error.ts'
import type { RelayProvider } from '../../core/relay/route.ts'
import { showsAcceptance } from '../../core/relay/token-source.ts'
import { sessionRoutes } from './relay-sessions.ts'
import {
  createVerification,
  NO_LICENCE,
  TOKEN_REFUSED,
  versionHeaders,
} from './relay-verification.ts'
import { createVisible } from './relay-visible.ts'

export interface CryptshareUpstream {
  /** `https://<server>/api` */
  readonly endpoint: string
  /** The sender's e-mail address. It must be one that the server verifies by client id. */
  readonly user: string
  /** 50 to 4,000 letters and digits; confidential. */
  readonly clientId: string
  readonly productKey?: string
  /** E-mail addresses. */
  readonly recipients: {
    readonly to?: readonly string[]
    readonly cc?: readonly string[]
    readonly bcc?: readonly string[]
  }
  /** What recipients are told of the sender. */
  readonly sender?: { readonly name: string; readonly phone?: string }
}

const checkNames = (upstream: CryptshareUpstream): void => {
  const { recipients, sender } = upstream
  const name = 'providers.cryptshare'
  refuseUnknown(name, upstream, {
    endpoint: true,
    user: true,
    clientId: true,
    productKey: true,
    recipients: true,
    sender: true,
  })
  if (recipients) refuseUnknown(`${name}.recipients`, recipients, { to: true, cc: true, bcc: true })
  if (sender) refuseUnknown(`${name}.sender`, sender, { name: true, phone: true })
}

/**
 * Cryptshare's transfer sessions. The relay is the verified sender, by client id; a visitor works on the sessions it created, whose
 * ids are signed for it.
 */
export const cryptshareRoutes = (upstream: CryptshareUpstream): RelayProvider => {
  checkNames(upstream)
  const { endpoint, user, clientId, productKey, recipients = {}, sender } = upstream
  const { to = [], cc = [], bcc = [] } = recipients
  if (!user || !/^[A-Za-z0-9]{50,4000}$/.test(clientId) || to.length + cc.length + bcc.length === 0)
    throw misconfigured(
      'providers.cryptshare needs user, clientId (50 to 4,000 letters and digits) and recipients.',
    )
  // Whatever user a visitor names in a path: the relay puts its own there.
  const userPath = `users/${encodeURIComponent(user)}`
  const clientHeaders = {
    'X-CS-ClientId': clientId,
    ...(productKey !== undefined && { 'X-CS-ProductKey': productKey }),
  }
  const visible = createVisible([
    user,
    ...to,
    ...cc,
    ...bcc,
    sender?.name ?? '',
    sender?.phone ?? '',
  ])
  const { tokens, routes: verificationRoutes } = createVerification({
    endpoint,
    userPath,
    clientHeaders,
  })
  return {
    endpoint,
    routes: [
      {
        method: 'GET',
        path: 'products/:product/cors',
        operation: 'corsActive',
        allowedByDefault: true,
        // CORS at the upstream does not matter: the page talks to the relay.
        localAnswer: () => ({ data: { active: true } }),
      },
      ...verificationRoutes,
      ...sessionRoutes({
        endpoint,
        userPath,
        sender: sender ?? {},
        recipients: { to, cc, bcc },
        visible,
      }),
    ],
    requestHeaders: [],
    responseHeaders: [],
    async credentials(kind, { headers }) {
      const unverified = {
        ...clientHeaders,
        ...versionHeaders(headers.get('x-cs-minimumminorapiversion')),
      }
      return kind === 'unverified'
        ? unverified
        : { ...unverified, 'X-CS-VerificationToken': await tokens.get() }
    },
    ownRefusal({ 'X-CS-VerificationToken': token }, { status, json }, { params }) {
      const { errorCode } = asRecord(json)
      if (errorCode === NO_LICENCE) return badCredentials('providers.cryptshare.productKey')
      // Without a token it is about the code that the visitor typed. A session refuses every token but its creator's: giving up a good
      // one for that would lose all sessions made with it.
      if (token === undefined || params.session !== undefined) return undefined
      if (showsAcceptance(status)) tokens.accept(token)
      const isRefused = errorCode === undefined ? status === 401 : errorCode === TOKEN_REFUSED
      if (!isRefused) return undefined
      const refusal = tokens.refuse(token)
      // The page knows this code, and asks for a verification before it tries again.
      return refusal.status === 503 ? undefined : refusal
    },
    visible,
    secrets: () => [clientId, ...tokens.recent()],
  }
}
