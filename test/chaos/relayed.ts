import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequestListener } from '@remix-run/node-fetch-server'
import type { ProviderName } from '../../src/providers/names.ts'
import { createRelay, type RelayOptions } from '../../src/relay/index.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'

/** Who sends, and what says so. */
export const visitor = { 'X-Visitor': 'ada' } as const

export interface RelayServer {
  /** Origin. */
  readonly url: string
  /** Of the transport. */
  readonly endpoint: string
  close(): Promise<void>
}

/** A relay in front of one provider's local server. */
export const startRelay = async (
  name: ProviderName,
  { upstream }: Pick<Sandbox, 'upstream'>,
  page: string,
): Promise<RelayServer> => {
  const relay = createRelay({
    providers: { [name]: upstream } as RelayOptions['providers'],
    authorize: ({ headers }) => {
      const client = headers.get('x-visitor')
      return client === null ? false : { client }
    },
    ticketKey: crypto.getRandomValues(new Uint8Array(32)),
    origins: [new URL(page).origin],
  })
  const server = createServer(createRequestListener(relay))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    endpoint: `${url}/relay/${name}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
