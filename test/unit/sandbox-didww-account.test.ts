import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type DidwwSandbox, startDidww } from '../../src/sandbox/didww/sandbox.ts'

// By hand with fetch: the sandbox is what other tests trust.

let sandbox: DidwwSandbox

beforeAll(async () => {
  sandbox = await startDidww({ modulusLength: 2048 })
})
afterEach(() => sandbox.reset())
afterAll(() => sandbox.close())

const VERSION = 'X-DIDWW-API-Version'
const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${sandbox.endpoint}/encrypted_files${path}`, {
    ...init,
    headers: { 'Api-Key': sandbox.apiKey, [VERSION]: '2026-04-16', ...init.headers },
  })
const upload = async (description: string, headers: HeadersInit = {}) => {
  const form = new FormData()
  form.append('encrypted_files[encryption_fingerprint]', sandbox.fingerprint)
  form.append('encrypted_files[file]', new Blob([new Uint8Array(randomBytes(600))]), 'a.enc')
  form.append('encrypted_files[description]', description)
  return ask('', { method: 'POST', body: form, headers })
}
const described = async (query: string): Promise<readonly string[]> =>
  (await (await ask(query)).json()).data.map(
    ({ attributes }: { attributes: { description: string } }) => attributes.description,
  )

describe('the list', () => {
  it('comes a page at a time, with links that lead from one to the next', async () => {
    for (const name of ['c', 'a', 'b']) await upload(name)
    const first = await (await ask('?page[size]=2&sort=description')).json()
    expect(first.data).toMatchObject([
      { type: 'encrypted_files', attributes: { description: 'a' } },
      { type: 'encrypted_files', attributes: { description: 'b' } },
    ])
    expect(first.meta).toEqual({ total_records: 3 })
    expect(Object.keys(first.links)).toEqual(['first', 'last', 'next'])

    const next = new URL(first.links.next).search
    const second = await (await ask(next)).json()
    expect(second.data).toMatchObject([{ attributes: { description: 'c' } }])
    expect(Object.keys(second.links)).toEqual(['first', 'last', 'prev'])
    expect(second.links.last).toBe(first.links.next)
  })

  it('is sorted and filtered as asked', async () => {
    for (const name of ['c', 'a', 'b']) await upload(name)
    expect(await described('?sort=-description')).toEqual(['c', 'b', 'a'])
    expect(await described('?sort=expires_at')).toEqual(['c', 'a', 'b'])
    const { id } = sandbox.received()[1] ?? { id: '' }
    expect(await described(`?filter[id]=${id}`)).toEqual(['a'])
    expect(await described('?filter[id]=other')).toEqual([])
  })

  it.each([
    ['?filter[description]=a', '102'],
    ['?include=all', '105'],
    ['?sort=size', '105'],
    ['?page[number]=0', '105'],
    ['?page[size]=many', '105'],
  ])('%s is refused with code %s', async (query, code) => {
    const answer = await ask(query)
    expect(answer.status).toBe(400)
    expect((await answer.json()).errors).toMatchObject([{ code, status: '400' }])
  })

  it('holds neither what was removed nor what has expired', async () => {
    const { data } = await (await upload('removed')).json()
    expect((await ask(`/${data.id}`, { method: 'DELETE' })).status).toBe(204)
    sandbox.flip({ lifetimeMs: 0 })
    await upload('expired')
    expect((await (await ask('')).json()).data).toEqual([])
  })

  it('shows one file as a list where that is switched on', async () => {
    const { data } = await (await upload('one')).json()
    sandbox.flip({ shows: 'array' })
    expect(await (await ask(`/${data.id}`)).json()).toEqual({ data: [data] })
  })
})

describe('version 2026-11-19', () => {
  const NEW = { [VERSION]: '2026-11-19' }
  const bearer = (token: string) => ({ ...NEW, Authorization: `Bearer ${token}` })
  const token = async (key = sandbox.apiKey) =>
    fetch(sandbox.tokenUrl, { method: 'POST', headers: { 'Api-Key': key } })

  it('takes a token of the token service, and no API key', async () => {
    const given = await (await token()).json()
    expect(given).toEqual({
      access_token: expect.stringMatching(/^token-[0-9a-f]{48}$/),
      token_type: 'Bearer',
      expires_in: 3600,
    })
    expect((await upload('a', bearer(given.access_token))).status).toBe(201)
    expect((await upload('a', NEW)).status).toBe(401)
    expect((await upload('a', bearer('made-up'))).status).toBe(401)
    expect((await token('wrong')).status).toBe(401)
    expect(sandbox.received()).toHaveLength(1)
  })

  it('refuses a token that has expired', async () => {
    sandbox.flip({ tokenSeconds: 0 })
    const { access_token, expires_in } = await (await token()).json()
    expect(expires_in).toBe(0)
    expect((await ask('', { headers: bearer(access_token) })).status).toBe(401)
    expect((await ask('', { headers: bearer(sandbox.issueToken('write', 0)) })).status).toBe(401)
  })

  it('lets a token for reading read, and says why it may not write', async () => {
    sandbox.flip({ tokenScope: 'read' })
    const { access_token } = await (await token()).json()
    expect((await ask('', { headers: bearer(access_token) })).status).toBe(200)
    const refused = await upload('a', bearer(access_token))
    expect(refused.status).toBe(403)
    expect(refused.headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope"')
    expect((await refused.json()).errors[0].title).toBe('Insufficient scope')
    const removed = await ask('/x', { method: 'DELETE', headers: bearer(access_token) })
    expect(removed.status).toBe(403)
  })

  it('gives the public keys without a token', async () => {
    expect((await fetch(`${sandbox.endpoint}/public_keys`, { headers: NEW })).status).toBe(200)
  })

  it('says what is too many and how long to wait; before, nobody documents that', async () => {
    sandbox.flip({ tooMany: { times: 2, retryAfter: 3 } })
    const answer = await ask('', { headers: bearer(sandbox.issueToken()) })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '3'])
    expect((await answer.json()).errors[0].code).toBe('too_many_requests')
    const older = await ask('')
    expect([older.status, older.headers.get('retry-after')]).toEqual([429, null])
    expect((await ask('')).status).toBe(200)
  })

  it('names itself in meta', async () => {
    sandbox.flip({ meta: true })
    const { meta } = await (await ask('', { headers: bearer(sandbox.issueToken()) })).json()
    expect(meta).toEqual({ total_records: 0, api_version: '2026-11-19' })
  })
})
