import { expect, test } from 'vitest'
import { post, relayed, SESSIONS, started, USERS } from './relay-cryptshare-tools.ts'

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
