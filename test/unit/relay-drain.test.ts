import { createServer } from 'node:http'
import { describe, expect, test, vi } from 'vitest'
import { type Bytes, readText } from '../../src/core/relay/read-text.ts'
import { createDrainSlots } from '../../src/relay/drain-slots.ts'
import { IncomingBody } from '../../src/relay/incoming.ts'
import { awaited, closed, jsonOf, listening, relayFor } from './relay-tools.ts'
import { open, relayTo, upstreamOf } from './relay-upstream-tools.ts'

/** A body of so many chunks of 1000 bytes (endless where none are said), how many were read, and whether it was let go. */
const bodyOf = (chunks = Number.POSITIVE_INFINITY) => {
  const seen = { read: 0, canceled: false }
  const stream: Bytes = new ReadableStream(
    {
      pull(controller) {
        if (seen.read === chunks) return controller.close()
        seen.read++
        controller.enqueue(new Uint8Array(1000))
      },
      cancel() {
        seen.canceled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { stream, seen }
}
/** One that ends when a test says so. */
const openBody = () => {
  const { promise, resolve } = awaited()
  const seen = { asked: 0 }
  const stream: Bytes = new ReadableStream(
    {
      async pull(controller) {
        seen.asked++
        await promise
        controller.close()
      },
    },
    { highWaterMark: 0 },
  )
  return { stream, seen, end: resolve }
}
const options = (more: object = {}) => ({
  length: undefined,
  maxBytes: 10_000,
  idleMs: 1000,
  slots: createDrainSlots(),
  signal: new AbortController().signal,
  ...more,
})

describe('what nobody reads of a body', () => {
  test.each([
    [0, undefined, true, 0],
    [40, undefined, true, 40],
    [41, undefined, false, 41],
    [40, 40_000, true, 40],
    [41, 40_001, false, 0],
  ])('is read up to four times maxBytes: %d kB (said: %s)', async (chunks, length, is, read) => {
    const { stream, seen } = bodyOf(chunks)
    expect(await new IncomingBody(stream.getReader(), options({ length })).drain()).toBe(is)
    expect(seen).toEqual({ read, canceled: !is })
  })

  test('is what comes after the bytes that were wanted', async () => {
    const { stream, seen } = bodyOf(5)
    const body = new IncomingBody(stream.getReader(), options())
    await body.source?.read()
    expect(seen.read).toBe(1)
    expect(await body.drain()).toBe(true)
    expect(seen.read).toBe(5)
  })

  test('is nothing where all was read, or there is no body', async () => {
    const { stream } = bodyOf(3)
    const slots = { take: vi.fn() }
    const body = new IncomingBody(stream.getReader(), options({ slots }))
    await readText(body.source, 3000)
    expect(await body.drain()).toBe(true)
    expect(await new IncomingBody(null, options({ slots })).drain()).toBe(true)
    expect(slots.take).not.toHaveBeenCalled()
  })

  test('is read once, however often it is asked for', async () => {
    const body = new IncomingBody(bodyOf(3).stream.getReader(), options())
    expect(await Promise.all([body.drain(), body.drain(), body.drain()])).toEqual([
      true,
      true,
      true,
    ])
  })

  test('is waited for once, also where an upstream that has answered waits for it, too', async () => {
    const { stream, seen, end } = openBody()
    const body = new IncomingBody(stream.getReader(), options())
    const wanted = body.source?.read()
    await vi.waitFor(() => expect(seen.asked).toBe(1))
    const drained = body.drain()
    end()
    await Promise.allSettled([wanted, drained])
    expect(body.waitedMs).toBeGreaterThanOrEqual(0)
    expect(body.waitedMs).toBeLessThan(1000)
  })

  test('never passes for the end of what was wanted', async () => {
    const { stream } = bodyOf(5)
    const body = new IncomingBody(stream.getReader(), options())
    const reader = body.source
    await reader?.read()
    await body.drain()
    await expect(reader?.read()).rejects.toThrow('over')
  })

  test('nor where the visitor falls silent while it is wanted', async () => {
    const { stream, seen } = openBody()
    const body = new IncomingBody(stream.getReader(), options({ idleMs: 5 }))
    const wanted = body.source?.read()
    wanted?.catch(() => {})
    await expect.poll(() => seen.asked).toBe(1)
    expect(await body.drain()).toBe(false)
    await expect(wanted).rejects.toThrow('cut')
  })

  test('is let go where the visitor leaves', async () => {
    const cut: Bytes = new ReadableStream({ start: controller => controller.error(new Error('x')) })
    expect(await new IncomingBody(cut.getReader(), options()).drain()).toBe(false)
  })
})

describe('a visitor who leaves', () => {
  test('holds no place among those that are drained', async () => {
    const leaving = new AbortController()
    const { signal } = leaving
    const slots = createDrainSlots()
    const { stream, seen } = openBody()
    const drained = new IncomingBody(
      stream.getReader(),
      options({ slots, signal, idleMs: 1_000_000 }),
    ).drain('ada')
    await expect.poll(() => seen.asked).toBe(1)
    leaving.abort()
    expect(await drained).toBe(false)
    expect(Array.from({ length: 4 }, () => slots.take('ada')).every(Boolean)).toBe(true)
  })

  test('before anything is read takes none', async () => {
    const slots = { take: vi.fn() }
    const { stream, seen } = bodyOf()
    const signal = AbortSignal.abort()
    expect(await new IncomingBody(stream.getReader(), options({ slots, signal })).drain()).toBe(
      false,
    )
    expect([slots.take.mock.calls, seen]).toEqual([[], { read: 0, canceled: true }])
  })
})

describe('at the same time', () => {
  test('100 are read, and 4 of one client, and each makes room when it is over', async () => {
    const slots = createDrainSlots()
    const mine = Array.from({ length: 4 }, () => slots.take('ada'))
    expect(mine.every(Boolean)).toBe(true)
    expect(slots.take('ada')).toBeUndefined()
    const others = Array.from({ length: 96 }, (_, at) => slots.take(at % 2 ? undefined : `${at}`))
    expect(others.every(Boolean)).toBe(true)
    expect(slots.take('bob')).toBeUndefined()
    expect(slots.take(undefined)).toBeUndefined()
    // Twice is once.
    mine[0]?.()
    mine[0]?.()
    expect(slots.take('bob')).toBeDefined()
    expect(slots.take('bob')).toBeUndefined()
    others[0]?.()
    expect(slots.take('ada')).toBeDefined()
    expect(slots.take('ada')).toBeUndefined()
  })
})

describe('a refusal', () => {
  const providers = { http: { endpoint: 'http://127.0.0.1:9/files' } }
  const put = { method: 'PUT', path: '/http' }

  test.each([
    [401, { as: '' }, {}, put],
    [403, { origin: 'https://evil.example' }, {}, put],
    [404, {}, {}, { ...put, path: '/none' }],
    [405, {}, {}, { ...put, method: 'PATCH' }],
    [413, { headers: { 'Content-Length': '20000' } }, { maxBytes: 10_000 }, put],
    [429, {}, { perMinute: 0.5 }, put],
    [502, {}, {}, put],
  ])(
    '%d is told when all of the body has come, and the connection stays',
    async (status, visit, more, { method, path }) => {
      const { stream, seen } = bodyOf(20)
      const answer = await relayFor({ providers, ...more }).visit(method, path, {
        ...visit,
        body: stream,
      })
      expect([answer.status, seen.read, answer.headers.get('connection')]).toEqual([
        status,
        20,
        null,
      ])
    },
  )

  test('is told at once where too much would come, and the connection closes', async () => {
    const { stream, seen } = bodyOf()
    const headers = { 'Content-Length': '40001' }
    const { url } = await upstreamOf()
    const relay = relayTo(url, { maxBytes: 10_000 })
    const answer = await relay.visit('PUT', '/http', { body: stream, headers })
    expect([answer.status, answer.headers.get('connection'), seen]).toEqual([
      413,
      'close',
      { read: 0, canceled: true },
    ])
    const endless = bodyOf()
    const second = await relay.visit('PUT', '/http', { body: endless.stream })
    expect([second.status, second.headers.get('connection')]).toEqual([413, 'close'])
    expect(endless.seen).toEqual({ read: 41, canceled: true })
  })

  test('costs no byte before it is known: neither sign-in nor limits wait for the body', async () => {
    const { stream, seen } = bodyOf(5)
    const asked = awaited()
    const signedIn = awaited()
    const relay = relayFor({
      providers,
      authorize: async () => {
        asked.resolve()
        await signedIn.promise
        return false as const
      },
    })
    const answer = relay.visit('PUT', '/http', { body: stream })
    await asked.promise
    expect(seen.read).toBe(0)
    signedIn.resolve()
    expect((await answer).status).toBe(401)
    expect(seen.read).toBe(5)
  })

  test('of a client’s fifth body at once goes at once; who comes next is drained again', async () => {
    const relay = relayFor({ providers, perMinute: 0.5 })
    const bodies = Array.from({ length: 4 }, openBody)
    const held = bodies.map(({ stream }) => relay.visit('PUT', '/http', { body: stream }))
    await expect.poll(() => bodies.every(({ seen }) => seen.asked > 0)).toBe(true)
    const fifth = await relay.visit('PUT', '/http', { body: bodyOf().stream })
    expect([fifth.status, fifth.headers.get('connection')]).toEqual([429, 'close'])
    const other = await relay.visit('PUT', '/http', { body: bodyOf(2).stream, as: 'bob' })
    expect([other.status, other.headers.get('connection')]).toEqual([429, null])
    for (const { end } of bodies) end()
    for (const answer of await Promise.all(held))
      expect([answer.status, answer.headers.get('connection')]).toEqual([429, null])
    const next = await relay.visit('PUT', '/http', { body: bodyOf(2).stream })
    expect([next.status, next.headers.get('connection')]).toEqual([429, null])
  })

  test('before anybody is known counts for the address, where the site says it', async () => {
    const relay = relayFor({
      providers,
      clientAddress: ({ headers }: Request) => headers.get('x-address') ?? '',
      authorize: () => false,
      perMinute: 1000,
    })
    const visit = (address: string, body: Bytes) =>
      relay.visit('PUT', '/http', { body, headers: { 'X-Address': address } })
    const bodies = Array.from({ length: 4 }, openBody)
    const held = bodies.map(({ stream }) => visit('192.0.2.1', stream))
    await expect.poll(() => bodies.every(({ seen }) => seen.asked > 0)).toBe(true)
    expect((await visit('192.0.2.1', bodyOf().stream)).headers.get('connection')).toBe('close')
    expect((await visit('192.0.2.2', bodyOf(2).stream)).headers.get('connection')).toBeNull()
    for (const { end } of bodies) end()
    await Promise.all(held)
  })

  test('is told after a minute to who sends too slowly, as what it is', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const { stream, seen } = openBody()
    const relay = relayFor({ providers, upstreamTimeoutMs: 100_000 })
    const asked = relay.visit('PUT', '/http', { body: stream, as: '' })
    await vi.waitFor(() => expect(seen.asked).toBe(1))
    await vi.advanceTimersByTimeAsync(60_000)
    const answer = await asked
    expect([answer.status, answer.headers.get('connection'), vi.getTimerCount()]).toEqual([
      401,
      'close',
      0,
    ])
  })

  test('is told after upstreamTimeoutMs to who sends nothing', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const { stream, seen } = openBody()
    const relay = relayFor({ providers, upstreamTimeoutMs: 1000 })
    const asked = relay.visit('PUT', '/http', { body: stream, as: '' })
    await vi.waitFor(() => expect(seen.asked).toBe(1))
    await vi.advanceTimersByTimeAsync(1000)
    const answer = await asked
    expect([answer.status, answer.headers.get('connection'), vi.getTimerCount()]).toEqual([
      401,
      'close',
      0,
    ])
  })

  test('is told after maxSeconds to who never ends', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const { stream, seen } = openBody()
    const asked = relayFor({ providers, maxSeconds: 5 }).visit('PUT', '/none', { body: stream })
    await vi.waitFor(() => expect(seen.asked).toBe(1))
    await vi.advanceTimersByTimeAsync(5000)
    expect((await asked).status).toBe(404)
  })
})

describe('a provider that answers before the end', () => {
  test('is heard when all of the body has come, and gets no more of it', async () => {
    // It does not read what comes.
    const server = createServer((_, response) => {
      response.writeHead(422, { 'Content-Type': 'application/json' }).end('{"error":"no"}')
    })
    open.push(() => closed(server))
    const url = await listening(server)
    const { stream, seen } = bodyOf(20_000)
    const answer = await relayTo(url).visit('PUT', '/http', { body: stream })
    expect([answer.status, await jsonOf(answer), seen.read]).toEqual([422, { error: 'no' }, 20_000])
  })
})
