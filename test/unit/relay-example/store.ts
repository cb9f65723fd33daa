import type { RelayStore } from '../../../src/relay/index.ts'

/** What it takes of a client of Redis; with `redis`, `SET key value EX seconds NX`. */
interface Redis {
  get(key: string): Promise<string | null>
  set(key: string, value: string, options: { EX: number; NX?: true }): Promise<string | null>
  del(key: string): Promise<number>
}

export const storeIn = (redis: Redis): RelayStore => ({
  get: key => redis.get(key),
  set: (key, value, seconds) => redis.set(key, value, { EX: seconds }),
  add: async (key, value, seconds) =>
    (await redis.set(key, value, { EX: seconds, NX: true })) !== null,
  delete: key => redis.del(key),
})
