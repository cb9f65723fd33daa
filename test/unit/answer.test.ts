import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { jsonOf, retryAfterMs, sanitizeText, statusError } from '../../src/core/answer.ts'
import { absoluteEndpoint } from '../../src/core/endpoint.ts'
import { isSealDropError, SealDropError, withFileId } from '../../src/core/errors.ts'
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
  ])('%j are read as %j', (said, read) => expect(sanitizeText(said)).toBe(read))

  it('are no JSON when they are none', () => {
    expect(jsonOf(answer(200, {}, '<html>'))).toBeUndefined()
    expect(jsonOf(answer(200, {}, ''))).toBeUndefined()
  })
})

describe('Retry-After', () => {
  const now = Date.parse('2026-01-01T00:00:00Z')
  it.each([
    ['7', 7000],
    ['0', 0],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['soon', undefined],
    ['-3', undefined],
    ['', undefined],
  ])('%j is %j ms', (value, ms) => {
    const read = retryAfterMs(answer(503, { 'retry-after': value }), now)
    if (value === '-3') expect(read === undefined || read === 0).toBe(true)
    else expect(read).toBe(ms)
  })
})

describe('a status', () => {
  it.each([
    [400, 'refused', false],
    [401, 'unauthorized', false],
    [403, 'forbidden', false],
    [404, 'not-found', false],
    [408, 'timeout', true],
    [413, 'too-large', false],
    [418, 'refused', false],
    [429, 'rate-limited', true],
    [500, 'server', true],
    [501, 'server', false],
    [503, 'server', true],
    [302, 'protocol', false],
  ])('%i is %s, retryable %s', (status, code, retryable) => {
    expect(statusError(answer(status))).toMatchObject({ code, retryable, provider: { status } })
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
  ])('%s is %s', (given, absolute) => expect(absoluteEndpoint(given, base)).toBe(absolute))
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
    'https://api.example/v3#x',
  ])('%s is misconfigured', given =>
    expect(() => absoluteEndpoint(given, base)).toThrow(
      expect.objectContaining({ code: 'misconfigured' }),
    ),
  )
  it('never repeats a password in the error', () => {
    expect(() => absoluteEndpoint('https://user:hunter2@x.example/', base)).not.toThrow('hunter2')
  })
})

describe('the error', () => {
  it('keeps what it is told, and its cause', () => {
    const cause = new Error('below')
    const facts = { retryable: true, retryAfterMs: 5, outcome: 'unknown', cause } as const
    const error = withFileId(new SealDropError('server', 'words', facts), 'file-1')
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({ ...facts, code: 'server', message: 'words', fileId: 'file-1' })
    expect(error.name).toBe('SealDropError')
  })
  it('is known across copies of the library', () => {
    const foreign = Object.assign(new Error('x'), { name: 'SealDropError', code: 'server' })
    expect(isSealDropError(foreign)).toBe(true)
    const said = "Object.assign(new Error('x'), { name: 'SealDropError', code: 'server' })"
    expect(isSealDropError(runInNewContext(said))).toBe(true)
    expect(isSealDropError(new Error('x'))).toBe(false)
    expect(isSealDropError({ name: 'SealDropError', code: 'server' })).toBe(false)
  })
})
