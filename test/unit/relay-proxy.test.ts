import { createServer, request as requestOf } from 'node:http'
import { connect } from 'node:net'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { describe, expect, test } from 'vitest'
import type { RelayOptions } from '../../src/relay/index.ts'
import { awaited, closed, listening, relayFor, SITE } from './relay-tools.ts'
import { open, upstreamOf } from './relay-upstream-tools.ts'

/** A relay behind a reverse proxy that ends TLS and calls it by a name of its own, as nginx does unless it is told otherwise. */
const start = async (more: Partial<RelayOptions> = {}) => {
  const upstream = await upstreamOf()
  const { handle, log } = relayFor({
    providers: {
      http: { endpoint: upstream.url },
      privasfer: { endpoint: upstream.url, token: 'the-secret' },
    },
    ...more,
  })
  const relay = createServer(createRequestListener(handle))
  open.push(() => closed(relay))
  const inside = new URL(await listening(relay))
  const proxy = createServer((incoming, response) => {
    const { method, url, headers } = incoming
    const forwarded = requestOf(
      {
        host: '127.0.0.1',
        port: inside.port,
        method,
        path: url,
        headers: { ...headers, host: inside.host, 'x-forwarded-host': headers.host ?? '' },
      },
      answer => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    forwarded.on('error', () => response.destroy())
    incoming.pipe(forwarded)
  })
  open.push(() => closed(proxy))
  const outside = new URL(await listening(proxy))
  return { upstream, log, inside, outside }
}

/** The status of one answer to these very bytes; empty where the server hangs up. */
const raw = async ({ port }: URL, lines: readonly string[], body = ''): Promise<string> => {
  const over = awaited<string>()
  let heard = ''
  const socket = connect(Number(port), '127.0.0.1')
  socket.on('data', data => {
    heard += data.toString('latin1')
  })
  socket.on('error', () => over.resolve(heard))
  socket.on('close', () => over.resolve(heard))
  socket.write(`${lines.join('\r\n')}\r\nConnection: close\r\n\r\n${body}`)
  return (await over.promise).slice(9, 12)
}
const put = (at: URL, origin: string, more: readonly string[] = [], path = '/relay/http') =>
  raw(
    at,
    [
      `PUT ${path} HTTP/1.1`,
      'Host: www.site.example',
      'X-Visitor: ada',
      'Content-Length: 6',
      `Origin: ${origin}`,
      ...more,
    ],
    'sealed',
  )

describe('behind a proxy that changes the host', () => {
  test('pages of the site upload, and no others do', async () => {
    const { inside, outside, upstream } = await start()
    expect(await put(outside, SITE)).toBe('201')
    for (const origin of [
      'https://evil.example',
      'http://www.site.example',
      // What the proxy calls it by: a page of the visitor's own machine may have this origin.
      inside.origin,
      outside.origin,
      'null',
      'NULL',
      '',
      `${SITE}, https://evil.example`,
    ])
      expect(await put(outside, origin), origin).toBe('403')
    expect(upstream.seen).toHaveLength(1)
  })

  test('without its origin the relay is told by browsers alone, and says which option it lacks', async () => {
    const { inside, outside, upstream } = await start({ origin: undefined })
    const said = await fetch(`${outside.origin}/relay/http`, {
      method: 'PUT',
      headers: { Origin: SITE, 'X-Visitor': 'ada' },
      body: 'sealed',
    })
    expect([said.status, await said.text()]).toEqual([
      403,
      expect.stringContaining('set its option origin'),
    ])
    expect(await put(outside, SITE, ['Sec-Fetch-Site: same-origin'])).toBe('201')
    expect(await put(outside, SITE, ['Sec-Fetch-Site: same-site'])).toBe('403')
    expect(await put(outside, inside.origin, ['Sec-Fetch-Site: cross-site'])).toBe('403')
    expect(upstream.seen).toHaveLength(1)
  })

  test.each([
    'X-Forwarded-Host: evil.example',
    'X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https',
    'Forwarded: host=evil.example;proto=https',
    'X-Original-Host: evil.example',
    'X-Forwarded-Server: evil.example',
  ])('no header makes another site the relay’s own: %j', async header => {
    for (const origin of [SITE, undefined]) {
      const { inside, outside, upstream } = await start({ origin })
      for (const at of [inside, outside])
        for (const page of ['https://evil.example', 'http://evil.example'])
          expect(await put(at, page, [header])).toBe('403')
      expect(upstream.seen).toEqual([])
    }
  })

  test('nor does a URL that names a host itself', async () => {
    const { inside, upstream } = await start({ origin: undefined })
    for (const origin of ['http://evil.example', 'https://evil.example'])
      expect(['403', '404']).toContain(await put(inside, origin, [], `${origin}/relay/http`))
    const lines = (host: string) => [
      'PUT /relay/http HTTP/1.1',
      `Host: ${host}`,
      'X-Visitor: ada',
      'Content-Length: 6',
      'Origin: http://evil.example',
    ]
    expect(await raw(inside, lines('evil.example'), 'sealed')).toBe('403')
    expect(upstream.seen).toEqual([])
  })
})

describe('a request that two servers could read differently', () => {
  test.each([
    ['two lengths', ['Content-Length: 6', 'Content-Length: 60']],
    ['a length and chunks', ['Content-Length: 6', 'Transfer-Encoding: chunked']],
    ['chunks that are none', ['Transfer-Encoding: xchunked']],
    ['chunks twice', ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity']],
    ['a space before the colon', ['Content-Length : 6']],
    ['a folded line', ['Content-Length: 6', ' X-Visitor: bob']],
    ['two hosts', ['Content-Length: 6', 'Host: evil.example']],
    ['a null byte', ['Content-Length: 6', 'X-A: a\0b']],
  ])('becomes at most one at the provider: %s', async (_, more) => {
    const { inside, upstream } = await start()
    const lines = ['PUT /relay/http HTTP/1.1', 'Host: x', 'X-Visitor: ada', `Origin: ${SITE}`]
    const inner = 'PUT /relay/http HTTP/1.1\r\nHost: x\r\nX-Visitor: bob\r\n\r\n'
    await raw(inside, [...lines, ...more], `0\r\n\r\n${inner}`)
    expect(upstream.seen.length).toBeLessThanOrEqual(1)
    for (const { headers } of upstream.seen) expect(headers).not.toHaveProperty('x-visitor')
  })

  test.each([
    '//relay/http',
    '/relay//http',
    '/relay/http//',
    '/relay%2fhttp',
    '/relay/%68ttp/%2e%2e',
    '/relay/http%00',
    '/relay/http%0d%0aX:1',
    '/relay/http;a=1',
    '/relay/http%3fa=1',
    '/RELAY/http',
    '/relay/HTTP',
    '/relay/__proto__',
    '/relay/constructor',
    '/relay/http/constructor',
    '*',
    '',
  ])('by its path is no upload: %s', async path => {
    const { inside, upstream } = await start()
    expect(['403', '404', '405', '400']).toContain(await put(inside, SITE, [], path))
    expect(upstream.seen).toEqual([])
  })
})

describe('what is larger than anybody needs', () => {
  test.each([
    ['a ticket', 'SealDrop-Ticket: ', 'a.b'.repeat(3000)],
    ['a key', 'Idempotency-Key: ', `"${'\\"'.repeat(4000)}"`],
    ['metadata', 'Upload-Metadata: ', 'a b,'.repeat(2500)],
    ['a content type', 'Content-Type: ', `multipart/form-data; ${'a="b;'.repeat(2000)}`],
    ['a fetch site', 'Sec-Fetch-Site: ', 'same-origin,'.repeat(800)],
  ])('costs no time, and opens nothing: %s', async (_, header, value) => {
    const { inside } = await start()
    const started = performance.now()
    const lines = [
      'GET /relay/privasfer/files/f-1 HTTP/1.1',
      'Host: x',
      'X-Visitor: ada',
      `Origin: ${SITE}`,
      header + value,
    ]
    expect(await raw(inside, lines)).toBe('403')
    expect(['201', '403']).toContain(await put(inside, SITE, [header + value]))
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

test('bodies that name the prototype of all objects change none, and reach no server', async () => {
  const { url, seen } = await upstreamOf((_, response) =>
    response.writeHead(200).end('{"data":{"token":"a-token-of-cs"},"__proto__":{"polluted":1}}'),
  )
  const relay = relayFor({
    providers: {
      cryptshare: {
        endpoint: url,
        user: 'forms@example.org',
        clientId: 'c'.repeat(50),
        recipients: { to: ['desk@example.org'] },
      },
    },
  })
  for (const body of [
    '{"__proto__":{"polluted":1,"sender":{"name":"x"}}}',
    '{"constructor":{"prototype":{"polluted":1}}}',
    '{"recipients":{"__proto__":{"to":["evil@example.net"]}}}',
    `${'['.repeat(30_000)}${']'.repeat(30_000)}`,
    `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
    'null',
    '7',
    '[]',
  ]) {
    const answer = await relay.visit('POST', '/cryptshare/users/me/transfer-policy', { body })
    expect(answer.status, body.slice(0, 60)).toBe(200)
    expect(seen.at(-1)?.body).toBe('{"recipients":["desk@example.org"]}')
  }
  expect({}).not.toHaveProperty('polluted')
})
