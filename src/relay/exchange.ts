import { orAborted } from '../core/abort.ts'
import { HttpError } from '../core/relay/http-error.ts'
import type {
  Ask,
  Found,
  RelayCall,
  RelayProvider,
  Route,
  UpstreamAnswer,
  UpstreamRequest,
} from '../core/relay/route.ts'
import { secretsInUrl } from '../core/relay/secret-headers.ts'
import type { Source } from '../core/relay/source.ts'
import { type Forwarding, forward } from './forward.ts'
import { headersToUpstream } from './headers.ts'
import { type Reply, replyTo } from './respond.ts'

export interface UpstreamOptions {
  readonly call: RelayCall
  readonly route: Route
  readonly provider: RelayProvider
  /** Below the provider's path, as the visitor asked for them. */
  readonly segments: readonly string[]
  /** Of the body, as the visitor declared it. */
  readonly length: number | undefined
  readonly maxBytes: number
  readonly timeoutMs: number
  /** Aborts when the request has taken too much. */
  readonly limit: AbortSignal
  readonly onBytes: Forwarding['onBytes']
  readonly onStatus: NonNullable<Forwarding['onStatus']>
  /** Runs what waits for the upstream, or for what the upstream needs. */
  readonly timed: <Value>(work: () => Promise<Value>) => Promise<Value>
  /** Of all providers, as they are now. */
  readonly secrets: () => readonly string[]
}

/** The upstream, as one visitor's request may use it. */
export interface Upstream {
  /** Sends the request there. `key`: what it is told as `Idempotency-Key`, where it takes one. */
  send(
    body: Source | null,
    options?: Pick<Forwarding, 'onWhole' | 'outlivesVisitor'> & {
      readonly key?: string | undefined
    },
  ): Promise<Reply>
  readonly ask: Ask
  /** As if the upstream had answered so. */
  reply(found: Found): Promise<Reply>
}

export const createUpstream = (options: UpstreamOptions): Upstream => {
  const { call, route, provider, segments, length, maxBytes, timeoutMs, limit, onBytes } = options
  const { onStatus, timed } = options
  const { request } = call
  const { signal } = request

  /** The site may give them by a function of its own, which may take any time. */
  const askCredentials = (): ReturnType<RelayProvider['credentials']> =>
    timed(() => orAborted(provider.credentials(route.credentials, request), limit))
  const headersFor = async (credentials: Readonly<Record<string, string>>): Promise<Headers> => {
    const headers = headersToUpstream(request.headers, provider.requestHeaders)
    for (const [header, value] of Object.entries(credentials)) headers.set(header, value)
    return headers
  }

  return {
    async send(body, { key, onWhole, outlivesVisitor } = {}) {
      const asked = (async () => route.upstreamRequest?.(call))()
      const changes = (await timed(() => orAborted(asked, limit))) ?? {}
      const credentials = await askCredentials()
      const headers = await headersFor(credentials)
      const url = urlOf(provider, changes, segments, call.query)
      if (changes.body !== undefined) headers.set('content-type', 'application/json')
      for (const [name, value] of Object.entries(changes.headers ?? {})) headers.set(name, value)
      if (key !== undefined && provider.takesKey) headers.set('idempotency-key', `"${key}"`)
      const forwarded = await timed(() =>
        forward({
          onWhole,
          outlivesVisitor,
          method: changes.method ?? route.method,
          url,
          headers,
          length,
          maxBytes,
          timeoutMs,
          signal,
          limit,
          onBytes,
          onStatus,
          body: body ?? changes.body,
          downloads: route.downloads ?? false,
        }),
      )
      // Collected now, since a token may have been renewed for this request.
      const secretsOfUrl = changes.secrets ?? (changes.url ? secretsInUrl(url) : [])
      const secrets = [...options.secrets(), ...secretsOfUrl]
      return replyTo(forwarded, {
        call,
        route,
        provider,
        credentials,
        secrets,
      })
    },
    async ask(path, query = {}, more = {}) {
      const credentials = await askCredentials()
      const headers = await headersFor({ ...credentials, ...more })
      headers.delete('content-type')
      headers.delete('content-digest')
      const {
        status,
        headers: answered,
        body,
      } = await timed(() =>
        forward({
          method: 'GET',
          url: urlOf(provider, { path }, [], new URLSearchParams(query)),
          headers,
          body: undefined,
          length: undefined,
          maxBytes,
          timeoutMs,
          downloads: false,
          signal,
          limit,
          onBytes,
          onStatus,
        }),
      )
      const text = typeof body === 'string' ? body : ''
      return { status, headers: answered, text, json: jsonOf(text) }
    },
    reply: ({ status, headers = {}, json }) =>
      replyTo(
        {
          status,
          headers: new Headers({
            'Content-Type': 'application/json',
            ...headers,
          }),
          body: JSON.stringify(json),
        },
        { call, route, provider, credentials: {}, secrets: options.secrets() },
      ),
  }
}

const jsonOf = (text: string): UpstreamAnswer['json'] => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** By default the visitor's own path, below the endpoint. Throws 502 for a URL at another origin. */
const urlOf = (
  { endpoint }: RelayProvider,
  { url, path }: UpstreamRequest,
  segments: readonly string[],
  query: URLSearchParams,
): URL => {
  if (url) {
    if (url.origin === new URL(endpoint).origin) return url
    const message = 'This would be on another server.'
    throw new HttpError(502, message, {}, {}, { reason: 'elsewhere' })
  }
  const below = path ?? segments.map(encodeURIComponent).join('/')
  const built = new URL(below === '' ? endpoint : `${endpoint}/${below}`)
  const asked = query.toString()
  // An endpoint of plain HTTP may have a query of its own.
  if (asked !== '') built.search = asked
  return built
}
