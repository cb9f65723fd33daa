import { describe, expect, test } from 'vitest'
import { createRelay, type StartEntry } from '../../src/relay/index.ts'
import { jsonOf, relayFor, SITE } from './relay-tools.ts'
import { relayTo, upstreamOf } from './relay-upstream-tools.ts'

/** Without i, l, o and u. */
const RANDOM = /^[\da-hjkmnp-tv-z]{4}(?:-[\da-hjkmnp-tv-z]{4}){2}$/

describe('a request’s id', () => {
  test.each(['a', 'req-7_A', 'f'.repeat(64)])('is the one it came with: %s', async id => {
    const { url, seen } = await upstreamOf()
    const relay = relayTo(url)
    const good = await relay.post('/http', { headers: { 'X-Request-Id': id } })
    const bad = await relay.post('/none', { headers: { 'X-Request-Id': id } })
    expect([good, bad].map(answer => answer.headers.get('x-request-id'))).toEqual([id, id])
    expect(await bad.json()).toMatchObject({ code: 'not-found', requestId: id })
    expect(relay.log.map(entry => entry.id)).toEqual([id, id])
    // The provider is told nothing of it.
    expect(JSON.stringify(seen[0]?.headers)).not.toContain('request-id')
  })

  test.each([
    ['is empty', ''],
    ['is too long', 'f'.repeat(65)],
    ['is far too long', 'f'.repeat(100_000)],
    ['has a space', 'a b'],
    ['has markup', '<img>'],
    ['has another alphabet', 'caf\u00e9'],
    ['is two', 'a, b'],
    ['is a line of a log', 'a" status="200'],
  ])('is another one where that %s', async (_, sent) => {
    const relay = relayFor({ providers: { http: { endpoint: SITE } } })
    const answer = await relay.visit('GET', '/none', { headers: { 'X-Request-Id': sent } })
    const id = answer.headers.get('x-request-id')
    expect(id).toMatch(RANDOM)
    expect([await jsonOf(answer), relay.log[0]?.id]).toMatchObject([{ code: 'not-found' }, id])
    expect(await relay.saidSoFar()).not.toContain(sent === '' ? 'undefined' : sent)
  })

  test('is made where two headers name one each', async () => {
    const relay = relayFor({ providers: { http: { endpoint: SITE } } })
    const headers = new Headers({ Origin: SITE })
    headers.append('X-Request-Id', 'one')
    headers.append('X-Request-Id', 'two')
    const answer = await relay.handle(new Request(`${SITE}/relay/none`, { headers }))
    expect(answer.headers.get('x-request-id')).toMatch(RANDOM)
  })

  test('is another one for each request', async () => {
    const relay = relayFor({ providers: { http: { endpoint: SITE } } })
    for (let count = 0; count < 50; count++) await relay.visit('GET', '/none')
    expect(new Set(relay.log.map(({ id }) => id)).size).toBe(50)
  })

  test('is on answers without a body, and pages of other origins can read it', async () => {
    const page = 'https://page.example'
    const { url } = await upstreamOf((_, response) => response.writeHead(404).end())
    const relay = relayTo(url, { origins: [page] })
    const preflight = await relay.visit('OPTIONS', '/http', {
      origin: page,
      headers: { 'Access-Control-Request-Method': 'POST' },
    })
    const passed = await relay.post('/http', { origin: page })
    for (const answer of [preflight, passed]) {
      expect(answer.headers.get('x-request-id')).toMatch(RANDOM)
      expect(answer.headers.get('access-control-expose-headers')).toContain('X-Request-Id')
    }
  })

  test('is on the answer of a relay that is not set up', async () => {
    const relay = createRelay(() => {
      throw new Error('no secret')
    })
    const answer = await relay(new Request(`${SITE}/relay/http`))
    const id = answer.headers.get('x-request-id')
    expect(await answer.json()).toMatchObject({ code: 'bad-gateway', requestId: id })
    expect(id).toMatch(RANDOM)
  })
})

describe('onStart', () => {
  test('is told before anything is decided, and log of the same request after', async () => {
    const order: string[] = []
    const started: StartEntry[] = []
    const { url } = await upstreamOf()
    const relay = relayTo(url, {
      onStart: (entry: StartEntry) => {
        started.push(entry)
        order.push('start')
      },
      authorize: () => {
        order.push('authorize')
        return { client: 'ada' }
      },
      log: () => order.push('log'),
    })
    await relay.post('/http', { headers: { 'X-Request-Id': 'r-1' } })
    await relay.visit('GET', '/secret-path/of-a-file.pdf')
    expect(order).toEqual(['start', 'authorize', 'log', 'start', 'log'])
    expect(started).toEqual([
      { id: 'r-1', method: 'POST', provider: 'http' },
      { id: expect.stringMatching(RANDOM), method: 'GET' },
    ])
  })

  test.each([
    [
      'at once',
      () => {
        throw new Error('The disk is full.')
      },
    ],
    ['later', () => Promise.reject(new Error('The disk is full.'))],
    ['never', () => new Promise(() => {})],
  ])('that fails fails no upload: %s', async (_, onStart) => {
    const { url } = await upstreamOf()
    const relay = relayTo(url, { onStart })
    expect((await relay.post('/http')).status).toBe(201)
    expect(relay.log).toMatchObject([{ status: 201 }])
  })

  test('that is no function, or a log that is none, is said at once', () => {
    for (const name of ['log', 'onStart'])
      expect(() => relayTo(SITE, { [name]: console })).toThrow(`${name} must be a function`)
  })
})
