import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { RelayOptions } from '../../src/relay/index.ts'
import { verifyTicket } from '../../src/relay/index.ts'
import { type CryptshareSandbox, startCryptshare } from '../../src/sandbox/cryptshare/sandbox.ts'
import { ANY, jsonOf, relayFor, startUpstream, type TestRelay, TICKET_KEY } from './relay-tools.ts'

let server: CryptshareSandbox

beforeAll(async () => {
  server = await startCryptshare()
})
afterEach(() => {
  vi.useRealTimers()
  server.reset()
  server.expireTokens()
})
afterAll(() => server.close())

const relayed = (more: Partial<RelayOptions> = {}): TestRelay => {
  const { endpoint, user, clientId, recipients } = server
  return relayFor({ providers: { cryptshare: { endpoint, user, clientId, recipients } }, ...more })
}
const ask = (relay: TestRelay, method: string, path: string, body?: object, as = 'ada') =>
  relay.visit(method, `/cryptshare${path.replace(/^\/relay\/cryptshare/, '')}`, {
    as,
    headers: { 'X-CS-MajorApiVersion': '1', 'X-CS-MinimumMinorApiVersion': '12' },
    ...(body && { body: JSON.stringify(body) }),
  })
const SESSIONS = '/users/me/transfer-sessions'
const start = async (relay: TestRelay, body: object = {}, as = 'ada'): Promise<string> => {
  const answer = await ask(relay, 'POST', SESSIONS, body, as)
  expect(answer.status).toBe(201)
  return answer.headers.get('location') ?? ''
}
const register = async (relay: TestRelay, session: string): Promise<string> => {
  const answer = await relay.visit('POST', `${session.slice('/relay'.length)}/files`, {
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ fileName: 'a.age', size: 6 }),
  })
  const { data } = (await answer.clone().json()) as { data: { fileId: string } }
  expect(answer.headers.get('location')).toBe(`${session}/files/${data.fileId}`)
  return data.fileId
}
const put = (relay: TestRelay, session: string, file: string, as = 'ada') =>
  relay.visit('PUT', `${session.slice('/relay'.length)}/files/${file}/content`, {
    as,
    headers: { 'Content-Type': 'application/octet-stream', 'Content-Length': '6' },
    body: 'sealed',
  })
const tokensAsked = () =>
  server.requests().filter(({ path }) => path.endsWith('/verification/token')).length

describe('a visitor', () => {
  test.each(['absolute', 'relative', 'internal'] as const)(
    'sends a transfer from the first to the last step (Location: %s)',
    async locations => {
      server.flip({ locations })
      const relay = relayed()
      const policy = await ask(relay, 'POST', '/users/me/transfer-policy', { recipients: [] })
      expect(policy.status).toBe(200)
      const session = await start(relay)
      expect(session).toMatch(/^\/relay\/cryptshare\/users\/me\/transfer-sessions\/[\w-]+$/)
      const file = await register(relay, session)
      const sent = await put(relay, session, file)
      expect(sent.status).toBe(200)
      const [received] = server.received()
      const ticket = await verifyTicket(sent.headers.get('sealdrop-ticket'), TICKET_KEY, ANY)
      expect(ticket).toMatchObject({ reference: file, transfer: received?.transfer })
      expect((await ask(relay, 'GET', session)).status).toBe(200)
      const confidential = { confidentialMessageFileId: file }
      expect((await ask(relay, 'PATCH', session, confidential)).status).toBe(200)
      const submitted = await ask(relay, 'POST', session)
      expect(submitted.status).toBe(201)
      const transfer = submitted.headers.get('location') ?? ''
      expect(transfer).toMatch(/^\/relay\/cryptshare\/users\/me\/transfers\/[\w-]+$/)
      expect((await ask(relay, 'GET', transfer)).status).toBe(200)
      expect(server.sessions()[0]?.isSubmitted).toBe(true)
      expect(tokensAsked()).toBe(1)
    },
  )

  test.each([
    ['a text', '{"data":{"fileId":"f-1"}}', '/files/f-1'],
    ['a number', '{"data":{"fileId":7}}', '/files/7'],
    ['missing', '{"data":{}}', undefined],
    ['no plain id', '{"data":{"fileId":"../f"}}', undefined],
  ])('hears where a registered file is, if its id is %s', async (_, text, end) => {
    const upstream = await startUpstream((request, response) => {
      const { url = '' } = request
      if (url.endsWith('/verification/token'))
        return response.end('{"data":{"token":"a-token","validUntil":""}}')
      if (url.endsWith('/files')) return response.writeHead(201).end(text)
      response.writeHead(201, { Location: `${url}/s-1` }).end()
    })
    const { user, clientId, recipients } = server
    const endpoint = `${upstream.url}/api`
    const relay = relayFor({ providers: { cryptshare: { endpoint, user, clientId, recipients } } })
    const session = await start(relay)
    const answer = await ask(relay, 'POST', `${session}/files`, { fileName: 'a.age' })
    expect(answer.status).toBe(201)
    expect(answer.headers.get('location')).toBe(end === undefined ? null : session + end)
    await upstream.close()
  })

  test('can take files back, and leave a session', async () => {
    const relay = relayed()
    const session = await start(relay)
    const file = await register(relay, session)
    expect((await ask(relay, 'DELETE', `${session}/files/${file}`)).status).toBe(204)
    expect((await ask(relay, 'DELETE', session)).status).toBe(204)
    expect(server.received()).toEqual([])
  })

  test('cannot say who sends and who reads', async () => {
    const relay = relayed()
    const theirs = {
      sender: { name: 'The bank' },
      recipients: { to: [{ mail: 'evil@example.net' }], bcc: [{ mail: 'evil@example.net' }] },
    }
    const session = await start(relay, theirs)
    await ask(relay, 'PATCH', session, theirs)
    await ask(relay, 'POST', '/users/evil@example.net/transfer-policy', {
      recipients: ['evil@example.net'],
    })
    const [stored] = server.sessions()
    expect(stored?.recipients).toEqual({ to: server.recipients.to.map(mail => ({ mail })) })
    const said = JSON.stringify(server.requests().map(({ path, body }) => `${path} ${body}`))
    expect(said).not.toMatch(/evil|The bank/)
    expect(said).toContain(encodeURIComponent(server.user))
  })

  test('cannot write to the recipients, or choose a password, unless allow names edit', async () => {
    for (const patch of [
      { notificationMessage: { subject: 'Pay', body: '<b>now</b>' } },
      { securityMode: { name: 'ONE_TIME_PASSWORD' } },
      { sendRecipientNotifications: false },
    ]) {
      const relay = relayed()
      const session = await start(relay)
      const before = server.requests().length
      expect((await ask(relay, 'PATCH', session, patch)).status).toBe(403)
      expect(server.requests().length).toBe(before)
      const free = relayed({ allow: { cryptshare: ['edit'] } })
      expect((await ask(free, 'PATCH', await start(free), patch)).status).toBe(200)
    }
  })

  test('names recipients and sender where allow names them', async () => {
    const relay = relayed({ allow: { cryptshare: ['recipients'] } })
    const body = { sender: { name: 'Ada' }, recipients: { to: [{ mail: 'bank@example.net' }] } }
    await start(relay, body)
    expect(server.sessions()[0]?.recipients).toEqual(body.recipients)
    await ask(relay, 'POST', '/users/me/transfer-policy', { recipients: ['bank@example.net'] })
    expect(server.requests().at(-1)?.body.toString()).toBe('{"recipients":["bank@example.net"]}')
  })

  test('cannot touch the session of another, or one it made up', async () => {
    const relay = relayed()
    const session = await start(relay)
    const file = await register(relay, session)
    const tracking = server.sessions()[0]?.id ?? ''
    const before = server.requests().length
    for (const [at, as] of [
      [session, 'bob'],
      [`${session.slice(0, -3)}AAA`, 'ada'],
      [`${SESSIONS}/${tracking}`, 'ada'],
      [`${SESSIONS}/${tracking}-${'A'.repeat(43)}`, 'ada'],
    ] as const) {
      for (const method of ['GET', 'PATCH', 'DELETE', 'POST']) {
        const body = method === 'PATCH' ? { fileChecksumAlgorithm: 'SHA256' } : undefined
        expect((await ask(relay, method, at, body, as)).status).toBe(404)
      }
      expect((await ask(relay, 'DELETE', `${at}/files/${file}`, undefined, as)).status).toBe(404)
      const whole = at.startsWith('/relay') ? at : `/relay/cryptshare${at}`
      expect((await put(relay, whole, file, as)).status).toBe(404)
      const id = at.split('/').at(-1)
      expect((await ask(relay, 'GET', `/users/me/transfers/${id}`, undefined, as)).status).toBe(404)
    }
    expect(server.requests().length).toBe(before)
  })

  test('is told of a session that is not its own in Cryptshare’s words', async () => {
    const relay = relayed()
    const answer = await ask(relay, 'GET', await start(relay), undefined, 'bob')
    expect(await jsonOf(answer)).toMatchObject({ code: 'not-found', errorCode: 2003 })
  })

  test('gets no token, no client id and no code', async () => {
    const relay = relayed()
    const answer = await ask(relay, 'POST', '/users/me/verification/token', {})
    expect(await jsonOf(answer)).toMatchObject({ data: { token: 'kept-by-the-relay' } })
    expect((await ask(relay, 'POST', '/users/me/verification/code/email')).status).toBe(403)
    expect((await ask(relay, 'GET', '/clients')).status).toBe(403)
    expect((await ask(relay, 'GET', '/users/me/transfers')).status).toBe(404)
    const said = await relay.saidSoFar()
    const used = server.requests().flatMap(({ headers }) => headers['x-cs-verificationtoken'] ?? [])
    for (const secret of [server.clientId, ...used]) expect(said).not.toContain(secret)
  })

  test('is asked for no CORS of Cryptshare’s', async () => {
    server.flip({ corsActive: false })
    const answer = await ask(relayed(), 'GET', '/products/api.rest/cors')
    expect(await jsonOf(answer)).toEqual({ data: { active: true } })
    expect(server.requests()).toEqual([])
  })

  test('reads the links that open the transfer nowhere', async () => {
    const relay = relayed()
    const session = await start(relay)
    await put(relay, session, await register(relay, session))
    const transfer = (await ask(relay, 'POST', session)).headers.get('location') ?? ''
    const direct = JSON.stringify(await jsonOf(await ask(relay, 'GET', transfer)))
    expect(direct).toContain('notificationFailed')
    expect(direct).not.toContain('downloadUrl')
  })
})

describe('the relay’s verification', () => {
  test('is asked for once for all, and again shortly before it is over', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const relay = relayed()
    await Promise.all([start(relay), start(relay), start(relay)])
    expect(tokensAsked()).toBe(1)
    vi.advanceTimersByTime(3_530_000)
    await start(relay)
    expect(tokensAsked()).toBe(1)
    vi.advanceTimersByTime(20_000)
    await start(relay)
    expect(tokensAsked()).toBe(2)
  })

  test.each([401, 403] as const)('is renewed when it is refused (%d)', async tokenStatus => {
    server.flip({ tokenStatus })
    const relay = relayed()
    await start(relay)
    server.expireTokens()
    const refused = await ask(relay, 'POST', SESSIONS, {})
    expect([refused.status, (await jsonOf(refused)).errorCode]).toEqual([tokenStatus, 3002])
    await start(relay)
    expect(tokensAsked()).toBe(2)
  })

  test('is kept when a session of an older one is asked for: no visitor ends the sessions of others', async () => {
    const relay = relayed()
    const old = await start(relay, {}, 'mallory')
    server.expireTokens()
    await ask(relay, 'POST', '/users/me/transfer-policy', {})
    const good = await start(relay, {}, 'bob')
    for (let time = 0; time < 3; time++) {
      const refused = await ask(relay, 'GET', old, undefined, 'mallory')
      expect((await jsonOf(refused)).errorCode).toBe(3002)
      expect((await ask(relay, 'GET', good, undefined, 'bob')).status).toBe(200)
      await start(relay, {}, 'carol')
    }
    expect(tokensAsked()).toBe(2)
  })

  test('is done by e-mail where allow names that', async () => {
    server.flip({ methods: ['email'] })
    const relay = relayed({ allow: { cryptshare: ['requestCode', 'verify'] } })
    expect((await ask(relay, 'POST', SESSIONS, {})).status).toBe(502)
    expect((await ask(relay, 'POST', '/users/me/verification/code/email')).status).toBe(200)
    const path = '/users/me/verification/token'
    expect((await ask(relay, 'POST', path, { verificationCode: 'wrong' })).status).toBe(403)
    const verificationCode = server.mailedCode() ?? ''
    const answer = await ask(relay, 'POST', path, { verificationCode })
    expect(await jsonOf(answer)).toMatchObject({ data: { token: 'kept-by-the-relay' } })
    await start(relay)
  })
})
