import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { verifyTicket } from '../../src/relay/index.ts'
import { relayFor, startUpstream, TICKET_KEY, type Upstream, upstreamsAt } from './relay-tools.ts'

let upstream: Upstream

beforeAll(async () => {
  upstream = await startUpstream((request, response) => {
    const isUpload = request.method === 'POST'
    const data = { id: isUpload ? 'f-1' : 'shown', uuid: 'd-1' }
    response
      .writeHead(isUpload ? 201 : 200, { 'Content-Type': 'application/json' })
      .end(JSON.stringify({ data: request.url === '/files' ? [data] : data }))
  })
})
afterAll(() => upstream.close())
afterEach(() => vi.useRealTimers())

const relay = (more: object = {}) =>
  relayFor({
    providers: {
      didww: { endpoint: `${upstream.url}/v3`, apiKey: 'didww-secret-key' },
      privasfer: { endpoint: `${upstream.url}/api`, token: 'privasfer-secret' },
    },
    ...more,
  })

const ticketOf = (answer: Response): string => answer.headers.get('sealdrop-ticket') ?? ''
const issued = async (path = '/didww/encrypted_files', as = 'ada', more = {}): Promise<string> =>
  ticketOf(await relay(more).post(path, { as }))

describe('a ticket', () => {
  test('tells the server that gets the form who uploaded what', async () => {
    const before = Date.now()
    const ticket = await issued()
    const said = await verifyTicket(ticket, TICKET_KEY, { provider: 'didww', client: 'ada' })
    expect(said).toEqual({
      provider: 'didww',
      reference: 'f-1',
      client: 'ada',
      expires: expect.any(Number),
    })
    expect(said?.expires).toBeGreaterThanOrEqual(before + 86_400_000)
    expect(said?.expires).toBeLessThanOrEqual(Date.now() + 86_400_000)
    expect(await verifyTicket(ticket, new TextEncoder().encode(TICKET_KEY))).toEqual(said)
  })

  test('is not given with anything but a stored upload', async () => {
    expect(ticketOf(await relay().visit('GET', '/didww/public_keys'))).toBe('')
    const down = await startUpstream((_, response) =>
      response.writeHead(422).end('{"data":{"id":"f-1"}}'),
    )
    const refusing = relayFor({ providers: { privasfer: { endpoint: down.url, token: 'secret' } } })
    expect(ticketOf(await refusing.post('/privasfer/files'))).toBe('')
    await down.close()
  })

  test.each([
    ['didww', '/didww/encrypted_files', { ids: ['../f-1', 'f 1', '', 7, null, {}] }],
    ['didww', '/didww/encrypted_files', { data: { id: '../f-1' } }],
    ['privasfer', '/privasfer/files', { data: { id: 'a/b' } }],
    ['dokstamp', '/dokstamp/files', { data: [{ uuid: '' }, { uuid: 'x'.repeat(101) }] }],
  ])('is not given for what is no plain id: %s, %s %j', async (_, path, json) => {
    const odd = await startUpstream((request, response) =>
      response
        .writeHead(201, { 'Content-Type': 'application/json' })
        .end(request.url === '/oauth/token' ? '{"access_token":"token"}' : JSON.stringify(json)),
    )
    const answer = await relayFor({ providers: upstreamsAt(odd.url) }).post(path)
    expect([answer.status, ticketOf(answer)]).toEqual([201, ''])
    await odd.close()
  })

  test('passes for its own provider and caller only', async () => {
    const ticket = await issued()
    expect(await verifyTicket(ticket, TICKET_KEY, { client: 'bob' })).toBeUndefined()
    expect(await verifyTicket(ticket, TICKET_KEY, { provider: 'privasfer' })).toBeUndefined()
    expect(await verifyTicket(ticket, 'another key of thirty-two bytes')).toBeUndefined()
  })

  test('is over after a day, or when ticketSeconds are', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const [day, short] = [await issued(), await issued(undefined, 'ada', { ticketSeconds: 10 })]
    vi.advanceTimersByTime(9_999)
    expect(await verifyTicket(short, TICKET_KEY)).toBeDefined()
    vi.advanceTimersByTime(1)
    expect(await verifyTicket(short, TICKET_KEY)).toBeUndefined()
    expect(await verifyTicket(day, TICKET_KEY)).toBeDefined()
    vi.advanceTimersByTime(86_390_000)
    expect(await verifyTicket(day, TICKET_KEY)).toBeUndefined()
  })

  test('does not pass with any character changed', async () => {
    const ticket = await issued()
    for (let at = 0; at < ticket.length; at++) {
      const other = ticket[at] === 'A' ? 'B' : 'A'
      const forged = ticket.slice(0, at) + other + ticket.slice(at + 1)
      // The last character of 32 bytes holds two bits that mean nothing.
      if (at === ticket.length - 1 && (await verifyTicket(forged, TICKET_KEY))) continue
      expect(await verifyTicket(forged, TICKET_KEY), `at ${at}`).toBeUndefined()
    }
  })

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['an object', {}],
    ['an empty text', ''],
    ['a dot', '.'],
    ['dots', '...'],
    ['other alphabets', 'ä.ö'],
    ['something long', 'A'.repeat(100_000)],
  ])('is not %s', async (_, ticket) => {
    expect(await verifyTicket(ticket, TICKET_KEY)).toBeUndefined()
  })

  test('is not what the same key signed for another purpose', async () => {
    const body = (await issued()).split('.')[0] ?? ''
    const mac = (text: string) => createHmac('sha256', TICKET_KEY).update(text).digest('base64url')
    for (const text of [body, JSON.stringify([body]), JSON.stringify(['sealdrop id v1', body])])
      expect(await verifyTicket(`${body}.${mac(text)}`, TICKET_KEY)).toBeUndefined()
  })

  test('is not a signed text of another form', async () => {
    const signed = (value: unknown): string => {
      const body = Buffer.from(JSON.stringify(value)).toString('base64url')
      const text = JSON.stringify(['sealdrop ticket v1', body])
      return `${body}.${createHmac('sha256', TICKET_KEY).update(text).digest('base64url')}`
    }
    const good = { provider: 'didww', reference: 'r', client: 'c', expires: Date.now() + 9e6 }
    expect(await verifyTicket(signed(good), TICKET_KEY)).toEqual(good)
    expect(await verifyTicket(signed({ ...good, transfer: 't', more: 1 }), TICKET_KEY)).toEqual({
      ...good,
      transfer: 't',
    })
    expect(await verifyTicket(signed({ ...good, transfer: 7 }), TICKET_KEY)).toEqual(good)
    const wrongs = [
      { ...good, expires: 'never' },
      { ...good, expires: String(good.expires) },
      { ...good, expires: undefined },
      { ...good, client: 1 },
      { ...good, provider: ['didww'] },
      { ...good, reference: undefined },
    ]
    for (const wrong of [null, [], 'x', {}, ...wrongs])
      expect(await verifyTicket(signed(wrong), TICKET_KEY)).toBeUndefined()
    expect(await verifyTicket(`${signed(good)}.`, TICKET_KEY)).toBeUndefined()
    const longest = signed({ ...good, reference: 'r'.repeat(5_000) })
    expect(longest.length).toBeLessThan(8_192)
    expect(await verifyTicket(longest, TICKET_KEY)).toBeDefined()
    const rest = Buffer.byteLength(JSON.stringify({ ...good, reference: '' }))
    // 6,111 bytes of JSON are 8,148 characters; a point and 43 of the signature follow.
    const justFits = signed({ ...good, reference: 'r'.repeat(6_111 - rest) })
    expect(justFits).toHaveLength(8_192)
    expect(await verifyTicket(justFits, TICKET_KEY)).toBeDefined()
    const tooLong = signed({ ...good, reference: 'r'.repeat(6_100) })
    expect(tooLong.length).toBeGreaterThan(8_192)
    expect(await verifyTicket(tooLong, TICKET_KEY)).toBeUndefined()
  })
})

describe('who has a ticket', () => {
  test.each(['didww/encrypted_files', 'privasfer/files'])(
    'can look at this one upload, and delete it: %s',
    async path => {
      const ticket = await issued(`/${path}`)
      const headers = { 'SealDrop-Ticket': ticket }
      expect((await relay().visit('GET', `/${path}/f-1`, { headers })).status).toBe(200)
      expect((await relay().visit('DELETE', `/${path}/f-1`, { headers })).status).toBe(200)
      expect(upstream.seen.at(-1)?.headers).not.toHaveProperty('sealdrop-ticket')
    },
  )

  test('can do nothing with it to another upload, at another provider, or as another caller', async () => {
    const own = await issued()
    const before = upstream.seen.length
    const tries: readonly (readonly [path: string, as: string, ticket: string])[] = [
      ['/didww/encrypted_files/f-2', 'ada', own],
      ['/didww/encrypted_files', 'ada', own],
      ['/privasfer/files/f-1', 'ada', own],
      ['/didww/encrypted_files/f-1', 'bob', own],
      ['/didww/encrypted_files/f-1', 'ada', `${own}x`],
      ['/didww/encrypted_files/f-1', 'ada', ''],
      ['/didww/encrypted_files/f-1', '', own],
    ]
    for (const [path, as, ticket] of tries) {
      const asked = relay().visit('GET', path, { as, headers: { 'SealDrop-Ticket': ticket } })
      expect((await asked).status, path).toBe(as === '' ? 401 : 403)
    }
    expect(upstream.seen.length).toBe(before)
  })
})
