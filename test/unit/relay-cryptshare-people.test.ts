import { describe, expect, test } from 'vitest'
import { createVisible } from '../../src/providers/cryptshare/relay-visible.ts'
import type { RelayOptions } from '../../src/relay/index.ts'
import { CLIENT_ID, SESSIONS, USERS } from './relay-cryptshare-tools.ts'
import { jsonOf, relayFor } from './relay-tools.ts'
import { upstreamOf } from './relay-upstream-tools.ts'

const SENDER = 'forms@bank.example'
const DESK = 'Desk@bank.example'
const PEOPLE = /forms|desk|archive|bank\.example|ada lovelace|\+44|555/i

/** All that a server could say of people, wherever it says anything. */
const GOSSIP = {
  sender: { name: 'Ada Lovelace', phone: '+44 20 555', email: SENDER, notificationFailed: false },
  recipients: { to: [{ mail: DESK }], cc: [{ mail: 'archive@bank.example' }] },
  notificationMessage: { subject: `For ${DESK}`, body: '<b>from Ada Lovelace</b>' },
  securityMode: { name: 'ONE_TIME_PASSWORD', config: { password: 'the desk opens it' } },
  self: `https://cs.bank.example/api/users/forms%40bank.example/x`,
  [DESK]: true,
}
const file = {
  id: 'a58dFp1Tr7',
  fileName: 'me@home-0a1b2c3d.pdf.age',
  size: 3,
  checksum: 'ab',
  state: 'UPLOADED',
}

interface Given {
  readonly answers?: Readonly<Record<string, unknown>>
  readonly status?: number
  readonly text?: string
  readonly more?: Partial<RelayOptions>
}

/** A Cryptshare server that gossips in every answer. */
const start = async ({ answers = {}, status, text, more }: Given = {}) => {
  const server = await upstreamOf(({ method, url = '' }, response) => {
    response.setHeader('Content-Type', 'application/json')
    if (url.endsWith('/verification/token'))
      return response.end(JSON.stringify({ data: { token: 'a-token-of-cs', ...GOSSIP } }))
    const made = method === 'POST' && url.endsWith('/transfer-sessions')
    const Location = made ? `${url}/20310101-120000-abcd` : undefined
    const code = made ? 201 : (status ?? 200)
    const kind = Object.keys(answers).find(end => url.includes(end)) ?? ''
    const data = Object.assign({}, GOSSIP, answers[kind])
    response.writeHead(code, Location === undefined ? {} : { Location })
    response.end(made ? '' : (text ?? JSON.stringify({ data, meta: GOSSIP, ...GOSSIP })))
  })
  const relay = relayFor({
    providers: {
      cryptshare: {
        endpoint: `${server.url}/api`,
        user: SENDER,
        clientId: CLIENT_ID,
        recipients: { to: [DESK], bcc: ['archive@bank.example'] },
        sender: { name: 'Ada Lovelace', phone: '+44 20 555' },
      },
    },
    ...more,
  })
  const created = await relay.visit('POST', SESSIONS, { body: '{}' })
  const session = (created.headers.get('location') ?? '').replace('/relay', '')
  return { relay, session, server }
}

/** Every request that a page can make, and `allow` can open. */
const requests = (session: string) =>
  [
    ['GET', `${USERS}/verification`],
    ['POST', `${USERS}/verification/code/email`],
    ['POST', `${USERS}/transfer-policy`, '{"recipients":["someone@else.example"]}'],
    ['GET', session],
    ['PATCH', session, '{"senderLanguage":"de"}'],
    ['POST', `${session}/files`, '{"fileName":"a.age","size":3}'],
    ['PUT', `${session}/files/a58dFp1Tr7/content`, 'abc'],
    ['DELETE', `${session}/files/a58dFp1Tr7`],
    ['POST', session],
    ['GET', session.replace('transfer-sessions', 'transfers')],
    ['GET', '/cryptshare/clients'],
    ['DELETE', session],
  ] as const

const OPEN = {
  allow: { cryptshare: ['recipients', 'edit', 'requestCode', 'verify', 'newClientId'] },
} as const

describe('a visitor', () => {
  test.each([
    [200, {}],
    [200, OPEN],
    [400, {}],
    [403, OPEN],
    [409, {}],
    [500, {}],
  ])('learns of nobody who sends or reads, from no answer with %d (%j)', async (status, more) => {
    const { relay, session } = await start({ status, more })
    for (const [method, path, body] of requests(session)) {
      const answer = await relay.visit(method, path, body === undefined ? {} : { body })
      expect([200, 201, 403, status], path).toContain(answer.status)
    }
    const log = relay.log.map(({ operation }) => operation)
    expect(new Set(log).size).toBeGreaterThan(8)
    expect(await relay.saidSoFar()).not.toMatch(PEOPLE)
  })

  test('reads why the server refuses, without a word of people', async () => {
    const text = JSON.stringify({
      errorCode: 3011,
      errorMessage: `${SENDER} may not send to DESK@BANK.EXAMPLE <archive@bank.example>, ada lovelace: the file size is too large.`,
      details: DESK,
    })
    const { relay, session } = await start({ status: 403, text })
    const answer = await relay.visit('GET', session)
    expect(answer.status).toBe(403)
    expect(await jsonOf(answer)).toEqual({
      errorCode: 3011,
      errorMessage:
        '[removed] may not send to [removed] <[removed]>, [removed]: the file size is too large.',
    })
  })

  test.each([
    ['<h1>502</h1> forms@bank.example', /^<!-- /],
    ['no such user: Ada Lovelace', /^<!-- /],
    ['"Ada Lovelace"', /^"\[removed\]"$/],
    ['', /^$/],
    [' \n', /^$/],
  ])('reads nothing of what is no answer of Cryptshare’s: %j', async (text, told) => {
    for (const status of [200, 502]) {
      const { relay, session } = await start({ status, text })
      expect(await (await relay.visit('GET', session)).text()).toMatch(told)
    }
  })

  test('reads all that a page needs', async () => {
    const session = {
      fileChecksumAlgorithm: 'SHA256',
      expirationDate: '2031-01-01',
      confidentialMessageFileId: 'a58dFp1Tr7',
      files: [{ ...file, href: '/api/users/forms@bank.example/x' }],
    }
    const settings = {
      maxTotalSize: 2_147_483_648,
      maxRetentionPeriod: 7,
      confidentialMessageAllowed: true,
      confidentialMessageRequired: false,
    }
    const status = {
      state: 'ACTIVE',
      warnings: ['A checksum is wrong.', { message: `Not for ${DESK}` }],
      emlCreationFailed: false,
      files: [{ id: 'a58dFp1Tr7', removed: true, removalCause: 'CHECKSUM' }],
      recipients: [{ id: '0', mail: DESK, downloadUrl: 'https://x', notificationFailed: false }],
      sender: { email: SENDER, notificationFailed: true },
    }
    const one = await start({
      answers: {
        '/transfers/': { status },
        '/transfer-policy': {
          allowed: false,
          settings,
          failedRecipients: [{ emailAddress: DESK }],
        },
        '/verification': { verified: true, verificationMethods: ['CLIENT_ID'], validUntil: '2031' },
        '/transfer-sessions/': session,
      },
    })
    const get = async (path: string) => (await jsonOf(await one.relay.visit('GET', path))).data
    expect(await get(one.session)).toEqual({
      ...session,
      files: [file],
      sender: { notificationFailed: false },
    })
    expect(await get(one.session.replace('transfer-sessions', 'transfers'))).toMatchObject({
      status: {
        state: 'ACTIVE',
        warnings: ['A checksum is wrong.', { message: 'Not for [removed]' }],
        emlCreationFailed: false,
        files: [{ id: 'a58dFp1Tr7', removed: true, removalCause: 'CHECKSUM' }],
        sender: { notificationFailed: true },
      },
    })
    expect(await get(`${USERS}/verification`)).toMatchObject({
      verified: true,
      verificationMethods: ['CLIENT_ID'],
      validUntil: '2031',
    })
    const policy = await one.relay.visit('POST', `${USERS}/transfer-policy`, { body: '{}' })
    const { data } = await jsonOf(policy)
    expect(data).toMatchObject({ allowed: false, settings })
    expect(data).not.toHaveProperty('failedRecipients')
    expect(await one.relay.saidSoFar()).not.toMatch(PEOPLE)
  })

  test('hears that a recipient was not told, and not which', async () => {
    const recipients = [
      { mail: DESK, notificationFailed: true },
      { mail: 'archive@bank.example', notificationFailed: true },
    ]
    const one = await start({
      answers: { '/transfers/': { status: { state: 'ACTIVE', recipients } } },
    })
    const path = one.session.replace('transfer-sessions', 'transfers')
    expect(await jsonOf(await one.relay.visit('GET', path))).toMatchObject({
      data: {
        status: {
          state: 'ACTIVE',
          recipients: [{ mail: 'a recipient', notificationFailed: true }],
        },
      },
    })
    expect(await one.relay.saidSoFar()).not.toMatch(PEOPLE)
  })

  test('who may name recipients hears which of them are refused, and of no other', async () => {
    const failedRecipients = [
      { emailAddress: 'Someone@else.example', reason: 'POLICY_MISMATCH', more: DESK },
      { emailAddress: 'other@else.example', reason: `not like ${DESK}` },
      { emailAddress: DESK, reason: 'POLICY_MISMATCH' },
    ]
    const { relay } = await start({
      answers: { '/transfer-policy': { allowed: false, failedRecipients } },
      more: OPEN,
    })
    const recipients = ['someone@else.example', 'other@else.example']
    const body = JSON.stringify({ recipients })
    const answer = await relay.visit('POST', `${USERS}/transfer-policy`, { body })
    expect((await jsonOf(answer)).data).toMatchObject({
      allowed: false,
      failedRecipients: [
        { emailAddress: 'Someone@else.example', reason: 'POLICY_MISMATCH' },
        { emailAddress: 'other@else.example', reason: '' },
      ],
    })
    expect(await relay.saidSoFar()).not.toMatch(PEOPLE)
  })
})

describe('what a visitor may read', () => {
  const read = (json: unknown, names: readonly string[] = []): unknown =>
    JSON.parse(createVisible(names)({ text: 'x', json }))

  test('is found fast, also in a hostile answer', () => {
    const started = performance.now()
    expect(read({ errorMessage: 'a'.repeat(1_000_000) })).toBeDefined()
    expect(read({ errorMessage: `${'a'.repeat(500_000)}@${'b'.repeat(500_000)}` })).toEqual({
      errorMessage: '[removed]',
    })
    expect(performance.now() - started).toBeLessThan(1000)
  })

  test('is as deep as answers are, and no deeper', () => {
    let deep: unknown = 'end'
    for (let level = 0; level < 10_000; level++) deep = { data: deep }
    const text = JSON.stringify(read(deep))
    expect(text.match(/data/g)).toHaveLength(9)
    expect(text).toContain('null')
    expect(read(['text', 7, null, true])).toEqual(['text', 7, null, true])
  })

  test('has nothing of a name that is short or none, and takes no pattern for a name', () => {
    expect(read({ message: 'a b.c axc' }, ['', ' ', 'a', 'b.c'])).toEqual({
      message: 'a [removed] axc',
    })
    const own = JSON.parse('{"__proto__": {"state": "x"}, "state": "y"}')
    expect(JSON.stringify(read(own))).toBe('{"state":"y"}')
  })
})
