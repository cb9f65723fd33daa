import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequestListener } from '@remix-run/node-fetch-server'
import type { ProviderName } from '../../src/providers/names.ts'
import { createRelay, type RelayOptions, verifyTicket } from '../../src/relay/index.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'

/** Who sends, and what says so. */
export const visitor = { 'X-Visitor': 'ada' } as const

export interface RelayServer {
  /** Origin. */
  readonly url: string
  /** Of the transport. */
  readonly endpoint: string
  /** Requests that came. */
  readonly asked: number
  /** Whether a receipt's ticket is this relay's, for this visitor and this reference, and where it names a hash, for these bytes. */
  isTrue(receipt: Ticketed): Promise<boolean>
  close(): Promise<void>
}

/** What a page says of a file that is done. */
export interface Ticketed {
  readonly reference?: string
  readonly ticket?: string
  /** SHA-256 of the sealed bytes, hex. */
  readonly sealed?: string
}

/** A relay in front of one provider's local server. */
export const startRelay = async (
  name: ProviderName,
  { upstream }: Pick<Sandbox, 'upstream'>,
  page: string,
): Promise<RelayServer> => {
  const ticketKey = crypto.getRandomValues(new Uint8Array(32))
  let asked = 0
  const relay = createRelay({
    providers: { [name]: upstream } as RelayOptions['providers'],
    authorize: ({ headers }) => {
      const client = headers.get('x-visitor')
      return client === null ? false : { client }
    },
    ticketKey,
    maxBytes: 200 * 1024 ** 2,
    origins: [new URL(page).origin],
  })
  const listen = createRequestListener(relay)
  const server = createServer((request, response) => {
    asked++
    listen(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    endpoint: `${url}/relay/${name}`,
    get asked() {
      return asked
    },
    async isTrue({ reference, ticket, sealed }) {
      const said = await verifyTicket(ticket ?? null, ticketKey, { client: 'ada', provider: name })
      return (
        said !== undefined && said.reference === reference && (said.sha256 ?? sealed) === sealed
      )
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
