import { describe, expect, test, vi } from 'vitest'
import { relayFor, upstreamsAt } from './relay-tools.ts'
import { relayTo, upstreamOf } from './relay-upstream-tools.ts'

describe('the log', () => {
  test('tells of each request what happened, and of no file', async () => {
    const { url } = await upstreamOf()
    const relay = relayTo(url)
    await relay.visit('PUT', '/http', { body: 'sealed' })
    await relay.visit('GET', '/http')
    await relay.post('/http', { as: '' })
    const id = expect.stringMatching(/^[\w-]{14}$/)
    const times = { ms: expect.any(Number), visitorMs: expect.any(Number) }
    const none = { bytes: 0, upstreamMs: 0 }
    expect(relay.log).toEqual([
      {
        id,
        provider: 'http',
        operation: 'upload',
        route: '/relay/http',
        method: 'PUT',
        status: 201,
        client: 'ada',
        bytes: 6,
        bytesIn: 6,
        bytesOut: 12,
        upstreamMs: expect.any(Number),
        upstreamStatus: 201,
        ...times,
      },
      {
        id,
        provider: 'http',
        method: 'GET',
        status: 405,
        code: 'method-not-allowed',
        client: 'ada',
        bytesIn: 0,
        bytesOut: expect.any(Number),
        ...none,
        ...times,
      },
      {
        id,
        provider: 'http',
        method: 'POST',
        status: 401,
        code: 'unauthorized',
        bytesIn: expect.any(Number),
        bytesOut: expect.any(Number),
        ...none,
        ...times,
      },
    ])
    // What was refused was read to its end, and did not go on.
    expect(relay.log[2]?.bytesIn).toBeGreaterThan(100)
  })

  test('tells how long a request took, in whole milliseconds', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    vi.advanceTimersByTime(10_000)
    const { url } = await upstreamOf((_, response) => {
      vi.advanceTimersByTime(1_234)
      response.writeHead(503).end()
    })
    const relay = relayTo(url)
    await relay.post('/http')
    expect(relay.log).toMatchObject([{ status: 503, ms: 1_234 }])
    expect(relay.log[0]).not.toHaveProperty('code')
  })

  test('tells apart how long the provider took, the visitor, and the rest', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    const { url } = await upstreamOf((_, response) => {
      vi.advanceTimersByTime(3_000)
      response.writeHead(201).end('{"id":"f-1"}')
    })
    const relay = relayTo(url, {
      authorize: () => {
        vi.advanceTimersByTime(200)
        return { client: 'ada' }
      },
    })
    const chunks = ['sealed', ' bytes']
    const body = new ReadableStream(
      {
        pull(controller) {
          vi.advanceTimersByTime(10_000)
          const chunk = chunks.shift()
          if (chunk === undefined) controller.close()
          else controller.enqueue(new TextEncoder().encode(chunk))
        },
      },
      { highWaterMark: 0 },
    )
    await relay.visit('PUT', '/http', { body })
    const expected = { ms: 33_200, visitorMs: 30_000, upstreamMs: 3_000, bytesIn: 12 }
    expect(relay.log).toMatchObject([expected])
  })

  test('is told of what stays unknown, too', async () => {
    const relay = relayTo('https://upstream.example')
    await relay.visit('GET', '/nowhere')
    await relay.visit('OPTIONS', '/http', { origin: 'https://evil.example' })
    expect(relay.log).toMatchObject([
      { method: 'GET', status: 404, code: 'not-found', bytes: 0 },
      { provider: 'http', method: 'OPTIONS', status: 403, code: 'forbidden', bytes: 0 },
    ])
    expect(relay.log[0]).not.toHaveProperty('provider')
  })

  test.each(['whole', 'cut', 'left'] as const)(
    'tells of a download when it is over: %s',
    async ending => {
      const { url } = await upstreamOf((request, response) => {
        if (request.url === '/oauth/token') return response.end('{"access_token":"stamp-token"}')
        response.writeHead(200, { 'Content-Length': '100' }).write('x'.repeat(40))
        if (ending === 'whole') response.end('x'.repeat(60))
        if (ending === 'cut') setImmediate(() => response.destroy())
      })
      const allow = { dokstamp: ['download'] } as const
      const relay = relayFor({ providers: upstreamsAt(url), allow })
      const answer = await relay.once('GET', '/dokstamp/files/f-1/download')
      expect(relay.log).toEqual([])
      const reader = answer.body?.getReader()
      const readAll = async (): Promise<void> => {
        while (!(await reader?.read())?.done);
      }
      if (ending === 'left') {
        await reader?.read()
        await reader?.cancel()
      } else await readAll().catch(() => {})
      const ended = { whole: undefined, cut: 'cut', left: 'client-left' }[ending]
      expect(relay.log).toMatchObject([
        { status: 200, upstreamStatus: 200, bytesOut: ending === 'whole' ? 100 : 40 },
      ])
      expect(relay.log[0]?.reason).toBe(ended)
    },
  )

  test('is not needed', async () => {
    const { url } = await upstreamOf()
    expect((await relayTo(url, { log: undefined }).post('/http')).status).toBe(201)
  })

  test.each([
    [
      'at once',
      () => {
        throw new Error('The disk is full.')
      },
    ],
    ['later', () => Promise.reject(new Error('The disk is full.'))],
  ])('that fails fails no upload, and nothing else: %s', async (_, log) => {
    const { url } = await upstreamOf()
    expect((await relayTo(url, { log }).post('/http')).status).toBe(201)
  })
})
