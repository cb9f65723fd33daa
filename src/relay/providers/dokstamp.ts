import { fields, list } from '../../core/answer.ts'
import { SealDropError } from '../../core/errors.ts'
import { always, never, type Provider, type Route, referencesOf, withTicket } from '../provider.ts'
import { askForToken, createRenewed, readToken } from '../renewed.ts'

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
    ...{ method: 'POST', path: 'files', operation: 'upload', opens: always, body: 'stream' },
    read: ({ json }) => ({
      uploads: referencesOf(list(fields(json).data).map(file => fields(file).uuid)),
    }),
  },
  {
    ...{ method: 'GET', path: 'files', operation: 'list', opens: never },
    query: ['where[used_at]', 'sort[column]', 'sort[order]'],
  },
  { method: 'GET', path: 'files/:id', operation: 'get', opens: withTicket },
  { method: 'PATCH', path: 'files/:id', operation: 'update', opens: never, body: 'stream' },
  { method: 'PUT', path: 'files/:id', operation: 'replace', opens: never, body: 'stream' },
  // Not even with its ticket: deduplication may have made the file somebody else's.
  { method: 'DELETE', path: 'files/:id', operation: 'remove', opens: never },
  {
    ...{ method: 'GET', path: 'files/:id/download', operation: 'download', opens: never },
    ...{ credentials: 'none', downloads: true },
  },
]

const LIFE_SECONDS = 43_200

/** DokStamp's files, with client credentials (12 hours, no refresh token). A ticket shows its own file, and deletes none. */
export const dokstampRoutes = (upstream: DokstampUpstream): Provider => {
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
    tells: [],
    answers: ['content-disposition', 'content-length'],
    credentials: async kind =>
      kind === 'none' ? {} : { Authorization: `Bearer ${await renewed.get()}`, 'X-Tenant': tenant },
    refused({ Authorization = '' }, { status }) {
      if (status === 401) renewed.forget(Authorization.replace('Bearer ', ''))
    },
    secrets: () => [clientId, clientSecret, ...renewed.known()],
  }
}
