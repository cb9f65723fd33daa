import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type PrivasferSandbox, startPrivasfer } from '../../src/sandbox/privasfer/sandbox.ts'
import { jsonOf, referenceOf, relayFor } from './relay-tools.ts'
import { upstreamOf } from './relay-upstream-tools.ts'

let privasfer: PrivasferSandbox

beforeAll(async () => {
  privasfer = await startPrivasfer()
})
afterEach(() => privasfer.reset())
afterAll(() => privasfer.close())

describe('to Privasfer', () => {
  const NAME = 'b1946ac9-2d5f-4d3a-9c1e-0123456789ab'
  const relay = (more = {}) => {
    const { endpoint, token } = privasfer
    return relayFor({ providers: { privasfer: { endpoint, token } }, ...more })
  }
  const find = async (keyword: string, visitor = relay()) =>
    visitor.visit('GET', `/privasfer/files?sort=-created_at&keyword=${encodeURIComponent(keyword)}`)

  test('the relay adds the token', async () => {
    const answer = await relay().post('/privasfer/files')
    expect(answer.status).toBe(201)
    expect(await referenceOf(answer)).toBe(privasfer.received()[0]?.id)
  })

  test('an upload whose answer was lost is found by its name, and nothing else is', async () => {
    const others = [`${NAME.slice(0, -1)}c.age`, `passport-0a1b2c3d.pdf.age`, `0a1b2c3d${NAME}.pdf`]
    for (const name of others) privasfer.put(name, 10)
    await relay().post('/privasfer/files')
    const [mine] = privasfer.received().filter(({ wireName }) => wireName === `${NAME}.age`)
    for (const keyword of [NAME, `${NAME}.age`]) {
      const answer = await find(keyword)
      expect(await referenceOf(answer)).toBe(mine?.id)
      expect((await jsonOf(answer)).data).toEqual([expect.objectContaining({ id: mine?.id })])
    }
    const byName = await find('passport-0a1b2c3d.pdf')
    expect((await jsonOf(byName)).data).toHaveLength(1)
    expect((await jsonOf(await find('port-0a1b2c3d.pdf'))).data).toEqual([])
    expect((await jsonOf(await find('passport-0a1b2c3e.pdf'))).data).toEqual([])
  })

  test.each([
    [`${NAME}.pdf.age`, NAME, `${NAME}.pdf.age`, true],
    [`${NAME}.pdf.age`, NAME, `${NAME}.pdf`, true],
    [`${NAME}.pdf.age`, undefined, `${NAME}.pdf`, true],
    [`${NAME}.pdf.age`, 'x', NAME, false],
    [`${NAME}.pdf.age`, 'x', `${NAME}.age`, false],
    [`${NAME}.pdf.age`, 'x', `${NAME}.pd`, false],
    [undefined, NAME, NAME, true],
    [undefined, 'x', NAME, false],
    [7, 7, NAME, false],
  ])('a file called %j, and %j without its suffix, is found by %s: %s', async (...given) => {
    const [full_filename, filename, keyword, isFound] = given
    const file = { id: 'f-1', full_filename, filename }
    for (const answer of [[file], { data: [file, null, 'text'] }]) {
      const { url } = await upstreamOf((_, response) => response.end(JSON.stringify(answer)))
      const visitor = relayFor({ providers: { privasfer: { endpoint: url, token: 'secret' } } })
      const found = await find(keyword, visitor)
      expect(await jsonOf(found.clone())).toEqual({ data: isFound ? [file] : [] })
      expect(await referenceOf(found)).toBe(isFound ? 'f-1' : undefined)
    }
  })

  test('of two files with one name none is taken for the upload', async () => {
    for (const _ of [1, 2]) privasfer.put(`${NAME}.age`, 10)
    const answer = await find(NAME)
    expect((await jsonOf(answer)).data).toHaveLength(2)
    expect(answer.headers.has('sealdrop-ticket')).toBe(false)
  })

  test('where allow names the list, all that is found is told, and the upload has its ticket', async () => {
    const visitor = relay({ allow: { privasfer: ['list'] } })
    for (const name of [`${NAME}.age`, `x${NAME}.age`]) privasfer.put(name, 10)
    const answer = await find(NAME, visitor)
    expect((await jsonOf(answer.clone())).data).toHaveLength(2)
    const mine = privasfer.received().find(({ wireName }) => wireName === `${NAME}.age`)
    expect(await referenceOf(answer)).toBe(mine?.id)
    const all = await visitor.visit('GET', '/privasfer/files')
    expect((await jsonOf(all.clone())).data).toHaveLength(2)
    expect(all.headers.has('sealdrop-ticket')).toBe(false)
  })

  test('a part of a name finds nothing', async () => {
    privasfer.put('passport-0a1b2c3d.pdf.age', 10)
    const parts = ['passport', '.age', '-', '0a1b2c3d', 'x-0a1b2c3', 'a1b2c3d4e', '%']
    for (const keyword of [...parts, NAME.slice(0, 35)])
      expect((await find(keyword)).status, keyword).toBe(403)
  })

  test.each([
    ...['', '.pdf', '.pdf.age', `.${'x'.repeat(31)}`].map(end => [NAME + end, 200] as const),
    ...['a0000000', '0000000a', '0a0b0c0d'].map(hex => [`scan-${hex}.pdf.age`, 200] as const),
    ...['.', '.a.b.c', '..', `.${'x'.repeat(32)}`].map(end => [NAME + end, 403] as const),
    ...['00000000', 'a000000', 'a00000000', 'a000000g', 'g000000a', 'A0000000', ''].map(
      hex => [`scan-${hex}.pdf`, 403] as const,
    ),
    [`x${NAME}`, 403],
    ['scana0000000', 403],
    [NAME.replace('b1946ac9', 'b1946acg'), 403],
    [NAME.replace('b1946ac9', 'b'), 403],
    [NAME.replace('2d5f', '2d5g'), 403],
    [NAME.replace('-2d5f', ''), 403],
    [NAME.replace('-2d5f', '-2'), 403],
    [NAME.replace('ab', 'ag'), 403],
    [NAME.slice(0, -1), 403],
    [NAME.toUpperCase(), 403],
  ] as const)('what can be guessed is not looked for: %s: %d', async (keyword, status) => {
    expect((await find(keyword)).status).toBe(status)
  })

  test('a page of the list is asked for as the visitor wants it, and nothing else is', async () => {
    const visitor = relay({ allow: { privasfer: ['list', 'inbox'] } })
    const query = 'include=download&sort=-created_at&keyword=pass&page=2&_=1700000000000'
    for (const path of ['files', 'inbox']) {
      await visitor.visit('GET', `/privasfer/${path}?${query}&token=mine`)
      expect(privasfer.requests().at(-1)?.path).toBe(`/api/${path}?${query}`)
    }
  })

  test('a date in a name is not taken for what makes it a parcel’s', async () => {
    privasfer.put('payroll-20240115.pdf', 10)
    for (const keyword of ['20240115', 'payroll-20240115', 'payroll-20240115.pdf'])
      expect((await find(keyword)).status, keyword).toBe(403)
  })

  test('the list itself, the inbox, mails, downloads and keys are open where allow names them', async () => {
    const all = relay({
      allow: {
        privasfer: [
          'list',
          'get',
          'update',
          'remove',
          'createDownload',
          'inbox',
          'message',
          'mails',
          'sendMail',
          'createKey',
          'removeKey',
        ],
      },
    })
    const id = privasfer.put('passport-0a1b2c3d.pdf.age', 10)
    const json = { 'Content-Type': 'application/json', Accept: 'application/json' }
    const ask = async (method: string, path: string, body?: object): Promise<number> => {
      const sent = body ? { body: JSON.stringify(body) } : {}
      const answer = await all.visit(method, `/privasfer${path}`, { headers: json, ...sent })
      return answer.status
    }
    const [letter] = privasfer.inbox()
    expect(await ask('GET', '/files?keyword=pass')).toBe(200)
    expect(await ask('GET', `/files/${id}`)).toBe(200)
    expect(await ask('PATCH', `/files/${id}`, { filename: 'x' })).toBe(200)
    expect(await ask('POST', '/downloads', { files: [id] })).toBeLessThan(300)
    expect(await ask('GET', '/inbox')).toBe(200)
    expect(await ask('GET', `/inbox/${letter}?include=download`)).toBe(200)
    expect(await ask('GET', '/mails')).toBe(200)
    expect(await ask('POST', '/mails', { subject: 'x' })).toBeLessThan(300)
    const key = await all.visit('POST', '/privasfer/keys', {
      headers: json,
      body: JSON.stringify({ pin: privasfer.pin }),
    })
    const { data } = (await key.json()) as { data: { key: string } }
    expect(await ask('DELETE', `/keys/${data.key}`)).toBe(204)
    expect(await ask('DELETE', `/files/${id}`)).toBe(204)
  })

  test('what it says of the rate limit is passed on', async () => {
    const answer = await relay().post('/privasfer/files')
    expect(answer.headers.get('x-ratelimit-limit')).toBe('300')
    expect(answer.headers.get('x-ratelimit-remaining')).toMatch(/^\d+$/)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
})
