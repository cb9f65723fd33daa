import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyTicket } from '../../src/relay/index.ts'
import {
  ANY,
  jsonOf,
  relayFor,
  startUpstream,
  type TestRelay,
  TICKET_KEY,
  type Upstream,
} from './relay-tools.ts'

const secret = (name: string): string => `${name}-${randomBytes(12).toString('hex')}`
/** With characters that are written in other ways in JSON, URLs and HTML. */
const odd = (name: string): string => `${name}"+/=\\&é${randomBytes(6).toString('hex')}`

const secrets = {
  apiKey: secret('api'),
  serviceKey: secret('service'),
  didwwToken: secret('didww-token'),
  privasfer: secret('privasfer'),
  clientId: secret('stamp-client'),
  clientSecret: secret('stamp-secret'),
  stampToken: secret('stamp-token'),
  csClientId: randomBytes(32).toString('hex'),
  csToken: secret('cs-token'),
  tus: secret('tus'),
  password: secret('password'),
  header: odd('header').replace('é', ''),
  ticketKey: secret('ticket'),
}
const basic = Buffer.from(`user:${secrets.password}`).toString('base64')

let upstream: Upstream
let status = 201

/** Repeats whatever it was sent: headers, path and body, in several spellings, as status pages and debug modes do. */
beforeAll(async () => {
  upstream = await startUpstream((request, response, body) => {
    const json = { 'Content-Type': 'application/json' }
    const until = new Date(Date.now() + 3_600_000).toISOString()
    if (request.url === '/token')
      return response.writeHead(200, json).end(JSON.stringify({ access_token: secrets.didwwToken }))
    if (request.url === '/oauth/token')
      return response.writeHead(200, json).end(JSON.stringify({ access_token: secrets.stampToken }))
    if (request.url?.endsWith('/verification/token'))
      return response
        .writeHead(200, json)
        .end(JSON.stringify({ data: { token: secrets.csToken, validUntil: until } }))
    const values = Object.values(request.headers).flat().map(String)
    const echo = {
      id: 'f-1',
      data: { id: 'f-1', said: request.rawHeaders },
      message: `${values.join(' ')} ${body} ${request.url}`,
      url: values.map(encodeURIComponent),
      base64: values.map(value => Buffer.from(value).toString('base64')),
      pair: Buffer.from(request.headers.authorization?.split(' ')[1] ?? '', 'base64').toString(),
    }
    response
      .writeHead(status, {
        ...json,
        'Retry-After': values.join(' ').replace(/[^\x20-\x7e]/g, ''),
        'X-RateLimit-Limit': encodeURIComponent(values.join(' ')),
        Location: `/files/${encodeURIComponent(values.at(-1) ?? '')}`,
        'Content-Language': String(request.headers['x-key'] ?? 'en'),
      })
      .end(JSON.stringify(echo))
  })
})
afterAll(() => upstream.close())

const relayed = (): TestRelay => {
  const { url } = upstream
  const { apiKey, serviceKey, privasfer, clientId, clientSecret, csClientId } = secrets
  return relayFor({
    ticketKey: secrets.ticketKey,
    providers: {
      didww: { endpoint: `${url}/v3`, apiKey, token: { url: `${url}/token`, apiKey: serviceKey } },
      privasfer: { endpoint: `${url}/api`, token: privasfer },
      dokstamp: { endpoint: url, clientId, clientSecret, tenant: 'demo.example' },
      cryptshare: {
        endpoint: `${url}/cs`,
        user: 'forms@example.org',
        clientId: csClientId,
        recipients: { to: ['a@b.example'] },
      },
      tus: { endpoint: `${url}/tus/`, headers: { Authorization: `Bearer ${secrets.tus}` } },
      http: {
        endpoint: `${url}/http`,
        headers: { Authorization: `Basic ${basic}`, 'X-Key': secrets.header },
        reference: { header: 'X-RateLimit-Limit' },
      },
    },
    allow: {
      didww: ['list', 'get', 'remove'],
      privasfer: ['list', 'get', 'update', 'inbox', 'mails'],
      dokstamp: ['list', 'get', 'update', 'remove'],
      cryptshare: ['recipients', 'edit', 'requestCode', 'verify', 'newClientId'],
    },
  })
}

test.each([200, 201, 400, 401, 403, 404, 422, 429, 500, 503])(
  'no secret is in any answer or log, though the upstream repeats all it was sent (%d)',
  async given => {
    status = given
    const relay = relayed()
    const before = upstream.seen.length
    for (const version of ['2026-04-16', '2026-11-19'])
      for (const method of ['GET', 'POST', 'DELETE'])
        for (const path of ['encrypted_files', 'encrypted_files/f-1'])
          await relay.visit(method, `/didww/${path}`, {
            headers: { 'X-DIDWW-API-Version': version },
            ...(method === 'POST' && { body: 'sealed' }),
          })
    for (const path of ['privasfer/files', 'privasfer/inbox', 'privasfer/mails', 'dokstamp/files'])
      await relay.visit('GET', `/${path}`)
    for (const path of ['privasfer/files', 'dokstamp/files', 'http', 'tus'])
      await relay.post(`/${path}`)
    await relay.visit('PUT', '/http', { body: 'sealed' })
    await relay.visit('OPTIONS', '/tus')
    const users = '/cryptshare/users/me'
    for (const path of ['transfer-policy', 'transfer-sessions', 'verification/token'])
      await relay.visit('POST', `${users}/${path}`, { body: '{"verificationCode":"1"}' })
    await relay.visit('GET', `${users}/verification`)
    await relay.visit('GET', '/cryptshare/clients')

    expect(upstream.seen.length - before).toBeGreaterThan(20)
    const sent = JSON.stringify(upstream.seen)
    const said = await relay.saidSoFar()
    expect(said).toContain('[removed]')
    const decoded = [0, 1, 2, 3].flatMap(from =>
      (said.match(/[\w+/]{12,}/g) ?? []).map(text =>
        Buffer.from(text.slice(from), 'base64').toString('latin1'),
      ),
    )
    for (const [name, value] of Object.entries(secrets)) {
      if (name !== 'ticketKey' && name !== 'password')
        expect(sent, `${name} was used`).toContain(JSON.stringify(value).slice(1, -1))
      const json = JSON.stringify(value).slice(1, -1)
      const spelled = [value, json, JSON.stringify(json).slice(1, -1), encodeURIComponent(value)]
      for (const spelling of [...spelled, Buffer.from(value).toString('base64').slice(0, -4)])
        expect(said, name).not.toContain(spelling)
      expect(
        decoded.filter(text => text.includes(value)),
        name,
      ).toEqual([])
    }
    expect(said).not.toContain(basic)
  },
)

const inJson = (write: (char: string) => string) => (text: string) =>
  [...text].map(char => (/[\w ]/.test(char) ? char : write(char))).join('')
const hex = (char: string): string => char.charCodeAt(0).toString(16).padStart(2, '0')

test.each<[string, (text: string) => string]>([
  ['PHP’s JSON', text => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/')],
  ['Go’s and .NET’s JSON', inJson(char => `\\u00${hex(char)}`)],
  ['JSON in capitals', inJson(char => `\\u00${hex(char).toUpperCase()}`)],
  ['JSON within JSON', text => JSON.stringify(JSON.stringify(text)).slice(3, -3)],
  ['a URL', encodeURIComponent],
  ['a URL in small letters', inJson(char => `%${hex(char)}`)],
  [
    'HTML',
    text =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;')
        .replaceAll('<', '&lt;'),
  ],
  ['HTML in numbers', inJson(char => `&#x${hex(char).toUpperCase()};`)],
])('no secret is in an answer that writes it as in %s', async (_, write) => {
  const secret = `k9/Qz+4h&Zb==s3cr<'"\\.$^`
  const server = await startUpstream((_, response) =>
    response.writeHead(500).end(`before ${write(secret)} after`),
  )
  try {
    const headers = { 'X-Key': secret }
    const relay = relayFor({ providers: { http: { endpoint: server.url, headers } } })
    expect(await (await relay.post('/http')).text()).toBe('before [removed] after')
  } finally {
    await server.close()
  }
})

test('an ordinary word that the site sends along is no secret, and a ticket names what the page is told', async () => {
  const server = await startUpstream((_, response) =>
    response.writeHead(201, { 'Content-Type': 'application/json' }).end('{"id":"documents/abc"}'),
  )
  try {
    const headers = { Accept: 'application/json', 'X-Bucket': 'documents' }
    const relay = relayFor({ providers: { http: { endpoint: server.url, headers } } })
    const answer = await relay.post('/http')
    const ticket = await verifyTicket(answer.headers.get('sealdrop-ticket'), TICKET_KEY, ANY)
    expect([answer.headers.get('content-type'), await jsonOf(answer), ticket?.reference]).toEqual([
      'application/json',
      { id: 'documents/abc' },
      'documents/abc',
    ])
  } finally {
    await server.close()
  }
})

test('words of an answer that are no secret stay as they are', async () => {
  status = 422
  const short = relayFor({
    providers: { http: { endpoint: upstream.url, headers: { 'X-Env': 'f-1' } } },
  })
  expect(await jsonOf(await short.post('/http'))).toMatchObject({ id: 'f-1' })
})
