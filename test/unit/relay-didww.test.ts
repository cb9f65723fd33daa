import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { type DidwwSandbox, startDidww } from '../../src/sandbox/didww/sandbox.ts'
import { jsonOf, referenceOf, relayFor, type TestRelay } from './relay-tools.ts'

let didww: DidwwSandbox

beforeAll(async () => {
  didww = await startDidww({ modulusLength: 2048 })
})
afterEach(() => {
  vi.useRealTimers()
  didww.reset()
})
afterAll(() => didww.close())

const legacyForm = (fingerprint: string): FormData => {
  const form = new FormData()
  form.set('encrypted_files[encryption_fingerprint]', fingerprint)
  form.set('encrypted_files[items][][file]', new Blob(['sealed']), 'x.enc')
  return form
}

describe('to DIDWW', () => {
  const upload = (relay: TestRelay, version = '2026-04-16') => {
    const form = new FormData()
    form.set('encrypted_files[encryption_fingerprint]', didww.fingerprint)
    form.set('encrypted_files[file]', new Blob(['sealed']), 'x.enc')
    const headers = { 'X-DIDWW-API-Version': version }
    return relay.visit('POST', '/didww/encrypted_files', { body: form, headers })
  }
  const last = () => didww.requests().at(-1)

  test('the relay adds the API key, and the public keys need none', async () => {
    const { endpoint, apiKey } = didww
    const relay = relayFor({ providers: { didww: { endpoint, apiKey } } })
    expect((await relay.visit('GET', '/didww/public_keys')).status).toBe(200)
    expect(last()?.headers).not.toHaveProperty('api-key')
    const answer = await upload(relay)
    expect(answer.status).toBe(201)
    const { data } = (await answer.clone().json()) as { data: { id: string } }
    expect(didww.received().map(({ id }) => id)).toEqual([data.id])
    expect(await referenceOf(answer)).toBe(data.id)
    expect(last()?.headers['x-didww-api-version']).toBe('2026-04-16')
  })

  test('an upload in the older form has its ticket, too', async () => {
    const { endpoint, apiKey } = didww
    const relay = relayFor({ providers: { didww: { endpoint, apiKey } } })
    didww.flip({ legacy: true })
    const answer = await relay.visit('POST', '/didww/encrypted_files', {
      body: legacyForm(didww.fingerprint),
      headers: { 'X-DIDWW-API-Version': '2022-05-10' },
    })
    const { ids } = await jsonOf(answer)
    expect([await referenceOf(answer)]).toEqual(ids)
  })

  test('with version 2026-11-19 it gets a short-lived token, once for all, and a new one in time', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { endpoint, apiKey, tokenUrl } = didww
    const relay = relayFor({
      providers: { didww: { endpoint, apiKey, token: { url: tokenUrl, apiKey } } },
    })
    const asked = () => didww.requests().filter(({ path }) => path === '/token').length
    const both = await Promise.all([upload(relay, '2026-11-19'), upload(relay, '2026-11-19')])
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    expect(asked()).toBe(1)
    expect(last()?.headers).not.toHaveProperty('api-key')
    vi.advanceTimersByTime(3_539_000)
    expect((await upload(relay, '2026-11-19')).status).toBe(201)
    expect(asked()).toBe(1)
    vi.advanceTimersByTime(1_000)
    expect((await upload(relay, '2026-11-19')).status).toBe(201)
    expect(asked()).toBe(2)
    expect((await upload(relay)).status).toBe(201)
    expect(last()?.headers['api-key']).toBe(apiKey)
  })

  test.each([
    ['a text', (token: string) => token],
    ['a function', (token: string) => async () => token],
  ])('an access token may be given as %s', async (_, given) => {
    const { endpoint } = didww
    const token = given(didww.issueToken())
    const relay = relayFor({ providers: { didww: { endpoint, token } } })
    expect((await upload(relay, '2026-11-19')).status).toBe(201)
  })

  test('where allow names them, files are listed, shown and removed', async () => {
    const { endpoint, apiKey } = didww
    const relay = relayFor({
      providers: { didww: { endpoint, apiKey } },
      allow: { didww: ['list', 'get', 'remove'] },
    })
    const id = await referenceOf(await upload(relay))
    const headers = { 'X-DIDWW-API-Version': '2026-04-16' }
    const query = `filter%5Bid%5D=${id}&page%5Bsize%5D=5&api-key=mine`
    const list = await relay.visit('GET', `/didww/encrypted_files?${query}`, { headers })
    expect(list.status).toBe(200)
    expect(last()?.path).toBe(`/v3/encrypted_files?filter%5Bid%5D=${id}&page%5Bsize%5D=5`)
    const ofThis = `/didww/encrypted_files/${id}`
    expect((await relay.visit('GET', ofThis, { headers })).status).toBe(200)
    expect((await relay.visit('DELETE', ofThis, { headers })).status).toBe(204)
    expect((await relay.visit('GET', ofThis, { headers })).status).toBe(404)
  })
})
