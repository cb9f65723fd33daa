import { describe, expect, test } from 'vitest'
import type { Upstreams } from '../../src/relay/index.ts'
import { jsonOf, relayFor, SITE, type Visit } from './relay-tools.ts'
import { upstreamOf } from './relay-upstream-tools.ts'

const BEARER = { 'X-DIDWW-API-Version': '2026-11-19' }
const NARROW = { 'WWW-Authenticate': 'Bearer error="insufficient_scope"' }

interface Refused {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: object
}

/** A provider that answers so to all but those that ask it for a token, and a relay to it. */
const start = async (refused: Refused | ((token: string) => Refused)) => {
  let issued = 0
  const upstream = await upstreamOf((request, response) => {
    const isToken = /\/(oauth\/token|token)$/.test(request.url ?? '')
    const used = String(
      request.headers.authorization ?? request.headers['x-cs-verificationtoken'] ?? '',
    )
    const { status, headers, json } = isToken
      ? {
          status: 200,
          headers: {},
          json: { access_token: `token-${++issued}`, data: { token: `token-${issued}` } },
        }
      : typeof refused === 'function'
        ? { headers: {}, json: {}, ...refused(used) }
        : { headers: {}, json: {}, ...refused }
    response
      .writeHead(status, { 'Content-Type': 'application/json', ...headers })
      .end(JSON.stringify(json))
  })
  const { url } = upstream
  const providers: Upstreams = {
    didww: {
      endpoint: `${url}/v3`,
      apiKey: 'didww-secret-key',
      token: { url: `${url}/token`, apiKey: 'token-secret-key' },
    },
    privasfer: { endpoint: `${url}/api`, token: 'privasfer-secret' },
    dokstamp: { endpoint: url, clientId: 'client', clientSecret: 'secret-of-it', tenant: 'a.b' },
    cryptshare: {
      endpoint: `${url}/api`,
      user: 'forms@example.org',
      clientId: 'c'.repeat(50),
      recipients: { to: ['desk@example.org'] },
    },
    tus: { endpoint: `${url}/files`, headers: { Authorization: 'Bearer tus-secret' } },
    http: { endpoint: `${url}/upload`, headers: { 'X-Key': 'http-secret-key' } },
  }
  return { relay: relayFor({ providers }), seen: upstream.seen }
}

const SESSION = '/cryptshare/users/me/transfer-sessions'

describe('a provider that refuses the relay’s own credentials', () => {
  test.each<[string, string, Refused, string, Visit]>([
    ['/didww/encrypted_files', 'POST', { status: 401 }, 'didww.apiKey', {}],
    ['/didww/encrypted_files', 'POST', { status: 401 }, 'didww.token', { headers: BEARER }],
    [
      '/didww/encrypted_files',
      'POST',
      { status: 403, headers: NARROW },
      'didww.token',
      { headers: BEARER },
    ],
    ['/privasfer/files', 'POST', { status: 401 }, 'privasfer.token', {}],
    ['/dokstamp/files', 'POST', { status: 401 }, 'dokstamp', {}],
    [SESSION, 'POST', { status: 401 }, 'cryptshare.clientId', {}],
    [SESSION, 'POST', { status: 403, json: { errorCode: 3002 } }, 'cryptshare.clientId', {}],
    [SESSION, 'POST', { status: 403, json: { errorCode: 3001 } }, 'cryptshare.productKey', {}],
    ['/tus', 'POST', { status: 401 }, 'tus.headers', { headers: { 'Upload-Length': '6' } }],
    ['/http', 'PUT', { status: 401 }, 'http.headers', {}],
  ])(
    'is 502, and no visitor is told to sign in: %s %s %j',
    async (path, method, refused, option, visit) => {
      const { relay, seen } = await start(refused)
      const answer = await relay.visit(method, path, { body: 'sealed', ...visit })
      expect([answer.status, await jsonOf(answer)]).toEqual([
        502,
        {
          code: 'bad-credentials',
          message: `The provider refuses the credentials of the relay: see its option providers.${option}.`,
        },
      ])
      expect(relay.log.at(-1)?.code).toBe('bad-credentials')
      expect(answer.headers.get('sealdrop-relay')).toBe('bad-credentials')
      // Each time anew: nothing of it is remembered.
      const before = seen.length
      await relay.visit(method, path, { body: 'sealed', ...visit })
      expect(seen.length).toBeGreaterThan(before)
      expect(await relay.saidSoFar()).not.toContain('secret')
    },
  )

  test.each<[string, string, Refused, Visit]>([
    ['/didww/public_keys', 'GET', { status: 401 }, {}],
    ['/didww/encrypted_files', 'POST', { status: 403 }, { headers: BEARER }],
    ['/privasfer/files', 'POST', { status: 403 }, {}],
    [SESSION, 'POST', { status: 403, json: { errorCode: 3010 } }, {}],
    [SESSION, 'POST', { status: 403, json: { errorCode: 3011 } }, {}],
    [SESSION, 'POST', { status: 401, json: { errorCode: 3003 } }, {}],
    ['/http', 'PUT', { status: 403 }, {}],
    ['/tus', 'POST', { status: 403 }, { headers: { 'Upload-Length': '6' } }],
  ])(
    'is told from one that refuses what the visitor asks: %s %s %j',
    async (path, method, refused, visit) => {
      const { relay } = await start(refused)
      const body = method === 'GET' ? {} : { body: 'sealed' }
      const answer = await relay.visit(method, path, { ...body, ...visit })
      expect(answer.status).toBe(refused.status)
    },
  )

  test('is told in a header, too: the answer to HEAD, by which tus goes on, has no body', async () => {
    let isOver = false
    const { relay } = await start(() =>
      isOver ? { status: 401 } : { status: 201, headers: { Location: '/files/1' } },
    )
    const made = await relay.visit('POST', '/tus', { headers: { 'Upload-Length': '6' } })
    expect(made.headers.get('sealdrop-relay')).toBe('1')
    const at = new URL(made.headers.get('location') ?? '', SITE).pathname.replace('/relay', '')
    isOver = true
    const asked = await relay.visit('HEAD', at)
    expect([asked.status, asked.headers.get('sealdrop-relay')]).toEqual([502, 'bad-credentials'])
  })

  test('is told from one whose session is another token’s, which is the visitor’s loss', async () => {
    let isLost = false
    const { relay } = await start(() =>
      isLost
        ? { status: 401, json: { errorCode: 3002 } }
        : { status: 201, headers: { Location: '/x/20260101-000000-abcdefgh' } },
    )
    const made = await relay.visit('POST', SESSION, { body: '{}' })
    const at = (made.headers.get('location') ?? '').replace('/relay', '')
    isLost = true
    expect((await relay.visit('GET', at)).status).toBe(401)
  })

  test.each([
    ['/didww/encrypted_files', { headers: BEARER }],
    ['/dokstamp/files', {}],
  ])(
    'is told from a token that was good and is over: the next one is asked for: %s',
    async (path, visit) => {
      let refuses = 'nothing'
      const { relay } = await start(token =>
        token.endsWith(refuses)
          ? { status: 401 }
          : {
              status: 201,
              json: { data: path.startsWith('/didww') ? { id: 'f' } : [{ uuid: 'f' }] },
            },
      )
      const send = async () =>
        (await relay.visit('POST', path, { body: 'sealed', ...visit })).status
      expect(await send()).toBe(201)
      refuses = 'token-1'
      expect([await send(), await send()]).toEqual([503, 201])
      expect(relay.log.at(-2)).toMatchObject({ status: 503, code: 'unavailable' })
      // And where no token is good any more, there is nothing to ask again.
      refuses = ''
      expect([await send(), await send()]).toEqual([503, 502])
    },
  )
})

test.each([
  [401, undefined, 'bad-credentials', 'clientId'],
  [403, 3001, 'bad-credentials', 'productKey'],
  [401, 3002, 'bad-credentials', 'clientId'],
  [403, 3003, 'bad-credentials', 'clientId'],
  [403, 3010, 'bad-gateway', 'no access token'],
  [500, undefined, 'bad-gateway', 'no access token'],
])(
  'where Cryptshare gives no token its own code says why: %d %s',
  async (status, errorCode, code, words) => {
    const { url } = await upstreamOf((_, response) =>
      response.writeHead(status).end(JSON.stringify({ errorCode })),
    )
    const cryptshare = {
      endpoint: `${url}/api`,
      user: 'forms@example.org',
      clientId: 'c'.repeat(50),
      recipients: { to: ['desk@example.org'] },
    }
    const answer = await relayFor({ providers: { cryptshare } }).visit('POST', SESSION, {
      body: '{}',
    })
    expect(await jsonOf(answer)).toMatchObject({ code, message: expect.stringContaining(words) })
  },
)

test.each([
  ['whose token was over at the first request', ['over', 'good', 'good'], [503, 201, 201]],
  ['that gives one again that was refused', ['over', 'over', 'good'], [503, 502, 201]],
  ['that gives one bad token after the other', ['over', 'over too'], [503, 502]],
  ['whose token is over after a while', ['good', 'over', 'good'], [201, 503, 201]],
])('a site’s own function %s', async (_, given, statuses) => {
  const { url } = await upstreamOf((request, response) => {
    const isGood = request.headers.authorization === 'Bearer good'
    response.writeHead(isGood ? 201 : 401).end('{"data":{"id":"f"}}')
  })
  const left = [...given]
  const token = () => left.shift() ?? ''
  const relay = relayFor({ providers: { didww: { endpoint: url, token } } })
  const seen: number[] = []
  for (const _one of given)
    seen.push((await relay.visit('POST', '/didww/encrypted_files', { body: 'x' })).status)
  expect(seen).toEqual(statuses)
})

test('a token service that refuses the relay is the same, and the file did not go on', async () => {
  const { url, seen } = await upstreamOf((_, response) =>
    response.writeHead(401).end('{"error":"invalid_client"}'),
  )
  const dokstamp = {
    endpoint: url,
    clientId: 'client',
    clientSecret: 'secret-of-it',
    tenant: 'a.b',
  }
  const answer = await relayFor({ providers: { dokstamp } }).post('/dokstamp/files')
  expect([answer.status, (await jsonOf(answer)).code]).toEqual([502, 'bad-credentials'])
  expect(seen.map(({ path }) => path)).toEqual(['/oauth/token'])
})
