import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type DokstampSandbox, startDokstamp } from '../../src/sandbox/dokstamp/sandbox.ts'

// Everything here is done by hand with fetch: the sandbox is what other tests trust.

let sandbox: DokstampSandbox

beforeAll(async () => {
  sandbox = await startDokstamp()
})
afterEach(() => sandbox.reset())
afterAll(() => sandbox.close())

const pdf = (words: string): Blob => new Blob([`%PDF-1.7\n${words}\n%%EOF\n`])
const cipher = new Blob(['age-encryption.org/v1\n-> X25519 …'])

const ask = async (
  method: string,
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: BodyInit } = {},
) => {
  const known = { Authorization: `Bearer ${sandbox.token}`, 'X-Tenant': sandbox.tenant, ...headers }
  const sent = Object.entries(known).filter(([, value]) => value !== '')
  const answer = await fetch(`${sandbox.endpoint}${path}`, {
    method,
    headers: Object.fromEntries(sent),
    redirect: 'manual',
    ...(body !== undefined && { body }),
  })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, body: text && JSON.parse(text) }
}
const send = (...files: readonly Blob[]) => {
  const form = new FormData()
  for (const [at, file] of files.entries()) form.append('files[]', file, `${at}.pdf`)
  return ask('POST', '/files', { body: form })
}
const askToken = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  ask('POST', '/oauth/token', {
    headers: { Authorization: '', 'X-Tenant': '', ...headers },
    body: headers['Content-Type'] ? JSON.stringify(fields) : new URLSearchParams(fields),
  })
const credentials = () => ({
  grant_type: 'client_credentials',
  client_id: sandbox.clientId,
  client_secret: sandbox.clientSecret,
})

describe('the token endpoint', () => {
  it('gives a token for 12 hours, which opens the API', async () => {
    const { status, body } = await askToken(credentials())
    expect(status).toBe(200)
    expect(body).toEqual({
      token_type: 'Bearer',
      expires_in: 43_200,
      access_token: expect.stringMatching(/^demo-[0-9a-f]{48}$/),
    })
    const headers = { Authorization: `Bearer ${body.access_token}` }
    expect((await ask('GET', '/files', { headers })).status).toBe(200)
    const me = await ask('GET', '/auth/me', { headers: { ...headers, 'X-Tenant': '' } })
    expect(me.body.tenant.domain).toBe(sandbox.tenant)
  })

  it.each([
    ['a wrong secret', { client_secret: 'guess' }, {}, 401, 'invalid_client'],
    ['an unknown client', { client_id: 'guess' }, {}, 401, 'invalid_client'],
    ['another grant', { grant_type: 'password' }, {}, 400, 'unsupported_grant_type'],
    [
      'JSON instead of a form',
      {},
      { 'Content-Type': 'application/json' },
      400,
      'unsupported_grant_type',
    ],
  ] as const)('gives none for %s', async (_, wrong, headers, status, error) => {
    const answer = await askToken({ ...credentials(), ...wrong }, headers)
    expect(answer).toMatchObject({ status, body: { error } })
    expect(answer.body).not.toHaveProperty('access_token')
  })

  it('gives tokens that end', async () => {
    sandbox.flip({ tokenSeconds: 0 })
    const { body } = await askToken(credentials())
    expect(body.expires_in).toBe(0)
    const headers = { Authorization: `Bearer ${body.access_token}` }
    expect((await ask('GET', '/files', { headers })).status).toBe(401)
    sandbox.expireTokens()
    expect((await ask('GET', '/files')).status).toBe(401)
    sandbox.reset()
    expect((await ask('GET', '/files')).status).toBe(200)
  })
})

describe('an upload', () => {
  it('of several PDFs is answered in their order, in short', async () => {
    const { status, body } = await send(pdf('a'), pdf('bb'))
    expect(status).toBe(201)
    expect(body.data.map((file: object) => Object.keys(file))).toEqual([
      ['uuid', 'original_name', 'mime_type', 'size', 'used_at'],
      ['uuid', 'original_name', 'mime_type', 'size', 'used_at'],
    ])
    expect(body.data).toMatchObject([
      { original_name: '0.pdf', size: 17, used_at: null },
      { original_name: '1.pdf', size: 18, used_at: null },
    ])
    expect(sandbox.sealed(body.data[1].uuid).toString()).toContain('bb')
  })

  it.each([200, 201] as const)('of the same bytes gives the same record (%i)', async duplicate => {
    sandbox.flip({ duplicate })
    const first = await send(pdf('a'))
    expect(first.status).toBe(201)
    const [{ uuid }] = first.body.data
    sandbox.use(uuid)
    const second = await send(pdf('a'))
    expect(second.status).toBe(duplicate)
    expect(second.body.data).toMatchObject([{ uuid, used_at: expect.any(String) }])
    expect(sandbox.received()).toHaveLength(1)
  })

  it('of another tenant’s bytes gives a record of its own', async () => {
    const uuid = sandbox.foreign()
    const { body } = await send(new Blob([new Uint8Array(sandbox.sealed(uuid))]))
    expect(body.data[0].uuid).not.toBe(uuid)
  })

  it('of what is no PDF is refused by its place, and nothing of it stored', async () => {
    for (const [generation, more] of [
      ['newer', { success: false }],
      ['older', {}],
    ] as const) {
      sandbox.flip({ generation })
      expect(await send(pdf('a'), cipher, pdf('b'))).toMatchObject({ status: 422 })
      expect((await send(cipher)).body).toEqual({
        ...more,
        message: 'The given data was invalid.',
        errors: { 'files.0': ['The files.0 must be a file of type: pdf.'] },
      })
    }
    expect(sandbox.received()).toEqual([])
  })

  it('of nothing is refused as a whole', async () => {
    expect(await send()).toMatchObject({
      status: 422,
      body: { errors: { files: ['The files field is required.'] } },
    })
  })
})

describe('strangers', () => {
  it.each([
    ['no token', { Authorization: '' }, 401],
    ['a made-up token', { Authorization: 'Bearer guess' }, 401],
    ['another tenant', { 'X-Tenant': 'other.dokstamp.example' }, 401],
  ])('with %s get nothing', async (_, headers, status) => {
    expect((await ask('GET', '/files', { headers })).status).toBe(status)
  })

  it.each([
    ['newer', { success: false, message: 'Resource not found.' }],
    [
      'older',
      {
        message: 'No query results for model [App\\File] 00000000-0000-4000-8000-000000000000',
      },
    ],
  ] as const)('see no other tenant’s file (%s)', async (generation, body) => {
    sandbox.flip({ generation })
    expect((await ask('GET', `/files/${sandbox.foreign()}`)).status).toBe(404)
    const unknown = await ask('GET', '/files/00000000-0000-4000-8000-000000000000')
    expect(unknown).toMatchObject({ status: 404, body })
    expect((await ask('GET', '/files/not-a-uuid')).status).toBe(422)
  })

  it('who have a uuid may download, and nobody else', async () => {
    const { body } = await send(pdf('public'))
    const url = `${sandbox.endpoint}/files/${body.data[0].uuid}`
    expect(await (await fetch(`${url}/download`)).text()).toContain('public')
    expect((await fetch(url)).status).toBe(401)
    expect((await fetch(`${url.slice(0, -1)}/download`)).status).toBe(404)
  })
})

describe('CORS', () => {
  it.each([
    ['permissive', true],
    ['recorded', false],
    ['off', false],
  ] as const)('%s: X-Tenant is allowed: %s', async (cors, isAllowed) => {
    sandbox.flip({ cors })
    const { headers } = await fetch(`${sandbox.endpoint}/files`, { method: 'OPTIONS' })
    expect(/x-tenant/i.test(headers.get('access-control-allow-headers') ?? '')).toBe(isAllowed)
  })
})
