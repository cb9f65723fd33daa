import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { oracle } from '../oracle.ts'
import { awaited, startUpstream, type Upstream } from '../unit/relay-tools.ts'
import { startRedis, type TestRedis } from './redis.ts'
import { type RelayOnRedis, type SiteProcess, startSiteProcess } from './relays-on-redis.ts'

let redis: TestRedis
let upstream: Upstream
let instead: ((response: ServerResponse) => void) | undefined
const processes: SiteProcess[] = []
const store = (response: ServerResponse, id = `f-${upstream.seen.length}`): void => {
  response.writeHead(201, { 'Content-Type': 'application/json' }).end(JSON.stringify({ id }))
}

beforeEach(async () => {
  redis = await startRedis(oracle('redis-server'))
  upstream = await startUpstream((_, response) => {
    const fault = instead ?? store
    instead = undefined
    fault(response)
  })
})
afterEach(async () => {
  await Promise.all(processes.splice(0).map(one => one.stop()))
  await upstream.close()
  await redis.close()
})

/** One process with each client of Redis. */
const startTwo = async (
  options: RelayOnRedis['options'] = {},
  second = options,
): Promise<readonly [SiteProcess, SiteProcess]> => {
  const told = { endpoint: `${upstream.url}/files`, redisPort: redis.port }
  const both = await Promise.all([
    startSiteProcess({ ...told, client: 'node-redis', options }),
    startSiteProcess({ ...told, client: 'ioredis', options: second }),
  ])
  processes.push(...both)
  return both
}
const nameOfParcel = (): string => `${randomUUID()}.age`

describe('two relays in two processes that share a Redis', () => {
  test('store a parcel once that comes to both at the same moment', async () => {
    const [one, two] = await startTwo()
    for (let turn = 1; turn <= 10; turn++) {
      const name = nameOfParcel()
      const both = await Promise.all([one.send(name), two.send(name)])
      expect(both.map(({ status, json }) => [status, json.id])).toEqual([
        [201, `f-${turn}`],
        [201, `f-${turn}`],
      ])
      expect(both.every(({ ticket }) => ticket !== null)).toBe(true)
    }
    expect(upstream.seen).toHaveLength(10)
  })

  test('wait for each other as long as the provider may take, say 409 then, and never send it meanwhile', async () => {
    const [one, two] = await startTwo({}, { upstreamTimeoutMs: 1000 })
    const { promise: arrived, resolve: arrive } = awaited<ServerResponse>()
    instead = arrive
    const name = nameOfParcel()
    const first = one.send(name)
    const response = await arrived
    const second = await two.send(name)
    expect([second.status, second.retryAfter]).toEqual([409, '5'])
    expect(second.json).toMatchObject({ code: 'under-way', outcome: 'unknown' })
    expect(upstream.seen).toHaveLength(1)
    const third = two.send(name)
    store(response)
    expect((await first).json.id).toBe('f-1')
    expect(await third).toMatchObject({ status: 201, json: { id: 'f-1' } })
    expect(upstream.seen).toHaveLength(1)
  })

  test('give a client as many requests as one', async () => {
    const [one, two] = await startTwo({ perMinute: 4 })
    const all = await Promise.all(
      [one, two, one, two, one, two].map(relay => relay.send(nameOfParcel())),
    )
    expect(all.map(({ status }) => status).toSorted()).toEqual([201, 201, 201, 201, 429, 429])
    for (const { status, retryAfter } of all)
      if (status === 429) expect(Number(retryAfter)).toBeGreaterThan(50)
    expect((await two.send(nameOfParcel(), 'bob')).status).toBe(201)
    expect(upstream.seen).toHaveLength(5)
  })

  test('know after a restart of Redis what was sent, who may send, and which ticket is used', async () => {
    const [one, two] = await startTwo({ perMinute: 4 })
    const name = nameOfParcel()
    const { ticket } = await one.send(name)
    expect(await one.claim(ticket ?? '', 'application 1')).toBe('f-1')
    expect(await two.claim(ticket ?? '', 'application 2')).toBe('another')
    await redis.kill()
    expect(await two.claim(ticket ?? '', 'application 2')).toBe('down')
    await redis.start()
    await expect.poll(() => two.claim(ticket ?? '', 'application 2')).toBe('another')
    await expect.poll(() => one.claim(ticket ?? '', 'application 1')).toBe('f-1')
    expect(await two.send(name)).toMatchObject({ status: 201, json: { id: 'f-1' } })
    const more = [await two.send(nameOfParcel()), await two.send(nameOfParcel())]
    expect(more.map(({ status }) => status)).toEqual([201, 201])
    // The fifth of this minute, and the second here.
    expect((await one.send(nameOfParcel())).status).toBe(429)
    expect(upstream.seen).toHaveLength(3)
  })
})

describe('a Redis that is killed in the middle of an upload', () => {
  const killMidway = async (storeDown: 'allow' | 'refuse') => {
    const [one, two] = await startTwo({ storeDown, perMinute: storeDown === 'allow' ? 3 : 1000 })
    const { promise: arrived, resolve: arrive } = awaited<ServerResponse>()
    instead = arrive
    const name = nameOfParcel()
    const first = one.send(name)
    const response = await arrived
    await redis.kill()
    store(response)
    expect(await first).toMatchObject({ status: 201, json: { id: 'f-1' } })
    return { one, two, name }
  }

  test('stops nothing: each relay goes on with what it knows, and its own limits', async () => {
    const { one, two, name } = await killMidway('allow')
    expect(await one.send(name)).toMatchObject({ status: 201, json: { id: 'f-1' } })
    expect(upstream.seen).toHaveLength(1)
    const others = [1, 2, 3, 4].map(() => two.send(nameOfParcel()))
    expect((await Promise.all(others)).map(({ status }) => status).toSorted()).toEqual([
      201, 201, 201, 429,
    ])
    await redis.start()
    // What this one knows, the others do not.
    await expect.poll(async () => (await one.send(name, 'bob')).status).toBe(201)
  })

  test('lets nothing more begin, where the site says so, until it is back', async () => {
    const { one, two, name } = await killMidway('refuse')
    for (const relay of [one, two]) {
      const said = await relay.send(nameOfParcel())
      expect([said.status, said.retryAfter, said.json.code]).toEqual([503, '5', 'store-down'])
    }
    expect(upstream.seen).toHaveLength(1)
    await redis.start()
    // By the one that has the answer in its own memory, too.
    await expect.poll(async () => (await one.send(name)).json.id).toBe('f-1')
    await expect.poll(async () => (await two.send(nameOfParcel())).status).toBe(201)
    expect(upstream.seen).toHaveLength(2)
  })
})
