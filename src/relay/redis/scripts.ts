import { numberOf, type Redis } from './client.ts'

/** One that lost its expiry, by whatever hand, would count for ever. */
const COUNT = `local count = redis.call('INCR', KEYS[1])
local left = redis.call('PTTL', KEYS[1])
if count == 1 or left < 0 then
  redis.call('PEXPIRE', KEYS[1], ARGV[1])
  left = tonumber(ARGV[1])
end
return {count, left}`

const DELETE_IF = `if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])`

const RENEW_IF = `if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])`

export const countIn = async (
  redis: Redis,
  key: string,
  ms: number,
): Promise<{ readonly count: number; readonly msLeft: number }> => {
  const given: unknown = await redis.run(COUNT, [key], [String(ms)])
  if (!Array.isArray(given)) throw new TypeError('Redis gave no list.')
  return { count: numberOf(given[0]), msLeft: numberOf(given[1]) }
}

export const deleteIfIn = async (redis: Redis, key: string, value: string): Promise<boolean> =>
  numberOf(await redis.run(DELETE_IF, [key], [value])) === 1

export const renewIfIn = async (
  redis: Redis,
  key: string,
  value: string,
  ms: number,
): Promise<boolean> => numberOf(await redis.run(RENEW_IF, [key], [value, String(ms)])) === 1
