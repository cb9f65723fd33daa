import { asArray, asRecord } from '../../core/answer.ts'
import { SealDropError } from '../../core/errors.ts'
import { askForToken, createRenewed, type Renewed, readToken } from '../../core/relay/renewed.ts'
import {
  always,
  never,
  type RelayProvider,
  type Route,
  referencesOf,
  withTicket,
} from '../../core/relay/route.ts'

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
const BEARER_SINCE = '2026-11-19'
/** Not documented: the token service's answer is read as OAuth's; without `expires_in`, for so long. */
const LIFE_SECONDS = 300

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: 'public_keys',
    operation: 'publicKeys',
    allowedByDefault: always,
    credentials: 'none',
  },
  {
    method: 'POST',
    path: FILES,
    operation: 'upload',
    allowedByDefault: always,
    body: 'stream',
    // Up to 2022-05-10: `{ids: […]}`.
    read({ json }) {
      const { data, ids } = asRecord(json)
      return { uploads: referencesOf(ids === undefined ? [asRecord(data).id] : asArray(ids)) }
    },
  },
  {
    method: 'GET',
    path: FILES,
    operation: 'list',
    allowedByDefault: never,
    query: ['fields[encrypted_files]', 'sort', 'filter[id]', 'page[number]', 'page[size]'],
  },
  { method: 'GET', path: `${FILES}/:id`, operation: 'get', allowedByDefault: withTicket },
  { method: 'DELETE', path: `${FILES}/:id`, operation: 'remove', allowedByDefault: withTicket },
]

/** What is given needs no care. */
const FIXED = { adopt: () => {}, forget: () => {} } as const

const tokenSource = (token: NonNullable<DidwwUpstream['token']>): Renewed => {
  if (typeof token === 'string') return { get: async () => token, known: () => [token], ...FIXED }
  if (typeof token === 'function') {
    let known: readonly string[] = []
    return {
      known: () => known,
      ...FIXED,
      get: async () => {
        const given = readToken(await token())
        known = [given, ...known.filter(other => other !== given)].slice(0, 2)
        return given
      },
    }
  }
  return createRenewed(async signal => {
    const answer = await askForToken(token.url, {
      headers: { 'Api-Key': token.apiKey, Accept: 'application/json' },
      signal,
    })
    const seconds = Number(answer.expires_in ?? LIFE_SECONDS)
    return {
      token: readToken(answer.access_token ?? answer.token),
      lifeMs: 1000 * (seconds > 0 ? seconds : LIFE_SECONDS),
    }
  })
}

/** DIDWW's encrypted files. A ticket shows and deletes its own file. */
export const didwwRoutes = ({ endpoint, apiKey, token }: DidwwUpstream): RelayProvider => {
  if (!apiKey && !token)
    throw new SealDropError('misconfigured', 'providers.didww needs an apiKey or a token.')
  const source = token === undefined ? undefined : tokenSource(token)
  const service = typeof token === 'object' ? token.apiKey : undefined
  return {
    endpoint,
    routes,
    requestHeaders: ['x-didww-api-version'],
    responseHeaders: [],
    async credentials(kind, request) {
      if (kind === 'none') return {}
      const version = request.headers.get('x-didww-api-version') ?? ''
      return source && (!apiKey || version >= BEARER_SINCE)
        ? { Authorization: `Bearer ${await source.get()}` }
        : { 'Api-Key': apiKey ?? '' }
    },
    refused({ Authorization = '' }, { status }) {
      if (status === 401) source?.forget(Authorization.replace('Bearer ', ''))
    },
    secrets: () => [apiKey ?? '', service ?? '', ...(source?.known() ?? [])],
  }
}
