import { asArray, asRecord } from '../../core/answer.ts'
import { misconfigured } from '../../core/errors.ts'
import { refuseUnknown } from '../../core/known-options.ts'
import { type RelayProvider, type Route, referencesOf, withTicket } from '../../core/relay/route.ts'
import {
  createTokenSource,
  lifetimeMsOf,
  readToken,
  requestToken,
  showsAcceptance,
} from '../../core/relay/token-source.ts'

export interface DokstampUpstream {
  /** `https://api.dokstamp.com` */
  readonly endpoint: string
  readonly clientId: string
  readonly clientSecret: string
  /** The tenant's domain, for `X-Tenant`. */
  readonly tenant: string
}

const routes: readonly Route[] = [
  {
    method: 'POST',
    path: 'files',
    operation: 'upload',
    allowedByDefault: true,
    body: 'stream',
    onSuccess: ({ json }) => ({
      uploads: referencesOf(asArray(asRecord(json).data).map(file => asRecord(file).uuid)),
    }),
  },
  {
    method: 'GET',
    path: 'files',
    operation: 'list',
    allowedByDefault: false,
    query: ['where[used_at]', 'sort[column]', 'sort[order]'],
  },
  { method: 'GET', path: 'files/:id', operation: 'get', allowedByDefault: withTicket('show') },
  {
    method: 'PATCH',
    path: 'files/:id',
    operation: 'update',
    allowedByDefault: false,
    body: 'stream',
  },
  {
    method: 'PUT',
    path: 'files/:id',
    operation: 'replace',
    allowedByDefault: false,
    body: 'stream',
  },
  // Not even with its ticket: deduplication may have made the file somebody else's.
  { method: 'DELETE', path: 'files/:id', operation: 'remove', allowedByDefault: false },
  {
    method: 'GET',
    path: 'files/:id/download',
    operation: 'download',
    allowedByDefault: false,
    credentials: 'none',
    downloads: true,
  },
]

const DEFAULT_LIFETIME_SECONDS = 43_200
const OPTION = 'providers.dokstamp'

/** DokStamp's files, with client credentials (12 hours, no refresh token). A ticket shows its own file, and deletes none. */
export const dokstampRoutes = (upstream: DokstampUpstream): RelayProvider => {
  refuseUnknown('providers.dokstamp', upstream, {
    endpoint: true,
    clientId: true,
    clientSecret: true,
    tenant: true,
  })
  const { endpoint, clientId, clientSecret, tenant } = upstream
  if (!clientId || !clientSecret || !tenant)
    throw misconfigured('providers.dokstamp needs clientId, clientSecret and tenant.')
  const tokens = createTokenSource(OPTION, async signal => {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    })
    const answer = await requestToken(`${endpoint}/oauth/token`, OPTION, {
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        Accept: 'application/json',
      },
      body: form.toString(),
      signal,
    })
    return {
      token: readToken(answer.access_token),
      lifetimeMs: lifetimeMsOf(answer.expires_in, DEFAULT_LIFETIME_SECONDS),
    }
  })
  return {
    endpoint,
    routes,
    requestHeaders: [],
    responseHeaders: ['content-disposition', 'content-length'],
    credentials: async kind =>
      kind === 'none' ? {} : { Authorization: `Bearer ${await tokens.get()}`, 'X-Tenant': tenant },
    ownRefusal({ Authorization }, { status }) {
      if (Authorization === undefined) return undefined
      const token = Authorization.replace('Bearer ', '')
      if (showsAcceptance(status)) tokens.accept(token)
      // Also where X-Tenant is wrong.
      return status === 401 ? tokens.refuse(token) : undefined
    },
    secrets: () => [clientId, clientSecret, ...tokens.recent()],
  }
}
