import { request as ask, createServer, type Server } from 'node:http'
import { describe, expect, test } from 'vitest'
import { createRelay, type RelayOptions } from '../../src/relay/index.ts'
import { closeServer } from '../../src/relay/node/index.ts'
import { type AdapterOptions, adapters } from '../operate/adapters.ts'
import { awaited, closed, jsonOf, listening, SITE, TICKET_KEY } from './relay-tools.ts'
import { open, upstreamOf } from './relay-upstream-tools.ts'

const started = async (
  name: string,
  more: Partial<RelayOptions> & Pick<RelayOptions, 'providers'>,
  options: AdapterOptions = {},
): Promise<{ readonly url: string; readonly server: Server }> => {
  const relay = createRelay({
    authorize: ({ headers }) => {
      const client = headers.get('x-visitor')
      return client !== null && { client }
    },
    ticketKey: TICKET_KEY,
    origin: SITE,
    ...more,
  })
  const server = (await adapters[name]?.(relay, options)) as Server
  open.push(() => closed(server))
  return { url: await listening(server), server }
}
const put = (url: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(`${url}/relay/http`, {
    method: 'PUT',
    body,
    headers: { Origin: SITE, 'X-Visitor': 'ada', ...headers },
  })

describe.each(Object.keys(adapters))('%s', name => {
  test('a document arrives whole, and the site keeps its own paths', async () => {
    const upstream = await upstreamOf()
    const { url } = await started(name, { providers: { http: { endpoint: upstream.url } } })
    const bytes = new Uint8Array(5_000_000).fill(7)
    const answer = await put(url, bytes, { 'Content-Type': 'application/octet-stream' })
    expect([answer.status, await jsonOf(answer)]).toEqual([201, { id: 'f-1' }])
    expect(answer.headers.get('sealdrop-ticket')).toMatch(/^[\w-]+\.[\w-]+$/)
    expect(upstream.seen[0]?.body.length).toBe(bytes.length)
    expect(upstream.seen[0]?.headers['content-length']).toBe('5000000')
    expect(await (await fetch(`${url}/`)).text()).toContain('<title>Apply')
  })

  test('a refusal of a large body arrives, on a connection that stays', async () => {
    const { url } = await started(name, { providers: { http: { endpoint: 'http://127.0.0.1:9' } } })
    const began = performance.now()
    for (const [path, status] of [
      ['/relay/http', 403],
      ['/relay/none', 404],
    ] as const) {
      const body = new Uint8Array(5_000_000)
      const answer = await fetch(url + path, { method: 'PUT', body })
      expect([answer.status, answer.headers.get('connection')]).toEqual([status, 'keep-alive'])
    }
    // Node ends an idle connection after five seconds, and that was when a visitor heard of it.
    expect(performance.now() - began).toBeLessThan(5000)
  })

  test('who leaves in the midst of a body ends the request at the provider', async () => {
    const first = awaited()
    const over = awaited<string>()
    const server = createServer(request => {
      request.once('data', () => first.resolve())
      request.once('error', () => over.resolve('cut'))
      request.once('end', () => over.resolve('whole'))
    })
    open.push(() => closed(server))
    const endpoint = await listening(server)
    const { url } = await started(name, { providers: { http: { endpoint } } })
    const headers = { Origin: SITE, 'X-Visitor': 'ada', 'Content-Length': 100_000 }
    const visitor = ask(`${url}/relay/http`, { method: 'PUT', headers })
    visitor.on('error', () => {})
    visitor.write('first')
    await first.promise
    visitor.destroy()
    expect(await over.promise).toBe('cut')
  })

  test.skipIf(['http', 'fastify'].includes(name))(
    'a body parser before it is told in words',
    async () => {
      const providers = { http: { endpoint: 'http://127.0.0.1:9' } }
      const { url } = await started(name, { providers }, { isParsedBefore: true })
      const answer = await put(url, '{"a":1}', { 'Content-Type': 'application/json' })
      expect([answer.status, await jsonOf(answer)]).toEqual([
        500,
        { code: 'misconfigured', message: expect.stringMatching(/^A body parser.*[^.]\.$/) },
      ])
      // What has no body was not read.
      expect((await fetch(`${url}/relay/http`, { headers: { 'X-Visitor': 'a' } })).status).toBe(405)
    },
  )

  test('Node gives a slow line as long as the relay does', async () => {
    const providers = { http: { endpoint: 'http://127.0.0.1:9' } }
    const { url, server } = await started(name, { providers, maxSeconds: 900 })
    server.requestTimeout = 300_000
    await put(url, 'x')
    expect(server.requestTimeout).toBeGreaterThan(900_000)
    for (const given of [0, 7_200_000]) {
      server.requestTimeout = given
      await put(url, 'x')
      expect(server.requestTimeout).toBe(given)
    }
  })

  test('asked to close, it finishes what is under way, and takes nothing new', async () => {
    const { promise: first, resolve } = awaited()
    const upstream = createServer((request, response) => {
      request.once('data', () => resolve())
      request.on('end', () => response.writeHead(201).end('{"id":"f-1"}'))
    })
    open.push(() => closed(upstream))
    const endpoint = await listening(upstream)
    const { url, server } = await started(name, { providers: { http: { endpoint } } })
    const status = awaited<number>()
    const headers = { Origin: SITE, 'X-Visitor': 'ada', 'Content-Length': 9 }
    const visitor = ask(`${url}/relay/http`, { method: 'PUT', headers }, answer => {
      answer.resume()
      status.resolve(answer.statusCode ?? 0)
    })
    visitor.write('first')
    await first
    const closing = closeServer(server)
    await expect(fetch(url)).rejects.toThrow()
    visitor.end('last')
    expect(await status.promise).toBe(201)
    await closing
  })

  test('and cuts what takes longer than its grace', async () => {
    const { promise: first, resolve } = awaited()
    const upstream = createServer(request => void request.once('data', () => resolve()))
    open.push(() => closed(upstream))
    const endpoint = await listening(upstream)
    const { url, server } = await started(name, { providers: { http: { endpoint } } })
    const headers = { Origin: SITE, 'X-Visitor': 'ada', 'Content-Length': 9 }
    const visitor = ask(`${url}/relay/http`, { method: 'PUT', headers })
    const cut = new Promise(settle => visitor.once('error', settle))
    visitor.write('first')
    await first
    await closeServer(server, { graceMs: 50 })
    await cut
  })
})

test('a relay whose options do not work is no end of the process', async () => {
  const relay = createRelay(() => {
    throw new Error('There is no secret.')
  })
  for (const [name, status] of [
    ['http', 502],
    ['connect', 502],
    ['express', 502],
    ['koa', 502],
  ] as const) {
    const server = (await adapters[name]?.(relay, {})) as Server
    open.push(() => closed(server))
    const url = await listening(server)
    expect((await put(url, 'x')).status, name).toBe(status)
    // Nor of the site.
    expect(await (await fetch(`${url}/`)).text(), name).toContain('<title>Apply')
  }
})

test('of a path that is none Node’s own servers hear that', async () => {
  const providers = { http: { endpoint: 'http://127.0.0.1:9' } }
  const { url } = await started('http', { providers })
  const { port } = new URL(url)
  for (const path of ['http://evil.example/relay/http', '*']) {
    const status = await new Promise(settle => {
      const options = { port, host: '127.0.0.1', method: 'OPTIONS', path }
      ask(options, answer => settle(answer.resume().statusCode)).end()
    })
    expect(status, path).toBe(400)
  }
})
