import { describe, expect, test } from 'vitest'
import { createRelay } from '../../src/relay/index.ts'
import { SITE, TICKET_KEY, upstreamsAt } from './relay-tools.ts'

describe('a relay without a word on who may upload', () => {
  test('cannot be made', () => {
    const options = { providers: upstreamsAt(SITE), ticketKey: TICKET_KEY }
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
    ['an hour without end', { maxSeconds: 2 ** 31 / 1000 }, /maxSeconds.*2147483/],
    ['no time at all', { maxSeconds: 0 }, /maxSeconds/],
    ['a pace that is none', { minBytesPerSecond: -1 }, /minBytesPerSecond/],
    ['an address that is no function', { clientAddress: '192.0.2.1' }, /clientAddress/],
    ['a timeout that no timer takes', { upstreamTimeoutMs: 3e9 }, /upstreamTimeoutMs/],
    ['tickets that never end', { ticketSeconds: Number.POSITIVE_INFINITY }, /ticketSeconds/],
    ['an upstream that is nothing', { providers: { didww: null } }, /providers\.didww/],
    ['operations that are no list', { allow: { didww: 'list' } }, /allow\.didww/],
    ['a base that is no path', { base: 'relay/' }, /base/],
    ['an origin that is none', { origins: ['site'] }, /origins/],
    ['an origin of its own that is none', { origin: 'site.example' }, /origin must be/],
    ['an origin of its own that is a page', { origin: `${SITE}/apply` }, /without a path/],
    ['an origin of its own with a query', { origin: `${SITE}/?a` }, /without a path/],
    ['an origin of its own with a password', { origin: 'https://a:b@site.example' }, /origin/],
    ['an origin of its own that is a file', { origin: 'file:///' }, /origin must be/],
    ['several origins of its own', { origin: [SITE] }, /origin must be/],
    ['a store that is nothing', { store: null }, /store must have/],
    ['a store that cannot add', { store: { get() {}, set() {}, delete() {} } }, /store must have/],
    ['a store that is a word', { store: 'redis' }, /store must have/],
    ['an option that is misspelt', { orgin: SITE }, /"orgin".* Did you mean "origin"\?/],
    ['an option that nobody knows', { cors: true }, /no option "cors"\. It takes base, providers/],
    ['an own one of the name __proto__', JSON.parse('{"__proto__": {}}'), /"__proto__"/],
  ])('nor one with %s', (_, wrong, message) => {
    const options = {
      providers: upstreamsAt(SITE),
      ticketKey: TICKET_KEY,
      authorize: () => false,
      ...wrong,
    }
    expect(() => Reflect.apply(createRelay, undefined, [options])).toThrow(message)
  })
})

test('a relay may have an open origin of its own, and leave a provider out', () => {
  const options = {
    providers: { http: { endpoint: SITE }, tus: undefined },
    ticketKey: TICKET_KEY,
    authorize: () => false,
    origin: 'http://localhost:8080',
  }
  expect(Reflect.apply(createRelay, undefined, [options])).toBeDefined()
})

test('where uploads of tus lie says nothing of the other providers', () => {
  const made = createRelay({
    providers: {
      tus: { endpoint: 'https://tus.example/files/' },
      http: { endpoint: 'https://other.example/upload' },
    },
    ticketKey: TICKET_KEY,
    authorize: () => false,
    uploadsUnder: 'https://tus.example/stored/',
  })
  expect(made).toBeDefined()
})

describe('a provider without what it needs', () => {
  const cryptshare = {
    endpoint: `${SITE}/api`,
    user: 'forms@example.org',
    clientId: 'Az09'.repeat(13),
    recipients: { to: ['desk@example.org'] },
  }
  const dokstamp = { endpoint: SITE, clientId: 'a', clientSecret: 'b', tenant: 'demo.example' }
  const made = (providers: object) =>
    Reflect.apply(createRelay, undefined, [
      { providers, ticketKey: TICKET_KEY, authorize: () => false },
    ])

  test.each([
    ['cryptshare', 'no user', { ...cryptshare, user: undefined }],
    ['cryptshare', 'an empty user', { ...cryptshare, user: '' }],
    ['cryptshare', 'no client id', { ...cryptshare, clientId: undefined }],
    ['cryptshare', 'a client id that is too short', { ...cryptshare, clientId: 'a'.repeat(49) }],
    ['cryptshare', 'one that is too long', { ...cryptshare, clientId: 'a'.repeat(4_001) }],
    ['cryptshare', 'one with another character', { ...cryptshare, clientId: `-${'a'.repeat(50)}` }],
    ['cryptshare', 'one with a line break', { ...cryptshare, clientId: `${'a'.repeat(50)}\n` }],
    ['cryptshare', 'no recipients', { ...cryptshare, recipients: undefined }],
    ['cryptshare', 'empty recipients', { ...cryptshare, recipients: { to: [], cc: [], bcc: [] } }],
    ['dokstamp', 'no client id', { ...dokstamp, clientId: '' }],
    ['dokstamp', 'no client secret', { ...dokstamp, clientSecret: undefined }],
    ['dokstamp', 'no tenant', { ...dokstamp, tenant: '' }],
    ['privasfer', 'no token', { endpoint: SITE, token: '' }],
    ['didww', 'neither key nor token', { endpoint: SITE, apiKey: '' }],
  ])('is told at once: %s with %s', (name, _, given) => {
    expect(() => made({ [name]: given })).toThrow(
      expect.objectContaining({
        code: 'misconfigured',
        message: expect.stringContaining(`providers.${name}`),
      }),
    )
  })

  test.each([
    ['didww', { endpoint: SITE, apiKey: 'a', apikey: 'b' }, 'providers.didww', 'apiKey'],
    ['didww', { endpoint: SITE, token: { url: SITE, apiKey: 'a', Url: 1 } }, 'didww.token', 'url'],
    ['privasfer', { endpoint: SITE, token: 'a', tokn: 'b' }, 'providers.privasfer', 'token'],
    ['dokstamp', { ...dokstamp, tennant: 'a' }, 'providers.dokstamp', 'tenant'],
    ['tus', { endpoint: SITE, header: {} }, 'providers.tus', 'headers'],
    ['http', { endpoint: SITE, idempotant: true }, 'providers.http', 'idempotent'],
    ['cryptshare', { ...cryptshare, sendr: {} }, 'providers.cryptshare', 'sender'],
    ['cryptshare', { ...cryptshare, sender: { nme: 'a' } }, 'cryptshare.sender', 'name'],
    [
      'cryptshare',
      { ...cryptshare, recipients: { to: ['a@b.example'], ccs: [] } },
      'cryptshare.recipients',
      'cc',
    ],
  ])('is told which option was meant: %s %j', (name, given, where, meant) => {
    expect(() => made({ [name]: given })).toThrow(
      expect.objectContaining({
        code: 'misconfigured',
        message: expect.stringMatching(new RegExp(`${where} has no .*Did you mean "${meant}"`)),
      }),
    )
  })

  test.each([
    [50, { to: ['a@x.example'] }],
    [51, { cc: ['a@x.example'] }],
    [4_000, { bcc: ['a@x.example'] }],
    [50, { to: ['a@x.example'], cc: ['b@x.example'] }],
    [50, { to: ['a@x.example'], bcc: ['b@x.example'] }],
    [50, { cc: ['a@x.example'], bcc: ['b@x.example'] }],
  ])('is not one with a client id of %d characters and the recipients %j', (length, recipients) => {
    const given = { ...cryptshare, clientId: 'a'.repeat(length), recipients }
    expect(() => made({ cryptshare: given })).not.toThrow()
  })
})
