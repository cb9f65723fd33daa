import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type HttpSandbox, startHttp } from '../../src/sandbox/http/sandbox.ts'
import { referenceOf, relayFor } from './relay-tools.ts'

let http: HttpSandbox

beforeAll(async () => {
  http = await startHttp()
})
afterEach(() => http.reset())
afterAll(() => http.close())

describe('to any HTTP endpoint', () => {
  const relay = (more = {}) => {
    const headers = { Authorization: `Bearer ${http.token}` }
    return relayFor({ providers: { http: { endpoint: http.endpoint, headers, ...more } } })
  }

  test('the relay adds the headers it was given, to multipart and to bare bytes', async () => {
    const [form, raw] = await Promise.all([
      relay().post('/http'),
      relay().visit('PUT', '/http', { body: 'sealed', headers: { 'Content-Length': '6' } }),
    ])
    expect([form.status, raw.status]).toEqual([201, 201])
    expect(
      http
        .received()
        .map(({ size }) => size)
        .sort(),
    ).toEqual([12, 6].sort())
    const put = http.requests().find(({ method }) => method === 'PUT')
    expect(put?.headers['content-length']).toBe('6')
  })

  test.each([
    ['the id in its JSON', {}],
    ['a place in its JSON', { reference: { json: 'data.id' } }],
    ['a header', { reference: { header: 'X-File-Id' } }],
  ])('its ticket names the file by %s', async (_, more) => {
    const answer = await relay(more).post('/http')
    expect(await referenceOf(answer)).toBe(http.received()[0]?.id)
  })

  test.each([{}, { reference: { header: 'Location' } }])(
    'Location leads to the relay, and tells of no other server (%j)',
    async more => {
      const answer = await relay(more).post('/http')
      expect(answer.headers.get('location')).toBe(`/relay/http/files/${http.received()[0]?.id}`)
    },
  )
})
