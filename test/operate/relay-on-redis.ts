import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { claimTicket, createRelay, type RelayOptions } from '../../src/relay/index.ts'
import { httpRelay } from '../../src/relay/node/index.ts'
import { redisStore } from '../../src/relay/redis/index.ts'
import { clients } from './redis-clients.ts'
import type { RelayOnRedis } from './relays-on-redis.ts'

/** A relay and a form of a site, in a process of its own. It sends its port. */
const given: RelayOnRedis = JSON.parse(process.argv[2] ?? '')
const { client } = await clients[given.client](given.redisPort)
const store = redisStore(client)
const ticketKey = 'a key of the tests, thirty-two bytes or more'
const options: RelayOptions = {
  providers: { http: { endpoint: given.endpoint } },
  authorize: ({ headers }) => ({ client: headers.get('x-visitor') ?? 'ada' }),
  ticketKey,
  store,
  ...given.options,
}
const serve = httpRelay(createRelay(options))

/** What a form gets: the reference, `another` or `down`. */
const claim = async (words: URLSearchParams): Promise<string> => {
  const by = words.get('by') ?? ''
  try {
    const claim = { client: 'ada', store, by }
    return (await claimTicket(words.get('ticket'), ticketKey, claim))?.reference ?? 'another'
  } catch {
    return 'down'
  }
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site')
  if (pathname !== '/claim') return serve(request, response)
  void claim(searchParams).then(said => response.end(said))
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit())
