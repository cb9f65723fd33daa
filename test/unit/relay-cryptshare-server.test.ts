import { expect, test, vi } from 'vitest'
import type { RelayOptions } from '../../src/relay/index.ts'
import { jsonOf, relayFor, type TestRelay, type Upstream } from './relay-tools.ts'
import { upstreamOf } from './relay-upstream-tools.ts'

const CLIENT_ID = 'Az09'.repeat(13)
const USERS = '/cryptshare/users/me'
const SESSIONS = `${USERS}/transfer-sessions`

interface Given {
  readonly options?: object
  readonly more?: Partial<RelayOptions>
  /** Of the new session. */
  readonly location?: string
  /** Of the transfer that it becomes. */
  readonly submitted?: string
  readonly validUntil?: unknown
  readonly transfer?: unknown
}
interface Relayed {
  readonly relay: TestRelay
  readonly server: Upstream
  /** The JSON that the server got last. */
  readonly sent: () => unknown
}

/** A Cryptshare server that answers as one test needs. */
const relayed = async (given: Given = {}): Promise<Relayed> => {
  const { location, submitted, validUntil = '', transfer = {}, options, more } = given
  const server = await upstreamOf(({ method, url = '' }, response) => {
    response.setHeader('Content-Type', 'application/json')
    if (url.endsWith('/verification/token'))
      return response.end(JSON.stringify({ data: { token: 'a-token-of-cs', validUntil } }))
    if (method === 'GET') return response.end(JSON.stringify(transfer))
    const Location = url.endsWith('/transfer-sessions') ? location : submitted
    response.writeHead(201, Location === undefined ? {} : { Location }).end('{}')
  })
  const cryptshare = {
    endpoint: `${server.url}/api`,
    user: 'forms@example.org',
    clientId: CLIENT_ID,
    recipients: { to: ['desk@example.org'] },
    ...options,
  }
  return {
    relay: relayFor({ providers: { cryptshare }, ...more }),
    server,
    sent: () => JSON.parse(server.seen.at(-1)?.body ?? ''),
  }
}

const post = (relay: TestRelay, path: string, body: object = {}): Promise<Response> =>
  relay.visit('POST', path, { body: JSON.stringify(body) })
const started = async (relay: TestRelay): Promise<string> => {
  const answer = await post(relay, SESSIONS)
  return (answer.headers.get('location') ?? '').replace(/^\/relay/, '')
}

test.each([
  ['none', undefined],
  ['the root of the server', '/'],
  ['an empty one', ''],
  ['one that is no URL', 'http://['],
  ['one whose end is no plain id', '/transfer-sessions/a%2Fb'],
])('a session that the server gives no address is none: Location is %s', async (_, location) => {
  const { relay } = await relayed(location === undefined ? {} : { location })
  const answer = await post(relay, SESSIONS)
  expect([answer.status, answer.headers.has('location')]).toEqual([502, false])
})

test.each([
  ['with a slash at its end', '/api/users/x/transfer-sessions/s-1/'],
  ['that is the id alone', 's-1'],
])('a session is found at an address %s', async (_, location) => {
  const { relay, server } = await relayed({ location })
  const session = await started(relay)
  expect(session).toMatch(/\/transfer-sessions\/s-1-[\w-]{43}$/)
  await relay.visit('GET', session)
  expect(server.seen.at(-1)?.path).toBe('/api/users/forms%40example.org/transfer-sessions/s-1')
})

test.each([
  ['nowhere', undefined, null],
  ['at', '/transfers/t-1/', /^\/relay\/cryptshare\/users\/me\/transfers\/t-1-[\w-]{43}$/],
])('a transfer is submitted, though the server says %s where it is', async (_, submitted, at) => {
  const { relay } = await relayed({ location: '/s-1', ...(submitted && { submitted }) })
  const answer = await relay.visit('POST', await started(relay))
  expect(answer.status).toBe(201)
  const location = answer.headers.get('location')
  if (at) expect(location).toMatch(at)
  else expect(location).toBeNull()
})

test.each([
  [{ to: ['a@x.example'] }, { to: [{ mail: 'a@x.example' }] }],
  [
    { to: ['a@x.example', 'b@x.example'], cc: ['c@x.example'], bcc: ['d@x.example'] },
    {
      to: [{ mail: 'a@x.example' }, { mail: 'b@x.example' }],
      cc: [{ mail: 'c@x.example' }],
      bcc: [{ mail: 'd@x.example' }],
    },
  ],
  [{ cc: ['c@x.example'] }, { to: [], cc: [{ mail: 'c@x.example' }] }],
  [{ bcc: ['d@x.example'] }, { to: [], bcc: [{ mail: 'd@x.example' }] }],
])('the recipients %j are those of each session, and of the policy', async (recipients, sent) => {
  const sender = { name: 'The forms', phone: '1' }
  const options = { recipients, sender }
  const one = await relayed({ location: '/s-1', options })
  await post(one.relay, SESSIONS)
  expect(one.sent()).toEqual({ sender, recipients: sent })
  await post(one.relay, `${USERS}/transfer-policy`)
  expect(one.sent()).toEqual({ recipients: Object.values(recipients).flat() })
})

test('where allow names recipients, a visitor who names none gets those of the site', async () => {
  const more = { allow: { cryptshare: ['recipients'] } } as const
  const { relay, sent } = await relayed({ location: '/s-1', more })
  const session = await started(relay)
  expect(sent()).toEqual({ sender: {}, recipients: { to: [{ mail: 'desk@example.org' }] } })
  await post(relay, `${USERS}/transfer-policy`)
  expect(sent()).toEqual({ recipients: ['desk@example.org'] })
  await relay.visit('PATCH', session, { body: '{"senderLanguage":"de"}' })
  expect(sent()).toEqual({ senderLanguage: 'de' })
  const named = { sender: { name: 'Ada' }, senderLanguage: 'de' }
  await relay.visit('PATCH', session, { body: JSON.stringify(named) })
  expect(sent()).toEqual(named)
})

test('a visitor may say in which language and how long, and not who sends', async () => {
  const { relay, sent } = await relayed({ location: '/s-1' })
  const session = await started(relay)
  const own = {
    classificationId: 1,
    confidentialMessageFileId: 'f-1',
    expirationDate: '2030-01-01',
    fileChecksumAlgorithm: 'SHA256',
    recipientLanguage: 'de',
    senderLanguage: 'en',
    showFileNames: false,
    showZipFileContent: false,
  }
  const body = JSON.stringify({ ...own, sender: { name: 'The bank' }, recipients: { to: [] } })
  expect((await relay.visit('PATCH', session, { body })).status).toBe(201)
  expect(sent()).toEqual(own)
})

test('of a transfer a visitor learns all but the links that open it', async () => {
  const transfer = (more: object) => ({
    data: [{ text: 'a', count: 1, none: null, yes: true, list: ['b', { c: 1, ...more }], ...more }],
  })
  const { relay } = await relayed({
    location: '/s-1',
    transfer: transfer({ downloadUrl: 'https://cs.example/opens' }),
  })
  const session = await started(relay)
  const answer = await relay.visit('GET', session.replace('transfer-sessions', 'transfers'))
  expect(await jsonOf(answer)).toEqual(transfer({}))
})

test.each([
  ['12', '12'],
  ['9999', '9999'],
  ['', '7'],
  ['latest', '7'],
  ['12345', '7'],
  ['1.5', '7'],
  ['x12', '7'],
  ['12x', '7'],
])('a page that asks for version 1.%s gets at least 1.%s', async (asked, minor) => {
  const options = { productKey: 'api.rest' }
  const { relay, server } = await relayed({ options })
  await relay.visit('GET', `${USERS}/verification`, {
    headers: { 'X-CS-MinimumMinorApiVersion': asked },
  })
  expect(server.seen.at(-1)).toMatchObject({
    path: '/api/users/forms%40example.org/verification',
    headers: {
      'x-cs-clientid': CLIENT_ID,
      'x-cs-productkey': 'api.rest',
      'x-cs-majorapiversion': '1',
      'x-cs-minimumminorapiversion': minor,
    },
  })
  expect(server.seen.at(-1)?.headers).not.toHaveProperty('x-cs-verificationtoken')
})

test('the relay asks for its token as the documents say, and for the oldest version they show', async () => {
  const { relay, server } = await relayed({ location: '/s-1' })
  await started(relay)
  expect(server.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /api/users/forms%40example.org/verification/token',
    'POST /api/users/forms%40example.org/transfer-sessions',
  ])
  const [asked, next] = server.seen
  expect(asked).toMatchObject({
    body: '{}',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'x-cs-clientid': CLIENT_ID,
      'x-cs-minimumminorapiversion': '7',
    },
  })
  expect(asked?.headers).not.toHaveProperty('x-cs-productkey')
  expect(next?.headers['x-cs-verificationtoken']).toBe('a-token-of-cs')
})

test('a page that asks for a token makes the relay get its own, once, and sends no code on', async () => {
  for (const [allow, body] of [
    [undefined, { verificationCode: '1234' }],
    [{ cryptshare: ['verify'] }, {}],
  ] as const) {
    const { relay, server } = await relayed({ ...(allow && { more: { allow } }) })
    for (let time = 0; time < 2; time++)
      expect((await post(relay, `${USERS}/verification/token`, body)).status).toBe(200)
    expect(server.seen.map(seen => seen.body)).toEqual(['{}'])
  }
})

test('where allow names it, a code that was mailed verifies the relay', async () => {
  const more = { allow: { cryptshare: ['verify'] } } as const
  const { relay, server, sent } = await relayed({ location: '/s-1', more })
  await post(relay, `${USERS}/verification/token`, { verificationCode: '1234' })
  expect(sent()).toEqual({ verificationCode: '1234' })
  await started(relay)
  expect(server.seen).toHaveLength(2)
})

const NOON = Date.UTC(2030, 0, 1, 12)

test.each([
  ['2030-01-01T14:00:00.000+0100', '2030-01-01T13:00:00.000Z'],
  ['2030-01-01T14:00:00.000+01:00', '2030-01-01T13:00:00.000Z'],
  ['2030-01-01T11:30:00.000-0130', '2030-01-01T13:00:00.000Z'],
  ['+002030-01-01T14:00:00.000+0100', '2030-01-01T13:00:00.000Z'],
  ['2030-01-01T13:00:00Z', '2030-01-01T13:00:00.000Z'],
])('a token that is valid until %s is used until a minute before that', async (validUntil, utc) => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON })
  const { relay, server } = await relayed({ location: '/s-1', validUntil })
  const answer = await post(relay, `${USERS}/verification/token`)
  expect(await jsonOf(answer)).toEqual({ data: { token: 'kept-by-the-relay', validUntil: utc } })
  vi.setSystemTime(NOON + 3_540_000 - 1)
  await started(relay)
  const asked = () => server.seen.filter(({ path }) => path.endsWith('/token')).length
  expect(asked()).toBe(1)
  vi.setSystemTime(NOON + 3_540_000)
  await started(relay)
  expect(asked()).toBe(2)
})

test.each([
  ['nothing', undefined, ''],
  ['what is no time', 'tomorrow', ''],
  ['a time that is over', '2030-01-01T11:00:00Z', '2030-01-01T11:00:00.000Z'],
  ['this moment', '2030-01-01T12:00:00Z', '2030-01-01T12:00:00.000Z'],
])('a token of which the server says %s is used for four minutes', async (_, validUntil, said) => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON })
  const { relay, server } = await relayed({ location: '/s-1', validUntil: validUntil ?? null })
  const answer = await post(relay, `${USERS}/verification/token`)
  expect(await jsonOf(answer)).toEqual({ data: { token: 'kept-by-the-relay', validUntil: said } })
  const asked = () => server.seen.filter(({ path }) => path.endsWith('/token')).length
  for (const [ms, times] of [
    [239_999, 1],
    [240_000, 2],
  ] as const) {
    vi.setSystemTime(NOON + ms)
    await started(relay)
    expect(asked()).toBe(times)
  }
})
