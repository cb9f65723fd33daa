import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { createRelay } from '../../src/relay/index.ts'
import { jsonOf, relayFor, SITE, startUpstream, TICKET_KEY, type Upstream } from './relay-tools.ts'

let upstream: Upstream

beforeAll(async () => {
  upstream = await startUpstream()
})
afterAll(() => upstream.close())
afterEach(() => vi.useRealTimers())

const upstreams = () => ({
  didww: { endpoint: `${upstream.url}/v3`, apiKey: 'didww-secret-key' },
  privasfer: { endpoint: `${upstream.url}/api`, token: 'privasfer-secret' },
  dokstamp: {
    endpoint: upstream.url,
    clientId: 'stamp-client',
    clientSecret: 'stamp-secret',
    tenant: 'demo.example',
  },
  cryptshare: {
    endpoint: `${upstream.url}/api`,
    user: 'a@b.example',
    clientId: 'c'.repeat(50),
    recipients: { to: ['d@e.example'] },
  },
  http: { endpoint: `${upstream.url}/files` },
})
const relay = (more: Parameters<typeof relayFor>[0] | object = {}) =>
  relayFor({ providers: upstreams(), ...more })

/** What it answered, once it is certain that the upstream heard nothing of it. */
const refused = async (answer: Promise<Response>): Promise<string> => {
  const before = upstream.seen.length
  const { status, headers } = await answer
  expect(upstream.seen.length).toBe(before)
  expect(headers.get('content-type')).toBe('application/json')
  return String(status)
}

describe('a relay without a word on who may upload', () => {
  test('cannot be made', () => {
    const options = { providers: upstreams(), ticketKey: TICKET_KEY }
    expect(() => Reflect.apply(createRelay, undefined, [options])).toThrow(/authorize is required/)
  })

  test.each([
    ['a short ticketKey', { ticketKey: 'short' }, /ticketKey/],
    ['no ticketKey', { ticketKey: undefined }, /ticketKey/],
    [
      'an upstream over an open line',
      { providers: { http: { endpoint: 'http://a.example' } } },
      /https/,
    ],
    ['a relative upstream', { providers: { http: { endpoint: '/files' } } }, /no URL/],
    [
      'an upstream it does not know',
      { providers: { ftp: { endpoint: SITE } } },
      /no provider "ftp"/,
    ],
    ['no upstream', { providers: {} }, /names none/],
    ['a missing secret', { providers: { didww: { endpoint: SITE } } }, /apiKey or a token/],
    ['an operation that does not exist', { allow: { didww: ['erase'] } }, /"erase"/],
    ['an operation of an upstream that is not there', { allow: { tus: ['remove'] } }, /"tus"/],
    ['a limit that is none', { maxBytes: 0 }, /maxBytes/],
    ['a timeout that no timer takes', { upstreamTimeoutMs: 3e9 }, /upstreamTimeoutMs/],
    ['tickets that never end', { ticketSeconds: Number.POSITIVE_INFINITY }, /ticketSeconds/],
    ['an upstream that is nothing', { providers: { didww: null } }, /providers\.didww/],
    ['operations that are no list', { allow: { didww: 'list' } }, /allow\.didww/],
    ['a base that is no path', { base: 'relay/' }, /base/],
    ['an origin that is none', { origins: ['site'] }, /origins/],
  ])('nor one with %s', (_, wrong, message) => {
    const options = {
      providers: upstreams(),
      ticketKey: TICKET_KEY,
      authorize: () => false,
      ...wrong,
    }
    expect(() => Reflect.apply(createRelay, undefined, [options])).toThrow(message)
  })
})

describe('a visitor is refused', () => {
  test.each([
    ['false', () => false],
    ['nothing', () => undefined],
    ['true without a client', () => true],
    ['an empty client', () => ({ client: '' })],
    ['a client that is no text', () => ({ client: 7 })],
    ['a client of 501 characters', () => ({ client: 'a'.repeat(501) })],
  ])('where authorize gives %s', async (_, authorize) => {
    const strict = relay({ authorize })
    expect(await refused(strict.post('/http'))).toBe('401')
    expect(await refused(strict.visit('GET', '/didww/public_keys'))).toBe('401')
  })

  test('but not where the client has 500 characters', async () => {
    const lenient = relay({ authorize: () => ({ client: 'a'.repeat(500) }) })
    expect((await lenient.post('/http')).status).toBe(201)
  })

  test('for JSON of more than 64 KiB, which the relay would have to read whole', async () => {
    const path = '/cryptshare/users/me/transfer-sessions'
    const padded = (bytes: number) => ({ body: `{}${' '.repeat(bytes - 2)}` })
    expect(await refused(relay().visit('POST', path, padded(65_537)))).toBe('413')
    // This one is read, and goes on as far as the token that this upstream does not give.
    expect((await relay().visit('POST', path, padded(65_536))).status).toBe(502)
    expect(upstream.seen.at(-1)?.path).toContain('/verification/token')
  })

  test('where authorize itself fails, without its words', async () => {
    const broken = relay({
      authorize: () => {
        throw new Error('no route to db.internal')
      },
    })
    expect(await refused(broken.post('/http'))).toBe('502')
    expect(await broken.saidSoFar()).not.toContain('db.internal')
  })

  test('and authorize sees the request, but cannot eat its body', async () => {
    const curious = relay({
      authorize: async (request: Request) => {
        expect(request.method).toBe('POST')
        expect(await request.text()).toBe('')
        return { client: 'ada' }
      },
    })
    expect((await curious.post('/http')).status).toBe(201)
    expect(upstream.seen.at(-1)?.body).toContain('sealed bytes')
  })

  test.each([
    ['a foreign page', 'https://evil.example'],
    ['a page of the same name without TLS', 'http://site.example'],
    ['a page of another port', `${SITE}:8443`],
    ['a page without an origin', 'null'],
    ['what is no page', null],
  ])('from %s', async (_, origin) => {
    expect(await refused(relay().post('/http', { origin }))).toBe('403')
    if (origin !== null)
      expect(await refused(relay().visit('GET', '/didww/public_keys', { origin }))).toBe('403')
  })

  test.each(['cross-site', 'same-site', 'none'])('who reads from elsewhere (%s)', async site => {
    const headers = { 'Sec-Fetch-Site': site }
    const asked = relay().visit('GET', '/didww/public_keys', { origin: null, headers })
    expect(await refused(asked)).toBe('403')
  })

  test('but not the site’s own page, which sends no origin when it reads', async () => {
    const headers = { 'Sec-Fetch-Site': 'same-origin' }
    const answer = await relay().visit('GET', '/didww/public_keys', { origin: null, headers })
    expect(answer.status).toBe(201)
  })

  test.each([
    ['PUT', '/didww/encrypted_files', 'GET, POST'.split(', ').reverse().join(', ')],
    ['POST', '/didww/public_keys', 'GET'],
    ['GET', '/http', 'POST, PUT'],
    ['DELETE', '/privasfer/files', 'POST, GET'],
    ['PATCH', '/didww/encrypted_files/f-1', 'GET, DELETE'],
  ])('for the method of %s %s', async (method, path, allowed) => {
    const asked = relay().visit(method, path)
    expect(await refused(asked)).toBe('405')
    expect((await asked).headers.get('allow')).toBe(allowed)
  })

  test.each([
    '',
    '/',
    '/didww',
    '/didww/',
    '/unknown/files',
    '/didww/identities',
    '/didww/encrypted_files/f-1/more',
    '/didww//encrypted_files',
    '/didww/encrypted_files//',
    '/didww/%2e%2e/v3/encrypted_files',
    '/didww/../identities',
    '/didww/..%2fencrypted_files',
    '/didww/encrypted_files/..%2f..%2fidentities',
    '/didww/encrypted_files/%2e%2e',
    '/didww/encrypted_files/%2e%2e%2fidentities',
    '/didww/encrypted_files/%252e%252e',
    '/didww/encrypted_files/%252e%252e%252fidentities',
    '/didww/encrypted_files/a%2fb',
    '/didww/encrypted_files/a%5cb',
    '/didww/encrypted_files/a\\b',
    '/didww/encrypted_files/..\\identities',
    '/didww/encrypted_files/a%00b',
    '/didww/encrypted_files/a%0d%0ab',
    '/didww/encrypted_files/a%3fb',
    '/didww/encrypted_files/a%23b',
    '/didww/encrypted_files/a;b',
    '/didww/encrypted_files/%zz',
    '/didww/encrypted_files/%ff',
    '/didww/encrypted_files/%e2%80%ae',
    '/didww/Public_Keys',
    '/DIDWW/public_keys',
    '/didww/public_keys%20',
    '/privasfer/files/a.b',
    '/dokstamp/oauth/token',
    '/cryptshare/clients/c-1',
    '/cryptshare/users//verification',
    '/cryptshare/users/me%2fverification',
    '/cryptshare/users/%2e%2e%2fx/verification',
    '/cryptshare/users/me%2f..%2fyou/verification',
    '/cryptshare/users/me%5cyou/verification',
    '/cryptshare/users/me%00/verification',
    '/cryptshare/users/me%ff/verification',
  ])('on the path %s', async path => {
    const all = { privasfer: ['list', 'get', 'remove'], didww: ['list', 'get', 'remove'] } as const
    for (const method of ['GET', 'POST', 'DELETE'])
      expect(['404', '405']).toContain(await refused(relay({ allow: all }).visit(method, path)))
    expect(await refused(relay({ allow: all }).visit('GET', path))).toBe('404')
  })

  test.each([
    ['GET', '/didww/encrypted_files'],
    ['GET', '/didww/encrypted_files/f-1'],
    ['DELETE', '/didww/encrypted_files/f-1'],
    ['GET', '/privasfer/files'],
    ['GET', '/privasfer/files?keyword=pass'],
    ['GET', '/privasfer/files?keyword='],
    ['GET', '/privasfer/files?keyword=.'],
    ['GET', '/privasfer/files/f-1'],
    ['PATCH', '/privasfer/files/f-1'],
    ['DELETE', '/privasfer/files/f-1'],
    ['POST', '/privasfer/downloads'],
    ['GET', '/privasfer/inbox'],
    ['GET', '/privasfer/inbox/m-1'],
    ['GET', '/privasfer/mails'],
    ['POST', '/privasfer/mails'],
    ['POST', '/privasfer/keys'],
    ['DELETE', '/privasfer/keys/k-1'],
    ['GET', '/dokstamp/files'],
    ['GET', '/dokstamp/files/f-1'],
    ['GET', '/dokstamp/files/f-1/download'],
    ['PATCH', '/dokstamp/files/f-1'],
    ['PUT', '/dokstamp/files/f-1'],
    ['DELETE', '/dokstamp/files/f-1'],
  ])('beyond an upload: %s %s', async (method, path) => {
    expect(await refused(relay().visit(method, path))).toBe('403')
  })

  test('for a body that says it is too large, before it is sent', async () => {
    const headers = { 'Content-Length': '1001' }
    const small = relay({ maxBytes: 1000 })
    expect(await refused(small.visit('PUT', '/http', { headers, body: 'x' }))).toBe('413')
  })

  test('for a body of 20 MiB and 64 KiB and one byte, where nothing else is said', async () => {
    const send = (length: number) =>
      relay().visit('PUT', '/http', {
        headers: { 'Content-Length': String(length) },
        body: new Uint8Array(length),
      })
    expect((await send(21_037_056)).status).toBe(201)
    expect(await refused(send(21_037_057))).toBe('413')
  })

  test('for a body that turns out too large, and the upstream gets no whole one', async () => {
    const chunk = new Uint8Array(400)
    const body = () => {
      let left = 3
      return new ReadableStream({
        pull: controller => (left-- > 0 ? controller.enqueue(chunk) : controller.close()),
      })
    }
    const small = relay({ maxBytes: 1000 })
    expect(await refused(small.visit('PUT', '/http', { body: body() }))).toBe('413')
    // A length that is not true changes nothing.
    const headers = { 'Content-Length': '900' }
    expect((await small.visit('PUT', '/http', { headers, body: body() })).status).not.toBe(201)
    expect((await relay({ maxBytes: 1200 }).visit('PUT', '/http', { body: body() })).status).toBe(
      201,
    )
  })

  test('who asks too often, for as long as the answer says, and nobody else', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const slow = relay({ perMinute: 2 })
    for (const status of [201, 201, 429, 429])
      expect((await slow.visit('GET', '/didww/public_keys')).status).toBe(status)
    vi.advanceTimersByTime(20_000)
    const answer = await slow.visit('GET', '/didww/public_keys')
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '40'])
    expect((await slow.visit('GET', '/didww/public_keys', { as: 'bob' })).status).toBe(201)
    vi.advanceTimersByTime(40_000)
    expect((await slow.visit('GET', '/didww/public_keys')).status).toBe(201)
  })

  test('in words that a program and a person can read', async () => {
    const answer = await relay().visit('GET', '/didww/encrypted_files')
    expect(await jsonOf(answer)).toEqual({
      code: 'forbidden',
      message: 'A visitor may not do this.',
    })
  })
})

describe('pages of other origins', () => {
  const other = 'https://forms.example'
  const preflight = (origin: string) => ({
    origin,
    as: '',
    headers: {
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'authorization, x-didww-api-version',
    },
  })

  test('may ask where origins lists them, and read what a transport reads', async () => {
    const open = relay({ origins: [other] })
    const asked = await open.visit('OPTIONS', '/didww/encrypted_files', preflight(other))
    expect(asked.status).toBe(204)
    expect(asked.headers.get('access-control-allow-origin')).toBe(other)
    expect(asked.headers.get('access-control-allow-methods')).toContain('PATCH')
    expect(asked.headers.get('access-control-allow-headers')).toBe(
      'authorization, x-didww-api-version',
    )

    const answer = await open.post('/http', { origin: other })
    expect(answer.status).toBe(201)
    expect(answer.headers.get('access-control-allow-origin')).toBe(other)
    expect(answer.headers.get('vary')).toBe('Origin')
    const exposed = answer.headers.get('access-control-expose-headers')
    for (const name of ['Location', 'SealDrop-Ticket', 'Retry-After', 'Upload-Offset'])
      expect(exposed).toContain(name)
    expect(answer.headers.has('access-control-allow-credentials')).toBe(false)
  })

  test('may read the header that names the file', async () => {
    const [reference, name] = [{ header: 'X-File-Id' }, 'x-file-id']
    const open = relay({
      origins: [other],
      providers: { http: { endpoint: upstream.url, reference } },
    })
    const answer = await open.post('/http', { origin: other })
    expect(answer.headers.get('access-control-expose-headers')).toContain(name)
  })

  test('may read why they are refused', async () => {
    const answer = await relay({ origins: [other] }).post('/http', { origin: other, as: '' })
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([401, other])
  })

  test('get no permission else', async () => {
    for (const origins of [undefined, [other]]) {
      const closed = relay({ ...(origins && { origins }) })
      const asked = await closed.visit('OPTIONS', '/http', preflight('https://evil.example'))
      expect(asked.status).toBe(403)
      expect(asked.headers.has('access-control-allow-origin')).toBe(false)
    }
  })
})
