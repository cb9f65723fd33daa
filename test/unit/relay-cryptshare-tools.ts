import type { RelayOptions } from '../../src/relay/index.ts'
import { relayFor, type TestRelay, type Upstream } from './relay-tools.ts'
import { upstreamOf } from './relay-upstream-tools.ts'

export const CLIENT_ID: string = 'Az09'.repeat(13)
export const USERS = '/cryptshare/users/me'
export const SESSIONS: string = `${USERS}/transfer-sessions`

interface Given {
  readonly options?: object
  readonly more?: Partial<RelayOptions>
  /** Of the new session. */
  readonly location?: string
  /** Of the transfer that it becomes. */
  readonly submitted?: string
  readonly validUntil?: unknown
  readonly transfer?: unknown
}
interface Relayed {
  readonly relay: TestRelay
  readonly server: Upstream
  /** The JSON that the server got last. */
  readonly sent: () => unknown
}

/** A Cryptshare server that answers as one test needs. */
export const relayed = async (given: Given = {}): Promise<Relayed> => {
  const { location, submitted, validUntil = '', transfer = {}, options, more } = given
  const server = await upstreamOf(({ method, url = '' }, response) => {
    response.setHeader('Content-Type', 'application/json')
    if (url.endsWith('/verification/token'))
      return response.end(JSON.stringify({ data: { token: 'a-token-of-cs', validUntil } }))
    if (method === 'GET') return response.end(JSON.stringify(transfer))
    const Location = url.endsWith('/transfer-sessions') ? location : submitted
    response.writeHead(201, Location === undefined ? {} : { Location }).end('{}')
  })
  const cryptshare = {
    endpoint: `${server.url}/api`,
    user: 'forms@example.org',
    clientId: CLIENT_ID,
    recipients: { to: ['desk@example.org'] },
    ...options,
  }
  return {
    relay: relayFor({ providers: { cryptshare }, ...more }),
    server,
    sent: () => JSON.parse(server.seen.at(-1)?.body ?? ''),
  }
}

export const post = (relay: TestRelay, path: string, body: object = {}): Promise<Response> =>
  relay.visit('POST', path, { body: JSON.stringify(body) })
export const started = async (relay: TestRelay): Promise<string> => {
  const answer = await post(relay, SESSIONS)
  return (answer.headers.get('location') ?? '').replace(/^\/relay/, '')
}
