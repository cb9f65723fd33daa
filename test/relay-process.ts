import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { createRelay } from '../src/relay/index.ts'

/** A relay in a process of its own, so that only its memory is measured. It sends its port, and on a message the peak since the last one. */
const [, , endpoint = ''] = process.argv
const relay = createRelay({
  providers: { http: { endpoint } },
  authorize: () => ({ client: 'load' }),
  ticketKey: 'a key for one measurement only, no secret',
})
const server = createServer(createRequestListener(relay))
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))

let peak = 0
const samplePeak = (): void => {
  peak = Math.max(peak, process.memoryUsage.rss())
}
setInterval(samplePeak, 10)
process.on('message', () => {
  samplePeak()
  process.send?.(peak)
  peak = 0
})
process.on('disconnect', () => process.exit())
