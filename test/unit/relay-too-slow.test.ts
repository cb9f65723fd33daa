import { createServer, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { describe, expect, test, vi } from 'vitest'
import { createRelay } from '../../src/relay/index.ts'
import { createMemoryStore } from '../../src/relay/memory-store.ts'
import { KEY } from './relay-once-tools.ts'
import { awaited, closed, jsonOf, listening, relayFor, SITE, TICKET_KEY } from './relay-tools.ts'
import { open, relayTo, upstreamOf } from './relay-upstream-tools.ts'

/** The clock of the relay's own timeouts; fetch and the servers have another. */
const OF_THE_RELAY: Parameters<typeof vi.useFakeTimers>[0] = {
  toFake: ['setTimeout', 'clearTimeout', 'performance'],
}

/** Tells when it has the first byte of a request, and how each ended. It answers none. */
const silent = async (answers = false) => {
  const first = awaited<IncomingMessage>()
  const ended: string[] = []
  const server = createServer((request, response) => {
    request.once('data', () => first.resolve(request))
    request.on('error', () => ended.push('cut'))
    response.on('close', () => ended.push('closed'))
    request.on('end', () => {
      ended.push('whole')
      if (answers) response.writeHead(201).end('{"id":"f-1"}')
    })
  })
  open.push(() => closed(server))
  return { url: await listening(server), ended, first: first.promise }
}

/** A body that comes as a test sends it. */
const trickle = () => {
  const text = new TextEncoder()
  let visitor: ReadableStreamDefaultController<Uint8Array> | undefined
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      visitor = controller
    },
  })
  return {
    body,
    send: (words: string) => visitor?.enqueue(text.encode(words)),
    close: () => visitor?.close(),
  }
}

const TOO_SLOW = {
  code: 'request-timeout',
  message: 'The body came with less than 500 bytes a second.',
}

describe('a body that trickles', () => {
  test('is 408 in words, and nothing of it is left open at the provider', async () => {
    const upstream = await silent()
    vi.useFakeTimers(OF_THE_RELAY)
    const { body, send } = trickle()
    const asked = relayTo(upstream.url).visit('PUT', '/http', { body })
    send('first')
    await upstream.first
    for (let second = 0; second < 59; second++) {
      await vi.advanceTimersByTimeAsync(1000)
      send('more')
    }
    expect(upstream.ended).toEqual([])
    await vi.advanceTimersByTimeAsync(1000)
    const answer = await asked
    expect([answer.status, await jsonOf(answer)]).toEqual([408, TOO_SLOW])
    await expect.poll(() => upstream.ended.toSorted()).toEqual(['closed', 'cut'])
  })

  test('is 408 also while the relay still looks for its name, or reads it as JSON', async () => {
    const { url, seen } = await upstreamOf()
    vi.useFakeTimers(OF_THE_RELAY)
    const cryptshare = {
      endpoint: url,
      user: 'forms@example.org',
      clientId: 'c'.repeat(50),
      recipients: { to: ['a@b.example'] },
    }
    const didww = { endpoint: url, apiKey: 'the-secret' }
    const relay = relayFor({ providers: { cryptshare, didww }, upstreamTimeoutMs: 600_000 })
    const type = { 'Content-Type': 'multipart/form-data; boundary=b' }
    for (const [path, headers] of [
      ['/didww/encrypted_files', type],
      ['/cryptshare/users/me/transfer-policy', {}],
    ] as const) {
      const { body, send } = trickle()
      const asked = relay.visit('POST', path, { body, headers })
      send('{')
      for (let second = 0; second < 60; second++) {
        send(' ')
        await vi.advanceTimersByTimeAsync(1000)
      }
      const answer = await asked
      expect([answer.status, await jsonOf(answer)], path).toEqual([408, TOO_SLOW])
    }
    expect([seen, vi.getTimerCount()]).toEqual([[], 0])
  })

  test('is told so by its own connection, which is closed then', async () => {
    const upstream = await silent()
    const own = createServer(createRequestListener(relayTo(upstream.url).handle))
    open.push(() => closed(own))
    const { port } = new URL(await listening(own))
    vi.useFakeTimers(OF_THE_RELAY)
    const socket = connect(Number(port), '127.0.0.1')
    let heard = ''
    const over = awaited()
    socket.on('data', data => {
      heard += data.toString()
    })
    socket.on('close', () => over.resolve())
    const head = [
      'PUT /relay/http HTTP/1.1',
      'Host: x',
      `Origin: ${SITE}`,
      'X-Visitor: ada',
      'Content-Length: 100000',
    ]
    socket.write(`${head.join('\r\n')}\r\n\r\nfirst`)
    await upstream.first
    // Less than upstreamTimeoutMs at once.
    for (let time = 0; time < 3; time++) {
      socket.write('more')
      await new Promise(resolve => setImmediate(resolve))
      await vi.advanceTimersByTimeAsync(20_000)
    }
    await over.promise
    expect(heard).toMatch(/^HTTP\/1\.1 408 /)
    expect(heard).toMatch(/\r\nconnection: close\r\n/i)
    expect(heard).toContain(TOO_SLOW.message)
    await expect.poll(() => upstream.ended.toSorted()).toEqual(['closed', 'cut'])
  })
})

describe('a request that takes longer than maxSeconds', () => {
  test('is 408, and may have arrived where all of its body did', async () => {
    const upstream = await silent()
    vi.useFakeTimers(OF_THE_RELAY)
    const options = { maxSeconds: 60, upstreamTimeoutMs: 600_000 }
    const asked = relayTo(upstream.url, options).visit('PUT', '/http', { body: 'sealed' })
    await upstream.first
    await vi.waitFor(() => expect(upstream.ended).toEqual(['whole']))
    await vi.advanceTimersByTimeAsync(60_000)
    const answer = await asked
    expect([answer.status, await jsonOf(answer)]).toMatchObject([
      408,
      { message: 'The request took more than 60 seconds.', outcome: 'unknown' },
    ])
    await expect.poll(() => upstream.ended).toContain('closed')
  })

  test('is 408 where it sends fast enough, and never ends', async () => {
    const upstream = await silent()
    vi.useFakeTimers(OF_THE_RELAY)
    const { body, send } = trickle()
    const relay = relayTo(upstream.url, { maxSeconds: 600, maxBytes: 100_000_000 })
    const asked = relay.visit('PUT', '/http', { body })
    send('first')
    await upstream.first
    for (let time = 0; time < 30; time++) {
      send('x'.repeat(100_000))
      await vi.advanceTimersByTimeAsync(20_000)
    }
    expect((await asked).status).toBe(408)
    await expect.poll(() => upstream.ended.toSorted()).toEqual(['closed', 'cut'])
  })

  test('is 408 also while it waits for an earlier one with the same parcel, which goes on', async () => {
    const upstream = await silent(true)
    vi.useFakeTimers(OF_THE_RELAY)
    const options = { store: createMemoryStore(), upstreamTimeoutMs: 600_000 }
    const headers = { 'Idempotency-Key': KEY }
    const first = trickle()
    const earlier = relayTo(upstream.url, options).visit('PUT', '/http', {
      body: first.body,
      headers,
    })
    first.send('first')
    await upstream.first
    const short = relayTo(upstream.url, { ...options, maxSeconds: 40 })
    const held = trickle()
    const joined = short.visit('PUT', '/http', { body: held.body, headers })
    await vi.advanceTimersByTimeAsync(39_900)
    first.send('x'.repeat(40_000))
    await vi.advanceTimersByTimeAsync(200)
    const answer = await joined
    expect([answer.status, await jsonOf(answer)]).toMatchObject([408, { outcome: 'unknown' }])
    first.close()
    expect((await earlier).status).toBe(201)
  })

  test('is 408 also where the site itself does not say who asks, or gives no token', async () => {
    const { url, seen } = await upstreamOf()
    vi.useFakeTimers(OF_THE_RELAY)
    const never = (): Promise<never> => new Promise(() => {})
    for (const options of [
      { authorize: never },
      { providers: { didww: { endpoint: url, token: never } } },
    ]) {
      const providers = { didww: { endpoint: url, apiKey: 'the-secret' } }
      const asked = relayFor({ providers, maxSeconds: 30, ...options }).post(
        '/didww/encrypted_files',
      )
      await vi.advanceTimersByTimeAsync(30_000)
      expect((await asked).status).toBe(408)
    }
    expect([seen, vi.getTimerCount()]).toEqual([[], 0])
  })

  test('is cut where it is a download, and the provider is let go', async () => {
    const upstream = await upstreamOf((request, response) => {
      if (request.url === '/oauth/token') response.end('{"access_token":"a-token-of-stamps"}')
      else response.writeHead(200, { 'Content-Type': 'application/pdf' }).write('some')
      response.on('close', () => closes.push(request.url ?? ''))
    })
    const closes: string[] = []
    const dokstamp = { endpoint: upstream.url, clientId: 'a', clientSecret: 'b', tenant: 'c' }
    vi.useFakeTimers(OF_THE_RELAY)
    // Not `relayFor`, which reads a copy of each answer.
    const relay = createRelay({
      providers: { dokstamp },
      allow: { dokstamp: ['download'] },
      authorize: () => ({ client: 'ada' }),
      ticketKey: TICKET_KEY,
      origin: SITE,
      maxSeconds: 30,
    })
    const id = 'b1946ac9-2d5f-4d3a-9c1e-0123456789ab'
    const headers = { Origin: SITE }
    const answer = await relay(
      new Request(`${SITE}/relay/dokstamp/files/${id}/download`, { headers }),
    )
    expect(answer.status).toBe(200)
    await vi.advanceTimersByTimeAsync(30_000)
    await expect(answer.text()).rejects.toThrow()
    await expect.poll(() => closes).toContain(`/files/${id}/download`)
  })
})
