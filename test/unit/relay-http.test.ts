import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { HttpUpstream } from '../../src/providers/http/relay.ts'
import { type HttpSandbox, startHttp } from '../../src/sandbox/http/sandbox.ts'
import { jsonOf, referenceOf, relayFor } from './relay-tools.ts'
import { upstreamOf } from './relay-upstream-tools.ts'

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

describe('an HTTP endpoint with a query', () => {
  const query = '?action=save&path=/a/&signature=s3cret-of+the/address=='

  test('is asked just as it is written, and no visitor reads what is secret in it', async () => {
    const { url, seen } = await upstreamOf((request, response) =>
      response
        .writeHead(201, { Location: '/files/7' })
        .end(JSON.stringify({ id: 7, at: request.url, again: encodeURIComponent(query) })),
    )
    const relay = relayFor({ providers: { http: { endpoint: `${url}/upload/${query}` } } })
    const answer = await relay.post('/http')
    expect(answer.status).toBe(201)
    expect(answer.headers.get('location')).toBe('/relay/http/files/7')
    expect(seen.map(({ path }) => path)).toEqual([`/upload/${query}`])
    const told = `${JSON.stringify([...answer.headers])}${await answer.text()}`
    expect(decodeURIComponent(told)).not.toContain('s3cret')
    expect(told).toContain('save')
  })

  test.each([{ json: 'id' }, { header: 'Location' }, undefined])(
    'a query that the upstream adds to Location, as signed URLs have, is read nowhere (%j)',
    async reference => {
      const signed = '?X-Amz-Signature=5f2a9c1d&X-Amz-Expires=300'
      const { url } = await upstreamOf((request, response) => {
        const at = `http://${request.headers.host}/files/7${signed}`
        const said = { at, escaped: at.replaceAll('&', '&amp;'), sig: '5f2a9c1d', expires: '300' }
        response.writeHead(201, { Location: at }).end(JSON.stringify({ id: 'f-7', ...said }))
      })
      const http = { endpoint: `${url}/upload`, ...(reference && { reference }) }
      const relay = relayFor({ providers: { http } })
      const answer = await relay.post('/http')
      expect(answer.headers.get('location')).toBe('/relay/http/files/7')
      expect(await referenceOf(answer)).toBe(
        reference && 'header' in reference ? '/files/7' : 'f-7',
      )
      expect(await jsonOf(answer)).toMatchObject({ sig: '[removed]', expires: '300' })
      expect(await relay.saidSoFar()).not.toMatch(/5f2a9c1d|X-Amz/)
    },
  )

  test('nor any of the secrets that have one name', async () => {
    const query = '?key=first-secret&key=second-secret'
    const { url } = await upstreamOf((request, response) =>
      response.writeHead(201).end(JSON.stringify({ id: 7, at: request.url })),
    )
    const relay = relayFor({ providers: { http: { endpoint: `${url}/upload${query}` } } })
    expect(await (await relay.post('/http')).text()).not.toMatch(/first|second/)
  })
})

describe('of an HTTP endpoint’s answer', () => {
  const LONGEST = 'r'.repeat(2_048)

  test.each<[string, object, object, HttpUpstream['reference'], string | undefined]>([
    ['its id', { id: 'f-1', data: { id: 'f-2' } }, { Location: '/3' }, undefined, 'f-1'],
    ['a number', { id: 7 }, {}, undefined, '7'],
    ['the id in its data', { id: '', data: { id: 'f-2' } }, { Location: '/3' }, undefined, 'f-2'],
    ['its Location', { id: {}, data: { id: true } }, { Location: '/3?v=1' }, undefined, '/3'],
    ['the longest text', { id: LONGEST }, {}, undefined, LONGEST],
    ['none that is longer', { id: `${LONGEST}r` }, {}, undefined, undefined],
    ['nothing', {}, {}, undefined, undefined],
    ['its place', { id: 'f-1', file: { key: 'f-2' } }, {}, { json: 'file.key' }, 'f-2'],
    ['no other place', { id: 'f-1' }, { Location: '/3' }, { json: 'file.key' }, undefined],
    ['no property of every text', { id: 'f-1' }, {}, { json: 'id.length' }, undefined],
    ['no property of every object', { id: 'f-1' }, {}, { json: 'constructor.name' }, undefined],
    ['its header', { id: 'f-1' }, { 'X-File-Id': 'f-2' }, { header: 'x-File-id' }, 'f-2'],
    ['no other header', { id: 'f-1' }, { Location: '/3' }, { header: 'X-File-Id' }, undefined],
    ['no empty header', { id: 'f-1' }, { 'X-File-Id': '' }, { header: 'X-File-Id' }, undefined],
    ['its Location', { id: 'f-1' }, { Location: '/3' }, { header: 'LOCATION' }, '/3'],
    ['a header', { id: 'f-1' }, { 'X-Location': 'x' }, { header: 'X-Location' }, 'x'],
    ['a header', { id: 'f-1' }, { 'Location-Id': 'x' }, { header: 'Location-Id' }, 'x'],
  ])('the ticket names %s: %j %j, by %j', async (_, json, headers, reference, named) => {
    const { url } = await upstreamOf((_, response) =>
      response.writeHead(201, { ...headers }).end(JSON.stringify(json)),
    )
    const answer = await relayFor({
      providers: { http: { endpoint: url, ...(reference && { reference }) } },
    }).post('/http')
    expect(answer.status).toBe(named === undefined ? 502 : 201)
    expect(await referenceOf(answer)).toBe(named)
    expect(answer.headers.has('sealdrop-ticket')).toBe(named !== undefined)
  })

  test.each<[HttpUpstream['reference'], string]>([
    [undefined, 'json id, json data.id, header Location'],
    [{ json: 'file.key' }, 'json file.key'],
    [{ header: 'X-File-Id' }, 'header X-File-Id'],
  ])(
    'that names no file is no upload, and the log says where it looked: %j',
    async (reference, rule) => {
      for (const [status, body] of [
        [201, '{"file":{}}'],
        [200, 'Thank you'],
        [204, ''],
      ] as const) {
        const { url, seen } = await upstreamOf((_, response) =>
          response.writeHead(status).end(body),
        )
        const http = { endpoint: url, ...(reference && { reference }) }
        const relay = relayFor({ providers: { http } })
        // Also when it is sent again: it is stored.
        for (let time = 0; time < 2; time++) {
          const answer = await relay.post('/http')
          expect([answer.status, await jsonOf(answer)]).toEqual([
            502,
            {
              code: 'no-reference',
              message: 'The provider took the file, and its answer does not name it.',
              outcome: 'unknown',
            },
          ])
        }
        expect(seen).toHaveLength(1)
        expect(relay.log[0]).toMatchObject({ status: 502, code: 'no-reference', rule })
      }
    },
  )

  test.each([
    ['X-File-Id', 'x'],
    ['Location-Id', 'x'],
    ['Content-Location', 'x'],
    ['Set-Cookie', null],
    ['Set-Cookie2', null],
  ])(
    'the page reads the header that names the file, and no other: %s: %s',
    async (header, told) => {
      const { url } = await upstreamOf((_, response) =>
        response.writeHead(201, { [header]: 'x', 'X-Other': 'x' }).end('{}'),
      )
      const relay = relayFor({ providers: { http: { endpoint: url, reference: { header } } } })
      const { headers } = await relay.post('/http')
      expect([headers.get(header), headers.get('x-other')]).toEqual([told, null])
      const other = relayFor({ providers: { http: { endpoint: url, reference: { json: 'id' } } } })
      expect((await other.post('/http')).headers.has(header)).toBe(false)
    },
  )
})
