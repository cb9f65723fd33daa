import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { RelayStore } from '../../src/relay/index.ts'
import { type RedisClient, redisLocker, redisStore } from '../../src/relay/redis/index.ts'
import { oracle } from '../oracle.ts'
import { startRedis, type TestRedis } from './redis.ts'
import { type ClientName, clients, type TestClient } from './redis-clients.ts'

let redis: TestRedis
beforeAll(async () => {
  redis = await startRedis(oracle('redis-server'))
})
afterAll(() => redis.close())

describe.each(Object.keys(clients) as ClientName[])('a store in Redis, by %s', name => {
  let made: TestClient
  let store: Required<RelayStore>
  beforeAll(async () => {
    made = await clients[name](redis.port)
    store = redisStore(made.client)
  })
  afterAll(() => made.close())
  beforeEach(() => made.command('FLUSHALL'))
  const secondsLeft = async (key: string): Promise<number> =>
    Number(await made.command('PTTL', key)) / 1000

  test('gives back what was set, until its time is over', async () => {
    expect(await store.get('key')).toBeNull()
    await store.set('key', 'für Ada', 600)
    expect(await store.get('key')).toBe('für Ada')
    expect(await secondsLeft('key')).toBeGreaterThan(590)
    await store.set('key', 'soon over', 0.001)
    await expect.poll(() => store.get('key')).toBeNull()
    await store.set('key', 'gone', 600)
    await store.delete('key')
    expect(await store.get('key')).toBeNull()
  })

  test('lets one of fifty add, and no other before its time', async () => {
    const all = Array.from({ length: 50 }, (_, n) => store.add('key', `${n}`, 60))
    expect((await Promise.all(all)).filter(Boolean)).toHaveLength(1)
    expect(await secondsLeft('key')).toBeGreaterThan(50)
    expect(await store.add('key', 'later', 60)).toBe(false)
  })

  test('counts two hundred at once as two hundred, from the first one on', async () => {
    const all = await Promise.all(Array.from({ length: 200 }, () => store.count('key', 60)))
    expect(all.map(({ count }) => count).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 200 }, (_, index) => index + 1),
    )
    for (const one of all) {
      expect(one.secondsLeft).toBeGreaterThan(50)
      expect(one.secondsLeft).toBeLessThanOrEqual(60)
    }
    expect(await store.get('key')).toBe('200')
    // The time is that of the first one.
    await made.command('PEXPIRE', 'key', '5000')
    expect((await store.count('key', 60)).secondsLeft).toBeLessThanOrEqual(5)
    expect(await secondsLeft('key')).toBeLessThanOrEqual(5)
  })

  test('counts nobody for ever: a counter that lost its time gets one', async () => {
    await made.command('SET', 'key', '7')
    expect(await store.count('key', 60)).toEqual({ count: 8, secondsLeft: 60 })
    expect(await secondsLeft('key')).toBeGreaterThan(50)
  })

  test('renews and deletes what is one’s own alone', async () => {
    await store.set('key', 'ada', 10)
    expect(await store.renewIf('key', 'bob', 600)).toBe(false)
    expect(await store.deleteIf('key', 'bob')).toBe(false)
    expect(await secondsLeft('key')).toBeLessThanOrEqual(10)
    expect(await store.renewIf('key', 'ada', 600)).toBe(true)
    expect(await secondsLeft('key')).toBeGreaterThan(590)
    expect(await store.deleteIf('key', 'ada')).toBe(true)
    expect(await store.deleteIf('key', 'ada')).toBe(false)
    expect(await store.renewIf('key', 'ada', 600)).toBe(false)
    expect(await store.get('key')).toBeNull()
  })

  test('rejects where Redis has something else, and where it may not be written to', async () => {
    await made.command('RPUSH', 'key', 'a list')
    for (const call of [store.get('key'), store.count('key', 60), store.deleteIf('key', '')])
      await expect(call).rejects.toThrow(/WRONGTYPE/)
    await made.command('CONFIG', 'SET', 'min-replicas-to-write', '1')
    try {
      const calls = [store.set('a', 'b', 1), store.add('a', 'b', 1), store.count('a', 1)]
      for (const call of calls) await expect(call).rejects.toThrow(/NOREPLICAS/)
    } finally {
      await made.command('CONFIG', 'SET', 'min-replicas-to-write', '0')
    }
  })
})

describe('what is no client, or gives no answer of Redis', () => {
  test('is said at once', () => {
    for (const make of [redisStore, redisLocker] as ((client: RedisClient) => unknown)[])
      for (const client of [undefined, null, {}, Promise.resolve({}), { get() {}, set() {} }])
        expect(() => make(client as never)).toThrow(/a client of node-redis or ioredis/)
  })

  const answering = (answer: unknown): RedisClient => {
    const say = async () => answer
    return { get: say, set: say, del: say, eval: say }
  }
  test.each([[undefined], ['perhaps'], [{}], [[]], [Number.NaN]])(
    '%j: it rejects',
    async answer => {
      const store = redisStore(answering(answer))
      const calls: Promise<unknown>[] = [
        store.set('key', 'value', 1),
        store.add('key', 'value', 1),
        store.count('key', 1),
        store.deleteIf('key', 'value'),
        store.renewIf('key', 'value', 1),
      ]
      for (const call of calls) await expect(call).rejects.toThrow(TypeError)
    },
  )

  test('bytes are read as text', async () => {
    const store = redisStore(answering(new TextEncoder().encode('OK')))
    expect(await store.get('key')).toBe('OK')
    expect(await store.add('key', 'value', 1)).toBe(true)
  })
})
