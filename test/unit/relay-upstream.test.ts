import { createServer, type ServerResponse } from 'node:http'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { limitBytes } from '../../src/relay/body.ts'
import { createRelay } from '../../src/relay/index.ts'
import {
  awaited,
  closed,
  jsonOf,
  listening,
  relayFor,
  SITE,
  startUpstream,
  TICKET_KEY,
  type Upstream,
} from './relay-tools.ts'

type Handler = Parameters<typeof startUpstream>[0]

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  vi.useRealTimers()
  await Promise.all(open.splice(0).map(close => close()))
})

/** The clock of the relay's own timeouts; fetch and the servers have another. */
const OF_THE_RELAY: Parameters<typeof vi.useFakeTimers>[0] = {
  toFake: ['setTimeout', 'clearTimeout', 'performance'],
}

const upstreamOf = async (handler?: Handler): Promise<Upstream> => {
  const upstream = await startUpstream(handler)
  open.push(upstream.close)
  return upstream
}
const relayTo = (endpoint: string, more: object = {}) =>
  relayFor({ providers: { http: { endpoint, headers: { 'X-Key': 'upstream-secret' } } }, ...more })
const told = async (handler: Handler, more: object = {}) => {
  const { url } = await upstreamOf(handler)
  return relayTo(url, more).post('/http')
}

describe('an upstream', () => {
  test.each([301, 302, 303, 307, 308])('is not followed elsewhere (%d)', async status => {
    const elsewhere = await upstreamOf()
    const answer = await told((_, response) =>
      response.writeHead(status, { Location: `${elsewhere.url}/steal` }).end('moved'),
    )
    expect(answer.status).toBe(502)
    expect(answer.headers.has('location')).toBe(false)
    expect(await jsonOf(answer)).toEqual({
      code: 'bad-gateway',
      message: 'The provider redirected the request. The relay follows none.',
    })
    expect(elsewhere.seen).toEqual([])
  })

  test('is not followed by a runtime that cannot forbid it, either', async () => {
    const elsewhere = await upstreamOf()
    const { url } = await upstreamOf((_, response) =>
      response.writeHead(307, { Location: elsewhere.url }).end(),
    )
    // As Cloudflare's: it knows "follow" and "manual".
    const Strict = class extends Request {
      constructor(input: string | URL | Request, init?: RequestInit) {
        if (init?.redirect === 'error') throw new TypeError('Invalid redirect value.')
        super(input, init)
      }
    }
    const fetched = vi.spyOn(globalThis, 'fetch')
    vi.stubGlobal('Request', Strict)
    vi.resetModules()
    const { createRelay } = await import('../../src/relay/index.ts')
    vi.unstubAllGlobals()
    const relay = createRelay({
      providers: { http: { endpoint: url } },
      ticketKey: TICKET_KEY,
      authorize: () => ({ client: 'ada' }),
    })
    const asked = { method: 'POST', headers: { Origin: SITE }, body: 'sealed' }
    const answer = await relay(new Request(`${SITE}/relay/http`, asked))
    expect(answer.status).toBe(502)
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({ redirect: 'manual' })
    expect(elsewhere.seen).toEqual([])
    fetched.mockRestore()
  })

  test('that cannot be reached is 502', async () => {
    const { url, close } = await startUpstream()
    await close()
    const answer = await relayTo(url).post('/http')
    expect(answer.status).toBe(502)
    expect(await answer.text()).not.toContain(new URL(url).port)
  })

  test('that hangs up is 502', async () => {
    expect((await told((_, response) => response.destroy())).status).toBe(502)
  })

  test('that does not answer in time is 504, and is let go', async () => {
    vi.useFakeTimers(OF_THE_RELAY)
    const { promise: gone, resolve } = awaited()
    const stands = (_: unknown, response: ServerResponse) => {
      response.on('close', resolve)
      vi.advanceTimersByTime(50_000)
    }
    const answer = await told(stands)
    expect([answer.status, (await jsonOf(answer)).code]).toEqual([504, 'timeout'])
    await gone
  })

  test('that stops in the middle of its answer is 504', async () => {
    const stops = (_: unknown, response: ServerResponse) => {
      response.writeHead(201, { 'Content-Type': 'application/json' }).write('{"id":')
    }
    expect((await told(stops, { upstreamTimeoutMs: 100 })).status).toBe(504)
  })

  test('that stops in the middle of a download cuts it', async () => {
    const { promise: gone, resolve } = awaited()
    const { url } = await upstreamOf((request, response) => {
      if (request.url === '/oauth/token') return response.end('{"access_token":"stamp-token"}')
      response.on('close', resolve)
      response.writeHead(200, { 'Content-Length': '100' }).write('some')
    })
    const relay = createRelay({
      providers: {
        dokstamp: { endpoint: url, clientId: 'client', clientSecret: 'stamps', tenant: 'demo' },
      },
      authorize: () => ({ client: 'ada' }),
      ticketKey: TICKET_KEY,
      allow: { dokstamp: ['download'] },
    })
    const at = `${SITE}/relay/dokstamp/files/b1946ac9-2d5f-4d3a-9c1e-0123456789ab/download`
    vi.useFakeTimers(OF_THE_RELAY)
    const answer = await relay(new Request(at, { headers: { Origin: SITE } }))
    expect(answer.status).toBe(200)
    const reader = answer.body?.getReader()
    await reader?.read()
    // Nothing is waited for while the visitor does not read on.
    await vi.advanceTimersByTimeAsync(60_000)
    const cut = expect(reader?.read()).rejects.toThrow()
    await vi.advanceTimersByTimeAsync(49_999)
    expect(vi.getTimerCount()).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    await cut
    await gone
  })

  test('that never comes to an end is 502', async () => {
    const answer = await told((_, response) => response.end('x'.repeat(1_048_577)))
    expect(answer.status).toBe(502)
  })

  test.each([
    [422, 'application/json', '{"message":"The file is no PDF."}'],
    [413, 'text/html', '<h1>413</h1>'],
    [429, 'text/plain', 'Retry later'],
    [500, 'application/json', '{"message":"Server Error"}'],
    [503, 'text/html', '<h1>503</h1>'],
  ])('that refuses is heard: %d %s', async (status, type, text) => {
    const answer = await told((_, response) =>
      response.writeHead(status, { 'Content-Type': type, 'Retry-After': '7' }).end(text),
    )
    expect([answer.status, await answer.text()]).toEqual([status, text])
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('retry-after')).toBe('7')
  })

  test('that answers before the body’s end is heard', async () => {
    const server = createServer((_, response) => {
      response.writeHead(422, { 'Content-Type': 'application/json' }).end('{"message":"no"}')
    })
    const url = await listening(server)
    open.push(() => closed(server))
    const own = createServer(createRequestListener(relayTo(url).handle))
    const relay = await listening(own)
    open.push(() => closed(own))
    for (const body of [
      new Uint8Array(8_000_000),
      new Blob([new Uint8Array(8_000_000)]).stream(),
    ]) {
      const headers = { Origin: relay, 'X-Visitor': 'ada' }
      const init = { method: 'PUT', headers, body, duplex: 'half' }
      expect((await fetch(`${relay}/relay/http`, init)).status).toBe(422)
    }
  })
})

describe('headers', () => {
  test('of the visitor go on only where the upload needs them', async () => {
    const upstream = await upstreamOf()
    const relay = relayTo(upstream.url)
    await relay.visit('PUT', '/http?secret=1', {
      body: 'sealed',
      headers: {
        Cookie: 'session=1',
        Authorization: 'Bearer of-the-site',
        'X-Key': 'forged',
        'X-Forwarded-For': '10.0.0.1',
        Forwarded: 'for=10.0.0.1',
        Referer: 'https://a/b',
        'X-HTTP-Method-Override': 'DELETE',
        'SealDrop-Ticket': 'x.y',
        'Tus-Resumable': '1',
        'Content-Type': 'application/octet-stream',
        'Accept-Encoding': 'br',
        Accept: 'application/json',
        'Accept-Language': 'de',
        'Content-Digest': 'sha-256=:x:',
      },
    })
    const [seen] = upstream.seen
    expect(seen?.path).toBe('/')
    const own = ['connection', 'host', 'transfer-encoding', 'user-agent', 'sec-fetch-mode']
    const names = Object.keys(seen?.headers ?? {}).filter(name => !own.includes(name))
    expect(names.sort()).toEqual([
      'accept',
      'accept-encoding',
      'accept-language',
      'content-digest',
      'content-type',
      'x-key',
    ])
    expect(seen?.headers).toMatchObject({
      'x-key': 'upstream-secret',
      accept: 'application/json',
      'accept-encoding': 'identity',
    })
  })

  test('of the upstream come back only where a transport reads them', async () => {
    const answer = await told((_, response) =>
      response
        .writeHead(201, {
          'Set-Cookie': ['a=1', 'b=2'],
          Server: 'nginx',
          'X-Powered-By': 'PHP',
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Allow-Credentials': 'true',
          'WWW-Authenticate': 'Basic',
          'Cache-Control': 'public, max-age=28800',
          Via: 'x',
          'Content-Security-Policy': 'script-src *',
          'Clear-Site-Data': '"*"',
          Link: '</x>',
          'Content-Type': 'application/json',
          'X-RateLimit-Remaining': '9',
          Refresh: '0',
          'Service-Worker-Allowed': '/',
          'Strict-Transport-Security': 'max-age=1',
        })
        .end('{"id":"f-1"}'),
    )
    expect([...answer.headers.keys()].sort()).toEqual([
      'cache-control',
      'content-security-policy',
      'content-type',
      'sealdrop-ticket',
      'x-content-type-options',
      'x-ratelimit-remaining',
    ])
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test('keep an upstream’s page from being a page of the site', async () => {
    const answer = await told((_, response) =>
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<script>alert(1)</script>'),
    )
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each(['https://evil.example/files/1', '//evil.example/1', 'javascript:alert(1)', 'data:,x'])(
    'do not lead away: Location %s',
    async Location => {
      const answer = await told((_, response) =>
        response.writeHead(201, { Location }).end('{"id":"f-1"}'),
      )
      expect([answer.status, answer.headers.has('location')]).toEqual([201, false])
    },
  )
})

describe('a body', () => {
  const received = async (handle: (chunk: Buffer) => void) => {
    const ended: string[] = []
    const server = createServer((request, response) => {
      request.on('data', handle)
      request.on('error', () => ended.push('cut'))
      request.on('end', () => {
        ended.push('whole')
        response.writeHead(201).end('{}')
      })
    })
    open.push(() => closed(server))
    return { url: await listening(server), ended }
  }

  test('streams: the upstream sees the first bytes before the visitor sends the last', async () => {
    const { promise: first, resolve } = awaited<string>()
    const { url } = await received(chunk => resolve(chunk.toString()))
    const body = new ReadableStream({
      async start(controller) {
        controller.enqueue(new TextEncoder().encode('first'))
        // Nothing more is sent until the upstream has these.
        controller.enqueue(new TextEncoder().encode(` ${await first}`))
        controller.close()
      },
    })
    expect((await relayTo(url).visit('PUT', '/http', { body })).status).toBe(201)
    expect(await first).toBe('first')
  })

  test('that is read before it goes on does not keep the relay waiting', async () => {
    const { url, seen } = await upstreamOf()
    const relay = relayFor({
      providers: {
        cryptshare: {
          endpoint: url,
          user: 'forms@example.org',
          clientId: 'c'.repeat(50),
          recipients: { to: ['a@b.example'] },
        },
      },
      upstreamTimeoutMs: 100,
    })
    const body = new ReadableStream({
      start: controller => controller.enqueue(new TextEncoder().encode('{')),
    })
    const answer = await relay.visit('POST', '/cryptshare/users/me/transfer-policy', { body })
    expect([answer.status, seen]).toEqual([504, []])
  })

  test('that the visitor does not finish never counts as whole', async () => {
    for (const headers of [{}, { 'Content-Length': '11' }]) {
      const { promise: first, resolve } = awaited()
      const { url, ended } = await received(() => resolve())
      const body = new ReadableStream({
        async start(controller) {
          controller.enqueue(new TextEncoder().encode('first'))
          await first
          controller.error(new Error('The visitor left.'))
        },
      })
      expect((await relayTo(url).visit('PUT', '/http', { body, headers })).status).toBe(502)
      await expect.poll(() => ended).toEqual(['cut'])
    }
  })

  test.each([
    ['shorter', '12'],
    ['longer', '10'],
  ])('that is %s than it said never counts as whole', async (_, length) => {
    const { url, ended } = await received(() => {})
    const headers = { 'Content-Length': length }
    const body = new Blob(['hello world']).stream()
    expect((await relayTo(url).visit('PUT', '/http', { body, headers })).status).toBe(502)
    expect(ended).not.toContain('whole')
  })

  test.each([10, 12])(
    'of 11 bytes that said %d breaks off in every runtime, whatever its fetch counts',
    async length => {
      const why: unknown[] = []
      const { stream, sourceDone } = limitBytes(new Blob(['hello world']).stream(), {
        maxBytes: 100,
        length,
        onBytes: () => {},
        onFailure: error => why.push(error),
      })
      await expect(new Response(stream).text()).rejects.toThrow()
      await sourceDone
      expect(why).toEqual([undefined])
    },
  )

  test('is let go when the visitor leaves', async () => {
    const { promise: first, resolve } = awaited()
    const { url, ended } = await received(() => resolve())
    const own = createServer(createRequestListener(relayTo(url).handle))
    const relay = await listening(own)
    open.push(() => closed(own))
    const leaving = new AbortController()
    const body = new ReadableStream({
      start: controller => controller.enqueue(new TextEncoder().encode('first')),
    })
    const headers = { Origin: relay, 'X-Visitor': 'ada' }
    const init = { method: 'PUT', headers, body, duplex: 'half', signal: leaving.signal }
    const asked = fetch(`${relay}/relay/http`, init)
    await first
    leaving.abort()
    await expect(asked).rejects.toThrow()
    await expect.poll(() => ended).toEqual(['cut'])
  })
})

describe('the log', () => {
  test('tells of each request what happened, and of no file', async () => {
    const { url } = await upstreamOf()
    const relay = relayTo(url)
    await relay.visit('PUT', '/http', { body: 'sealed' })
    await relay.visit('GET', '/http')
    await relay.post('/http', { as: '' })
    const ms = expect.any(Number)
    expect(relay.log).toEqual([
      {
        provider: 'http',
        operation: 'upload',
        method: 'PUT',
        status: 201,
        client: 'ada',
        bytes: 6,
        ms,
      },
      {
        provider: 'http',
        method: 'GET',
        status: 405,
        code: 'method-not-allowed',
        client: 'ada',
        bytes: 0,
        ms,
      },
      { provider: 'http', method: 'POST', status: 401, code: 'unauthorized', bytes: 0, ms },
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
  ])('that fails fails no upload, and nothing else: %s', async (_, log) => {
    const { url } = await upstreamOf()
    expect((await relayTo(url, { log }).post('/http')).status).toBe(201)
  })
})
