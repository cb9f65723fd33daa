import { describe, expect, test } from 'vitest'
import { createRelay, verifyTicket } from '../../src/relay/index.ts'
import { referenceOf, relayFor, SITE, TICKET_KEY } from './relay-tools.ts'
import { upstreamOf } from './relay-upstream-tools.ts'

const VERSION = { 'Tus-Resumable': '1.0.0' }

/** A tus server that creates uploads where a test says; `HOST` stands for its own. */
const start = async (location: string, more: object = {}, path = '/files/') => {
  const server = await upstreamOf((request, response) => {
    const Location = location.replace('HOST', request.headers.host ?? '')
    if (request.method === 'POST') return response.writeHead(201, { Location }).end()
    if (request.method === 'DELETE')
      return response.writeHead(404).end(`There is no ${request.url} here.`)
    const headers = { 'Upload-Offset': '6', 'Upload-Length': '6' }
    response.writeHead(request.method === 'HEAD' ? 200 : 204, headers).end()
  })
  const relay = relayFor({ providers: { tus: { endpoint: `${server.url}${path}` } }, ...more })
  const ask = (method: string, at: string, headers = {}, body?: string) =>
    relay.visit(method, at.replace('/relay', ''), {
      headers: { ...VERSION, ...headers },
      ...(body !== undefined && { body }),
    })
  const created = await ask('POST', '/relay/tus', { 'Upload-Length': '6' })
  return { server, relay, ask, created, url: created.headers.get('location') ?? '' }
}

describe('an upload whose URL has a query', () => {
  const QUERY = '?tusv2=true&token=s3cret-of-one-upload'

  test('is asked for with it, and no page and no ticket has a word of it', async () => {
    const { server, relay, ask, url } = await start(`http://HOST/files/a-1${QUERY}`)
    expect(url).toMatch(/^\/relay\/tus\/[\w-]+$/)
    expect(Buffer.from(url.slice(11), 'base64url').toString('latin1')).not.toMatch(/s3cret|tusv2/)
    const octets = { 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' }
    const patched = await ask('PATCH', url, octets, 'sealed')
    for (const answer of [patched, await ask('HEAD', url)])
      expect(await referenceOf(answer)).toBe('/files/a-1')
    const gone = await ask('DELETE', url)
    expect([gone.status, await gone.text()]).toEqual([
      404,
      'There is no /files/a-1?[removed] here.',
    ])
    expect(server.seen.slice(1).map(({ path }) => path)).toEqual(
      Array(3).fill(`/files/a-1${QUERY}`),
    )
    const said = await relay.saidSoFar()
    expect(said).not.toMatch(/s3cret|tusv2/)
    const tickets = said.match(/[\w-]{40,}\.[\w-]{43}/g) ?? []
    expect(tickets).toHaveLength(2)
    for (const ticket of tickets) {
      const stated = await verifyTicket(ticket, TICKET_KEY, { client: 'ada' })
      expect(JSON.stringify(stated)).not.toMatch(/s3cret|tusv2/)
    }
  })

  test('is created once, also when its creation comes twice', async () => {
    const { ask, server } = await start(`/files/a-1${QUERY}`)
    const headers = {
      'Upload-Length': '6',
      'Upload-Metadata': `filename ${btoa('b1946ac9-2d5f-4d3a-9c1e-0123456789ab.age')}`,
    }
    const [one, two] = [
      await ask('POST', '/relay/tus', headers),
      await ask('POST', '/relay/tus', headers),
    ]
    expect(two.headers.get('location')).toBe(one.headers.get('location'))
    expect(server.seen.filter(({ method }) => method === 'POST')).toHaveLength(2)
    await ask('DELETE', one.headers.get('location') ?? '')
    await ask('POST', '/relay/tus', headers)
    expect(server.seen.filter(({ method }) => method === 'POST')).toHaveLength(3)
  })
})

describe('an upload is created under the endpoint', () => {
  test.each([
    ['/files/', '/files/a-1', true],
    ['/files', '/files/a-1', true],
    ['/files', 'files/a-1', true],
    ['/files/', 'a-1', true],
    ['/files/', '/files/2031/06/a-1', true],
    ['/files/', '/files/a-1/', true],
    ['/', '/a-1', true],
    ['/files/', '/files/a%20b', true],
    // The ids of a server behind it, which it may make of a visitor's metadata.
    ['/files/', '/files/', false],
    ['/files/', '/files/?id=1', false],
    ['/files', '/files?id=1', false],
    ['/files/', '/filesystem/1', false],
    ['/files/', '/admin/users/1', false],
    ['/files/', '/files/../admin', false],
    ['/files/', '/files/%2e%2e/admin', false],
    ['/files/', '/files/..%2fadmin', false],
    ['/files/', '/files/..%5cadmin', false],
    ['/files/', '/files/a%00b', false],
    ['/files/', '/files/%ff', false],
    ['/files/', '/files//admin', false],
    ['/files/', `/files/${'a'.repeat(2042)}`, false],
    ['/files/', `/files/${'a'.repeat(2041)}`, true],
    ['/files/', `/files/a?${'a'.repeat(2039)}`, true],
    ['/files/', `/files/a?${'a'.repeat(2040)}`, false],
  ])('of %s at %s: %s', async (path, location, isTaken) => {
    const { created, url, ask, server } = await start(location, {}, path)
    expect(created.status).toBe(isTaken ? 201 : 502)
    expect(created.headers.has('location')).toBe(isTaken)
    if (!isTaken) return
    expect((await ask('HEAD', url)).status).toBe(200)
    const { pathname, search } = new URL(location, server.url + path)
    expect(server.seen.at(-1)?.path).toBe(pathname + search)
  })

  test.each([
    ['/uploads', '/uploads/a-1', true],
    ['/uploads/', '/uploads/a-1', true],
    ['/uploads/', '/files/a-1', true],
    ['/uploads/', '/uploads-of-others/a-1', false],
    ['/', '/anywhere/a-1', true],
  ])('or under uploadsUnder %s at %s: %s', async (uploadsUnder, location, isTaken) => {
    const { created } = await start(location, { uploadsUnder })
    expect(created.status).toBe(isTaken ? 201 : 502)
  })

  test('or under a whole URL of the same origin', async () => {
    const { url, seen } = await upstreamOf((_, response) =>
      response.writeHead(201, { Location: '/uploads/a-1' }).end(),
    )
    const relay = relayFor({
      providers: { tus: { endpoint: `${url}/files/` } },
      uploadsUnder: `${url}/uploads/`,
    })
    const answer = await relay.visit('POST', '/tus', {
      headers: { ...VERSION, 'Upload-Length': '6' },
    })
    expect([answer.status, seen.length]).toEqual([201, 1])
  })

  test.each([
    ['https://elsewhere.example/files/', { tus: { endpoint: `${SITE}/files/` } }],
    ['//elsewhere.example/files/', { tus: { endpoint: `${SITE}/files/` } }],
    ['http://site.example/files/', { tus: { endpoint: `${SITE}/files/` } }],
    ['/files/?a', { tus: { endpoint: `${SITE}/files/` } }],
    ['http://[', { tus: { endpoint: `${SITE}/files/` } }],
    [7, { tus: { endpoint: `${SITE}/files/` } }],
    ['/files/', { http: { endpoint: SITE } }],
  ])('and uploadsUnder is not %j with %j', (uploadsUnder, providers) => {
    const options = { providers, uploadsUnder, ticketKey: TICKET_KEY, authorize: () => false }
    expect(() => Reflect.apply(createRelay, undefined, [options])).toThrow(
      expect.objectContaining({
        code: 'misconfigured',
        message: expect.stringContaining('uploadsUnder'),
      }),
    )
  })
})
