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
    const origins = new Origins({ own: `${SITE}/`, listed: [`${OTHER}/`] })
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
    expect(isServed(new Origins({ listed: [OTHER] }), request(method, headers))).toBe(served)
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

  test.each([
    // Made to lead here by DNS, without TLS: browsers then say nothing of the site.
    ['http://evil.example', 'http://evil.example', undefined, false],
    ['http://evil.example:3000', 'http://evil.example:3000', undefined, false],
    ['https://site.example', 'https://site.example', undefined, false],
    ['http://127.0.0.1.evil.example', 'http://127.0.0.1.evil.example', undefined, false],
    // What a proxy writes for its upstream, and a page of the visitor's own machine has, too.
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000', 'cross-site', false],
    ['http://localhost:3000', 'http://localhost:3000', 'same-site', false],
    ['http://localhost:3000', 'http://localhost:4000', undefined, false],
    ['http://localhost:3000', 'https://localhost:3000', undefined, false],
    ['http://localhost:3000', 'http://localhost:3000', undefined, true],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000', undefined, true],
    ['http://[::1]:3000', 'http://[::1]:3000', undefined, true],
    ['http://app.localhost', 'http://app.localhost', undefined, true],
    ['http://localhost:3000', 'http://localhost:3000', 'same-origin', true],
    ['http://relay:3000', 'https://site.example', 'same-origin', true],
  ])('a request to %s by the page of %s, of which the browser says %s: %s', (...given) => {
    const [host, Origin, site, served] = given
    const headers = { Origin, ...(site !== undefined && { 'Sec-Fetch-Site': site }) }
    for (const method of ['GET', 'POST', 'DELETE']) {
      const asked = new Request(`${host}/relay/didww`, { method, headers })
      expect(isServed(new Origins(), asked), method).toBe(served)
    }
  })

  test('who is refused because the relay does not know its own origin is told the option', () => {
    const asked = request('POST', { Origin: SITE })
    expect(() => new Origins().check(asked)).toThrow(/\borigin\b.*\borigins\b/)
  })

  test.each([
    [SITE, undefined, true],
    [SITE, 'same-origin', true],
    [OTHER, 'same-origin', false],
    ['http://relay:3000', undefined, false],
    ['http://relay:3000', 'same-origin', false],
    ['http://site.example', undefined, false],
    ['null', 'same-origin', false],
  ])('where the relay is told its own origin, that alone counts: %s, %s: %s', (...given) => {
    const [Origin, site, served] = given
    const headers = { Origin, ...(site !== undefined && { 'Sec-Fetch-Site': site }) }
    const asked = new Request('http://relay:3000/relay/didww', { method: 'POST', headers })
    expect(isServed(new Origins({ own: SITE }), asked)).toBe(served)
  })

  test('no page of another origin may read what it is told', () => {
    const headers = { Origin: OTHER, 'Sec-Fetch-Site': 'same-origin' }
    expect(new Origins().headersFor(request('POST', headers))).toEqual({})
  })
})

describe('a preflight', () => {
  const ask = (headers: Readonly<Record<string, string>>, method = 'OPTIONS') =>
    new Origins({ listed: [OTHER] }).preflight(
      request(method, { Origin: OTHER, 'Access-Control-Request-Method': 'PUT', ...headers }),
    )

  test('is an OPTIONS request that asks for a method, and nothing else', () => {
    expect(ask({})?.status).toBe(204)
    expect(ask({}, 'GET')).toBeUndefined()
    const plain = request('OPTIONS', { Origin: OTHER })
    expect(new Origins({ listed: [OTHER] }).preflight(plain)).toBeUndefined()
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
    const origins = new Origins({ listed: [OTHER] })
    expect(origins.headersFor(request('GET'))).toEqual({ Vary: 'Origin' })
    expect(origins.headersFor(request('GET', { Origin: SITE }))).toEqual({ Vary: 'Origin' })
    expect(origins.headersFor(request('GET', { Origin: OTHER }))).toEqual({
      Vary: 'Origin',
      'Access-Control-Allow-Origin': OTHER,
      'Access-Control-Expose-Headers': expect.stringContaining('SealDrop-Ticket'),
    })
  })

  test('exposes each header once, those of the providers among them', () => {
    const origins = new Origins({
      listed: [OTHER],
      responseHeaders: ['upload-offset', 'x-file-id', 'x-file-id'],
    })
    const headers = origins.headersFor(request('GET', { Origin: OTHER }))
    const exposed = (headers['Access-Control-Expose-Headers'] ?? '').toLowerCase().split(', ')
    expect(exposed).toContain('x-file-id')
    expect(new Set(exposed).size).toBe(exposed.length)
  })
})
