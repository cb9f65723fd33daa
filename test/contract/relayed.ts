import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequestListener } from '@remix-run/node-fetch-server'
import {
  createRelay,
  type RelayOptions,
  type Ticket,
  type Upstreams,
  verifyTicket,
} from '../../src/relay/index.ts'
import { startCryptshare } from '../../src/sandbox/cryptshare/sandbox.ts'
import { startDidww } from '../../src/sandbox/didww/sandbox.ts'
import { startDokstamp } from '../../src/sandbox/dokstamp/sandbox.ts'
import { startHttp } from '../../src/sandbox/http/sandbox.ts'
import { startPrivasfer } from '../../src/sandbox/privasfer/sandbox.ts'
import { startTus } from '../../src/sandbox/tus/sandbox.ts'

export interface RelayedOptions {
  readonly provider: keyof Upstreams
  /** Of the page. */
  readonly origin: string
  readonly allow?: RelayOptions['allow']
}

/** A file as any sandbox tells of it. */
interface Received {
  readonly id: string
  readonly sha256: string
}

/** One provider's sandbox, with a relay in front of it that knows the callers by a header. */
export interface Relayed {
  /** `<relay>/relay/<provider>` */
  readonly endpoint: string
  readonly recipient?: string
  received(): readonly Received[]
  plaintext(id: string): Buffer | Promise<Buffer>
  /** What a ticket of the caller "ada" says. */
  verify(ticket: string): Promise<Ticket | undefined>
  /** Everything the relay said: headers and bodies. */
  said(): string
  /** What must be in none of it. */
  readonly secrets: readonly string[]
  flip(switches: object): void
  close(): Promise<void>
}

type Sandbox = Pick<Relayed, 'received' | 'plaintext' | 'flip' | 'recipient' | 'close'>
interface Upstream {
  readonly sandbox: Sandbox
  readonly providers: Upstreams
  readonly secrets: readonly string[]
}

const upstreams: Readonly<Record<keyof Upstreams, () => Promise<Upstream>>> = {
  async didww() {
    const sandbox = await startDidww({ modulusLength: 2048 })
    const { endpoint, apiKey, tokenUrl: url } = sandbox
    const didww = { endpoint, apiKey, token: { url, apiKey } }
    return { sandbox, providers: { didww }, secrets: [apiKey] }
  },
  async privasfer() {
    const sandbox = await startPrivasfer()
    const { endpoint, token } = sandbox
    return { sandbox, providers: { privasfer: { endpoint, token } }, secrets: [token] }
  },
  async dokstamp() {
    const sandbox = await startDokstamp()
    const { endpoint, clientId, clientSecret, tenant } = sandbox
    const dokstamp = { endpoint, clientId, clientSecret, tenant }
    return { sandbox, providers: { dokstamp }, secrets: [clientId, clientSecret] }
  },
  async cryptshare() {
    const sandbox = await startCryptshare()
    const { endpoint, user, clientId, recipients } = sandbox
    const cryptshare = { endpoint, user, clientId, recipients }
    return { sandbox, providers: { cryptshare }, secrets: [clientId] }
  },
  async tus() {
    const sandbox = await startTus()
    const { endpoint, token } = sandbox
    const tus = { endpoint, headers: { Authorization: `Bearer ${token}` } }
    return { sandbox, providers: { tus }, secrets: [token] }
  },
  async http() {
    const sandbox = await startHttp()
    const { endpoint, token } = sandbox
    const http = { endpoint, headers: { Authorization: `Bearer ${token}` } }
    return { sandbox, providers: { http }, secrets: [token] }
  },
}

const TICKET_KEY = 'a key of the tests, thirty-two bytes or more'

export const startRelayed = async (options: RelayedOptions): Promise<Relayed> => {
  const { provider, origin, allow } = options
  const { sandbox, providers, secrets } = await upstreams[provider]()
  const relay = createRelay({
    providers,
    authorize: request => {
      const client = request.headers.get('x-visitor')
      return client === null ? false : { client }
    },
    ticketKey: TICKET_KEY,
    origins: [origin],
    ...(allow && { allow }),
  })
  const said: string[] = []
  const server = createServer(
    createRequestListener(async request => {
      const answer = await relay(request)
      said.push(JSON.stringify([...answer.headers]))
      if (answer.headers.get('content-type') !== 'application/pdf')
        said.push(await answer.clone().text())
      return answer
    }),
  )
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}/relay/${provider}`,
    ...(sandbox.recipient !== undefined && { recipient: sandbox.recipient }),
    received: sandbox.received,
    plaintext: sandbox.plaintext,
    verify: ticket => verifyTicket(ticket, TICKET_KEY, { provider, client: 'ada' }),
    said: () => said.join('\n'),
    secrets,
    flip: sandbox.flip,
    async close() {
      server.close()
      server.closeAllConnections()
      await sandbox.close()
    },
  }
}
