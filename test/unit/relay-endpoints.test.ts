import { expect, test } from 'vitest'
import { createRelay, type RelayOptions } from '../../src/relay/index.ts'
import { relayFor, SITE, TICKET_KEY } from './relay-tools.ts'
import { upstreamOf } from './relay-upstream-tools.ts'

const made = (more: object): unknown =>
  Reflect.apply(createRelay, undefined, [
    {
      providers: { http: { endpoint: SITE } },
      ticketKey: TICKET_KEY,
      authorize: () => false,
      ...more,
    },
  ])
const misconfigured = expect.objectContaining({ code: 'misconfigured' })

test.each([
  ['http://intranet.example/files', true],
  ['http://intranet.example:8080', true],
  ['https://intranet.example/files', true],
  ['http://user@intranet.example/', false],
  ['http://:word@intranet.example/', false],
  ['http://intranet.example/?a=1', true],
  ['http://intranet.example/#a', false],
  ['https://user@intranet.example/', false],
  ['ftp://intranet.example/', false],
  ['intranet.example', false],
  ['', false],
  [undefined, false],
])('plainHttp opens an upstream of a private network, and nothing else: %s: %s', (...given) => {
  const [endpoint, isTaken] = given
  const providers = { http: { endpoint } }
  if (isTaken) expect(() => made({ providers, plainHttp: true })).not.toThrow()
  else expect(() => made({ providers, plainHttp: true })).toThrow(misconfigured)
  const isSafe = endpoint?.startsWith('https:') && isTaken
  if (!isSafe) expect(() => made({ providers })).toThrow(misconfigured)
})

test.each(['tus', 'privasfer'])('an endpoint of %s has no query, for paths follow it', name => {
  for (const plainHttp of [true, false]) {
    const token = name === 'privasfer' ? { token: 'the-secret' } : {}
    const upstream = { endpoint: 'http://127.0.0.1/?a=1', ...token }
    expect(() => made({ providers: { [name]: upstream }, plainHttp })).toThrow(
      /must not have a query/,
    )
  }
})

test.each([true, false])(
  'a slash at the end of an endpoint counts where a server may tell the two (plainHttp %s)',
  async plainHttp => {
    const { url, seen } = await upstreamOf()
    for (const end of ['', '/', '//', '/ '])
      for (const [name, path] of [
        ['http', ''],
        ['tus', ''],
        ['privasfer', '/files'],
      ]) {
        const providers: RelayOptions['providers'] = {
          [String(name)]: {
            endpoint: `${url}/a//b${end}`,
            ...(name === 'privasfer' && { token: 'the-secret' }),
          },
        }
        await relayFor({ providers, plainHttp }).visit('POST', `/${name}${path}`)
      }
    const kept = ['/a//b/', '/a//b/', '/a//b/files']
    // Asked just as it is written.
    const written = ['/a//b//', '/a//b/', '/a//b/files']
    expect(seen.map(({ path }) => path)).toEqual([
      '/a//b',
      '/a//b',
      '/a//b/files',
      ...kept,
      ...written,
      ...kept,
    ])
  },
)

test.each([
  ['maxBytes', Number.MAX_SAFE_INTEGER],
  ['perMinute', Number.MAX_SAFE_INTEGER],
  ['upstreamTimeoutMs', 2_147_483_647],
  ['ticketSeconds', Number.MAX_SAFE_INTEGER],
])('%s is more than 0 and at most %d', (name, most) => {
  for (const value of [0.5, 1, most]) expect(() => made({ [name]: value })).not.toThrow()
  for (const value of [0, -1, most + 1, Number.NaN, Number.POSITIVE_INFINITY, 'many'])
    expect(() => made({ [name]: value }), String(value)).toThrow(misconfigured)
})

test.each([
  ['a text of 16 bytes', 'sixteen bytes ok', true],
  ['a text of 15 bytes', 'fifteen bytes o', false],
  ['8 characters of two bytes', 'é'.repeat(8), true],
  ['16 bytes', new Uint8Array(16), true],
  ['15 bytes', new Uint8Array(15), false],
  ['an array of numbers', Array.from({ length: 16 }, () => 0), false],
])('%s as the ticket key: %s, %s', (_, ticketKey, isTaken) => {
  if (isTaken) expect(() => made({ ticketKey })).not.toThrow()
  else expect(() => made({ ticketKey })).toThrow(misconfigured)
})

test.each(['/relay', '/api/relay-1/x_y', '/~a/b.c'])('it is served at %s', async base => {
  const { url } = await upstreamOf()
  const { handle } = relayFor({ providers: { http: { endpoint: url } }, base })
  const ask = (path: string) =>
    handle(
      new Request(SITE + path, {
        method: 'POST',
        headers: { Origin: SITE, 'X-Visitor': 'ada' },
        body: 'sealed',
      }),
    )
  expect((await ask(`${base}/http`)).status).toBe(201)
  expect((await ask(`/x${base}/http`)).status).toBe(404)
})

test.each(['', '/', 'relay', '/relay/', '/a//b', '/a b', '/a?b', 'x/relay'])(
  'it is not served at "%s"',
  base => {
    expect(() => made({ base })).toThrow(misconfigured)
  },
)

test.each([
  [
    'a provider that is left out',
    { providers: { http: { endpoint: SITE }, tus: undefined } },
    true,
  ],
  ['no word on a provider', { allow: { http: undefined } }, true],
  ['an empty list', { allow: { http: [] } }, true],
  ['what is in every object', { providers: { constructor: { endpoint: SITE } } }, false],
  ['a text for a provider', { providers: { http: SITE } }, false],
  ['no providers', { providers: undefined }, false],
])('options may hold %s: %j: %s', (_, options, isTaken) => {
  if (isTaken) expect(() => made(options)).not.toThrow()
  else expect(() => made(options)).toThrow(misconfigured)
})
