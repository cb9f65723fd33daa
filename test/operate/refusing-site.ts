import { createServer } from 'node:http'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { createRelay, type RelayOptions } from '../../src/relay/index.ts'
import { closed, listening } from '../unit/relay-tools.ts'

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
  small: { maxBytes: MAX_BYTES / 2 },
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

export interface Site {
  readonly port: number
  close(): Promise<void>
}

/** A site with an empty page and a relay on one port, whose upstream is not there. */
export const startRefusingSite = async (): Promise<Site> => {
  const made = Object.entries(relays).map(([name, more]) => {
    const relay = createRelay({
      providers: { http: { endpoint: 'http://127.0.0.1:9/files' } },
      authorize: ({ headers }) => {
        const client = headers.get('x-visitor')
        return client !== null && { client }
      },
      ticketKey: 'a key of the tests, thirty-two bytes or more',
      maxBytes: MAX_BYTES,
      ...more,
    })
    return [name, relay] as const
  })
  const relayNamed = new Map(made)
  const server = createServer(
    createRequestListener(async request => {
      const relay = relayNamed.get(request.headers.get('x-relay') ?? '')
      if (relay) return relay(request)
      return new Response('<!doctype html><title>Apply</title>', {
        headers: { 'Content-Type': 'text/html' },
      })
    }),
  )
  const { port } = new URL(await listening(server))
  return { port: Number(port), close: () => closed(server) }
}
