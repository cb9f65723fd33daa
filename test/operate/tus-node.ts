import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import { redisLocker } from '../../src/relay/redis/index.ts'
import { clients } from './redis-clients.ts'
import type { TusNodeOptions } from './tus-nodes.ts'

/** One of several `@tus/server`, in a process of its own. It sends its port. */
const { folder, redisPort, client: name }: TusNodeOptions = JSON.parse(process.argv[2] ?? '')
const { client } = await clients[name](redisPort)
const tus = new Server({
  path: '/files',
  datastore: new FileStore({ directory: folder }),
  locker: redisLocker(client),
})
const server = createServer((request, response) => {
  tus.handle(request, response).catch(() => response.destroy())
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit())
