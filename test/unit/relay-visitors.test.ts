import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RelayOptions } from '../../src/relay/index.ts'
import { jsonOf, relayFor } from './relay-tools.ts'
import { upstreamOf } from './relay-upstream-tools.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const clientAddress: RelayOptions['clientAddress'] = ({ headers }) =>
  headers.get('x-real-ip') ?? '192.0.2.1'

const start = async (more: Partial<RelayOptions> = {}) => {
  const { url, seen } = await upstreamOf()
  let asked = 0
  const relay = relayFor({
    providers: { http: { endpoint: url } },
    clientAddress,
    authorize({ headers }) {
      asked++
      const client = headers.get('x-visitor')
      return client !== null && { client }
    },
    ...more,
  })
  const knock = async (address: string, as = ''): Promise<number> =>
    (await relay.post('/http', { as, headers: { 'X-Real-IP': address } })).status
  const times = async (count: number, address: string): Promise<readonly number[]> =>
    Promise.all(Array.from({ length: count }, () => knock(address)))
  return { relay, knock, times, seen, asked: () => asked }
}

describe('refused logins', () => {
  test('of one address are counted: after as many as perMinute nobody is asked there any more', async () => {
    const { knock, asked, seen, relay } = await start({ perMinute: 3 })
    for (const status of [401, 401, 401, 429, 429]) expect(await knock('192.0.2.7')).toBe(status)
    // Not even the right one is told: it would end a search.
    expect(await knock('192.0.2.7', 'ada')).toBe(429)
    expect([asked(), seen.length]).toEqual([3, 0])
    expect(await knock('192.0.2.8', 'ada')).toBe(201)
    vi.advanceTimersByTime(45_000)
    const answer = await relay.post('/http', { headers: { 'X-Real-IP': '192.0.2.7' } })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '15'])
    expect(await jsonOf(answer)).toMatchObject({ code: 'rate-limited' })
    vi.advanceTimersByTime(15_000)
    expect(await knock('192.0.2.7', 'ada')).toBe(201)
  })

  test('are sixty at most where perMinute is not given, and good logins count for nothing', async () => {
    const { knock, times } = await start()
    expect(await times(59, '192.0.2.7')).toEqual(Array(59).fill(401))
    for (let time = 0; time < 5; time++) expect(await knock('192.0.2.7', 'ada')).toBe(201)
    expect(await knock('192.0.2.7')).toBe(401)
    expect(await knock('192.0.2.7', 'ada')).toBe(429)
  })

  test('that come at the same time are refused beyond the limit, too', async () => {
    const { times } = await start({ perMinute: 3 })
    expect((await times(5, '192.0.2.7')).toSorted()).toEqual([401, 401, 401, 429, 429])
  })

  test('are not counted without clientAddress: they all could be of one proxy', async () => {
    const { url } = await upstreamOf()
    const relay = relayFor({ providers: { http: { endpoint: url } }, perMinute: 2 })
    for (let time = 0; time < 5; time++)
      expect((await relay.post('/http', { as: '' })).status).toBe(401)
  })

  test('are told from requests of a client whose name is an address', async () => {
    const { knock } = await start({ perMinute: 1 })
    expect(await knock('192.0.2.7')).toBe(401)
    expect(await knock('192.0.2.9', '192.0.2.7')).toBe(201)
  })

  test('of an authorize that fails are none: it refused nobody', async () => {
    const authorize = () => {
      throw new Error('no route to db.internal')
    }
    const { times } = await start({ perMinute: 1, authorize })
    expect(await times(3, '192.0.2.7')).toEqual([502, 502, 502])
  })
})

describe('an address', () => {
  test.each([
    ['nothing', () => undefined],
    ['an empty text', () => ''],
    ['no text', () => 7],
    ['a promise', async () => '192.0.2.1'],
    ['501 characters', () => 'a'.repeat(501)],
    [
      'an error',
      () => {
        throw new Error('no such header of proxy.internal')
      },
    ],
  ])('that is %s lets nobody in, and repeats no word of it', async (_, address) => {
    const { relay, seen, asked } = await start({
      clientAddress: address as NonNullable<RelayOptions['clientAddress']>,
    })
    expect((await relay.post('/http')).status).toBe(502)
    expect([seen.length, asked()]).toEqual([0, 0])
    expect(await relay.answeredSoFar()).not.toContain('proxy.internal')
  })

  test('is asked for with the request, whose body it cannot eat', async () => {
    let text = ''
    const { knock, seen } = await start({
      clientAddress(request) {
        void request.text().then(read => {
          text = read
        })
        return '192.0.2.1'
      },
    })
    expect(await knock('192.0.2.7', 'ada')).toBe(201)
    expect([text, seen[0]?.body.includes('sealed bytes')]).toEqual(['', true])
  })

  test('is in no log', async () => {
    const { knock, relay } = await start()
    await knock('192.0.2.77')
    expect(JSON.stringify(relay.log)).not.toContain('192.0.2.77')
  })
})
