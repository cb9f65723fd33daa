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
