import type { ServerResponse } from 'node:http'
import { describe, expect, test, vi } from 'vitest'
import type { RelayStore } from '../../src/relay/index.ts'
import { createMemoryStore } from '../../src/relay/memory-store.ts'
import {
  kinds,
  openSession,
  readingOf,
  relayToAll,
  sendAs,
  startProviders,
} from './relay-once-tools.ts'
import { awaited, referenceOf } from './relay-tools.ts'

/** One that two processes share, and all that was ever written to it. */
const sharedStore = (): RelayStore & { readonly written: string[] } => {
  const store = createMemoryStore()
  const written: string[] = []
  return {
    ...store,
    written,
    set(...given) {
      written.push(given.join(' '))
      return store.set(...given)
    },
    add(...given) {
      written.push(given.join(' '))
      return store.add(...given)
    },
  }
}

const start = async (stores: readonly (RelayStore | undefined)[]) => {
  const server = await startProviders()
  const relays = stores.map(store => relayToAll(server.url, store ? { store } : {}))
  const [one = relayToAll(server.url), two = one] = relays
  return { server, one, two, session: await openSession(one) }
}

describe('two relays with one store', () => {
  test.each(kinds)('store once what comes to both, one after the other: %s', async kind => {
    const store = sharedStore()
    const { server, one, two, session } = await start([store, store])
    const first = await readingOf(await sendAs(one, kind, { session }))
    expect(await readingOf(await sendAs(two, kind, { session }))).toEqual(first)
    expect(server.stored()).toHaveLength(1)
    for (const text of store.written)
      for (const secret of ['upstream-secret', 'didww-secret-key', 'privasfer-secret', '"ada"'])
        expect(text).not.toContain(secret)
  })

  test('store once what comes to both at the same time', async () => {
    const store = sharedStore()
    const { server, one, two } = await start([store, store])
    const answers = await Promise.all([sendAs(one, 'didww'), sendAs(two, 'didww')])
    expect(await Promise.all(answers.map(referenceOf))).toEqual(['f-1', 'f-1'])
    expect(server.stored()).toHaveLength(1)
  })

  test('know of each other’s unknown outcomes', async () => {
    const store = sharedStore()
    const { server, one, two } = await start([store, store])
    server.instead(response => void response.destroy())
    await sendAs(one, 'privasfer')
    expect(await referenceOf(await sendAs(two, 'privasfer'))).toBe('f-1')
    expect(server.stored()).toHaveLength(1)
  })

  test('know what a process that died had sent', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const store = sharedStore()
    const { server, one, two } = await start([store, store])
    const { promise: arrived, resolve: arrive } = awaited<ServerResponse>()
    server.instead(arrive)
    // It never ends, as far as the other one can tell: nothing renews its claim while the clock stands elsewhere.
    void sendAs(one, 'didww')
    const response = await arrived
    // The server may have all of it before the relay has written down that it went on.
    await expect.poll(() => store.written.join('\n')).toContain('sealdrop:answer:')
    vi.advanceTimersByTime(61_000)
    const answer = await sendAs(two, 'didww')
    expect(answer.status).toBe(502)
    expect(server.stored()).toHaveLength(1)
    response.end('{}')
  })

  test('forget in both what was deleted by one', async () => {
    const store = sharedStore()
    const { server, one, two } = await start([store, store])
    const ticket = (await sendAs(one, 'didww')).headers.get('sealdrop-ticket') ?? ''
    const headers = { 'SealDrop-Ticket': ticket }
    expect((await two.visit('DELETE', '/didww/encrypted_files/f-1', { headers })).status).toBe(204)
    await sendAs(one, 'didww')
    expect(server.stored()).toHaveLength(2)
  })
})

test('two relays without a store store it twice, and it stands in the README', async () => {
  const { server, one, two } = await start([undefined, undefined])
  await sendAs(one, 'didww')
  await sendAs(two, 'didww')
  expect(server.stored()).toHaveLength(2)
})

describe('the memory of one process', () => {
  test('holds so many entries, and lets the oldest go', async () => {
    const store = createMemoryStore()
    for (let count = 0; count <= 20_000; count++) await store.set(`key-${count}`, 'answer', 600)
    expect(await store.get('key-0')).toBeUndefined()
    expect(await store.get('key-1')).toBe('answer')
    expect(await store.get('key-20000')).toBe('answer')
  })

  test('holds 8 MiB, and lets the oldest go', async () => {
    const store = createMemoryStore()
    const answer = 'x'.repeat(65_536)
    for (let count = 0; count < 128; count++) await store.set(`key-${count}`, answer, 600)
    expect(await store.get('key-0')).toBeUndefined()
    expect(await store.get('key-1')).toBe(answer)
    await store.set('key-1', 'short', 600)
    await store.set('key-128', 'short', 600)
    expect(await store.get('key-2')).toBe(answer)
  })

  test('adds only where nothing is, or what is there is over', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const store = createMemoryStore()
    expect(await store.add('key', 'one', 60)).toBe(true)
    expect(await store.add('key', 'two', 60)).toBe(false)
    vi.advanceTimersByTime(60_000)
    expect(await store.get('key')).toBeUndefined()
    expect(await store.add('key', 'two', 60)).toBe(true)
    await store.delete('key')
    expect(await store.add('key', 'three', 60)).toBe(true)
  })
})

test('an answer of more than 64 KiB is not kept, and the file is not stored twice', async () => {
  const { server, one } = await start([undefined])
  const json = { 'Content-Type': 'application/json' }
  server.instead(response =>
    response.writeHead(201, json).end(JSON.stringify({ id: 'f-1', more: 'x'.repeat(65_536) })),
  )
  expect((await sendAs(one, 'post')).status).toBe(201)
  expect((await sendAs(one, 'post')).status).toBe(502)
  expect(server.stored()).toHaveLength(1)
})
