import type { ServerResponse } from 'node:http'
import { describe, expect, test, vi } from 'vitest'
import { createRelay, type RelayStore } from '../../src/relay/index.ts'
import { createMemoryStore } from '../../src/relay/memory-store.ts'
import { readingOf, relayToAll, sendAs, startProviders } from './relay-once-tools.ts'
import { awaited, referenceOf, TICKET_KEY } from './relay-tools.ts'

const start = async (store: RelayStore) => {
  const server = await startProviders()
  return { server, one: relayToAll(server.url, { store }) }
}

describe('a store that is broken', () => {
  const failing: Readonly<Record<string, () => never>> = {
    rejects: () => Promise.reject(new Error('The store is down.')) as never,
    throws: () => {
      throw new Error('The store is down.')
    },
  }
  test.each(Object.entries(failing))('%s, and fails no upload', async (_, fail) => {
    const store: RelayStore = { get: fail, set: fail, add: fail, delete: fail }
    const { server, one } = await start(store)
    const first = await readingOf(await sendAs(one, 'didww'))
    expect(first.status).toBe(201)
    expect(await readingOf(await sendAs(one, 'didww'))).toEqual(first)
    expect(server.stored()).toHaveLength(1)
  })

  test('hangs, and holds up no upload for long', async () => {
    const hang = () => new Promise<never>(() => {})
    const { server, one } = await start({ get: hang, set: hang, add: hang, delete: hang })
    expect((await sendAs(one, 'didww')).status).toBe(201)
    expect((await sendAs(one, 'didww')).status).toBe(201)
    expect(server.stored()).toHaveLength(1)
  })

  test('holds what no relay wrote, and that is not believed', async () => {
    for (const text of ['', '{', '[]', '{"status":"201","body":""}', '{"status":201}']) {
      const store = { ...createMemoryStore(), get: async () => text }
      const { server, one } = await start(store)
      expect((await sendAs(one, 'didww')).status).toBe(201)
      expect(server.stored()).toHaveLength(1)
    }
  })

  test('is none where it lacks what it must have', () => {
    const store = { get: () => {}, set: () => {}, delete: () => {} }
    const options = {
      providers: { http: { endpoint: 'https://files.example' } },
      authorize: () => ({ client: 'ada' }),
      ticketKey: TICKET_KEY,
      store,
    }
    const create: (given: never) => unknown = createRelay
    expect(() => create(options as never)).toThrow(/store must have get, set, add and delete/)
  })
})

/** One that can fail for a while. */
const failingStore = () => {
  const store = createMemoryStore()
  const state = { isDown: false }
  const unlessDown = <Value>(call: () => Promise<Value>): Promise<Value> =>
    state.isDown ? Promise.reject(new Error('The store is down.')) : call()
  const wrapped: RelayStore = {
    get: key => unlessDown(() => store.get(key)),
    set: (...given) => unlessDown(() => store.set(...given)),
    add: (...given) => unlessDown(() => store.add(...given)),
    delete: key => unlessDown(() => store.delete(key)),
  }
  return {
    store: wrapped,
    goDown: () => {
      state.isDown = true
    },
    /** And the relay asks it again. */
    comeBack: () => {
      state.isDown = false
      vi.advanceTimersByTime(6000)
    },
  }
}

describe('a store that fails for a while', () => {
  const startFailing = async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    const failing = failingStore()
    return { ...failing, ...(await start(failing.store)) }
  }

  test('is no reason to store twice what was stored meanwhile', async () => {
    const { server, one, goDown, comeBack } = await startFailing()
    goDown()
    expect((await sendAs(one, 'didww')).status).toBe(201)
    comeBack()
    expect(await referenceOf(await sendAs(one, 'didww'))).toBe('f-1')
    expect(server.stored()).toHaveLength(1)
  })

  test('nor what was stored before', async () => {
    const { server, one, goDown } = await startFailing()
    await sendAs(one, 'didww')
    goDown()
    expect(await referenceOf(await sendAs(one, 'didww'))).toBe('f-1')
    expect(server.stored()).toHaveLength(1)
  })

  test('nor what is under way when it comes back', async () => {
    const { server, one, goDown, comeBack } = await startFailing()
    const { promise: arrived, resolve: arrive } = awaited<ServerResponse>()
    server.instead(arrive)
    goDown()
    const first = sendAs(one, 'post')
    const upstream = await arrived
    comeBack()
    const second = sendAs(one, 'post')
    // It would go up at once; a request of its own takes as many steps.
    await sendAs(one, 'put', { as: 'bob' })
    upstream.writeHead(201, { 'Content-Type': 'application/json' }).end('{"id":"first"}')
    const answers = await Promise.all([first, second])
    expect(await Promise.all(answers.map(referenceOf))).toEqual(['first', 'first'])
  })

  test('does not bring back what was deleted meanwhile', async () => {
    const { server, one, goDown, comeBack } = await startFailing()
    const ticket = (await sendAs(one, 'didww')).headers.get('sealdrop-ticket') ?? ''
    goDown()
    const headers = { 'SealDrop-Ticket': ticket }
    await one.visit('DELETE', '/didww/encrypted_files/f-1', { headers })
    comeBack()
    await sendAs(one, 'didww')
    expect(server.stored()).toHaveLength(2)
  })
})

describe('whoever can write to the store', () => {
  test.each([
    '{"is":"stored","reply":{"status":200,"headers":[],"body":"","uploads":[{"reference":"f-9"}]}}',
    '{"status":200,"headers":[],"body":"","uploads":[{"reference":"f-9"}]}',
    '{"is":"unknown"}',
    'unknown',
  ])('can make up no answer and no ticket: %s', async text => {
    for (const value of [text, 'A'.repeat(43) + text]) {
      const { server, one } = await start({ ...createMemoryStore(), get: async () => value })
      expect(await referenceOf(await sendAs(one, 'didww'))).toBe('f-1')
      expect(server.stored()).toHaveLength(1)
    }
  })

  test('can give nobody the answer of another', async () => {
    const memory = createMemoryStore()
    let kept: string | undefined
    const { server, one } = await start({
      ...memory,
      set(key, value, seconds) {
        if (key.startsWith('sealdrop:answer:')) kept = value
        return memory.set(key, value, seconds)
      },
      get: async key => (key.startsWith('sealdrop:answer:') ? kept : memory.get(key)),
    })
    await sendAs(one, 'didww')
    expect(kept).toContain('f-1')
    expect(await referenceOf(await sendAs(one, 'didww', { as: 'bob' }))).toBe('f-2')
    expect(server.stored()).toHaveLength(2)
  })
})
