import { describe, expect, test } from 'vitest'
import type { RelayOptions } from '../../src/relay/index.ts'
import { jsonOf, relayFor, type Upstream } from './relay-tools.ts'
import { upstreamOf } from './relay-upstream-tools.ts'

type Didww = NonNullable<RelayOptions['providers']['didww']>

/** Issues `token-1`, `token-2`, … for every provider, and answers the rest with this status and text. */
const providerOf = async (status = 200, text = '{}'): Promise<Upstream> => {
  let issued = 0
  return upstreamOf(({ url = '' }, response) => {
    response.setHeader('Content-Type', 'application/json')
    if (!url.endsWith('/token')) return response.writeHead(status).end(text)
    const token = `token-${++issued}`
    const answers = { access_token: token, data: { token, validUntil: '' } }
    response.writeHead(200).end(JSON.stringify(url.endsWith('/2/token') ? { token } : answers))
  })
}
const tokensAsked = ({ seen }: Upstream): number =>
  seen.filter(({ path }) => path.endsWith('/token')).length

describe('DIDWW', () => {
  const asked = async (server: Upstream, given: Partial<Didww>, version?: string) => {
    const relay = relayFor({
      providers: { didww: { endpoint: `${server.url}/v3`, ...given } },
      allow: { didww: ['list'] },
    })
    const headers = version === undefined ? {} : { 'X-DIDWW-API-Version': version }
    const list = () => relay.visit('GET', '/didww/encrypted_files', { headers })
    const { status } = await list()
    const { authorization, 'api-key': apiKey } = server.seen.at(-1)?.headers ?? {}
    return { list, status, sent: { authorization, apiKey } }
  }

  test.each([
    ['a key', undefined, { apiKey: 'the-key' }, { apiKey: 'the-key' }],
    ['a key', '2026-11-19', { apiKey: 'the-key' }, { apiKey: 'the-key' }],
    ['a token', undefined, { token: 'the-token' }, { authorization: 'Bearer the-token' }],
    ['a token', '2022-05-10', { token: 'the-token' }, { authorization: 'Bearer the-token' }],
    ['both', undefined, { apiKey: 'the-key', token: 'the-token' }, { apiKey: 'the-key' }],
    ['both', '2026-11-18', { apiKey: 'the-key', token: 'the-token' }, { apiKey: 'the-key' }],
    [
      'both',
      '2026-11-19',
      { apiKey: 'the-key', token: 'the-token' },
      { authorization: 'Bearer the-token' },
    ],
  ])('is opened as its version wants: with %s, for version %s', async (_, version, given, sent) => {
    expect((await asked(await providerOf(), given, version)).sent).toEqual({
      apiKey: undefined,
      authorization: undefined,
      ...sent,
    })
  })

  test.each(['/token', '/2/token'])('has its token from the service at %s', async path => {
    const server = await providerOf()
    const token = { url: server.url + path, apiKey: 'of-the-service' }
    expect((await asked(server, { token })).sent.authorization).toBe('Bearer token-1')
    expect(server.seen[0]).toMatchObject({
      method: 'POST',
      path,
      headers: { accept: 'application/json', 'api-key': 'of-the-service' },
    })
  })

  test('that refuses the site’s key, or the site’s own token, is no matter of the visitor’s', async () => {
    for (const given of [{ apiKey: 'the-key' }, { token: 'the-token' }, { token: () => 'token' }]) {
      const answer = await (await asked(await providerOf(401), given)).list()
      expect([answer.status, await answer.json()]).toMatchObject([502, { code: 'bad-credentials' }])
    }
  })
})

describe('DokStamp', () => {
  test('is asked for a token with the client credentials', async () => {
    const server = await providerOf()
    const given = { clientId: 'the client', clientSecret: 'the&secret', tenant: 'demo.example' }
    const relay = relayFor({ providers: { dokstamp: { endpoint: server.url, ...given } } })
    await relay.post('/dokstamp/files')
    expect(server.seen).toMatchObject([
      {
        method: 'POST',
        path: '/oauth/token',
        headers: {
          accept: 'application/json',
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: 'grant_type=client_credentials&client_id=the+client&client_secret=the%26secret',
      },
      { headers: { authorization: 'Bearer token-1', 'x-tenant': 'demo.example' } },
    ])
  })
})

describe('an access token', () => {
  const visits = async (server: Upstream, name: string): Promise<readonly string[]> => {
    const { url } = server
    const relay = relayFor({
      providers: {
        didww: { endpoint: url, token: { url: `${url}/token`, apiKey: 'of-the-service' } },
        dokstamp: { endpoint: url, clientId: 'client', clientSecret: 'secret', tenant: 'demo' },
        cryptshare: {
          endpoint: url,
          user: 'forms@example.org',
          clientId: 'c'.repeat(50),
          recipients: { to: ['desk@example.org'] },
        },
      },
    })
    const path = name === 'didww' ? 'encrypted_files' : 'files'
    for (let time = 0; time < 2; time++)
      if (name === 'cryptshare') await relay.visit('POST', '/cryptshare/users/me/transfer-policy')
      else await relay.post(`/${name}/${path}`)
    return server.seen
      .filter(seen => !seen.path.endsWith('/token'))
      .map(({ headers }) => String(headers['x-cs-verificationtoken'] ?? headers.authorization))
  }

  test.each([
    ['didww', 401, '{}', 2],
    ['didww', 403, '{}', 1],
    ['didww', 500, '{}', 1],
    ['dokstamp', 401, '{}', 2],
    ['dokstamp', 403, '{}', 1],
    ['dokstamp', 422, '{}', 1],
    ['cryptshare', 401, '{}', 2],
    ['cryptshare', 403, '{"errorCode":3002}', 2],
    ['cryptshare', 403, '{"errorCode":3010}', 1],
    ['cryptshare', 429, '{"errorCode":2007}', 1],
  ])('of %s that was refused with %d %s is not used again', async (name, status, text, tokens) => {
    const server = await providerOf(status, text)
    const sent = await visits(server, name)
    const bearer = name === 'cryptshare' ? '' : 'Bearer '
    expect(sent).toEqual([`${bearer}token-1`, `${bearer}token-${tokens}`])
    expect(tokensAsked(server)).toBe(tokens)
  })
})

describe('a provider that tells what opens it', () => {
  const SECRETS = ['first-secret', 'second-secret', 'c'.repeat(50), 'token-1']
  const text = JSON.stringify({ message: SECRETS })
  const cryptshare = {
    user: 'forms@example.org',
    clientId: 'c'.repeat(50),
    recipients: { to: ['desk@example.org'] },
  }

  test.each<[string, string, (url: string) => object, readonly number[]]>([
    ['its key', 'didww', () => ({ apiKey: 'first-secret' }), [0]],
    ['its token', 'didww', () => ({ token: 'first-secret' }), [0]],
    ['a token the site renews', 'didww', () => ({ token: () => 'first-secret' }), [0]],
    [
      'the key of its token service',
      'didww',
      url => ({
        apiKey: 'first-secret',
        token: { url: `${url}/token`, apiKey: 'second-secret' },
      }),
      [0, 1, 3],
    ],
    ['its token', 'privasfer', () => ({ token: 'first-secret' }), [0]],
    [
      'its client credentials',
      'dokstamp',
      () => ({ clientId: 'first-secret', clientSecret: 'second-secret', tenant: 'demo' }),
      [0, 1, 3],
    ],
    ['its client id', 'cryptshare', () => cryptshare, [2, 3]],
    ['a header', 'http', () => ({ headers: { 'X-Key': 'first-secret' } }), [0]],
    ['a header', 'tus', () => ({ headers: { 'X-Key': 'first-secret' } }), [0]],
  ])('is not heard to the end: %s of %s', async (_, name, given, removed) => {
    const { url } = await providerOf(422, text)
    const relay = relayFor({ providers: { [name]: { endpoint: url, ...given(url) } } })
    const paths: Readonly<Record<string, string>> = {
      didww: '/encrypted_files',
      privasfer: '/files',
      dokstamp: '/files',
      cryptshare: '/users/me/transfer-policy',
    }
    const answer = await relay.visit('POST', `/${name}${paths[name] ?? ''}`, {
      headers: { 'X-DIDWW-API-Version': '2026-11-19' },
    })
    expect(await jsonOf(answer)).toEqual({
      message: SECRETS.map((secret, at) => (removed.includes(at) ? '[removed]' : secret)),
    })
  })
})
