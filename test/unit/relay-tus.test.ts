import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createEncryptedIds } from '../../src/core/relay/encrypted-ids.ts'
import { createSigner } from '../../src/core/relay/sign.ts'
import { verifyTicket } from '../../src/relay/index.ts'
import { startTus, type TusSandbox } from '../../src/sandbox/tus/sandbox.ts'
import { relayFor, startUpstream, type TestRelay, TICKET_KEY, type Visit } from './relay-tools.ts'

let tus: TusSandbox

beforeAll(async () => {
  tus = await startTus()
})
afterEach(() => tus.reset())
afterAll(() => tus.close())

const VERSION = { 'Tus-Resumable': '1.0.0' }
const relayed = (): TestRelay =>
  relayFor({
    providers: {
      tus: { endpoint: tus.endpoint, headers: { Authorization: `Bearer ${tus.token}` } },
    },
  })

const ask = (
  relay: TestRelay,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  more: Omit<Visit, 'headers'> = {},
): Promise<Response> =>
  relay.visit(method, path.replace(/^\/relay/, ''), {
    ...more,
    headers: { ...VERSION, ...headers },
  })

const create = async (relay: TestRelay, length = '6', as = 'ada'): Promise<Response> =>
  ask(relay, 'POST', '/tus', { 'Upload-Length': length }, { as })

const send = (relay: TestRelay, url: string, offset: number, body: string, more = {}) =>
  ask(
    relay,
    'PATCH',
    url,
    { 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream', ...more },
    { body },
  )

const locationOf = (answer: Response): string => answer.headers.get('location') ?? ''
const ticketOf = (answer: Response) =>
  verifyTicket(answer.headers.get('sealdrop-ticket'), TICKET_KEY, {
    provider: 'tus',
    client: 'ada',
  })

test.each(['absolute', 'path', 'relative'] as const)(
  'an upload goes on at the relay, wherever the server creates it (%s)',
  async place => {
    tus.flip({ place })
    const relay = relayed()
    const created = await create(relay)
    expect(created.status).toBe(201)
    const url = locationOf(created)
    expect(url).toMatch(/^\/relay\/tus\/[\w-]+$/)
    expect((await send(relay, url, 0, 'sea')).headers.get('upload-offset')).toBe('3')
    const head = await ask(relay, 'HEAD', url)
    expect([head.status, head.headers.get('upload-offset')]).toEqual([200, '3'])
    expect((await send(relay, url, 3, 'led')).status).toBe(204)
    const [upload] = tus.received()
    expect(tus.sealed(upload?.id ?? '').toString()).toBe('sealed')
  },
)

test('whoever sends the last byte gets the ticket, and whoever asks for it again', async () => {
  const relay = relayed()
  const created = await create(relay)
  const url = locationOf(created)
  const part = await send(relay, url, 0, 'sea')
  for (const answer of [created, part, await ask(relay, 'HEAD', url)])
    expect(await ticketOf(answer)).toBeUndefined()
  const reference = new URL(tus.unfinished()[0]?.id ?? '').pathname
  for (const answer of [await send(relay, url, 3, 'led'), await ask(relay, 'HEAD', url)])
    expect(await ticketOf(answer)).toMatchObject({ reference, client: 'ada' })
})

test('an upload whose length is told late, or is nothing, has its ticket, too', async () => {
  const relay = relayed()
  expect(await ticketOf(await create(relay, '0'))).toBeDefined()
  const late = await ask(relay, 'POST', '/tus', { 'Upload-Defer-Length': '1' })
  const url = locationOf(late)
  expect(await ticketOf(await send(relay, url, 0, 'sea'))).toBeUndefined()
  expect(await ticketOf(await send(relay, url, 3, 'led', { 'Upload-Length': '6' }))).toBeDefined()
  expect(await ticketOf(await ask(relay, 'HEAD', url))).toBeDefined()
})

test('who created an upload can end it', async () => {
  const relay = relayed()
  const url = locationOf(await create(relay))
  expect((await ask(relay, 'DELETE', url)).status).toBe(204)
  expect((await ask(relay, 'HEAD', url)).status).toBe(404)
})

test('nobody else can ask for it, write to it or end it', async () => {
  const relay = relayed()
  const url = locationOf(await create(relay))
  const before = tus.requests().length
  const octets = { 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' }
  const forged = `${url.slice(0, -5)}AAAAA`
  for (const [at, as] of [
    [url, 'bob'],
    [forged, 'ada'],
    [`${url}A`, 'ada'],
    [`/relay/tus/${'A'.repeat(60)}`, 'ada'],
    ['/relay/tus/some-upload', 'ada'],
  ] as const) {
    for (const method of ['HEAD', 'DELETE'])
      expect((await ask(relay, method, at, {}, { as })).status).toBe(404)
    expect((await ask(relay, 'PATCH', at, octets, { as, body: 'sealed' })).status).toBe(404)
  }
  expect((await ask(relay, 'HEAD', url, {}, { as: '' })).status).toBe(401)
  expect(tus.requests().length).toBe(before)
})

test.each(['elsewhere', 'script', 'missing'] as const)(
  'a server that creates it on another server is not believed (%s)',
  async place => {
    tus.flip({ place })
    const answer = await create(relayed())
    expect([answer.status, answer.headers.has('location')]).toEqual([502, false])
    expect(tus.requests().map(({ kind }) => kind)).toEqual(['creation'])
  },
)

test.each(['//', '/\\\\', '\\\\/'])(
  'a path that would name another host when it is asked for gets no request, and no secret (%s)',
  async slashes => {
    const elsewhere = await startUpstream()
    const host = elsewhere.url.slice('http://'.length)
    const server = await startUpstream((request, response) => {
      const Location = `http://${request.headers.host}${slashes}${host}/files/1`
      response.writeHead(201, { Location, 'Upload-Offset': '0' }).end()
    })
    try {
      const headers = { Authorization: 'Bearer tus-secret' }
      const relay = relayFor({ providers: { tus: { endpoint: `${server.url}/files/`, headers } } })
      const created = await create(relay)
      expect([created.status, created.headers.has('location')]).toEqual([502, false])
      expect(elsewhere.seen).toEqual([])
    } finally {
      await Promise.all([server.close(), elsewhere.close()])
    }
  },
)

test('what the server can do, its checksums, metadata and expiry pass through', async () => {
  tus.flip({ expiresSeconds: 60 })
  const relay = relayed()
  const options = await ask(relay, 'OPTIONS', '/tus')
  expect(options.headers.get('tus-extension')).toContain('checksum')
  expect(options.headers.get('tus-checksum-algorithm')).toContain('sha256')
  const created = await ask(relay, 'POST', '/tus/', {
    'Upload-Length': '6',
    'Upload-Metadata': 'name c2VhbA==',
  })
  expect(created.headers.has('upload-expires')).toBe(true)
  expect(tus.unfinished()[0]?.metadata).toBe('name c2VhbA==')
  const wrong = { 'Upload-Checksum': 'sha1 AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }
  expect((await send(relay, locationOf(created), 0, 'sea', wrong)).status).toBe(460)
})

test('a visitor cannot join uploads, or have a method mean another one', async () => {
  const relay = relayed()
  const url = locationOf(await create(relay))
  const headers = { 'X-HTTP-Method-Override': 'DELETE', 'Upload-Concat': `final;${url}` }
  await ask(relay, 'POST', '/tus', { ...headers, 'Upload-Length': '1' })
  expect(tus.unfinished()).toHaveLength(2)
  const last = tus.requests().at(-1)?.headers
  expect(last).not.toHaveProperty('x-http-method-override')
  expect(last).not.toHaveProperty('upload-concat')
})

test('an id that leads to another server is asked for nowhere, even if the relay’s key made it', async () => {
  const elsewhere = await startUpstream()
  const path = `//${new URL(elsewhere.url).host}/files/1`
  const ids = createEncryptedIds(createSigner(TICKET_KEY), 'tus')
  const url = `/relay/tus/${await ids.encrypt(`6 ${path}`, 'ada')}`
  const answer = await ask(relayed(), 'HEAD', url)
  expect([answer.status, elsewhere.seen]).toEqual([502, []])
  await elsewhere.close()
})
