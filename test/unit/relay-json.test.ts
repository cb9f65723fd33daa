import { expect, test } from 'vitest'
import { post, relayed, SESSIONS, USERS } from './relay-cryptshare-tools.ts'
import { jsonOf } from './relay-tools.ts'

const CONFIGURED = { sender: {}, recipients: { to: [{ mail: 'desk@example.org' }] } }

test.each(['', '{', 'null', '[]', '"text"', '7', '<html>'])(
  'what is no JSON object counts as one without properties: %s',
  async body => {
    const { relay, sent } = await relayed({
      location: '/s-1',
      more: { allow: { cryptshare: ['recipients'] } },
    })
    const answer = await relay.visit('POST', SESSIONS, { body })
    expect([answer.status, sent()]).toEqual([201, CONFIGURED])
  },
)

test('a request without a body is one without properties, too', async () => {
  const { relay, sent } = await relayed({ location: '/s-1' })
  expect((await relay.visit('POST', SESSIONS)).status).toBe(201)
  expect(sent()).toEqual(CONFIGURED)
})

test('JSON goes on as JSON, whatever the visitor called it', async () => {
  const { relay, server } = await relayed()
  const headers = { 'Content-Type': 'text/plain', 'Content-Length': '2' }
  await relay.visit('POST', `${USERS}/transfer-policy`, { body: '{}', headers })
  const seen = server.seen.at(-1)
  expect(seen?.headers['content-type']).toBe('application/json')
  expect(seen?.headers['content-length']).toBe(String(seen?.body.length))
  await relay.visit('GET', `${USERS}/verification`, { headers: { 'Content-Type': 'text/plain' } })
  expect(server.seen.at(-1)?.headers['content-type']).toBe('text/plain')
})

test('JSON that breaks off is told as such', async () => {
  const { relay, server } = await relayed()
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{'))
      controller.error(new Error('The visitor left.'))
    },
  })
  const answer = await relay.visit('POST', `${USERS}/transfer-policy`, { body })
  expect([answer.status, await jsonOf(answer), server.seen]).toEqual([
    502,
    { code: 'bad-gateway', message: 'The request was cut.' },
    [],
  ])
})

test('what is read before it goes on is no part of the bytes in the log', async () => {
  const { relay } = await relayed({ location: '/s-1' })
  await post(relay, SESSIONS, { sender: { name: 'Ada' } })
  expect(relay.log).toMatchObject([{ operation: 'createSession', bytes: 0 }])
})
