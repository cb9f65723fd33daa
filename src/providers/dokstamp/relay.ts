import { asArray, asRecord } from '../../core/answer.ts'
import { SealDropError } from '../../core/errors.ts'
import { askForToken, createRenewed, readToken } from '../../core/relay/renewed.ts'
import {
  always,
  never,
  type RelayProvider,
  type Route,
  referencesOf,
  withTicket,
} from '../../core/relay/route.ts'

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
    allowedByDefault: always,
    body: 'stream',
    read: ({ json }) => ({
      uploads: referencesOf(asArray(asRecord(json).data).map(file => asRecord(file).uuid)),
    }),
  },
  {
    method: 'GET',
    path: 'files',
    operation: 'list',
    allowedByDefault: never,
    query: ['where[used_at]', 'sort[column]', 'sort[order]'],
  },
  { method: 'GET', path: 'files/:id', operation: 'get', allowedByDefault: withTicket },
  {
    method: 'PATCH',
    path: 'files/:id',
    operation: 'update',
    allowedByDefault: never,
    body: 'stream',
  },
  {
    method: 'PUT',
    path: 'files/:id',
    operation: 'replace',
    allowedByDefault: never,
    body: 'stream',
  },
  // Not even with its ticket: deduplication may have made the file somebody else's.
  { method: 'DELETE', path: 'files/:id', operation: 'remove', allowedByDefault: never },
  {
    method: 'GET',
    path: 'files/:id/download',
    operation: 'download',
    allowedByDefault: never,
    credentials: 'none',
    downloads: true,
  },
]

const LIFE_SECONDS = 43_200

/** DokStamp's files, with client credentials (12 hours, no refresh token). A ticket shows its own file, and deletes none. */
export const dokstampRoutes = (upstream: DokstampUpstream): RelayProvider => {
  const { endpoint, clientId, clientSecret, tenant } = upstream
  if (!clientId || !clientSecret || !tenant)
    throw new SealDropError(
      'misconfigured',
      'providers.dokstamp needs clientId, clientSecret and tenant.',
    )
  const renewed = createRenewed(async signal => {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    })
    const answer = await askForToken(`${endpoint}/oauth/token`, {
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        Accept: 'application/json',
      },
      body: form.toString(),
      signal,
    })
    const seconds = Number(answer.expires_in ?? LIFE_SECONDS)
    return {
      token: readToken(answer.access_token),
      lifeMs: 1000 * (seconds > 0 ? seconds : LIFE_SECONDS),
    }
  })
  return {
    endpoint,
    routes,
    requestHeaders: [],
    responseHeaders: ['content-disposition', 'content-length'],
    credentials: async kind =>
      kind === 'none' ? {} : { Authorization: `Bearer ${await renewed.get()}`, 'X-Tenant': tenant },
    refused({ Authorization = '' }, { status }) {
      if (status === 401) renewed.forget(Authorization.replace('Bearer ', ''))
    },
    secrets: () => [clientId, clientSecret, ...renewed.known()],
  }
}
