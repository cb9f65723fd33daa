import { mkdtempSync, rmSync } from 'node:fs'
import { request as ask, createServer, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { fetchReasonOf, withoutUrls } from '../../src/core/relay/failure.ts'
import type { LogEntry, Reason, RelayOptions, RelayStore } from '../../src/relay/index.ts'
import { createRelay } from '../../src/relay/index.ts'
import { httpRelay } from '../../src/relay/node/index.ts'
import { oracle } from '../oracle.ts'
import { relayToAll, sendAs, startProviders } from './relay-once-tools.ts'
import { startBabbling, startSelfSigned } from './relay-reason-tools.ts'
import { awaited, closed, jsonOf, listening, relayFor, SITE, TICKET_KEY } from './relay-tools.ts'
import { open, relayTo, upstreamOf } from './relay-upstream-tools.ts'

const openssl = oracle('openssl')
const folder = mkdtempSync(join(tmpdir(), 'sealdrop-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the log says of one file that is sent, and what its sender is told. */
const sent = async (
  endpoint: string,
  more: Partial<RelayOptions> = {},
): Promise<{ readonly entry: LogEntry | undefined; readonly told: Record<string, unknown> }> => {
  const relay = relayTo(endpoint, more)
  const told = await jsonOf(await relay.post('/http'))
  expect(relay.log).toHaveLength(1)
  return { entry: relay.log[0], told }
}

const throwing = (message: string) => () => {
  throw new Error(message)
}

/** Over a real connection: `leave` gets the visitor's request. */
const visiting = async (
  endpoint: string,
  leave: (visitor: ReturnType<typeof ask>, hasLeft: Promise<void>) => Promise<void>,
): Promise<LogEntry> => {
  const logged = awaited<LogEntry>()
  const relay = createRelay({
    authorize: () => ({ client: 'ada' }),
    ticketKey: TICKET_KEY,
    origin: SITE,
    providers: { http: { endpoint } },
    log: logged.resolve,
  })
  const gone = awaited()
  const server = createServer(httpRelay(relay))
  server.on('request', (_, response) => response.once('close', gone.resolve))
  open.push(() => closed(server))
  const url = `${await listening(server)}/relay/http`
  const headers = { Origin: SITE, 'Content-Length': 100, 'Idempotency-Key': '"k-1"' }
  const visitor = ask(url, { method: 'PUT', headers })
  visitor.on('error', () => {})
  await leave(visitor, gone.promise)
  return logged.promise
}

const failingStore = (): RelayStore => {
  const fail = () => Promise.reject(new Error('connect redis://:hunter2-password@10.0.0.7/0'))
  return { get: fail, set: fail, add: fail, delete: fail }
}

/** Every reason, made to happen: what its event says. */
const happenings: { readonly [Name in Reason]: () => Promise<Partial<LogEntry> | undefined> } = {
  'client-left': async () => {
    const upstream = awaited()
    const server = createServer(request => {
      request.once('data', upstream.resolve).on('error', () => {})
    })
    open.push(() => closed(server))
    const entry = await visiting(await listening(server), async visitor => {
      visitor.write('first')
      await upstream.promise
      visitor.destroy()
    })
    expect(entry).toMatchObject({ bytes: 5, bytesIn: 5 })
    expect(entry).not.toHaveProperty('upstreamStatus')
    return entry
  },
  dns: async () => (await sent('https://nothing.invalid/files')).entry,
  refused: async () => {
    const { url, close } = await upstreamOf()
    await close()
    const { entry, told } = await sent(`${url}/files?token=in-the-endpoint`)
    expect(entry?.cause).toMatchObject({ name: 'TypeError', cause: { code: 'ECONNREFUSED' } })
    expect(JSON.stringify(told)).not.toMatch(/ECONNREFUSED|127\.0\.0\.1/)
    return entry
  },
  tls: async () => {
    const { entry } = await sent(await startSelfSigned(openssl, folder))
    expect(entry?.cause?.cause?.code).toBe('DEPTH_ZERO_SELF_SIGNED_CERT')
    const { url } = await upstreamOf()
    expect((await sent(url.replace('http:', 'https:'))).entry?.reason).toBe('tls')
    return entry
  },
  unreachable: async () => (await sent('http://127.0.0.1:1/blocked-by-fetch')).entry,
  cut: async () => {
    const half = (_: unknown, response: ServerResponse) => {
      response.writeHead(201, { 'Content-Length': '100' }).write('{"id":')
      setImmediate(() => response.destroy())
    }
    expect((await sent((await upstreamOf(half)).url)).entry?.reason).toBe('cut')
    expect((await sent(await startBabbling())).entry?.reason).toBe('cut')
    return (await sent((await upstreamOf((_, response) => response.destroy())).url)).entry
  },
  'too-long': async () => {
    const { url } = await upstreamOf((_, response) => response.end('x'.repeat(1_048_577)))
    return (await sent(url)).entry
  },
  redirect: async () => {
    const { url } = await upstreamOf((_, response) =>
      response.writeHead(307, { Location: '/elsewhere?token=t-1' }).end(),
    )
    return (await sent(url)).entry
  },
  elsewhere: async () => {
    const { url } = await upstreamOf((_, response) =>
      response.writeHead(201, { Location: 'https://evil.example/u-1' }).end(),
    )
    const relay = relayFor({ providers: { tus: { endpoint: url } } })
    const headers = { 'Tus-Resumable': '1.0.0', 'Upload-Length': '10' }
    await relay.visit('POST', '/tus', { headers })
    return relay.log[0]
  },
  timeout: async () => {
    const { url } = await upstreamOf(() => {})
    const { entry } = await sent(url, { upstreamTimeoutMs: 100 })
    expect(entry?.status).toBe(504)
    expect(entry?.upstreamMs).toBeGreaterThanOrEqual(90)
    return entry
  },
  'too-slow': async () => {
    const { url } = await upstreamOf(() => {})
    const { entry } = await sent(url, { maxSeconds: 0.1 })
    expect(entry?.status).toBe(408)
    return entry
  },
  'no-token': async () => {
    const { url } = await upstreamOf((_, response) => response.writeHead(500).end())
    const stamp = { endpoint: url, clientId: 'client', clientSecret: 'stamp-secret', tenant: 't' }
    const relay = relayFor({ providers: { dokstamp: stamp } })
    await relay.post('/dokstamp/files')
    return relay.log[0]
  },
  'authorize-threw': async () => {
    const { entry } = await sent(SITE, { authorize: throwing('no such table: sessions') })
    expect(entry?.cause?.message).toBe('no such table: sessions')
    expect(entry?.cause?.stack).toContain('relay-reasons.test.ts')
    return entry
  },
  'no-address': async () => {
    const { entry } = await sent(SITE, { clientAddress: throwing('no X-Forwarded-For') })
    expect(entry?.cause?.message).toBe('no X-Forwarded-For')
    return entry
  },
  threw: async () => {
    const token = throwing('the vault is sealed')
    const relay = relayFor({ providers: { didww: { endpoint: SITE, token } } })
    await relay.post('/didww/encrypted_files')
    expect(relay.log[0]?.cause?.message).toBe('the vault is sealed')
    return relay.log[0]
  },
  'store-down': async () => {
    const server = await startProviders()
    const relay = relayToAll(server.url, { store: failingStore() })
    // The second while the store is left alone.
    for (const index of [0, 1]) {
      expect((await sendAs(relay, 'didww')).status).toBe(201)
      expect(relay.log[index]).toMatchObject({ status: 201, reason: 'store-down' })
    }
    expect(await relay.saidSoFar()).not.toContain('hunter2')
    return relay.log[0]
  },
}

describe('an event tells why', () => {
  test.each(Object.entries(happenings))('%s', async (reason, happen) => {
    expect(await happen()).toMatchObject({ reason })
  })

  test('a visitor left after its last byte, though the upload arrived', async () => {
    const came = awaited<ServerResponse>()
    const { url } = await upstreamOf((_, response) => came.resolve(response))
    const entry = await visiting(url, async (visitor, hasLeft) => {
      visitor.end('x'.repeat(100))
      const answer = await came.promise
      visitor.destroy()
      await hasLeft
      answer.writeHead(201, { 'Content-Type': 'application/json' }).end('{"id":"f-1"}')
    })
    expect(entry).toMatchObject({
      status: 201,
      reason: 'client-left',
      upstreamStatus: 201,
      bytes: 100,
    })
  })

  test('a token could not be had: the service’s own failure, and not a missing token', async () => {
    const stamp = { clientId: 'client', clientSecret: 'stamp-secret', tenant: 't' }
    const { url, close } = await upstreamOf()
    await close()
    const relay = relayFor({ providers: { dokstamp: { endpoint: url, ...stamp } } })
    await relay.post('/dokstamp/files')
    expect(relay.log).toMatchObject([{ reason: 'refused', code: 'bad-gateway' }])
  })

  test('nothing, where nothing is wrong', async () => {
    const { url } = await upstreamOf()
    expect((await sent(url)).entry).not.toHaveProperty('reason')
  })
})

const error = (message: string, code?: string, cause?: unknown): Error =>
  Object.assign(new TypeError(message, { cause }), code === undefined ? {} : { code })

/** As they were seen on 2026-11-29: Bun 1.3, Deno 2.7, workerd 1.20260426. The URLs show that what they repeat misleads nobody. */
test.each<[Reason, Error]>([
  ['refused', error('ECONNREFUSED: Unable to connect. Is the computer …?', 'ECONNREFUSED')],
  ['dns', error('getaddrinfo ENOTFOUND redirect.certificate.invalid', 'ENOTFOUND')],
  ['tls', error('self signed certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT')],
  ['tls', error('EPROTO: The TLS handshake failed.', 'EPROTO')],
  ['cut', error('ECONNRESET: The socket connection was closed unexpectedly.', 'ECONNRESET')],
  [
    'cut',
    error(
      'Malformed_HTTP_Response fetching "http://a.example/redirect?t=S".',
      'Malformed_HTTP_Response',
    ),
  ],
  ['redirect', error('UnexpectedRedirect fetching "http://a.example/?t=S".', 'UnexpectedRedirect')],
  [
    'dns',
    error(
      'fetch failed',
      undefined,
      error(
        'error sending request for url (http://redirect.invalid/): client error (Connect): dns error: failed to lookup address information: Name or service not known',
      ),
    ),
  ],
  [
    'refused',
    error('client error (Connect): tcp connect error: Connection refused (os error 111)'),
  ],
  ['tls', error('client error (Connect): invalid peer certificate: UnknownIssuer')],
  ['tls', error('client error (Connect): received corrupt message of type InvalidContentType')],
  ['cut', error('client error (SendRequest): connection closed before message completed')],
  ['cut', error('client error (SendRequest): invalid HTTP version parsed')],
  ['cut', error('error reading a body from connection')],
  ['redirect', error("Fetch failed: Encountered redirect while redirect mode is set to 'error'")],
  ['cut', error('Network connection lost.')],
  ['unreachable', error('internal error; reference = t33sijm0mf6s7oi6e0q919ig')],
  [
    'timeout',
    error('fetch failed', undefined, error('Connect Timeout', 'UND_ERR_CONNECT_TIMEOUT')),
  ],
  ['refused', error('fetch failed', undefined, new AggregateError([error('', 'ECONNREFUSED')]))],
])('%s is what other runtimes mean by %s', (reason, thrown) => {
  expect(fetchReasonOf(thrown)).toBe(reason)
})

test('words that never become a URL cost no time', () => {
  const began = performance.now()
  expect(withoutUrls(`${'a.'.repeat(50_000)} redis://:password@host/0`)).toMatch(/a\. \[url\]$/)
  // With each letter tried as the first of a scheme to the end it were a minute.
  expect(performance.now() - began).toBeLessThan(5_000)
})

test('what is no error, and one that causes itself, is read all the same', () => {
  const circle = error('circle')
  circle.cause = circle
  for (const thrown of [undefined, null, 'ECONNREFUSED', 7, {}, circle])
    expect(fetchReasonOf(thrown)).toBe('unreachable')
})
