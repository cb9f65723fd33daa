import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { verifyTicket } from '../../src/relay/index.ts'
import { type DidwwSandbox, startDidww } from '../../src/sandbox/didww/sandbox.ts'
import { type DokstampSandbox, startDokstamp } from '../../src/sandbox/dokstamp/sandbox.ts'
import { type HttpSandbox, startHttp } from '../../src/sandbox/http/sandbox.ts'
import { type PrivasferSandbox, startPrivasfer } from '../../src/sandbox/privasfer/sandbox.ts'
import { jsonOf, relayFor, type TestRelay, TICKET_KEY } from './relay-tools.ts'

let didww: DidwwSandbox
let privasfer: PrivasferSandbox
let dokstamp: DokstampSandbox
let http: HttpSandbox

beforeAll(async () => {
  ;[didww, privasfer, dokstamp, http] = await Promise.all([
    startDidww({ modulusLength: 2048 }),
    startPrivasfer(),
    startDokstamp(),
    startHttp(),
  ])
})
afterEach(() => {
  vi.useRealTimers()
  for (const sandbox of [didww, privasfer, dokstamp, http]) sandbox.reset()
})
afterAll(() => Promise.all([didww, privasfer, dokstamp, http].map(sandbox => sandbox.close())))

const stamp = () => ({
  endpoint: dokstamp.endpoint,
  clientId: dokstamp.clientId,
  clientSecret: dokstamp.clientSecret,
  tenant: dokstamp.tenant,
})
const referenceOf = async (answer: Response): Promise<string | undefined> =>
  (await verifyTicket(answer.headers.get('sealdrop-ticket'), TICKET_KEY))?.reference

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

const legacyForm = (fingerprint: string): FormData => {
  const form = new FormData()
  form.set('encrypted_files[encryption_fingerprint]', fingerprint)
  form.set('encrypted_files[items][][file]', new Blob(['sealed']), 'x.enc')
  return form
}

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

  test('a part of a name finds nothing', async () => {
    privasfer.put('passport-0a1b2c3d.pdf.age', 10)
    const parts = ['passport', '.age', '-', '0a1b2c3d', 'x-0a1b2c3', 'a1b2c3d4e', '%']
    for (const keyword of [...parts, NAME.slice(0, 35)])
      expect((await find(keyword)).status, keyword).toBe(403)
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

describe('to DokStamp', () => {
  const pdf = (text: string) => new Blob([`%PDF-1.7\n${text}\n%%EOF\n`])
  const send = (relay: TestRelay, ...texts: readonly string[]) => {
    const form = new FormData()
    for (const text of texts) form.append('files[]', pdf(text), `${text}.pdf`)
    return relay.visit('POST', '/dokstamp/files', { body: form })
  }
  const tokensAsked = () => dokstamp.requests().filter(({ path }) => path === '/oauth/token').length

  test('the relay signs in with its client credentials, once for all who wait', async () => {
    const relay = relayFor({ providers: { dokstamp: stamp() } })
    const answers = await Promise.all(['a', 'b', 'c'].map(text => send(relay, text)))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(tokensAsked()).toBe(1)
    expect(dokstamp.requests().at(-1)?.headers['x-tenant']).toBe(dokstamp.tenant)
    expect(dokstamp.received()).toHaveLength(3)
  })

  test('it renews its token a minute before that expires', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const relay = relayFor({ providers: { dokstamp: stamp() } })
    await send(relay, 'a')
    vi.advanceTimersByTime(43_139_000)
    await send(relay, 'b')
    expect(tokensAsked()).toBe(1)
    vi.advanceTimersByTime(1_000)
    const late = await Promise.all([send(relay, 'c'), send(relay, 'd')])
    expect(late.map(({ status }) => status)).toEqual([201, 201])
    expect(tokensAsked()).toBe(2)
  })

  test('a token that is refused is not used again', async () => {
    const relay = relayFor({ providers: { dokstamp: stamp() } })
    await send(relay, 'a')
    dokstamp.expireTokens()
    expect((await send(relay, 'b')).status).toBe(401)
    expect((await send(relay, 'b')).status).toBe(201)
    expect(tokensAsked()).toBe(2)
  })

  test('wrong credentials are the server’s affair, and the next visitor asks again', async () => {
    const relay = relayFor({
      providers: { dokstamp: { ...stamp(), clientSecret: 'not the client secret' } },
    })
    const answer = await send(relay, 'a')
    expect([answer.status, (await jsonOf(answer)).message]).toEqual([
      502,
      'The provider gave the relay no access token.',
    ])
    await send(relay, 'a')
    expect(tokensAsked()).toBe(2)
  })

  test('several files in one request have a ticket each, in their order', async () => {
    const relay = relayFor({ providers: { dokstamp: stamp() } })
    const answer = await send(relay, 'a', 'b')
    const { data } = (await answer.clone().json()) as { data: { uuid: string }[] }
    const tickets = (answer.headers.get('sealdrop-ticket') ?? '').split(', ')
    const said = await Promise.all(tickets.map(ticket => verifyTicket(ticket, TICKET_KEY)))
    expect(said.map(ticket => ticket?.reference)).toEqual(data.map(({ uuid }) => uuid))
  })

  test('a ticket shows its file, and never deletes it: it may be somebody else’s, too', async () => {
    const relay = relayFor({ providers: { dokstamp: stamp() } })
    const answer = await send(relay, 'a')
    const headers = { 'SealDrop-Ticket': answer.headers.get('sealdrop-ticket') ?? '' }
    const path = `/dokstamp/files/${await referenceOf(answer)}`
    expect((await relay.visit('GET', path, { headers })).status).toBe(200)
    for (const [method, more] of [
      ['DELETE', ''],
      ['PATCH', ''],
      ['PUT', ''],
      ['GET', '/download'],
    ])
      expect((await relay.visit(method ?? '', `${path}${more}`, { headers })).status).toBe(403)
    expect(dokstamp.received()).toHaveLength(1)
  })

  test('where allow names them, files are listed, changed, downloaded and removed', async () => {
    const relay = relayFor({
      providers: { dokstamp: stamp() },
      allow: { dokstamp: ['list', 'get', 'update', 'replace', 'remove', 'download'] },
    })
    const path = `/dokstamp/files/${await referenceOf(await send(relay, 'a'))}`
    const list = await relay.visit('GET', '/dokstamp/files?where%5Bused_at%5D=null')
    expect((await jsonOf(list)).data).toHaveLength(1)
    for (const method of ['PATCH', 'PUT']) {
      const body = JSON.stringify({ original_name: 'x' })
      const headers = { 'Content-Type': 'application/json' }
      expect((await relay.visit(method, path, { body, headers })).status).toBe(200)
    }
    const file = await relay.visit('GET', `${path}/download`)
    expect(await file.text()).toBe(await pdf('a').text())
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(dokstamp.requests().at(-1)?.headers).not.toHaveProperty('authorization')
    expect((await relay.visit('DELETE', path)).status).toBe(204)
    expect(dokstamp.received()).toEqual([])
  })
})

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
