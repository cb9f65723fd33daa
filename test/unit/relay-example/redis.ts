import { createClient } from '@redis/client'
import type { RelayStore } from '../../../src/relay/index.ts'
import { redisStore } from '../../../src/relay/redis/index.ts'

// A command fails at once while there is no connection. With ioredis: enableOfflineQueue: false, maxRetriesPerRequest: 0.
export const client: ReturnType<typeof createClient> = createClient({
  url: process.env.REDIS_URL ?? 'redis://localhost',
  disableOfflineQueue: true,
})
client.on('error', error => console.error(error.message)) // it connects again by itself
export const connect = (): Promise<unknown> => client.connect()

export const store: RelayStore = redisStore(client)
