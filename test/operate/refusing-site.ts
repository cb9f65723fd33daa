import { createRelay, type Relay, type RelayOptions } from '../../src/relay/index.ts'
import { closed, listening } from '../unit/relay-tools.ts'
import { adapters } from './adapters.ts'

export interface Refusal {
  readonly status: number
  /** In the answer's JSON. */
  readonly code: string
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

const MAX_BYTES = 20 * 1024 * 1024

/** Which relay of the site answers, by the header `X-Relay`. */
const relays: Readonly<Record<string, Partial<RelayOptions>>> = {
  usual: {},
  foreign: { origin: 'https://elsewhere.example' },
  /** Four times that is drained. */
  small: { maxBytes: MAX_BYTES / 4 },
  busy: { perMinute: 0.5 },
}

const put = { method: 'PUT', path: '/relay/http' } as const
const as = (relay: string) => ({ 'X-Visitor': 'ada', 'X-Relay': relay })

/** Each way in which a relay refuses a body without reading it. */
export const refusals: readonly Refusal[] = [
  { ...put, status: 401, code: 'unauthorized', headers: { 'X-Relay': 'usual' } },
  { ...put, status: 403, code: 'forbidden', headers: as('foreign') },
  { ...put, status: 404, code: 'not-found', headers: as('usual'), path: '/relay/nothing' },
  { ...put, status: 405, code: 'method-not-allowed', headers: as('usual'), method: 'PATCH' },
  { ...put, status: 413, code: 'too-large', headers: as('small') },
  { ...put, status: 429, code: 'rate-limited', headers: as('busy') },
  { ...put, status: 502, code: 'bad-gateway', headers: as('usual') },
]

/** No refusal: the same server reads the body and answers 204. */
export const reading: Pick<Refusal, 'method' | 'path' | 'headers'> = {
  ...put,
  headers: { 'X-Relay': 'none' },
}

const readAll = async ({ body }: Request): Promise<Response> => {
  await body?.pipeTo(new WritableStream())
  return new Response(null, { status: 204 })
}

export interface Site {
  readonly port: number
  close(): Promise<void>
}

const relayWith = (more: Partial<RelayOptions>): Relay =>
  createRelay({
    providers: { http: { endpoint: 'http://127.0.0.1:9/files' } },
    authorize: ({ headers }) => {
      const client = headers.get('x-visitor')
      return client !== null && { client }
    },
    ticketKey: 'a key of the tests, thirty-two bytes or more',
    maxBytes: MAX_BYTES,
    ...more,
  })

/** A site with an empty page and relays on one port, in a server of Node or a framework. Their upstream is not there. */
export const startRefusingSite = async (adapter: string): Promise<Site> => {
  const usual = relayWith({})
  const named = new Map(Object.entries(relays).map(([name, more]) => [name, relayWith(more)]))
  const { base, maxSeconds, ready } = usual
  const asked = (request: Request): Relay =>
    named.get(request.headers.get('x-relay') ?? '') ?? usual
  const answer = (request: Request): Promise<Response> =>
    request.headers.get('x-relay') === 'none' ? readAll(request) : asked(request)(request)
  const relay = Object.assign(answer, {
    base,
    maxSeconds,
    ready,
  })
  const server = await adapters[adapter]?.(relay, {})
  if (!server) throw new Error(`There is no adapter "${adapter}".`)
  const { port } = new URL(await listening(server))
  return { port: Number(port), close: () => closed(server) }
}
