import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { jsonOf, relayFor, SITE, startUpstream, type Upstream, upstreamsAt } from './relay-tools.ts'

let upstream: Upstream

beforeAll(async () => {
  upstream = await startUpstream()
})
afterAll(() => upstream.close())
afterEach(() => vi.useRealTimers())

const relay = (more: Parameters<typeof relayFor>[0] | object = {}) =>
  relayFor({ providers: upstreamsAt(upstream.url), ...more })

/** What it answered, once it is certain that the upstream heard nothing of it. */
const refused = async (answer: Promise<Response>): Promise<string> => {
  const before = upstream.seen.length
  const { status, headers } = await answer
  expect(upstream.seen.length).toBe(before)
  expect(headers.get('content-type')).toBe('application/json')
  return String(status)
}

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
    expect(await broken.answeredSoFar()).not.toContain('db.internal')
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
