import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { memoryStore, type RelayOptions, type RelayStore } from '../../src/relay/index.ts'
import { jsonOf, relayFor } from './relay-tools.ts'
import { upstreamOf } from './relay-upstream-tools.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'performance'] }))
afterEach(() => void vi.useRealTimers())

/** Two processes of one relay. */
const startTwo = async (store: RelayStore | undefined, more: Partial<RelayOptions> = {}) => {
  const { url } = await upstreamOf()
  const [one, two] = [0, 1].map(() =>
    relayFor({
      providers: { http: { endpoint: url } },
      clientAddress: ({ headers }) => headers.get('x-real-ip') ?? '192.0.2.1',
      perMinute: 3,
      ...(store && { store }),
      ...more,
    }),
  )
  if (!one || !two) throw new Error('There are two.')
  const statusOf = async (relay: typeof one, as = 'ada'): Promise<number> =>
    (await relay.post('/http', { as })).status
  return { one, two, statusOf }
}

describe('two relays that share a store', () => {
  test('give a client as many requests as one, and say truly when there are more', async () => {
    const { one, two, statusOf } = await startTwo(memoryStore())
    expect([await statusOf(one), await statusOf(two), await statusOf(one)]).toEqual([201, 201, 201])
    vi.advanceTimersByTime(40_000)
    for (const relay of [two, one]) {
      const answer = await relay.post('/http')
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '20'])
    }
    expect(await statusOf(two, 'bob')).toBe(201)
    vi.advanceTimersByTime(20_000)
    expect(await statusOf(two)).toBe(201)
  })

  test('ask nobody at an address where three logins were refused, by either', async () => {
    const { one, two, statusOf } = await startTwo(memoryStore())
    expect(await Promise.all([one, two, one].map(relay => statusOf(relay, '')))).toEqual([
      401, 401, 401,
    ])
    vi.advanceTimersByTime(15_000)
    for (const relay of [two, one]) {
      const answer = await relay.post('/http')
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '45'])
    }
    vi.advanceTimersByTime(45_000)
    expect(await statusOf(two)).toBe(201)
  })

  test('leave in it no name of a client, and no address', async () => {
    const memory = memoryStore()
    const keys: string[] = []
    const count: RelayStore['count'] = (key, seconds) => {
      keys.push(key)
      return memory.count?.(key, seconds) ?? Promise.reject(new Error('It counts.'))
    }
    const { one, two, statusOf } = await startTwo({ ...memory, count })
    await statusOf(one)
    await statusOf(two, 'bob')
    await statusOf(two, '')
    expect(keys).toHaveLength(3)
    expect(new Set(keys).size).toBe(3)
    for (const key of keys) expect(key).toMatch(/^sealdrop:count:[\w-]{43}$/)
  })

  test('count each for itself where the store cannot', async () => {
    const { count: _, ...rest } = memoryStore()
    const { one, two, statusOf } = await startTwo(rest)
    for (const relay of [one, two])
      expect((await Promise.all([1, 2, 3, 4].map(() => statusOf(relay)))).sort()).toEqual([
        201, 201, 201, 429,
      ])
  })
})

const down: Readonly<Record<string, () => Promise<never>>> = {
  rejects: () => Promise.reject(new Error('The password of the store is hunter2.')),
  'answers something else': async () => 'OK' as never,
}

describe('while the store is down', () => {
  test.each(Object.entries(down))('and %s, each holds the limit by itself', async (_, fail) => {
    const store = { get: fail, set: fail, add: fail, delete: fail, count: fail }
    const { one, statusOf } = await startTwo(store)
    // They come at once: which of them comes last is nobody's promise.
    expect((await Promise.all([1, 2, 3, 4].map(() => statusOf(one)))).sort()).toEqual([
      201, 201, 201, 429,
    ])
    expect(await one.saidSoFar()).not.toContain('hunter2')
  })

  test.each(Object.entries(down))(
    'and %s, nothing is sent where the site says so',
    async (_, fail) => {
      const store = { get: fail, set: fail, add: fail, delete: fail, count: fail }
      const { one } = await startTwo(store, { storeDown: 'refuse' })
      const answer = await one.post('/http')
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
      expect(await jsonOf(answer)).toMatchObject({ code: 'store-down' })
      expect(one.log.at(-1)).toMatchObject({ status: 503, bytes: 0 })
      expect(await one.saidSoFar()).not.toContain('hunter2')
    },
  )

  test('nothing is sent where the site says so, also of what nobody can tell from others', async () => {
    const fail = (): Promise<never> => Promise.reject(new Error('It is down.'))
    const store = { get: fail, set: fail, add: fail, delete: fail }
    const { one } = await startTwo(store, { storeDown: 'refuse' })
    const body = new Uint8Array(100)
    const answer = await one.visit('POST', '/http', { body })
    expect([answer.status, one.log.at(-1)?.bytes]).toEqual([503, 0])
  })

  test('what was counted before still counts', async () => {
    const memory = memoryStore()
    let isDown = false
    const store: RelayStore = {
      ...memory,
      count: (key, seconds) =>
        isDown || !memory.count
          ? Promise.reject(new Error('It is down.'))
          : memory.count(key, seconds),
    }
    const { one, two, statusOf } = await startTwo(store)
    expect(await Promise.all([1, 2].map(() => statusOf(one)))).toEqual([201, 201])
    isDown = true
    expect([await statusOf(one), await statusOf(one)]).toEqual([201, 429])
    isDown = false
    expect([await statusOf(two), await statusOf(two)]).toEqual([201, 429])
  })

  test('an upload that has arrived is no failure', async () => {
    const memory = memoryStore()
    let isDown = false
    const unlessDown = <Value>(call: () => Promise<Value>): Promise<Value> =>
      isDown ? Promise.reject(new Error('It is down.')) : call()
    const store: RelayStore = {
      get: key => unlessDown(() => memory.get(key)),
      set: (...given) => unlessDown(() => memory.set(...given)),
      add: (...given) => unlessDown(() => memory.add(...given)),
      delete: key => unlessDown(() => memory.delete(key)),
    }
    const { url } = await upstreamOf((_, response) => {
      isDown = true
      response.writeHead(201, { 'Content-Type': 'application/json' }).end('{"id":"f-1"}')
    })
    const relay = relayFor({ providers: { http: { endpoint: url } }, store, storeDown: 'refuse' })
    const first = await relay.post('/http')
    expect(first.status).toBe(201)
    expect((await relay.post('/http')).status).toBe(503)
    isDown = false
    const again = await relay.post('/http')
    expect([again.status, await jsonOf(again)]).toEqual([201, { id: 'f-1' }])
  })
})

test('storeDown is one of two words, and of a store', () => {
  const make = (more: object) => () =>
    relayFor({ providers: { http: { endpoint: 'https://files.example' } }, ...more })
  expect(make({ store: memoryStore(), storeDown: 'ignore' })).toThrow(/"allow" or "refuse"/)
  expect(make({ storeDown: 'allow' })).toThrow(/storeDown is of store/)
})
