import type { AddressInfo } from 'node:net'
import { createHealth, createRelay, type RelayOptions } from '../../src/relay/index.ts'
import { type CloseOnSignalOptions, closeOnSignal } from '../../src/relay/node/index.ts'
import { adapters } from './adapters.ts'

export interface SiteSetup {
  /** As `adapters` names it. */
  readonly adapter: string
  readonly providers: RelayOptions['providers']
  /** Of pages that may use the relay. */
  readonly origins: readonly string[]
  readonly closing: Pick<CloseOnSignalOptions, 'graceMs' | 'drainMs'>
}

/** A site with a relay in a process of its own, which ends as one that runs somewhere does. It sends its port. */
const [, , setup = ''] = process.argv
const { adapter, providers, origins, closing } = JSON.parse(setup) as SiteSetup
const relay = createRelay({
  providers,
  origins,
  authorize: () => ({ client: 'ada' }),
  ticketKey: 'a key of the tests, thirty-two bytes or more',
})
const health = createHealth({ ready: () => relay.ready() })
const server = await adapters[adapter]?.(relay, { health })
if (!server) throw new Error(`There is no adapter "${adapter}".`)
// A provider that has not answered must not hold it.
void closeOnSignal(server, { ...closing, health }).then(() => process.exit())
server.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port)
})
// Its parent died.
process.on('disconnect', () => process.exit(1))
