import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { createRelay } from '../src/relay/index.ts'

/** A relay in a process of its own, so that nothing but it is measured. Tells its port, and when asked its memory. */
const [, , endpoint = ''] = process.argv
const relay = createRelay({
  providers: { http: { endpoint } },
  authorize: () => ({ client: 'load' }),
  ticketKey: 'a key for one measurement only, no secret',
})
const server = createServer(createRequestListener(relay))
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))

let peak = 0
const look = (): void => {
  peak = Math.max(peak, process.memoryUsage.rss())
}
setInterval(look, 10)
process.on('message', () => {
  look()
  process.send?.(peak)
  peak = 0
})
process.on('disconnect', () => process.exit())
