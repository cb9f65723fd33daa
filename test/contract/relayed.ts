import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequestListener } from '@remix-run/node-fetch-server'
import type { ProviderName } from '../../src/providers/names.ts'
import {
  createRelay,
  type RelayOptions,
  type Ticket,
  type Upstreams,
  verifyTicket,
} from '../../src/relay/index.ts'
import type { ReceivedUpload, Sandbox } from '../../src/sandbox/sandbox.ts'
import * as sandboxes from '../../src/sandbox/sandboxes.ts'
import type { TusSandbox } from '../../src/sandbox/tus/sandbox.ts'

export interface RelayedOptions {
  readonly provider: ProviderName
  /** Of the page. */
  readonly origin: string
  readonly allow?: RelayOptions['allow']
  readonly maxBytes?: number
  /** Further options of the provider. */
  readonly upstream?: object
}

/** One provider's sandbox, with a relay in front of it that knows the callers by a header. */
export interface Relayed {
  /** `<relay>/relay/<provider>` */
  readonly endpoint: string
  /** Origin of the sandbox. */
  readonly sandboxUrl: string
  readonly recipient?: string
  readonly wrap?: 'pdf'
  /** Further options of the transport. */
  readonly options: Sandbox['options']
  received(): readonly ReceivedUpload[]
  /** Uploads that were created and never ended. */
  orphans(): number
  plaintext(id: string): Buffer | Promise<Buffer>
  /** What a ticket of the caller "ada" says. */
  verify(ticket: string): Promise<Ticket | undefined>
  /** Everything the relay said: headers and bodies. */
  said(): string
  /** `Idempotency-Key` of each request that came with one. */
  keys(): readonly string[]
  /** What must be in none of it. */
  readonly secrets: readonly string[]
  flip(switches: object): void
  /** The answer to the next request of this kind (method and path, as a pattern) is lost, on a connection that stays alive otherwise. */
  dropNext(pattern: string): void
  dropped(): number
  close(): Promise<void>
}

/** A sandbox whose `upstream` is not what the relay takes does not compile here. */
const starters: {
  readonly [Name in ProviderName]: (
    options?: object,
  ) => Promise<Sandbox & { readonly upstream: NonNullable<Upstreams[Name]> }>
} = sandboxes

const TICKET_KEY = 'a key of the tests, thirty-two bytes or more'

export const startRelayed = async (options: RelayedOptions): Promise<Relayed> => {
  const { provider, origin, allow, maxBytes, upstream } = options
  // Told to all, for DIDWW's: large keys take seconds.
  const sandbox = await starters[provider]({ modulusLength: 2048 })
  const relay = createRelay({
    providers: { [provider]: { ...sandbox.upstream, ...upstream } },
    authorize: request => {
      const client = request.headers.get('x-visitor')
      return client === null ? false : { client }
    },
    ticketKey: TICKET_KEY,
    origins: [origin],
    ...(allow && { allow }),
    ...(maxBytes !== undefined && { maxBytes }),
  })
  const said: string[] = []
  const keys: string[] = []
  let lost: RegExp | undefined
  let dropped = 0
  const server = createServer((incoming, response) => {
    const listen = createRequestListener(async request => {
      const key = request.headers.get('idempotency-key')
      if (key !== null) keys.push(key)
      const answer = await relay(request)
      said.push(JSON.stringify([...answer.headers]))
      if (answer.headers.get('content-type') !== 'application/pdf')
        said.push(await answer.clone().text())
      if (lost?.test(`${request.method} ${new URL(request.url).pathname}`)) {
        lost = undefined
        dropped++
        incoming.socket.destroy()
      }
      return answer
    })
    listen(incoming, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}/relay/${provider}`,
    sandboxUrl: sandbox.url,
    ...(sandbox.recipient !== undefined && { recipient: sandbox.recipient }),
    ...(sandbox.wrap && { wrap: sandbox.wrap }),
    options: sandbox.options,
    received: sandbox.received,
    orphans: () => ('unfinished' in sandbox ? (sandbox as TusSandbox).unfinished().length : 0),
    plaintext: sandbox.plaintext,
    verify: ticket => verifyTicket(ticket, TICKET_KEY, { provider, client: 'ada' }),
    said: () => said.join('\n'),
    keys: () => keys,
    secrets: sandbox.secrets,
    flip: sandbox.flip,
    dropNext(pattern) {
      lost = new RegExp(`^${pattern}`)
    },
    dropped: () => dropped,
    async close() {
      server.close()
      server.closeAllConnections()
      await sandbox.close()
    },
  }
}
