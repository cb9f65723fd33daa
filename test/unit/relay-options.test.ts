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
    ['a timeout that no timer takes', { upstreamTimeoutMs: 3e9 }, /upstreamTimeoutMs/],
    ['tickets that never end', { ticketSeconds: Number.POSITIVE_INFINITY }, /ticketSeconds/],
    ['an upstream that is nothing', { providers: { didww: null } }, /providers\.didww/],
    ['operations that are no list', { allow: { didww: 'list' } }, /allow\.didww/],
    ['a base that is no path', { base: 'relay/' }, /base/],
    ['an origin that is none', { origins: ['site'] }, /origins/],
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
