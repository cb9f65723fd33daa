import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { memoryStore, verifyTicket } from '../../src/relay/index.ts'
import {
  ANY,
  relayFor,
  startUpstream,
  TICKET_KEY,
  type Upstream,
  upstreamsAt,
} from './relay-tools.ts'

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
    expect(await verifyTicket(ticket, new TextEncoder().encode(TICKET_KEY), ANY)).toEqual(said)
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
    expect(
      await verifyTicket(ticket, TICKET_KEY, { ...ANY, provider: 'privasfer' }),
    ).toBeUndefined()
    expect(await verifyTicket(ticket, 'another key of thirty-two bytes', ANY)).toBeUndefined()
  })

  test('is over after a day, or when ticketSeconds are', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const [day, short] = [await issued(), await issued(undefined, 'ada', { ticketSeconds: 10 })]
    vi.advanceTimersByTime(9_999)
    expect(await verifyTicket(short, TICKET_KEY, ANY)).toBeDefined()
    vi.advanceTimersByTime(1)
    expect(await verifyTicket(short, TICKET_KEY, ANY)).toBeUndefined()
    expect(await verifyTicket(day, TICKET_KEY, ANY)).toBeDefined()
    vi.advanceTimersByTime(86_390_000)
    expect(await verifyTicket(day, TICKET_KEY, ANY)).toBeUndefined()
  })

  test('does not pass with any character changed', async () => {
    const ticket = await issued()
    for (let at = 0; at < ticket.length; at++) {
      const other = ticket[at] === 'A' ? 'B' : 'A'
      const forged = ticket.slice(0, at) + other + ticket.slice(at + 1)
      expect(await verifyTicket(forged, TICKET_KEY, ANY), `at ${at}`).toBeUndefined()
    }
  })

  test('has one spelling: the bits of its last character that mean nothing are those it was signed with', async () => {
    const ticket = await issued()
    const passing: string[] = []
    for (const last of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
      const spelt = ticket.slice(0, -1) + last
      if (await verifyTicket(spelt, TICKET_KEY, ANY)) passing.push(spelt)
    }
    expect(passing).toEqual([ticket])
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
    expect(await verifyTicket(ticket, TICKET_KEY, ANY)).toBeUndefined()
  })

  test('is not what the same key signed for another purpose', async () => {
    const body = (await issued()).split('.')[0] ?? ''
    const mac = (text: string) => createHmac('sha256', TICKET_KEY).update(text).digest('base64url')
    for (const text of [body, JSON.stringify([body]), JSON.stringify(['sealdrop id v1', body])])
      expect(await verifyTicket(`${body}.${mac(text)}`, TICKET_KEY, ANY)).toBeUndefined()
  })

  test('is not a signed text of another form', async () => {
    const signed = (value: unknown): string => {
      const body = Buffer.from(JSON.stringify(value)).toString('base64url')
      const text = JSON.stringify(['sealdrop ticket v1', body])
      return `${body}.${createHmac('sha256', TICKET_KEY).update(text).digest('base64url')}`
    }
    const good = { provider: 'didww', reference: 'r', client: 'c', expires: Date.now() + 9e6 }
    expect(await verifyTicket(signed(good), TICKET_KEY, ANY)).toEqual(good)
    expect(
      await verifyTicket(signed({ ...good, transfer: 't', more: 1 }), TICKET_KEY, ANY),
    ).toEqual({
      ...good,
      transfer: 't',
    })
    expect(await verifyTicket(signed({ ...good, transfer: 7 }), TICKET_KEY, ANY)).toEqual(good)
    const wrongs = [
      { ...good, expires: 'never' },
      { ...good, expires: String(good.expires) },
      { ...good, expires: undefined },
      { ...good, client: 1 },
      { ...good, provider: ['didww'] },
      { ...good, reference: undefined },
    ]
    for (const wrong of [null, [], 'x', {}, ...wrongs])
      expect(await verifyTicket(signed(wrong), TICKET_KEY, ANY)).toBeUndefined()
    expect(await verifyTicket(`${signed(good)}.`, TICKET_KEY, ANY)).toBeUndefined()
    const longest = signed({ ...good, reference: 'r'.repeat(5_000) })
    expect(longest.length).toBeLessThan(8_192)
    expect(await verifyTicket(longest, TICKET_KEY, ANY)).toBeDefined()
    const rest = Buffer.byteLength(JSON.stringify({ ...good, reference: '' }))
    // 6,111 bytes of JSON are 8,148 characters; a point and 43 of the signature follow.
    const justFits = signed({ ...good, reference: 'r'.repeat(6_111 - rest) })
    expect(justFits).toHaveLength(8_192)
    expect(await verifyTicket(justFits, TICKET_KEY, ANY)).toBeDefined()
    const tooLong = signed({ ...good, reference: 'r'.repeat(6_100) })
    expect(tooLong.length).toBeGreaterThan(8_192)
    expect(await verifyTicket(tooLong, TICKET_KEY, ANY)).toBeUndefined()
  })
})

describe('whoever verifies one', () => {
  test.each([
    ['says for whom', TICKET_KEY, undefined, 'client'],
    ['says for whom', TICKET_KEY, {}, 'client'],
    ['says for whom', TICKET_KEY, { client: undefined }, 'client'],
    [
      'says for whom',
      TICKET_KEY,
      { client: 7, provider: 'didww' },
      'To let tickets of anybody pass',
    ],
    ['says at which provider', TICKET_KEY, { client: 'ada', provider: 7 }, 'provider'],
    ['has the key', undefined, { client: 'ada' }, 'ticketKey'],
    ['has the key', '', { client: 'ada' }, '16 bytes'],
    ['has the key', 'k'.repeat(15), { client: 'ada' }, '16 bytes'],
    ['has the key', [], { client: 'ada' }, '16 bytes'],
    ['has the key', [TICKET_KEY, ''], { client: 'ada' }, '16 bytes'],
    ['has the key', 7, { client: 'ada' }, '16 bytes'],
  ])('%s, or is told in words: %j %j', async (_, key, expected, words) => {
    for (const ticket of [await issued(), undefined])
      await expect(verifyTicket(ticket, key as never, expected as never)).rejects.toMatchObject({
        name: 'SealDropError',
        code: 'misconfigured',
        message: expect.stringMatching(new RegExp(`^verifyTicket: .*${words}.*[^.]\\.$`)),
      })
  })

  test('hears of nobody’s ticket where nobody is signed in', async () => {
    expect(await verifyTicket(await issued(), TICKET_KEY, { client: '' })).toBeUndefined()
  })
})

describe('while one key takes the place of another', () => {
  const [old, next] = [TICKET_KEY, new TextEncoder().encode('the key that comes after it')]

  test('the first of them signs, and tickets of both pass', async () => {
    const before = await issued(undefined, 'ada', { ticketKey: old })
    const after = await issued(undefined, 'ada', { ticketKey: [next, old] })
    for (const ticket of [before, after])
      expect(await verifyTicket(ticket, [next, old], ANY)).toMatchObject({ reference: 'f-1' })
    expect(await verifyTicket(after, next, ANY)).toBeDefined()
    expect(await verifyTicket(after, old, ANY)).toBeUndefined()
    expect(await verifyTicket(before, next, ANY)).toBeUndefined()
  })

  test('who has an earlier ticket can still show and delete the upload', async () => {
    const headers = { 'SealDrop-Ticket': await issued(undefined, 'ada', { ticketKey: old }) }
    for (const [ticketKey, status] of [
      [[next, old], 200],
      [next, 403],
    ] as const)
      for (const method of ['GET', 'DELETE'])
        expect(
          (await relay({ ticketKey }).visit(method, '/didww/encrypted_files/f-1', { headers }))
            .status,
        ).toBe(status)
  })

  test('a parcel that was sent before is not sent again, whichever server had it', async () => {
    const store = memoryStore()
    const headers = { 'Idempotency-Key': '"one-parcel"' }
    const send = (ticketKey: object | string) =>
      relay({ ticketKey, store }).post('/didww/encrypted_files', { headers })
    await send(old)
    const before = upstream.seen.length
    for (const ticketKey of [
      [old, next],
      [next, old],
    ])
      expect((await send(ticketKey)).status).toBe(201)
    expect(upstream.seen.length).toBe(before)
    await send(next)
    expect(upstream.seen.length).toBe(before + 1)
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
