import { mkdtemp, rm } from 'node:fs/promises'
import {
  type ClientHttp2Session,
  connect,
  createSecureServer,
  type IncomingHttpHeaders,
} from 'node:http2'
import { request as askSecurely } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createHealth, createRelay } from '../../src/relay/index.ts'
import { closeOnSignal, httpRelay, withHealth } from '../../src/relay/node/index.ts'
import { makeCertificate, readCertificate } from '../operate/certificate.ts'
import { oracle } from '../oracle.ts'
import { awaited, TICKET_KEY } from './relay-tools.ts'
import { open, upstreamOf } from './relay-upstream-tools.ts'

// Node's own server for HTTP/2, with HTTP/1.1 for who cannot do more.

const openssl = oracle('openssl')
const SIGNAL = 'SIGUSR2'
let folder: string
let pem: { readonly key: Buffer; readonly cert: Buffer }
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sealdrop-'))
  pem = await readCertificate(await makeCertificate(openssl, folder))
})
afterEach(() => void process.removeAllListeners(SIGNAL))
afterAll(() => rm(folder, { recursive: true }))

const start = async (endpoint: string, graceMs?: number) => {
  const relay = createRelay({
    providers: { http: { endpoint } },
    authorize: ({ headers }) => headers.has('x-visitor') && { client: 'ada' },
    ticketKey: TICKET_KEY,
  })
  const health = createHealth({ ready: () => relay.ready() })
  const options = { ...pem, allowHTTP1: true }
  const server = createSecureServer(options, withHealth(health, httpRelay(relay)))
  const over = closeOnSignal(server, {
    health,
    signals: [SIGNAL],
    ...(graceMs !== undefined && { graceMs }),
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  open.push(async () => void server.close())
  return { url: `https://localhost:${(server.address() as AddressInfo).port}`, over }
}

const visiting = (url: string): ClientHttp2Session => {
  const session = connect(url, { ca: pem.cert })
  session.on('error', () => {})
  open.push(async () => session.destroy())
  return session
}
const asked = (session: ClientHttp2Session, headers: IncomingHttpHeaders) => {
  const stream = session.request(headers)
  stream.on('error', () => {})
  const status = new Promise<number>(resolve =>
    stream.once('response', answer => resolve(Number(answer[':status']))),
  )
  return { stream, heard: async () => [await status, await text(stream)] as const }
}
const put = (url: string) => ({ ':method': 'PUT', ':path': '/relay/http', origin: url })

test('an upload and a refusal of 5 MB arrive over HTTP/2, several on one connection', async () => {
  const upstream = await upstreamOf()
  const { url } = await start(upstream.url)
  const session = visiting(url)
  const body = Buffer.alloc(5_000_000, 7)
  const [stored, refused, ready] = [
    asked(session, { ...put(url), 'x-visitor': 'ada', 'content-length': `${body.length}` }),
    asked(session, put(url)),
    asked(session, { ':path': '/readyz' }),
  ]
  stored.stream.end(body)
  refused.stream.end(body)
  expect(await stored.heard()).toEqual([201, '{"id":"f-1"}'])
  expect(await refused.heard()).toEqual([401, expect.stringContaining('"unauthorized"')])
  expect(await ready.heard()).toEqual([200, '{"ok":true}'])
  expect(upstream.seen.map(({ body }) => body.length)).toEqual([body.length])
})

test('and over HTTP/1.1 on the same port', async () => {
  const upstream = await upstreamOf()
  const { url } = await start(upstream.url)
  const status = await new Promise(resolve => {
    const headers = { Origin: url, 'X-Visitor': 'ada' }
    askSecurely(`${url}/relay/http`, { method: 'PUT', headers, ca: pem.cert }, answer => {
      resolve(answer.resume().statusCode)
    }).end('sealed')
  })
  expect(status).toBe(201)
})

test('told to stop, it finishes what is under way on a connection, takes nothing new on it, and closes it', async () => {
  const { promise: first, resolve } = awaited()
  const upstream = await upstreamOf()
  const { url, over } = await start(upstream.url)
  const [busy, idle] = [visiting(url), visiting(url)]
  const gone = awaited()
  idle.once('close', () => gone.resolve())
  expect((await asked(idle, { ':path': '/readyz' }).heard())[0]).toBe(200)
  const upload = asked(busy, { ...put(url), 'x-visitor': 'ada' })
  upload.stream.write('sealed ', () => resolve())
  await first
  expect((await asked(busy, { ':path': '/livez' }).heard())[0]).toBe(200)
  const told = new Promise<void>(settle => busy.once('goaway', () => settle()))
  process.emit(SIGNAL)
  await gone.promise
  await told
  upload.stream.end('bytes')
  expect(await upload.heard()).toEqual([201, '{"id":"f-1"}'])
  expect(upstream.seen.map(({ body }) => body)).toEqual(['sealed bytes'])
  await over
})

test('and cuts what takes longer than its grace', async () => {
  const { url, over } = await start('http://127.0.0.1:9', 50)
  const session = visiting(url)
  const upload = asked(session, { ...put(url), 'x-visitor': 'ada' })
  const cut = new Promise(resolve => session.once('close', resolve))
  upload.stream.write('sealed')
  expect((await asked(session, { ':path': '/livez' }).heard())[0]).toBe(200)
  process.emit(SIGNAL)
  await over
  await cut
})
