import { createServer, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { describe, expect, test } from 'vitest'
import {
  KEY,
  kinds,
  NAME,
  openSession,
  readingOf,
  relayToAll,
  sendAs,
  startProviders,
} from './relay-once-tools.ts'
import {
  awaited,
  closed,
  jsonOf,
  listening,
  referenceOf,
  SITE,
  type TestRelay,
} from './relay-tools.ts'
import { open } from './relay-upstream-tools.ts'

const start = async (more = {}) => {
  const server = await startProviders()
  const relay = relayToAll(server.url, more)
  const session = await openSession(relay)
  return { server, relay, session }
}

const hangsUp = (response: ServerResponse): void => void response.destroy()
const asGateway = (response: ServerResponse): void =>
  void response.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>502</h1>')
const breaksOff = (response: ServerResponse): void => {
  response.writeHead(201, { 'Content-Type': 'application/json', 'Content-Length': '99' })
  response.write('{"id":', () => response.destroy())
}
const inHtml = (response: ServerResponse): void =>
  void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Welcome</h1>')

const inHalf = (response: ServerResponse): void =>
  void response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"data":{"id":"f-')

describe('a provider that stored it and did not say so', () => {
  test.each(kinds)('its answer is 502, and says that the outcome is unknown: %s', async kind => {
    for (const fault of [hangsUp, breaksOff]) {
      const { server, relay, session } = await start()
      server.instead(fault)
      const answer = await sendAs(relay, kind, { session })
      expect([answer.status, (await jsonOf(answer)).outcome]).toEqual([502, 'unknown'])
    }
  })

  test.each(['privasfer', 'register', 'submit'] as const)(
    'is asked before it is sent again: %s',
    async kind => {
      for (const fault of [hangsUp, asGateway, breaksOff, inHtml]) {
        const { server, relay, session } = await start()
        server.instead(fault)
        await sendAs(relay, kind, { session })
        const again = await sendAs(relay, kind, { session })
        expect(again.status).toBe(201)
        expect(server.stored()).toHaveLength(1)
        if (kind === 'privasfer') expect(await referenceOf(again)).toBe('f-1')
        else expect(again.headers.get('location')).toMatch(/^\/relay\/cryptshare\/users\/me\//)
        // From now on it is known.
        const asked = server.seen.length
        expect(await readingOf(await sendAs(relay, kind, { session }))).toEqual(
          await readingOf(again),
        )
        expect(server.seen).toHaveLength(asked)
      }
    },
  )

  test.each(['didww', 'post', 'put'] as const)(
    'that cannot be asked gets no second copy: %s',
    async kind => {
      for (const fault of [hangsUp, asGateway, breaksOff, inHtml, inHalf]) {
        const { server, relay } = await start()
        server.instead(fault)
        await sendAs(relay, kind)
        const again = await sendAs(relay, kind)
        expect([again.status, (await jsonOf(again)).outcome]).toEqual([502, 'unknown'])
        expect(server.stored()).toHaveLength(1)
      }
    },
  )

  test('that knows the key is sent it again, under the same key, which is one client’s own', async () => {
    const { server, relay } = await start()
    const http = { endpoint: `${server.url}/files`, idempotent: true }
    const idempotent = relayToAll(server.url, { providers: { http } })
    for (const as of ['ada', 'bob']) {
      server.instead(hangsUp)
      await sendAs(idempotent, 'post', { as, key: KEY })
      expect((await sendAs(idempotent, 'post', { as, key: KEY })).status).toBe(201)
    }
    const keys = server.stored().map(({ headers }) => headers['idempotency-key'])
    expect(keys).toEqual([keys[0], keys[0], keys[2], keys[2]])
    expect(keys[2]).not.toBe(keys[0])
    for (const key of keys) expect(key).toMatch(/^"[\w-]{43}"$/)
    // Where there is nothing to tell one parcel from the next, none is made up.
    await relay.visit('PUT', '/http', { body: 'sealed' })
    expect(server.stored().at(-1)?.headers).not.toHaveProperty('idempotency-key')
  })

  test('an upload without a byte is created again: tus', async () => {
    const { server, relay } = await start()
    server.instead(hangsUp)
    expect((await sendAs(relay, 'tus')).status).toBe(502)
    expect((await sendAs(relay, 'tus')).status).toBe(201)
    expect(server.stored()).toHaveLength(2)
  })

  test.each(['privasfer', 'register', 'submit'] as const)(
    'that says it has nothing of it is sent it again: %s',
    async kind => {
      const { server, relay, session } = await start()
      server.instead(hangsUp, false)
      await sendAs(relay, kind, { session })
      expect((await sendAs(relay, kind, { session })).status).toBe(201)
      expect(server.stored()).toHaveLength(1)
    },
  )

  test('that does not say what it has gets no second copy', async () => {
    const { server } = await start()
    const privasfer = { endpoint: `${server.url}/no-list-here`, token: 'privasfer-secret' }
    const relay = relayToAll(server.url, { providers: { privasfer } })
    server.instead(hangsUp)
    await sendAs(relay, 'privasfer')
    const again = await sendAs(relay, 'privasfer')
    expect([again.status, (await jsonOf(again)).outcome]).toEqual([502, 'unknown'])
    expect(server.stored()).toHaveLength(1)
  })
})

/** A relay behind a real server, whose connections stay alive. */
const serve = async (relay: TestRelay): Promise<string> => {
  const server = createServer(createRequestListener(relay.handle))
  open.push(() => closed(server))
  return listening(server)
}

/** A request on a connection of its own, as bytes. */
const sendRaw = (origin: string, body: string, sent: string = body) => {
  const { hostname, port } = new URL(origin)
  const socket = connect(Number(port), hostname)
  const head = [
    'PUT /relay/http HTTP/1.1',
    `Host: ${hostname}:${port}`,
    `Origin: ${SITE}`,
    'X-Visitor: ada',
    `Idempotency-Key: ${KEY}`,
    `Content-Length: ${body.length}`,
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n${sent}`)
  socket.on('error', () => {})
  return socket
}
const putAgain = (origin: string): Promise<Response> =>
  fetch(`${origin}/relay/http`, {
    method: 'PUT',
    headers: { Origin: SITE, 'X-Visitor': 'ada', 'Idempotency-Key': KEY },
    body: 'sealed',
  })

describe('a visitor whose connection breaks', () => {
  test('after the last byte gets the first answer on the next connection', async () => {
    const { server, relay } = await start()
    const origin = await serve(relay)
    const { promise: arrived, resolve: arrive } = awaited<ServerResponse>()
    server.instead(arrive)
    const socket = sendRaw(origin, 'sealed')
    const upstream = await arrived
    socket.destroy()
    const again = putAgain(origin)
    await expect.poll(() => server.seen.length).toBeGreaterThan(0)
    upstream.writeHead(201, { 'Content-Type': 'application/json' }).end('{"id":"first"}')
    const answer = await again
    expect([answer.status, await referenceOf(answer)]).toEqual([201, 'first'])
    expect(server.stored()).toHaveLength(1)
  })

  test('and its answer is there also when it comes back later', async () => {
    const { server, relay } = await start()
    const origin = await serve(relay)
    const { promise: arrived, resolve: arrive } = awaited<ServerResponse>()
    server.instead(arrive)
    const socket = sendRaw(origin, 'sealed')
    const upstream = await arrived
    socket.destroy()
    upstream.writeHead(201, { 'Content-Type': 'application/json' }).end('{"id":"first"}')
    await expect.poll(() => relay.log.some(({ status }) => status === 201)).toBe(true)
    expect(await referenceOf(await putAgain(origin))).toBe('first')
    expect(server.stored()).toHaveLength(1)
  })

  test('before the last byte sends it again, and nothing of the first was stored', async () => {
    const { server, relay } = await start()
    const origin = await serve(relay)
    const socket = sendRaw(origin, 'sealed', 'sea')
    await new Promise(resolve => socket.once('connect', resolve))
    const again = putAgain(origin)
    socket.destroy()
    const answer = await again
    expect([answer.status, await referenceOf(answer)]).toEqual([201, 'f-1'])
    expect(server.stored().map(({ body }) => body)).toEqual(['sealed'])
  })
})

describe('a request that waits for an earlier one', () => {
  test('is told so when that takes too long, and may come again', async () => {
    const { server, relay } = await start({ upstreamTimeoutMs: 1500 })
    server.instead(() => {})
    const first = sendAs(relay, 'didww')
    await expect.poll(() => server.stored().length).toBe(1)
    const again = await sendAs(relay, 'didww')
    // The first one ended at the same time, or the waiting did.
    expect((await jsonOf(again)).outcome).toBe('unknown')
    expect([502, 409]).toContain(again.status)
    expect((await jsonOf(await first)).outcome).toBe('unknown')
    expect(server.stored()).toHaveLength(1)
  })

  test('may leave, and the first goes on', async () => {
    const { server, relay } = await start()
    const origin = await serve(relay)
    const { promise: arrived, resolve: arrive } = awaited<ServerResponse>()
    server.instead(arrive)
    const first = putAgain(origin)
    const upstream = await arrived
    const waits = sendRaw(origin, 'sealed')
    await new Promise(resolve => waits.once('connect', resolve))
    waits.destroy()
    upstream.writeHead(201, { 'Content-Type': 'application/json' }).end('{"id":"first"}')
    expect(await referenceOf(await first)).toBe('first')
    expect(server.stored()).toHaveLength(1)
  })

  test('gets the answer however large its body is, which goes nowhere', async () => {
    const { server, relay } = await start()
    const origin = await serve(relay)
    const large = (): Promise<Response> =>
      fetch(`${origin}/relay/http`, {
        method: 'PUT',
        headers: { Origin: SITE, 'X-Visitor': 'ada', 'Idempotency-Key': KEY },
        body: new Uint8Array(8_000_000),
      })
    const both = await Promise.all([large(), large(), large()])
    expect(both.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(
      relay.log
        .slice(1)
        .map(({ bytes }) => bytes)
        .sort(),
    ).toEqual([0, 0, 8_000_000])
    expect(server.stored()).toHaveLength(1)
  })
})

test('a browser’s sign-in box is not opened by a provider', async () => {
  const { server, relay } = await start()
  server.instead(response => response.writeHead(401, { 'WWW-Authenticate': 'Basic' }).end())
  const answer = await sendAs(relay, 'post')
  expect([answer.status, answer.headers.has('www-authenticate')]).toEqual([502, false])
})

test(`the name is found behind a form's fields (${NAME})`, async () => {
  const { server, relay } = await start()
  for (let time = 0; time < 2; time++) {
    const body = new FormData()
    body.set('note', 'x'.repeat(10_000))
    body.set('file', new Blob(['sealed']), NAME)
    expect((await relay.visit('POST', '/http', { body })).status).toBe(201)
  }
  expect(server.stored()).toHaveLength(1)
  expect(server.stored()[0]?.body).toContain('x'.repeat(10_000))
})
