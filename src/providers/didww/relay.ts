import { asArray, asRecord } from '../../core/answer.ts'
import { misconfigured } from '../../core/errors.ts'
import { refuseUnknown } from '../../core/known-options.ts'
import { badCredentials, tokenIsOver } from '../../core/relay/http-error.ts'
import { nameInMultipart } from '../../core/relay/parcel-name.ts'
import {
  namedById,
  type RelayProvider,
  type Route,
  referencesOf,
  withTicket,
} from '../../core/relay/route.ts'
import {
  createTokenHistory,
  createTokenSource,
  lifetimeMsOf,
  readToken,
  requestToken,
  showsAcceptance,
  type TokenSource,
  withRecent,
} from '../../core/relay/token-source.ts'

/** Where the short-lived access tokens of version 2026-11-19 come from. */
export interface DidwwTokenService {
  /** The whole URL, ending in `/token`. */
  readonly url: string
  readonly apiKey: string
}

export interface DidwwUpstream {
  /** `https://api.didww.com/v3` */
  readonly endpoint: string
  /** For versions up to 2026-04-16: header `Api-Key`. */
  readonly apiKey?: string
  /** For 2026-11-19: an access token, a function that gives one, or the service that does (then it is renewed before it expires). */
  readonly token?: string | (() => string | Promise<string>) | DidwwTokenService
}

const FILES = 'encrypted_files'
const TOKEN_OPTION = 'providers.didww.token'
const BEARER_SINCE = '2026-11-19'
/** The token service's answer is not documented, and read as OAuth's. This is for one without `expires_in`. */
const DEFAULT_LIFETIME_SECONDS = 300

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: 'public_keys',
    operation: 'publicKeys',
    allowedByDefault: true,
    credentials: 'none',
  },
  {
    method: 'POST',
    path: FILES,
    operation: 'upload',
    allowedByDefault: true,
    body: 'stream',
    // Nothing in DIDWW's list tells one upload from another.
    once: { nameOf: nameInMultipart },
    // Up to 2022-05-10: `{ids: […]}`.
    onSuccess({ json }) {
      const { data, ids } = asRecord(json)
      return { uploads: referencesOf(ids === undefined ? [asRecord(data).id] : asArray(ids)) }
    },
  },
  {
    method: 'GET',
    path: FILES,
    operation: 'list',
    allowedByDefault: false,
    query: ['fields[encrypted_files]', 'sort', 'filter[id]', 'page[number]', 'page[size]'],
  },
  {
    method: 'GET',
    path: `${FILES}/:id`,
    operation: 'get',
    allowedByDefault: withTicket('show'),
    about: namedById,
  },
  {
    method: 'DELETE',
    path: `${FILES}/:id`,
    operation: 'remove',
    allowedByDefault: withTicket('remove'),
    about: namedById,
  },
]

const versionIn = ({ headers }: Request): string => headers.get('x-didww-api-version') ?? ''

const tokenSourceOf = (token: NonNullable<DidwwUpstream['token']>): TokenSource => {
  if (typeof token === 'string')
    return {
      store: () => {},
      accept: () => {},
      refuse: () => badCredentials(TOKEN_OPTION),
      get: async () => token,
      recent: () => [token],
    }
  // The site renews a token that it gives itself.
  if (typeof token === 'function') {
    let recent: readonly string[] = []
    const { accept, give, refuse } = createTokenHistory(true)
    return {
      store: () => {},
      accept,
      refuse: given => (refuse(given) ? tokenIsOver() : badCredentials(TOKEN_OPTION)),
      recent: () => recent,
      get: async () => {
        const given = readToken(await token())
        recent = withRecent(given, recent)
        give(given)
        return given
      },
    }
  }
  return createTokenSource(TOKEN_OPTION, async signal => {
    const answer = await requestToken(token.url, TOKEN_OPTION, {
      headers: { 'Api-Key': token.apiKey, Accept: 'application/json' },
      signal,
    })
    return {
      token: readToken(answer.access_token ?? answer.token),
      lifetimeMs: lifetimeMsOf(answer.expires_in, DEFAULT_LIFETIME_SECONDS),
    }
  })
}

/** DIDWW's encrypted files. A ticket shows and deletes its own file. */
export const didwwRoutes = (upstream: DidwwUpstream): RelayProvider => {
  refuseUnknown('providers.didww', upstream, { endpoint: true, apiKey: true, token: true })
  const { endpoint, apiKey, token } = upstream
  if (typeof token === 'object')
    refuseUnknown('providers.didww.token', token, { url: true, apiKey: true })
  if (!apiKey && !token) throw misconfigured('providers.didww needs an apiKey or a token.')
  const tokens = token === undefined ? undefined : tokenSourceOf(token)
  const serviceKey = typeof token === 'object' ? token.apiKey : ''
  return {
    endpoint,
    routes,
    requestHeaders: ['x-didww-api-version'],
    responseHeaders: [],
    async credentials(kind, request) {
      if (kind === 'none') return {}
      return tokens && (!apiKey || versionIn(request) >= BEARER_SINCE)
        ? { Authorization: `Bearer ${await tokens.get()}` }
        : { 'Api-Key': apiKey ?? '' }
    },
    ownRefusal({ Authorization }, { status, headers }, { request }) {
      if (Authorization === undefined) {
        const option = versionIn(request) >= BEARER_SINCE ? TOKEN_OPTION : 'providers.didww.apiKey'
        return status === 401 ? badCredentials(option) : undefined
      }
      const used = Authorization.replace('Bearer ', '')
      if (status === 401) return tokens?.refuse(used)
      if (showsAcceptance(status)) tokens?.accept(used)
      // A token that may only read, and cannot upload.
      const isTooNarrow = /\binsufficient_scope\b/.test(headers.get('www-authenticate') ?? '')
      return status === 403 && isTooNarrow ? badCredentials(TOKEN_OPTION) : undefined
    },
    secrets: () => [apiKey ?? '', serviceKey, ...(tokens?.recent() ?? [])],
  }
}
