import { describe, expect, test } from 'vitest'
import { Origins } from '../../src/relay/origin.ts'

const SITE = 'https://site.example'
const OTHER = 'https://forms.example'

const request = (method: string, headers: Readonly<Record<string, string>> = {}): Request =>
  new Request(`${SITE}/relay/didww`, { method, headers })

const isServed = (origins: Origins, asked: Request): boolean => {
  try {
    origins.check(asked)
    return true
  } catch (error) {
    expect(error).toMatchObject({ name: 'HttpError', status: 403 })
    return false
  }
}

describe('who may ask', () => {
  test.each([
    [SITE, true],
    [OTHER, true],
    ['https://forms.example:8443', false],
    ['http://forms.example', false],
    ['https://forms.example.evil.example', false],
    ['https://sub.forms.example', false],
    ['null', false],
    ['', false],
  ])('the page of %s: %s', (Origin, served) => {
    // Listed as people write it.
    const origins = new Origins([`${OTHER}/`])
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
      expect(isServed(origins, request(method, { Origin })), method).toBe(served)
  })

  test.each([
    ['GET', undefined, true],
    ['HEAD', undefined, true],
    ['GET', 'same-origin', true],
    ['HEAD', 'same-origin', true],
    ['GET', 'same-site', false],
    ['HEAD', 'cross-site', false],
    ['GET', 'none', false],
    ['POST', undefined, false],
    ['POST', 'same-origin', false],
    ['DELETE', 'same-origin', false],
    ['OPTIONS', undefined, false],
  ])('without an origin: %s, Sec-Fetch-Site %s: %s', (method, site, served) => {
    const headers = site === undefined ? {} : { 'Sec-Fetch-Site': site }
    expect(isServed(new Origins([OTHER]), request(method, headers))).toBe(served)
  })
})

describe('behind a proxy that calls the relay by another host', () => {
  test.each([
    [OTHER, 'same-origin', true],
    [OTHER, 'same-site', false],
    [OTHER, 'cross-site', false],
    [OTHER, 'none', false],
    [OTHER, 'same-origin, cross-site', false],
    [OTHER, undefined, false],
    ['null', 'same-origin', false],
    ['', 'same-origin', false],
  ])('the page of %s, of which the browser says %s: %s', (Origin, site, served) => {
    const headers = { Origin, ...(site !== undefined && { 'Sec-Fetch-Site': site }) }
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
      expect(isServed(new Origins(), request(method, headers)), method).toBe(served)
  })

  test('no page of another origin may read what it is told', () => {
    const headers = { Origin: OTHER, 'Sec-Fetch-Site': 'same-origin' }
    expect(new Origins().headersFor(request('POST', headers))).toEqual({})
  })
})

describe('a preflight', () => {
  const ask = (headers: Readonly<Record<string, string>>, method = 'OPTIONS') =>
    new Origins([OTHER]).preflight(
      request(method, { Origin: OTHER, 'Access-Control-Request-Method': 'PUT', ...headers }),
    )

  test('is an OPTIONS request that asks for a method, and nothing else', () => {
    expect(ask({})?.status).toBe(204)
    expect(ask({}, 'GET')).toBeUndefined()
    const plain = request('OPTIONS', { Origin: OTHER })
    expect(new Origins([OTHER]).preflight(plain)).toBeUndefined()
  })

  test('of a page of no listed origin is refused', () => {
    expect(() => ask({ Origin: 'https://evil.example' })).toThrow()
  })

  test('is answered for ten minutes, with the methods and the headers that were asked for', () => {
    const asked = 'authorization, x-didww-api-version, x_y'
    const answer = ask({ 'Access-Control-Request-Headers': asked })
    expect(Object.fromEntries(answer?.headers ?? [])).toEqual({
      'access-control-allow-origin': OTHER,
      'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
      'access-control-allow-headers': asked,
      'access-control-max-age': '600',
      vary: 'Origin',
    })
  })

  test.each(['', 'a:b', 'a\tb', `a${', a'.repeat(400)}`, '*'])(
    'gets no word on headers that are none: "%s"',
    asked => {
      const answer = ask({ 'Access-Control-Request-Headers': asked })
      expect(answer?.status).toBe(204)
      expect(answer?.headers.has('access-control-allow-headers')).toBe(false)
    },
  )
})

describe('an answer', () => {
  test('says nothing of origins where none is listed', () => {
    expect(new Origins().headersFor(request('GET', { Origin: SITE }))).toEqual({})
  })

  test('differs by origin, and lets no page but a listed one read it', () => {
    const origins = new Origins([OTHER])
    expect(origins.headersFor(request('GET'))).toEqual({ Vary: 'Origin' })
    expect(origins.headersFor(request('GET', { Origin: SITE }))).toEqual({ Vary: 'Origin' })
    expect(origins.headersFor(request('GET', { Origin: OTHER }))).toEqual({
      Vary: 'Origin',
      'Access-Control-Allow-Origin': OTHER,
      'Access-Control-Expose-Headers': expect.stringContaining('SealDrop-Ticket'),
    })
  })

  test('exposes each header once, those of the providers among them', () => {
    const origins = new Origins([OTHER], ['upload-offset', 'x-file-id', 'x-file-id'])
    const headers = origins.headersFor(request('GET', { Origin: OTHER }))
    const exposed = (headers['Access-Control-Expose-Headers'] ?? '').toLowerCase().split(', ')
    expect(exposed).toContain('x-file-id')
    expect(new Set(exposed).size).toBe(exposed.length)
  })
})
