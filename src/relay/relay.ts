import { orAborted } from '../core/abort.ts'
import { HttpError } from '../core/relay/http-error.ts'
import { segmentsBelow } from '../core/relay/path-segments.ts'
import type { Bytes } from '../core/relay/read-text.ts'
import type { RelayProvider } from '../core/relay/route.ts'
import { createSigner } from '../core/relay/sign.ts'
import { REQUEST_ID_HEADER } from '../core/request-id.ts'
import { RELAY_HEADER } from '../core/ticket.ts'
import { BAD_CREDENTIALS } from '../core/unknown.ts'
import { createAnswers } from './answers.ts'
import { tooLarge } from './body.ts'
import { createCall } from './call.ts'
import { providersOf } from './check-options.ts'
import { createClaims } from './claims.ts'
import { createDrainSlots } from './drain-slots.ts'
import { type Outages, type RequestEvent, startEvent } from './event.ts'
import { createUpstream, type UpstreamOptions } from './exchange.ts'
import { findRoute } from './find-route.ts'
import { PROTECTIVE_HEADERS } from './headers.ts'
import { IncomingBody } from './incoming.ts'
import { RequestLimits } from './limits.ts'
import { createMemoryStore } from './memory-store.ts'
import { sendOnce } from './once.ts'
import type { RelayOptions } from './options.ts'
import { Origins } from './origin.ts'
import { nameParcel } from './parcel-key.ts'
import { READ_BEFORE } from './read-before.ts'
import { endsUpload, isAllowed, lengthOf } from './request-facts.ts'
import { respond } from './respond.ts'
import { withFallback } from './shared-store.ts'
import { guardStore } from './store-guard.ts'
import { createTiming } from './timing.ts'
import { createVisitors, readAddress } from './visitors.ts'

const MAX_BYTES = 20 * 1024 * 1024 + 64 * 1024
const TIMEOUT_MS = 50_000
const MAX_SECONDS = 3600
const MIN_BYTES_PER_SECOND = 500

/** One request. */
interface Visit {
  readonly request: Request
  readonly body: IncomingBody
  readonly limits: RequestLimits
  readonly event: RequestEvent
  readonly timed: UpstreamOptions['timed']
  /** Whose body it is, where that is known. */
  readonly nameOf: () => string | undefined
}

/** What a path names. */
interface Addressed {
  /** As `didww`. */
  readonly name: string
  readonly provider: RelayProvider | undefined
  /** Below the provider's path. */
  readonly segments: readonly string[]
}

/** A fetch handler. It never rejects. */
export interface Relay {
  (request: Request): Promise<Response>
  /** The path it is served at, as `/relay`. */
  readonly base: string
  /** How long a request may take in all. */
  readonly maxSeconds: number
}

/** Throws `misconfigured` for wrong options. */
export const buildRelay = (options: RelayOptions): Relay => {
  const providers = providersOf(options)
  const { base = '/relay', maxBytes = MAX_BYTES, upstreamTimeoutMs = TIMEOUT_MS } = options
  const { maxSeconds = MAX_SECONDS, minBytesPerSecond = MIN_BYTES_PER_SECOND } = options
  const origins = new Origins({
    own: options.origin,
    listed: options.origins,
    responseHeaders: [...providers.values()].flatMap(({ responseHeaders }) => responseHeaders),
  })
  const signer = createSigner(options.ticketKey)
  const own = createMemoryStore()
  const outages: Outages = { count: 0 }
  const onDown = (cause?: unknown): void => {
    outages.count++
    outages.cause = cause ?? outages.cause
  }
  const whenDown = options.storeDown ?? 'allow'
  const shared = options.store && guardStore(options.store, onDown)
  const store = shared ? withFallback(shared, own, whenDown) : own
  const clientOf = createVisitors(options, { shared, whenDown, signer })
  const answers = createAnswers(store, signer)
  const claims = createClaims(store)
  const slots = createDrainSlots()
  const secrets = (): readonly string[] => [...providers.values()].flatMap(one => one.secrets())

  const addressOf = ({ url }: Request): Addressed => {
    const [name = '', ...segments] = segmentsBelow(new URL(url).pathname, base) ?? []
    return { name, provider: providers.get(name), segments }
  }

  const serve = async (visit: Visit, address: Addressed): Promise<Response> => {
    const { request, limits } = visit
    const { provider } = address
    if (!provider) throw new HttpError(404, 'There is nothing here.')
    origins.check(request)
    try {
      return await serveWithin(visit, address, provider)
    } catch (thrown) {
      const isSaid = thrown instanceof HttpError && thrown.status === limits.error?.status
      throw isSaid ? thrown : (limits.error ?? thrown)
    }
  }

  const serveWithin = async (
    { request, body: incoming, limits, event, timed, nameOf }: Visit,
    { name, segments }: Addressed,
    provider: RelayProvider,
  ): Promise<Response> => {
    const { entry } = event
    const client = await clientOf(request, limits)
    entry.client = client

    const { route, params } = findRoute(provider, request.method, segments)
    entry.operation = route.operation
    entry.route = [base, name, route.path].filter(part => part !== '').join('/')
    const allowed: readonly string[] =
      options.allow?.[name as keyof NonNullable<RelayOptions['allow']>] ?? []
    const body = incoming.source
    const call = createCall({
      request,
      body,
      client,
      params,
      route,
      signer,
      answers,
      provider: name,
      timeoutMs: upstreamTimeoutMs,
      mount: `${base}/${name}`,
      allows: operation => allowed.includes(operation),
    })
    if (!(await isAllowed(route, call))) throw new HttpError(403, 'A visitor may not do this.')
    const length = lengthOf(request)
    if ((length ?? 0) > maxBytes) throw tooLarge(maxBytes)
    // The store is asked for what can be told from others. `refuse` holds for the rest, too; what is about an upload is under way.
    const bringsBytes = route.body === 'stream' || route.allowsBytes === true
    if (shared && whenDown === 'refuse' && bringsBytes && !route.about)
      await store.get('sealdrop:reach')
    // Functions of the site's, as one for credentials, may take any time.
    const localAnswer = await orAborted((async () => route.localAnswer?.(call))(), limits.signal)
    if (localAnswer !== undefined) {
      event.answer(JSON.stringify(localAnswer))
      return Response.json(localAnswer)
    }

    const upstream = createUpstream({
      call,
      route,
      provider,
      segments,
      length,
      maxBytes,
      timeoutMs: upstreamTimeoutMs,
      limit: limits.signal,
      secrets,
      timed,
      onBytes: bytes => {
        entry.bytes += bytes
      },
      onStatus: status => {
        entry.upstreamStatus = status
      },
    })
    const streamed = route.body === 'stream' ? body : null
    const reply = route.once
      ? await sendOnce({
          once: route.once,
          parcel: await nameParcel(call, route, streamed, answers, upstreamTimeoutMs),
          call,
          upstream,
          answers,
          claims,
          limits,
          drain: () => incoming.drain(nameOf()),
          timeoutMs: upstreamTimeoutMs,
        })
      : await upstream.send(streamed)
    if (route.about && endsUpload(request.method, reply.status))
      await answers.forget(await route.about(call), call)
    const whole = isStream(reply.body) ? limits.endWith(reply.body) : reply.body
    const answer = Object.assign({}, reply, { body: event.answer(whole) })
    return respond(answer, call, signer, options.ticketSeconds)
  }

  const handle = async (request: Request): Promise<Response> => {
    const address = addressOf(request)
    const provider = address.provider && address.name
    const event = startEvent({
      listeners: options,
      request,
      provider,
      secrets,
      outages,
    })
    const { entry } = event
    const limits = new RequestLimits({ maxSeconds, minBytesPerSecond })
    const isRead = request.bodyUsed || request.body?.locked === true
    const bytes = isRead ? null : (request.body as Bytes | null)
    const body = new IncomingBody(bytes && limits.watch(bytes.getReader()), {
      length: lengthOf(request),
      maxBytes,
      idleMs: upstreamTimeoutMs,
      slots,
      signal: request.signal,
    })
    const nameOf = (): string | undefined =>
      entry.client === undefined ? readAddress(request, options.clientAddress) : `@${entry.client}`
    const { timed, upstreamMs } = createTiming(body)
    const visit = { request, body, limits, event, timed, nameOf }
    let response: Response
    try {
      if (isRead) throw new HttpError(500, READ_BEFORE)
      response = origins.preflight(request) ?? (await serve(visit, address))
    } catch (thrown) {
      const error = thrown instanceof HttpError ? thrown : failed(thrown)
      event.fail(error)
      event.answer(error.text(entry.id))
      response = error.response(entry.id)
    }
    // Nobody reads an answer before they have sent.
    if (!(await body.drain(nameOf()))) response.headers.set('Connection', 'close')
    limits.end()
    const protective = {
      ...PROTECTIVE_HEADERS,
      [REQUEST_ID_HEADER]: entry.id,
      [RELAY_HEADER]: entry.code === BAD_CREDENTIALS ? BAD_CREDENTIALS : '1',
      ...origins.headersFor(request),
    }
    for (const [header, value] of Object.entries(protective)) response.headers.set(header, value)
    entry.upstreamMs = upstreamMs()
    event.end(response.status, body)
    return response
  }
  return Object.assign(handle, { base, maxSeconds })
}

/** By the site's own function, or by a mistake of ours. */
const failed = (cause: unknown): HttpError =>
  new HttpError(502, 'The relay could not do this.', {}, {}, { reason: 'threw', cause })

const isStream = (body: unknown): body is Bytes => body instanceof ReadableStream
