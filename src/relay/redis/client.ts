import { misconfigured } from '../../core/errors.ts'

/**
 * What is taken of the site's own client: node-redis (`redis` or `@redis/client`, 4 and later; a client, pool, cluster or sentinel) or
 * ioredis (5 and later; a client or cluster). It is connected, and stays the site's to close.
 */
export interface RedisClient {
  readonly get: (...given: never[]) => PromiseLike<unknown>
  readonly set: (...given: never[]) => PromiseLike<unknown>
  readonly del: (...given: never[]) => PromiseLike<unknown>
  readonly eval: (...given: never[]) => PromiseLike<unknown>
}

/** The few commands of Redis that are needed, whichever client sends them. They reject for an answer that Redis does not give. */
export interface Redis {
  get(key: string): Promise<string | null>
  set(key: string, value: string, ms: number): Promise<void>
  /** Only where nothing is there. Whether it did. */
  setNew(key: string, value: string, ms: number): Promise<boolean>
  del(key: string): Promise<void>
  /** A script of Redis, as one step. */
  run(script: string, keys: readonly string[], words: readonly string[]): Promise<unknown>
}

type Call = (...given: unknown[]) => Promise<unknown>
type Calls = Readonly<Record<'get' | 'set' | 'del' | 'eval', Call>>

/** ioredis has `call` for any command, and takes the options of a command as further words. */
const isIoredis = (client: object): boolean =>
  'call' in client && typeof (client as { readonly call: unknown }).call === 'function'

/** A client may be set up to give bytes. */
const textOf = (value: unknown): string | null => {
  if (value === null || typeof value === 'string') return value
  if (value instanceof Uint8Array) return new TextDecoder().decode(value)
  throw new TypeError('Redis gave no text.')
}

export const numberOf = (value: unknown): number => {
  const number = typeof value === 'number' ? value : Number(textOf(value) ?? Number.NaN)
  if (Number.isSafeInteger(number)) return number
  throw new TypeError('Redis gave no number.')
}

/** `OK`, or null where a condition did not hold. */
const isSet = (value: unknown): boolean => {
  const said = textOf(value)
  if (said === null || said === 'OK') return said === 'OK'
  throw new TypeError('Redis gave no OK.')
}

/** Redis counts in whole milliseconds, and refuses 0. */
const whole = (ms: number): number => Math.max(1, Math.ceil(ms))

/** `caller`: who is told what the client lacks. */
export const commandsOf = (client: RedisClient, caller: string): Redis => {
  const names = ['get', 'set', 'del', 'eval'] as const
  const given: Partial<RedisClient> | null | undefined = client
  if (!names.every(name => typeof given?.[name] === 'function'))
    throw misconfigured(
      `${caller}: give a client of node-redis or ioredis, not the promise that connect() returns.`,
    )
  const calls = client as unknown as Calls
  const sendScript: Call = calls.eval.bind(calls)
  const ioredis = isIoredis(client)
  return {
    get: async key => textOf(await calls.get(key)),
    async set(key, value, ms) {
      const set = ioredis
        ? calls.set(key, value, 'PX', whole(ms))
        : calls.set(key, value, { PX: whole(ms) })
      if (!isSet(await set)) throw new TypeError('Redis did not set it.')
    },
    async setNew(key, value, ms) {
      const set = ioredis
        ? calls.set(key, value, 'PX', whole(ms), 'NX')
        : calls.set(key, value, { PX: whole(ms), NX: true })
      return isSet(await set)
    },
    async del(key) {
      numberOf(await calls.del(key))
    },
    run: async (script, keys, words) =>
      ioredis
        ? sendScript(script, keys.length, ...keys, ...words)
        : sendScript(script, { keys, arguments: words }),
  }
}
