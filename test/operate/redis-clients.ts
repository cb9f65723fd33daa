import { createClient } from '@redis/client'
import { Redis } from 'ioredis'
import type { RedisClient } from '../../src/relay/redis/index.ts'

export interface TestClient {
  readonly client: RedisClient
  /** Any command, as it is typed. */
  command(...words: string[]): Promise<unknown>
  close(): Promise<unknown>
}

/** Each connected as the guide says: a command fails at once while there is no connection. */
export const clients = {
  async 'node-redis'(port: number): Promise<TestClient> {
    const client = createClient({
      url: `redis://127.0.0.1:${port}`,
      disableOfflineQueue: true,
      socket: { reconnectStrategy: 50 },
    })
    client.on('error', () => {})
    await client.connect()
    return {
      client,
      command: (...words) => client.sendCommand(words),
      close: async () => client.destroy(),
    }
  },
  async ioredis(port: number): Promise<TestClient> {
    const client = new Redis(port, '127.0.0.1', {
      enableOfflineQueue: false,
      lazyConnect: true,
      maxRetriesPerRequest: 0,
      retryStrategy: () => 50,
    })
    client.on('error', () => {})
    await client.connect()
    return {
      client,
      command: (name = '', ...words) => client.call(name, ...words),
      close: async () => client.disconnect(),
    }
  },
} as const
export type ClientName = keyof typeof clients
