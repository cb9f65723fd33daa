import { describe, expect, it } from 'vitest'
import {
  asArray,
  asRecord,
  jsonOf,
  retryAfterMs,
  sanitizeText,
  statusError,
} from '../../src/core/answer.ts'
import { absoluteEndpoint, absoluteUrl } from '../../src/core/endpoint.ts'
import type { Answer } from '../../src/core/request.ts'

const answer = (status: number, headers: Record<string, string> = {}, text = ''): Answer => ({
  status,
  text,
  header: name => headers[name.toLowerCase()] ?? null,
})

describe('a server’s words', () => {
  it.each([
    ['  fine  ', 'fine'],
    ['two\r\nlines\u0000\u202E here', 'two lines here'],
    ['x'.repeat(5000), 'x'.repeat(300)],
    ['   ', undefined],
    [42, undefined],
    [{ toString: () => 'gotcha' }, undefined],
    ['a \u200b\tb\n', 'a b'],
  ])('%j are read as %j', (said, read) => expect(sanitizeText(said)).toBe(read))

  it('are no JSON when they are none', () => {
    expect(jsonOf(answer(200, {}, '<html>'))).toBeUndefined()
    expect(jsonOf(answer(200, {}, ''))).toBeUndefined()
    expect(jsonOf(answer(200, {}, '{"a":[1]}'))).toEqual({ a: [1] })
  })
})

describe('a value of an answer', () => {
  it.each([undefined, null, 'x', 7, true])(
    'that is %j is an empty object and an empty list',
    value => {
      expect(asRecord(value)).toEqual({})
      expect(asArray(value)).toEqual([])
    },
  )

  it('that is an object or a list is that', () => {
    expect(asRecord({ a: 1 })).toEqual({ a: 1 })
    expect(asArray([1])).toEqual([1])
    expect(asArray({ length: 1 })).toEqual([])
  })
})

describe('the message of a refusal', () => {
  it.each([
    ['Too Many Attempts.', 'The server answered 429: Too Many Attempts.'],
    ['Too many attempts', 'The server answered 429: Too many attempts.'],
    ['Again?', 'The server answered 429: Again?'],
    [undefined, 'The server answered 429.'],
  ])('that says %j ends in one full stop', (message, told) =>
    expect(statusError(answer(429), { message }).message).toBe(told),
  )
})

describe('Retry-After', () => {
  const now = Date.parse('2026-01-01T00:00:00Z')
  it.each([
    ['7', 7000],
    ['0', 0],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['soon', undefined],
    [' 7 ', 7000],
    ['120', 120_000],
    ['2026-01-01T00:00:30Z', 30_000],
    ['2026-01-01T00:00:30+00:00', 30_000],
    ['7 seconds', undefined],
    ['-3', undefined],
    ['', undefined],
    ['31536000', 31_536_000_000],
    ['9'.repeat(400), Number.MAX_SAFE_INTEGER],
  ])('%j is %j ms', (value, ms) => {
    const read = retryAfterMs(answer(503, { 'retry-after': value }), now)
    if (value === '-3') expect(read === undefined || read === 0).toBe(true)
    else expect(read).toBe(ms)
  })

  it.each([
    ['2020-01-01, by a device that is years late', 'Fri, 01 Jan 2027 00:00:00 GMT', 60_000],
    ['now, where the server names no time', 'soon', 0],
  ])('a date is read by the clock of the server: %s', (_, date, ms) => {
    const asked = { date, 'retry-after': 'Fri, 01 Jan 2027 00:01:00 GMT' }
    const deviceNow = ms > 0 ? Date.UTC(2020, 0) : Date.UTC(2027, 5)
    expect(retryAfterMs(answer(503, asked), deviceNow)).toBe(ms)
  })
})

describe('a status', () => {
  it.each([
    [400, 'refused', false],
    [401, 'unauthorized', false],
    [403, 'forbidden', false],
    [404, 'not-found', false],
    [408, 'timeout', true],
    [410, 'expired', false],
    [413, 'too-large', false],
    [418, 'refused', false],
    [429, 'rate-limited', true],
    [500, 'server', true],
    [501, 'server', false],
    [503, 'server', true],
    [302, 'protocol', false],
    [399, 'protocol', false],
    [499, 'refused', false],
  ])('%i is %s, retryable %s', (status, code, retryable) => {
    const error = statusError(answer(status))
    expect(error).toMatchObject({ code, retryable })
    expect(error.provider).toStrictEqual({ status })
    expect('retryAfterMs' in error).toBe(false)
  })

  it('comes with what the provider says of it, and with the time it asks for', () => {
    const said = { code: 'E7', message: 'not today' }
    const error = statusError(answer(409, { 'retry-after': '2' }), said, 'duplicate')
    expect(error).toMatchObject({ code: 'duplicate', retryable: false, retryAfterMs: 2000 })
    expect(error.provider).toEqual({ status: 409, ...said })
    expect(error.message).toContain('not today')
  })
})

describe('an endpoint', () => {
  const base = 'https://shop.example/apply'
  it.each([
    ['https://api.example/v3/', 'https://api.example/v3'],
    ['/relay/didww', 'https://shop.example/relay/didww'],
    ['relay', 'https://shop.example/relay'],
    ['http://localhost:8080/v3', 'http://localhost:8080/v3'],
    ['http://127.0.0.1:9/v3', 'http://127.0.0.1:9/v3'],
    ['http://127.10.0.255/v3', 'http://127.10.0.255/v3'],
    ['http://[::1]:9/v3', 'http://[::1]:9/v3'],
    ['http://box.localhost/v3//', 'http://box.localhost/v3'],
    ['https://api.example/a/b', 'https://api.example/a/b'],
  ])('%s is %s', (given, absolute) => expect(absoluteEndpoint(given, base)).toBe(absolute))
  it.each([
    ['/upload?action=save&path=/', 'https://shop.example/upload?action=save&path=/'],
    ['https://api.example/files/', 'https://api.example/files/'],
    ['https://api.example/files', 'https://api.example/files'],
  ])('asked as it is written, %s is %s', (given, absolute) =>
    expect(absoluteUrl(given, base)).toBe(absolute),
  )
  it.each(['', 'http://api.example/v3?key=1', 'https://api.example/v3?key=1#x'])(
    'asked as it is written, %s is misconfigured',
    given => {
      const asked = () => absoluteUrl(given, base)
      expect(asked).toThrow(expect.objectContaining({ code: 'misconfigured' }))
      expect(asked).not.toThrow('key=1')
    },
  )
  it.each([
    undefined,
    '',
    '  ',
    'https://',
    'ftp://files.example/',
    'javascript:alert(1)',
    'http://api.example/v3',
    'https://user:secret@api.example/v3',
    'https://api.example/v3?key=1',
    'https://api.example/v3?',
    'https://api.example/v3#x',
    'https://:secret@api.example/v3',
    'https://user@api.example/v3',
    'http://127.0.0.1.evil.example/v3',
    'http://localhost.evil.example/v3',
    'http://evillocalhost/v3',
    'http://.localhost.example/v3',
    'http://evil.example/?127.0.0.1',
    'http://[::2]/v3',
    'ftp://localhost/v3',
    'xhttps://localhost/v3',
    7,
  ])('%s is misconfigured', given =>
    expect(() => absoluteEndpoint(given, base)).toThrow(
      expect.objectContaining({ code: 'misconfigured' }),
    ),
  )
  it('never repeats a password in the error', () => {
    expect(() => absoluteEndpoint('https://user:hunter2@x.example/', base)).not.toThrow('hunter2')
  })
})

describe('a relay’s own word on a file that may have arrived', () => {
  const said = '{"code":"request-timeout","message":"too long","outcome":"unknown"}'

  it.each([408, 504, 502])('counts under any status (%d)', status => {
    const error = statusError(answer(status, { 'sealdrop-relay': '1' }, said))
    expect(error).toMatchObject({ outcome: 'unknown', retryable: true })
  })

  it('that an earlier request sends it is no refusal, whatever the provider means by 409', () => {
    const busy = '{"code":"under-way","message":"still being sent","outcome":"unknown"}'
    const facts = { 'sealdrop-relay': '1', 'retry-after': '5' }
    const expected = { code: 'server', retryable: true, retryAfterMs: 5000, outcome: 'unknown' }
    expect(statusError(answer(409, facts, busy))).toMatchObject(expected)
    expect(statusError(answer(409, facts, busy), {}, 'refused')).toMatchObject(expected)
    expect(statusError(answer(409, { 'retry-after': '5' }, busy), {}, 'refused')).toMatchObject({
      code: 'refused',
      retryable: false,
    })
  })

  it('is no word of a server that is no relay', () => {
    expect(statusError(answer(408, {}, said)).outcome).toBeUndefined()
  })
})
