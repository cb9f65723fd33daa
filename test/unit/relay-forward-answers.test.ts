import { getEventListeners } from 'node:events'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Forwarding, forward } from '../../src/relay/forward.ts'
import { awaited, relayFor, startUpstream } from './relay-tools.ts'
import { answerFrom, relayTo, upstreamOf } from './relay-upstream-tools.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const forwarding = (more: Partial<Forwarding>): Forwarding => ({
  method: 'PUT',
  url: new URL('https://upstream.example/files'),
  headers: new Headers(),
  body: undefined,
  length: undefined,
  maxBytes: 1_000_000,
  timeoutMs: 50_000,
  downloads: false,
  signal: new AbortController().signal,
  limit: new AbortController().signal,
  onBytes: () => {},
  ...more,
})

describe('an upstream’s status', () => {
  test.each([
    [201, 201],
    [299, 299],
    [300, 502],
    [304, 502],
    [399, 502],
    [400, 400],
    [599, 599],
  ])('%d is told as %d: what is elsewhere is not here', async (status, told) => {
    const answer = await answerFrom((_, response) => response.writeHead(status).end('{"id":"f"}'))
    expect(answer.status).toBe(told)
  })

  test('of a redirect that the runtime does not show is none', async () => {
    const hidden = Object.defineProperty(new Response('hidden'), 'type', {
      value: 'opaqueredirect',
    })
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(hidden)
    await expect(forward(forwarding({}))).rejects.toMatchObject({
      status: 502,
      message: 'The provider redirected the request. The relay follows none.',
    })
  })

  test.each([
    ['in its message', new TypeError('unexpected redirect')],
    ['in its cause', new TypeError('failed', { cause: new Error('Redirect was not allowed') })],
  ])('of a redirect that the runtime refuses is told as one: %s', async (_, error) => {
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(error)
    await expect(forward(forwarding({}))).rejects.toThrow('The relay follows none.')
  })

  test.each([new TypeError('fetch failed'), 'redirect'])(
    'is not told where there is none: %s',
    async error => {
      vi.spyOn(globalThis, 'fetch').mockRejectedValue(error)
      await expect(forward(forwarding({}))).rejects.toMatchObject({
        status: 502,
        message: 'The provider could not be reached.',
      })
    },
  )
})

test('an answer of a mebibyte is told whole', async () => {
  const text = '{"id":"f"}'.padEnd(1_048_576)
  const answer = await answerFrom((_, response) => response.end(text))
  expect([answer.status, (await answer.text()).length]).toEqual([200, 1_048_576])
})

describe('where the runtime sets the length of a streamed body, as Cloudflare’s does', () => {
  test('the length is told to it, and not in a header', async () => {
    const lengths: number[] = []
    class FixedLengthStream extends TransformStream {
      constructor(length: number) {
        super()
        lengths.push(length)
      }
    }
    vi.stubGlobal('FixedLengthStream', FixedLengthStream)
    const upstream = await upstreamOf()
    const headers = { 'Content-Length': '6' }
    const answer = await relayTo(upstream.url).visit('PUT', '/http', { body: 'sealed', headers })
    expect([answer.status, lengths, upstream.seen[0]?.body]).toEqual([201, [6], 'sealed'])
    expect(upstream.seen[0]?.headers).not.toHaveProperty('content-length')
  })
})

describe('a visitor', () => {
  test('who has left before asks nothing of the upstream', async () => {
    const upstream = await upstreamOf()
    const url = new URL(upstream.url)
    const signal = AbortSignal.abort()
    await expect(forward(forwarding({ url, signal }))).rejects.toMatchObject({ status: 502 })
    expect(upstream.seen).toEqual([])
  })

  test('who stays leaves nothing behind in a signal that outlives the request', async () => {
    const upstream = await upstreamOf()
    const { signal } = new AbortController()
    const url = new URL(upstream.url)
    expect((await forward(forwarding({ url, signal, body: 'sealed' }))).body).toBe('{"id":"f-1"}')
    expect(getEventListeners(signal, 'abort')).toEqual([])
    expect(upstream.seen).toMatchObject([{ method: 'PUT', body: 'sealed' }])
  })

  test('who leaves ends a download at the upstream', async () => {
    const { promise: gone, resolve } = awaited()
    const upstream = await upstreamOf((_, response) => {
      response.on('close', resolve)
      response.writeHead(200).write('some')
    })
    const url = new URL(upstream.url)
    const leaving = new AbortController()
    const { signal } = leaving
    const { body } = await forward(forwarding({ method: 'GET', url, signal, downloads: true }))
    const reader = (body as ReadableStream).getReader()
    await reader.read()
    leaving.abort()
    await expect(reader.read()).rejects.toThrow()
    await gone
  })
})

describe('a download that is refused', () => {
  test('is heard, without secrets', async () => {
    const server = await startUpstream(({ url }, response) => {
      response.setHeader('Content-Type', 'application/json')
      if (url === '/oauth/token') return response.end('{"access_token":"the-token"}')
      response.writeHead(404).end('{"message":"not with the-secret"}')
    })
    const dokstamp = { clientId: 'client', clientSecret: 'the-secret', tenant: 'demo.example' }
    const relay = relayFor({
      providers: { dokstamp: { endpoint: server.url, ...dokstamp } },
      allow: { dokstamp: ['download'] },
    })
    const answer = await relay.visit('GET', '/dokstamp/files/f-1/download')
    expect([answer.status, await answer.text()]).toEqual([404, '{"message":"not with [removed]"}'])
    expect(answer.headers.has('content-disposition')).toBe(false)
    await server.close()
  })
})
