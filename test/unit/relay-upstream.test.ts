import { createServer, type ServerResponse } from 'node:http'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { describe, expect, test, vi } from 'vitest'
import { createRelay } from '../../src/relay/index.ts'
import {
  awaited,
  closed,
  jsonOf,
  listening,
  SITE,
  startUpstream,
  TICKET_KEY,
} from './relay-tools.ts'
import { answerFrom, open, relayTo, upstreamOf } from './relay-upstream-tools.ts'

/** The clock of the relay's own timeouts; fetch and the servers have another. */
const OF_THE_RELAY: Parameters<typeof vi.useFakeTimers>[0] = {
  toFake: ['setTimeout', 'clearTimeout', 'performance'],
}

describe('an upstream', () => {
  test.each([301, 302, 303, 307, 308])('is not followed elsewhere (%d)', async status => {
    const elsewhere = await upstreamOf()
    const answer = await answerFrom((_, response) =>
      response.writeHead(status, { Location: `${elsewhere.url}/steal` }).end('moved'),
    )
    expect(answer.status).toBe(502)
    expect(answer.headers.has('location')).toBe(false)
    expect(await jsonOf(answer)).toEqual({
      code: 'unknown-outcome',
      message: 'The provider redirected the request. The relay follows none.',
      outcome: 'unknown',
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
      origin: SITE,
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
    expect((await answerFrom((_, response) => response.destroy())).status).toBe(502)
  })

  test('that does not answer in time is 504, and is let go', async () => {
    vi.useFakeTimers(OF_THE_RELAY)
    const { promise: gone, resolve } = awaited()
    const stands = (_: unknown, response: ServerResponse) => {
      response.on('close', resolve)
      vi.advanceTimersByTime(50_000)
    }
    const answer = await answerFrom(stands)
    expect([answer.status, (await jsonOf(answer)).code]).toEqual([504, 'unknown-outcome'])
    await gone
  })

  test('that stops in the middle of its answer is 504', async () => {
    const stops = (_: unknown, response: ServerResponse) => {
      response.writeHead(201, { 'Content-Type': 'application/json' }).write('{"id":')
    }
    expect((await answerFrom(stops, { upstreamTimeoutMs: 100 })).status).toBe(504)
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
      origin: SITE,
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
    // This one, and that of the whole request.
    expect(vi.getTimerCount()).toBe(2)
    await vi.advanceTimersByTimeAsync(1)
    await cut
    await gone
  })

  test('that never comes to an end is 502', async () => {
    const answer = await answerFrom((_, response) => response.end('x'.repeat(1_048_577)))
    expect(answer.status).toBe(502)
  })

  test.each([
    [422, 'application/json', '{"message":"The file is no PDF."}'],
    [413, 'text/html', '<h1>413</h1>'],
    [429, 'text/plain', 'Retry later'],
    [500, 'application/json', '{"message":"Server Error"}'],
    [503, 'text/html', '<h1>503</h1>'],
  ])('that refuses is heard: %d %s', async (status, type, text) => {
    const answer = await answerFrom((_, response) =>
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
      const headers = { Origin: SITE, 'X-Visitor': 'ada' }
      const init = { method: 'PUT', headers, body, duplex: 'half' }
      expect((await fetch(`${relay}/relay/http`, init)).status).toBe(422)
    }
  })
})
