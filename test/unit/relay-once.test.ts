import { describe, expect, test, vi } from 'vitest'
import {
  KEY,
  kinds,
  openSession,
  readingOf,
  relayToAll,
  sendAs,
  startProviders,
} from './relay-once-tools.ts'
import { jsonOf, referenceOf } from './relay-tools.ts'

const MINUTES = 60_000

/** The providers, a relay to them, and a session of Ada's. */
const start = async (more = {}) => {
  const server = await startProviders()
  const relay = relayToAll(server.url, more)
  const session = await openSession(relay)
  return { server, relay, session }
}

describe('what arrives twice is stored once', () => {
  test.each(kinds)('one after the other: %s', async kind => {
    const { server, relay, session } = await start()
    const first = await sendAs(relay, kind, { session })
    const again = await sendAs(relay, kind, { session })
    expect(first.status).toBe(201)
    expect(await referenceOf(again)).toBe(await referenceOf(first))
    expect(await readingOf(again)).toEqual(await readingOf(first))
    expect(server.stored()).toHaveLength(1)
  })

  test.each(kinds)('both at once: %s', async kind => {
    const { server, relay, session } = await start()
    const both = await Promise.all([1, 2].map(() => sendAs(relay, kind, { session })))
    const [first, again] = await Promise.all(both.map(readingOf))
    expect(first?.status).toBe(201)
    expect(again).toEqual(first)
    expect(server.stored()).toHaveLength(1)
  })

  test.each(kinds)('the key alone tells them, and decides where names differ: %s', async kind => {
    const { server, relay, session } = await start()
    const sending = { session, key: KEY }
    await sendAs(relay, kind, sending)
    expect((await sendAs(relay, kind, sending)).status).toBe(201)
    const other = { session, key: '"another"' }
    expect((await sendAs(relay, kind, other)).status).toBe(201)
    expect(server.stored()).toHaveLength(2)
  })

  test.each(['didww', 'privasfer', 'post', 'tus', 'register'] as const)(
    'a page that sends a key only with its second try is known by the name: %s',
    async kind => {
      const { server, relay, session } = await start()
      const first = await readingOf(await sendAs(relay, kind, { session }))
      const both = [1, 2].map(() => sendAs(relay, kind, { session, key: KEY }))
      for (const again of await Promise.all(both)) expect(await readingOf(again)).toEqual(first)
      expect(server.stored()).toHaveLength(1)
    },
  )

  test('the same key with other bytes gets the first answer', async () => {
    const { server, relay } = await start()
    const put = (body: string) =>
      relay.visit('PUT', '/http', { body, headers: { 'Idempotency-Key': KEY } })
    const first = await readingOf(await put('sealed'))
    expect(await readingOf(await put('something else, and longer'))).toEqual(first)
    expect(server.stored().map(({ body }) => body)).toEqual(['sealed'])
  })

  test('nobody gets the answer of another client, whatever key and name it sends', async () => {
    const { server, relay } = await start()
    for (const kind of ['didww', 'privasfer', 'post', 'put', 'tus'] as const) {
      const before = server.stored().length
      const own = await sendAs(relay, kind, { key: KEY })
      const other = await sendAs(relay, kind, { key: KEY, as: 'bob' })
      expect(server.stored()).toHaveLength(before + 2)
      expect((await readingOf(other)).text).not.toBe((await readingOf(own)).text)
    }
  })

  test('who asks is asked again, and each counts', async () => {
    const { server, relay } = await start({ perMinute: 3 })
    expect((await sendAs(relay, 'didww')).status).toBe(201)
    expect((await sendAs(relay, 'didww', { as: '' })).status).toBe(401)
    expect((await sendAs(relay, 'didww')).status).toBe(201)
    expect((await sendAs(relay, 'didww')).status).toBe(429)
    expect(server.stored()).toHaveLength(1)
  })

  test.each(['7c9e6679', '""', `"${'a'.repeat(256)}"`, `"${'a'.repeat(1_000_000)}"`, '"a" b'])(
    'a malformed key counts as none (%#)',
    async key => {
      const { server, relay } = await start()
      await sendAs(relay, 'put', { key })
      await sendAs(relay, 'put', { key })
      expect(server.stored()).toHaveLength(2)
      await sendAs(relay, 'didww', { key })
      await sendAs(relay, 'didww', { key })
      expect(server.stored()).toHaveLength(3)
    },
  )

  test('without a key, a name that others may have tells nothing', async () => {
    const { server, relay } = await start()
    for (const name of ['passport.pdf', 'passport.pdf', 'pay-20240115.pdf', 'pay-20240115.pdf']) {
      const body = new FormData()
      body.set('file', new Blob(['sealed']), name)
      expect((await relay.visit('POST', '/http', { body })).status).toBe(201)
    }
    expect(server.stored()).toHaveLength(4)
  })

  test('for ten minutes, and not longer', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { server, relay } = await start()
    await sendAs(relay, 'didww')
    vi.advanceTimersByTime(10 * MINUTES - 1)
    await sendAs(relay, 'didww')
    expect(server.stored()).toHaveLength(1)
    vi.advanceTimersByTime(1)
    await sendAs(relay, 'didww')
    expect(server.stored()).toHaveLength(2)
  })

  test('a refusal is not remembered', async () => {
    const { server, relay } = await start()
    for (const status of [400, 401, 409, 422, 429, 500, 503]) {
      server.instead(response => response.writeHead(status).end('{}'))
      // The credentials were those of the relay.
      expect((await sendAs(relay, 'didww')).status).toBe(status === 401 ? 502 : status)
    }
    expect((await sendAs(relay, 'didww')).status).toBe(201)
    expect(server.stored()).toHaveLength(8)
  })

  test.each([
    '{"jsonrpc":"2.0","error":{"code":-32000},"id":"id"}',
    '{"ok":false,"id":"id"}',
    '{"success":false,"id":"id"}',
  ])('a good status that says it failed is not remembered, and has no ticket: %s', async text => {
    const { server, relay } = await start()
    const asJson = { 'Content-Type': 'application/json', Location: '/files/1' }
    server.instead(response => response.writeHead(200, asJson).end(text), false)
    const failed = await sendAs(relay, 'post')
    expect([failed.status, await failed.text()]).toEqual([200, text])
    expect(await referenceOf(failed)).toBeUndefined()
    expect((await sendAs(relay, 'post')).status).toBe(201)
    expect(server.stored()).toHaveLength(1)
  })

  test.each([
    [200, 'text/html', ''],
    [200, 'text/plain', 'Thank you'],
    [201, 'text/html', '<h1>Created</h1>'],
    [204, 'application/json', ''],
  ])('a short answer that names nothing is remembered: %i %s %s', async (status, type, text) => {
    const { server, relay } = await start()
    server.instead(response => response.writeHead(status, { 'Content-Type': type }).end(text))
    for (let time = 0; time < 2; time++)
      expect((await jsonOf(await sendAs(relay, 'post'))).code).toBe('no-reference')
    expect(server.stored()).toHaveLength(1)
  })

  test('a page for people is no answer to a file, and has no ticket', async () => {
    const { server, relay } = await start()
    const asPage = { 'Content-Type': 'text/html', Location: '/login' }
    server.instead(response => response.writeHead(200, asPage).end('<html>Sign in'))
    expect(await referenceOf(await sendAs(relay, 'post'))).toBeUndefined()
    expect((await jsonOf(await sendAs(relay, 'post'))).outcome).toBe('unknown')
  })

  test('its ticket is new, and the answer holds no secret', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { relay } = await start({ ticketSeconds: 60 })
    await sendAs(relay, 'post')
    vi.advanceTimersByTime(2 * MINUTES)
    const again = await sendAs(relay, 'post')
    expect(await referenceOf(again)).toBe('f-1')
    expect((await jsonOf(again)).said).toBe('[removed]')
  })
})

describe('where the answer was lost, a page is told whether another try can learn more', () => {
  test.each([
    ['didww', false],
    ['post', false],
    ['privasfer', true],
    ['tus', true],
    ['register', true],
    ['submit', true],
  ] as const)('%s: %s', async (kind, canTellLater) => {
    const { server, relay, session } = await start()
    server.instead(response => response.destroy())
    const lost = await sendAs(relay, kind, { session })
    const { outcome, code } = await jsonOf(lost)
    expect([lost.status, outcome]).toEqual([502, 'unknown'])
    expect(code === 'unknown-outcome').toBe(!canTellLater)
  })

  test('Privasfer: not without the name by which it would be looked for', async () => {
    const { server, relay } = await start()
    const body = new FormData()
    body.set('file', new Blob(['sealed']), 'passport.pdf')
    server.instead(response => response.destroy())
    const headers = { 'Idempotency-Key': KEY }
    const lost = await relay.visit('POST', '/privasfer/files', { body, headers })
    expect(await jsonOf(lost)).toMatchObject({ outcome: 'unknown', code: 'unknown-outcome' })
  })
})

describe('what was deleted is sent again', () => {
  test.each([
    ['didww', '/didww/encrypted_files/f-1'],
    ['privasfer', '/privasfer/files/f-1'],
  ] as const)('by its ticket: %s', async (kind, path) => {
    const { server, relay } = await start()
    const ticket = (await sendAs(relay, kind)).headers.get('sealdrop-ticket') ?? ''
    const headers = { 'SealDrop-Ticket': ticket }
    expect((await relay.visit('DELETE', path, { headers })).status).toBe(204)
    await sendAs(relay, kind)
    expect(server.stored()).toHaveLength(2)
  })

  test('by its signed id: tus', async () => {
    const { server, relay } = await start()
    const url = ((await sendAs(relay, 'tus')).headers.get('location') ?? '').replace('/relay', '')
    expect((await relay.visit('DELETE', url)).status).toBe(204)
    await sendAs(relay, 'tus')
    expect(server.stored()).toHaveLength(2)
  })

  test('by its signed session: cryptshare', async () => {
    const { server, relay, session } = await start()
    await sendAs(relay, 'register', { session })
    expect((await relay.visit('DELETE', `${session}/files/f-1`)).status).toBe(204)
    await sendAs(relay, 'register', { session })
    expect(server.stored()).toHaveLength(2)
  })

  test('and what the server lost by itself: tus', async () => {
    const { server, relay } = await start()
    const url = ((await sendAs(relay, 'tus')).headers.get('location') ?? '').replace('/relay', '')
    server.instead(response => response.writeHead(404).end())
    const patch = { 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0' }
    await relay.visit('PATCH', url, { headers: patch, body: 'sealed' })
    const before = server.stored().length
    await sendAs(relay, 'tus')
    expect(server.stored()).toHaveLength(before + 1)
  })

  test('nobody forgets the answer of another client', async () => {
    const { server, relay } = await start({ allow: { privasfer: ['remove'] } })
    await sendAs(relay, 'privasfer')
    await relay.visit('DELETE', '/privasfer/files/f-1', { as: 'bob' })
    await sendAs(relay, 'privasfer')
    expect(server.stored()).toHaveLength(1)
  })
})
