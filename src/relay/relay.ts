import { HttpError } from '../core/relay/http-error.ts'
import type { Bytes } from '../core/relay/read-text.ts'
import type { RelayCall, RelayProvider, Route, UpstreamRequest } from '../core/relay/route.ts'
import { createSigner } from '../core/relay/sign.ts'
import { RELAY_HEADER } from '../core/ticket.ts'
import { tooLarge } from './body.ts'
import { createCall } from './call.ts'
import { findRoute } from './find-route.ts'
import { forward } from './forward.ts'
import { headersToUpstream, PROTECTIVE_HEADERS } from './headers.ts'
import { type LogEntry, providersOf, type RelayOptions } from './options.ts'
import { Origins } from './origin.ts'
import { segmentsBelow } from './path.ts'
import { createRateLimit } from './rate.ts'
import { respond } from './respond.ts'

const MAX_BYTES = 20 * 1024 * 1024 + 64 * 1024
const TIMEOUT_MS = 50_000

/** Filled in while the request is served. */
type OpenLogEntry = { -readonly [Key in keyof LogEntry]: LogEntry[Key] }

/** A fetch handler. It never rejects. */
export type Relay = (request: Request) => Promise<Response>

/**
 * A fetch handler for the site's own server. It holds the keys of the providers, lets those that `authorize` knows do what an upload
 * needs, and streams it there. It stores nothing. Throws `misconfigured` for wrong options.
 */
export const createRelay = (options: RelayOptions): Relay => {
  const providers = providersOf(options)
  const { base = '/relay', maxBytes = MAX_BYTES, upstreamTimeoutMs = TIMEOUT_MS } = options
  const origins = new Origins(
    options.origins,
    [...providers.values()].flatMap(({ responseHeaders }) => responseHeaders),
  )
  const countRequest = createRateLimit(options.perMinute)
  const signer = createSigner(options.ticketKey)

  const clientOf = async ({ url, method, headers, signal }: Request): Promise<string> => {
    let caller: Awaited<ReturnType<RelayOptions['authorize']>>
    try {
      caller = await options.authorize(new Request(url, { method, headers, signal }))
    } catch {
      throw new HttpError(502, 'The server could not tell who asks.')
    }
    const client: unknown = caller ? caller.client : undefined
    if (typeof client === 'string' && client !== '' && client.length <= 500) return client
    throw new HttpError(401, 'Not signed in, or not allowed to upload.')
  }

  const serve = async (request: Request, entry: OpenLogEntry): Promise<Response> => {
    const [name = '', ...segments] = segmentsBelow(new URL(request.url).pathname, base) ?? []
    const provider = providers.get(name)
    if (!provider) throw new HttpError(404, 'There is nothing here.')
    entry.provider = name
    origins.check(request)
    const client = await clientOf(request)
    entry.client = client
    countRequest(client)

    const { route, params } = findRoute(provider, request.method, segments)
    entry.operation = route.operation
    const allowed: readonly string[] =
      options.allow?.[name as keyof NonNullable<RelayOptions['allow']>] ?? []
    const call = createCall({
      request,
      client,
      params,
      route,
      signer,
      provider: name,
      timeoutMs: upstreamTimeoutMs,
      mount: `${base}/${name}`,
      allows: operation => allowed.includes(operation),
    })
    if (!(await isAllowed(route, call))) throw new HttpError(403, 'A visitor may not do this.')
    const length = lengthOf(request)
    if ((length ?? 0) > maxBytes) throw tooLarge(maxBytes)
    const localAnswer = await route.localAnswer?.(call)
    if (localAnswer !== undefined) return Response.json(localAnswer)

    const changes = (await route.upstreamRequest?.(call)) ?? {}
    const credentials = await provider.credentials(route.credentials, request)
    const headers = headersToUpstream(request.headers, provider.requestHeaders)
    for (const [header, value] of Object.entries(credentials)) headers.set(header, value)
    if (changes.body !== undefined) headers.set('content-type', 'application/json')
    const streamed = route.body === 'stream' ? (request.body as Bytes | null) : null
    const forwarded = await forward({
      method: route.method,
      url: upstreamUrl(provider, changes, segments, call.query),
      headers,
      length,
      maxBytes,
      signal: request.signal,
      body: streamed ?? changes.body,
      downloads: route.downloads ?? false,
      timeoutMs: upstreamTimeoutMs,
      onBytes: bytes => {
        entry.bytes += bytes
      },
    })
    // Collected now, since a token may have been renewed for this request.
    const secrets = [...providers.values()].flatMap(one => one.secrets())
    const { ticketSeconds } = options
    return respond(forwarded, {
      call,
      route,
      provider,
      credentials,
      secrets,
      signer,
      ticketSeconds,
    })
  }

  return async request => {
    const started = performance.now()
    const entry: OpenLogEntry = { method: request.method, status: 0, bytes: 0, ms: 0 }
    let response: Response
    try {
      response = origins.preflight(request) ?? (await serve(request, entry))
    } catch (error) {
      const known =
        error instanceof HttpError ? error : new HttpError(502, 'The relay could not do this.')
      entry.code = known.code
      response = known.response()
    }
    const protective = {
      ...PROTECTIVE_HEADERS,
      [RELAY_HEADER]: '1',
      ...origins.headersFor(request),
    }
    for (const [header, value] of Object.entries(protective)) response.headers.set(header, value)
    entry.status = response.status
    entry.ms = Math.round(performance.now() - started)
    // A log that fails, at once or later, must not fail an upload, or end the process.
    void (async () => options.log?.(entry))().catch(() => {})
    return response
  }
}

const isAllowed = async ({ operation, allowedByDefault }: Route, call: RelayCall) =>
  call.allows(operation) ||
  (typeof allowedByDefault === 'function' ? allowedByDefault(call) : allowedByDefault)

/** Of the body, as the visitor declared it. */
const lengthOf = ({ headers }: Request): number | undefined => {
  const length = headers.get('content-length') ?? ''
  return /^\d{1,15}$/.test(length) ? Number(length) : undefined
}

/** By default the visitor's own path, below the endpoint. Throws 502 for a URL at another origin. */
const upstreamUrl = (
  { endpoint }: RelayProvider,
  { url, path }: UpstreamRequest,
  segments: readonly string[],
  query: URLSearchParams,
): URL => {
  if (url) {
    if (url.origin === new URL(endpoint).origin) return url
    throw new HttpError(502, 'This would be on another server.')
  }
  const below = path ?? segments.map(encodeURIComponent).join('/')
  const built = new URL(below === '' ? endpoint : `${endpoint}/${below}`)
  built.search = query.toString()
  return built
}
