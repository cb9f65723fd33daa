import { HttpError } from '../core/relay/http-error.ts'
import type { Bytes } from '../core/relay/read-text.ts'
import type { RelayCall, RelayProvider, ResponseActions, Route } from '../core/relay/route.ts'
import { createSigner, type Signer } from '../core/relay/sign.ts'
import { TICKET_HEADER } from '../core/ticket.ts'
import { tooLarge } from './body.ts'
import { createCall } from './call.ts'
import { type Forwarded, forward } from './forward.ts'
import { SAFE_ANSWER, toUpstream, toVisitor } from './headers.ts'
import { type LogEntry, providersOf, type RelayOptions } from './options.ts'
import { Origins } from './origin.ts'
import { matchPath, segmentsBelow } from './path.ts'
import { createRateLimit } from './rate.ts'
import { withoutSecrets } from './secrets.ts'
import { issueTicket } from './ticket.ts'

const MAX_BYTES = 20 * 1024 * 1024 + 64 * 1024
const TIMEOUT_MS = 50_000
const TICKET_SECONDS = 86_400

type Note = { -readonly [Key in keyof LogEntry]: LogEntry[Key] }

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

  const clientOf = async (request: Request): Promise<string> => {
    const { url, method, headers, signal } = request
    let known: Awaited<ReturnType<RelayOptions['authorize']>>
    try {
      known = await options.authorize(new Request(url, { method, headers, signal }))
    } catch {
      throw new HttpError(502, 'The server could not tell who asks.')
    }
    const client: unknown = known ? known.client : undefined
    if (typeof client === 'string' && client !== '' && client.length <= 500) return client
    throw new HttpError(401, 'Not signed in, or not allowed to upload.')
  }

  const serve = async (request: Request, note: Note): Promise<Response> => {
    const segments = segmentsBelow(new URL(request.url).pathname, base)
    const [name = '', ...rest] = segments ?? []
    const provider = providers.get(name)
    if (!provider) throw new HttpError(404, 'There is nothing here.')
    note.provider = name
    origins.check(request)
    const client = await clientOf(request)
    note.client = client
    countRequest(client)

    const { route, params } = routeOf(provider, request.method, rest)
    note.operation = route.operation
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
    if (!call.allows(route.operation) && !(await route.allowedByDefault(call)))
      throw new HttpError(403, 'A visitor may not do this.')
    const length = lengthOf(request)
    if ((length ?? 0) > maxBytes) throw tooLarge(maxBytes)
    const own = await route.answer?.(call)
    if (own !== undefined) return Response.json(own)

    const ask = (await route.ask?.(call)) ?? {}
    const url = urlOf(provider, ask, rest, call.query)
    const credentials = await provider.credentials(route.credentials, request)
    const headers = toUpstream(request.headers, provider.requestHeaders)
    for (const [header, value] of Object.entries(credentials)) headers.set(header, value)
    if (ask.body !== undefined) headers.set('content-type', 'application/json')
    const answer = await forward({
      method: route.method,
      url,
      headers,
      length,
      maxBytes,
      signal: request.signal,
      body: route.body === 'stream' ? ((request.body as Bytes | null) ?? undefined) : ask.body,
      downloads: route.downloads ?? false,
      timeoutMs: upstreamTimeoutMs,
      onBytes: bytes => {
        note.bytes += bytes
      },
    })
    return answerOf(answer, route, call, provider, credentials)
  }

  const answerOf = async (
    { status, headers: told, body }: Forwarded,
    route: Route,
    call: RelayCall,
    provider: RelayProvider,
    credentials: Readonly<Record<string, string>>,
  ): Promise<Response> => {
    const secrets = [...providers.values()].flatMap(one => one.secrets())
    const headers = new Headers()
    for (const [header, value] of toVisitor(told, provider.responseHeaders))
      headers.set(header, withoutSecrets(value, secrets))
    if (typeof body !== 'string') {
      if (!headers.has('content-disposition')) headers.set('Content-Disposition', 'attachment')
      return new Response(body, { status, headers })
    }
    headers.delete('content-length')
    const text = withoutSecrets(body, secrets)
    const isGood = status >= 200 && status < 300
    const answer = { status, headers: told, json: jsonOf(text) }
    if (status >= 400) provider.refused?.(credentials, answer, call)
    const reading: ResponseActions = (isGood && (await route.read?.(answer, call))) || {}
    if (reading.location !== undefined) headers.set('Location', reading.location)
    const tickets = await ticketsFor(reading, call, signer, options.ticketSeconds)
    if (tickets.length > 0) headers.set(TICKET_HEADER, tickets.join(', '))
    const isEmpty = status === 204 || status === 205 || route.method === 'HEAD'
    const words = reading.body === undefined ? text : JSON.stringify(reading.body)
    return new Response(isEmpty ? null : words, { status, headers })
  }

  return async request => {
    const started = performance.now()
    const note: Note = { method: request.method, status: 0, bytes: 0, ms: 0 }
    let response: Response
    try {
      response = origins.preflight(request) ?? (await serve(request, note))
    } catch (error) {
      const known =
        error instanceof HttpError ? error : new HttpError(502, 'The relay could not do this.')
      note.code = known.code
      response = known.response()
    }
    for (const [header, value] of Object.entries({
      ...SAFE_ANSWER,
      ...origins.headersFor(request),
    }))
      response.headers.set(header, value)
    note.status = response.status
    note.ms = Math.round(performance.now() - started)
    // A log that fails, at once or later, must not fail an upload, or the process.
    void (async () => options.log?.(note))().catch(() => {})
    return response
  }
}

const routeOf = (
  provider: RelayProvider,
  method: string,
  segments: readonly string[],
): { readonly route: Route; readonly params: RelayCall['params'] } => {
  const here = provider.routes.flatMap(route => {
    const params = matchPath(route.path, segments)
    return params ? [{ route, params }] : []
  })
  if (here.length === 0) throw new HttpError(404, 'There is nothing here.')
  const found = here.find(({ route }) => route.method === method)
  if (found) return found
  const Allow = here.map(({ route }) => route.method).join(', ')
  throw new HttpError(405, `Here is only ${Allow}.`, { Allow })
}

/** Of the body, as the visitor declared it. */
const lengthOf = ({ headers }: Request): number | undefined => {
  const length = headers.get('content-length') ?? ''
  return /^\d{1,15}$/.test(length) ? Number(length) : undefined
}

const urlOf = (
  { endpoint }: RelayProvider,
  { absolute, path }: { readonly absolute?: URL; readonly path?: string },
  segments: readonly string[],
  query: URLSearchParams,
): URL => {
  if (absolute) {
    if (absolute.origin === new URL(endpoint).origin) return absolute
    throw new HttpError(502, 'This would be on another server.')
  }
  const below = path ?? segments.map(encodeURIComponent).join('/')
  const url = new URL(below === '' ? endpoint : `${endpoint}/${below}`)
  url.search = query.toString()
  return url
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const ticketsFor = (
  { uploads = [] }: ResponseActions,
  { client, provider }: RelayCall,
  signer: Signer,
  seconds = TICKET_SECONDS,
): Promise<string[]> => {
  const expires = Date.now() + seconds * 1000
  return Promise.all(
    uploads.map(upload => issueTicket({ provider, ...upload, client, expires }, signer)),
  )
}
