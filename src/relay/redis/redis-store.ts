import type { RelayStore } from '../store.ts'
import { commandsOf, type RedisClient } from './client.ts'
import { countIn, deleteIfIn, renewIfIn } from './scripts.ts'

/**
 * A store for all processes of a site, in its Redis (6 or later; Valkey as well), for `createRelay` and `claimTicket`. It needs the commands
 * GET, SET, DEL and EVAL with INCR, PTTL and PEXPIRE, each of one key below `sealdrop:`. Throws `misconfigured` for what is no client.
 */
export const redisStore = (client: RedisClient): Required<RelayStore> => {
  const redis = commandsOf(client, 'redisStore')
  return {
    get: key => redis.get(key),
    set: (key, value, seconds) => redis.set(key, value, seconds * 1000),
    add: (key, value, seconds) => redis.setNew(key, value, seconds * 1000),
    delete: key => redis.del(key),
    async count(key, seconds) {
      const { count, msLeft } = await countIn(redis, key, Math.ceil(seconds * 1000))
      return { count, secondsLeft: msLeft / 1000 }
    },
    deleteIf: (key, value) => deleteIfIn(redis, key, value),
    renewIf: (key, value, seconds) => renewIfIn(redis, key, value, Math.ceil(seconds * 1000)),
  }
}
