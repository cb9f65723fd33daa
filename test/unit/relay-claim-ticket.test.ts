import { afterEach, describe, expect, test, vi } from 'vitest'
import { createSigner } from '../../src/core/relay/sign.ts'
import {
  anyClient,
  claimTicket,
  memoryStore,
  type RelayStore,
  releaseTicket,
  type TicketClaim,
} from '../../src/relay/index.ts'
import { createMemoryStore } from '../../src/relay/memory-store.ts'
import { issueTicket, type Ticket } from '../../src/relay/ticket.ts'
import { awaited, TICKET_KEY } from './relay-tools.ts'

afterEach(() => void vi.useRealTimers())

const HOUR_MS = 3_600_000
const issued = (more: Partial<Ticket> = {}): Promise<string> => {
  const expires = Date.now() + HOUR_MS
  const ticket = { provider: 'didww', reference: 'f-1', client: 'ada', expires, ...more }
  return issueTicket(ticket, createSigner(TICKET_KEY))
}
const claimWith = (store: RelayStore) => ({
  claim: async (ticket: unknown, by: string, more: Partial<TicketClaim> = {}) =>
    (await claimTicket(ticket, TICKET_KEY, { client: 'ada', store, by, ...more }))?.reference,
  release: (ticket: unknown, by: string, more: Partial<TicketClaim> = {}) =>
    releaseTicket(ticket, TICKET_KEY, { client: 'ada', store, by, ...more }),
})

describe('a claimed ticket', () => {
  test('passes for one application, as often as that comes, and for no other', async () => {
    const { claim } = claimWith(memoryStore())
    const ticket = await issued()
    expect(await claim(ticket, 'application 1')).toBe('f-1')
    expect(await claim(ticket, 'application 1')).toBe('f-1')
    expect(await claim(ticket, 'application 2')).toBeUndefined()
    expect(await claim(ticket, 'application 1', { client: anyClient })).toBe('f-1')
    expect(await claim(ticket, 'application 1', { client: 'bob' })).toBeUndefined()
    expect(await claim(ticket, 'application 1', { provider: 'privasfer' })).toBeUndefined()
  })

  test('passes once where many come at the same moment, to several servers', async () => {
    const store = memoryStore()
    const ticket = await issued()
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, n) => claimWith(store).claim(ticket, `application ${n}`)),
    )
    expect(all.filter(Boolean)).toEqual(['f-1'])
  })

  test('counts for the upload: another ticket of it, or under another key, is none', async () => {
    const { claim } = claimWith(memoryStore())
    await claim(await issued(), 'application 1')
    const later = await issued({ expires: Date.now() + 2 * HOUR_MS })
    expect(await claim(later, 'application 2')).toBeUndefined()
    expect(await claim(await issued({ reference: 'f-2' }), 'application 2')).toBe('f-2')
    expect(await claim(await issued({ provider: 'http' }), 'application 2')).toBe('f-1')
    expect(await claim(await issued({ transfer: 't-1' }), 'application 2')).toBe('f-1')

    const next = `${TICKET_KEY}!`
    const store = memoryStore()
    const options = { client: 'ada', store }
    await claimTicket(await issued(), TICKET_KEY, { ...options, by: 'application 1' })
    const again = claimTicket(await issued(), [next, TICKET_KEY], { ...options, by: 'another' })
    expect(await again).toBeUndefined()
  })

  test('can be given back by the one that has it', async () => {
    const { claim, release } = claimWith(memoryStore())
    const ticket = await issued()
    expect(await release(ticket, 'application 1')).toBe(false)
    await claim(ticket, 'application 1')
    expect(await release(ticket, 'application 2')).toBe(false)
    expect(await release(`${ticket}x`, 'application 1')).toBe(false)
    expect(await release(ticket, 'application 1', { client: 'bob' })).toBe(false)
    expect(await claim(ticket, 'application 2')).toBeUndefined()
    expect(await release(ticket, 'application 1')).toBe(true)
    expect(await claim(ticket, 'application 2')).toBe('f-1')
  })

  test('says whether the claim is this call’s own', async () => {
    const claim = { client: 'ada', store: memoryStore(), by: 'application 1' }
    const ticket = await issued()
    const isAgain = async () => (await claimTicket(ticket, TICKET_KEY, claim))?.isAgain
    expect([await isAgain(), await isAgain(), await isAgain()]).toEqual([undefined, true, true])
  })

  test('that has passed again is not given back by who had it first', async () => {
    const { claim, release } = claimWith(memoryStore())
    const ticket = await issued()
    await claim(ticket, 'application 1')
    await claim(ticket, 'application 1')
    expect(await release(ticket, 'application 1')).toBe(false)
    expect(await claim(ticket, 'application 2')).toBeUndefined()
    expect(await claim(ticket, 'application 1')).toBe('f-1')
  })

  test('passes again or is given back, never both, whichever step of a store comes first', async () => {
    const ticket = await issued()
    // The claim waits before each of its steps while the whole release runs, and then the claim of another.
    for (const late of [1, 2, 3, 4, 5]) {
      const memory = memoryStore()
      await claimWith(memory).claim(ticket, 'application 1')
      const others: unknown[] = []
      let step = 0
      const whenLate = async () => {
        if (++step !== late) return
        others.push(await claimWith(memory).release(ticket, 'application 1'))
        others.push(await claimWith(memory).claim(ticket, 'application 2'))
      }
      const slow: RelayStore = {
        ...memory,
        get: async key => whenLate().then(() => memory.get(key)),
        add: async (...given) => whenLate().then(() => memory.add(...given)),
      }
      const again = await claimWith(slow).claim(ticket, 'application 1')
      expect([again, others], `${late}`).toEqual(
        late < 4 ? [undefined, [true, 'f-1']] : ['f-1', late === 4 ? [false, undefined] : []],
      )
    }
  })

  test('that is given back at this very moment can be asked for again', async () => {
    const memory = memoryStore()
    const { claim } = claimWith(memory)
    const ticket = await issued()
    await claim(ticket, 'application 1')
    const during: unknown[] = []
    const { deleteIf: _, ...steps } = memory
    const slow: RelayStore = {
      ...steps,
      delete: async key => {
        during.push(await claim(ticket, 'application 1').catch(error => error.retryable))
        return memory.delete(key)
      },
    }
    expect(await claimWith(slow).release(ticket, 'application 1')).toBe(true)
    // Before the claim is deleted, and before what says so is.
    expect(during).toEqual([true, 'f-1'])
  })

  test('is claimed until it expires, and is none then', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { claim } = claimWith(memoryStore())
    const ticket = await issued()
    await claim(ticket, 'application 1')
    vi.advanceTimersByTime(HOUR_MS - 1)
    expect(await claim(ticket, 'application 2')).toBeUndefined()
    expect(await claim(ticket, 'application 1')).toBe('f-1')
    vi.advanceTimersByTime(1)
    expect(await claim(ticket, 'application 1')).toBeUndefined()
  })

  test('is forged, of another or over: nothing is claimed', async () => {
    const add = vi.fn()
    const { claim } = claimWith({ ...memoryStore(), add })
    for (const ticket of [undefined, '', `${await issued()}x`, await issued({ expires: 1 })])
      expect(await claim(ticket, 'application 1')).toBeUndefined()
    expect(add).not.toHaveBeenCalled()
  })

  test('leaves in the store neither what it names nor for what', async () => {
    const seen: unknown[] = []
    const memory = memoryStore()
    const add: RelayStore['add'] = (...given) => {
      seen.push(given)
      return memory.add(...given)
    }
    await claimWith({ ...memory, add }).claim(await issued(), 'application 1')
    // Ten minutes more: a remembered answer gets a new ticket.
    expect(seen).toEqual([
      [
        expect.stringMatching(/^sealdrop:ticket:[0-9a-f]{64}$/),
        expect.stringMatching(/^[0-9a-f]{64}$/),
        4200,
      ],
    ])
  })
})

describe('a claim', () => {
  const fine = { client: 'ada', by: 'application 1' }

  test.each([
    [{ ...fine, client: undefined, store: memoryStore() }, 'client'],
    [{ ...fine, by: '', store: memoryStore() }, 'by'],
    [{ ...fine, by: undefined, store: memoryStore() }, 'by'],
    [{ ...fine, store: undefined }, 'store'],
    [{ ...fine, store: new Map() }, 'store'],
    [undefined, 'client'],
  ])('is told in words what it lacks: %#', async (claim, words) => {
    for (const [name, call] of Object.entries({ claimTicket, releaseTicket }))
      await expect(call(await issued(), TICKET_KEY, claim as never)).rejects.toMatchObject({
        code: 'misconfigured',
        message: expect.stringMatching(new RegExp(`^${name}: .*${words}`)),
      })
  })

  test.each([
    ['rejects', () => Promise.reject(new Error('the password of the store is hunter2'))],
    [
      'throws',
      () => {
        throw new Error('the password of the store is hunter2')
      },
    ],
    ['never answers', () => new Promise<never>(() => {})],
  ])('is no claim where the store %s: the site decides', async (_, add) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const called = awaited()
    const store: RelayStore = {
      ...memoryStore(),
      add: () => {
        called.resolve()
        return add()
      },
    }
    const asked = claimTicket(await issued(), TICKET_KEY, { ...fine, store }).catch(error => error)
    await called.promise
    await vi.advanceTimersByTimeAsync(5000)
    const error = await asked
    expect(error).toMatchObject({ code: 'server', retryable: true })
    expect(error.message).toBe('claimTicket: the store does not answer.')
    expect(vi.getTimerCount()).toBe(0)
  })

  test('is never dropped to make room for another one', async () => {
    const store = createMemoryStore({ maxEntries: 3, maxLength: 10_000 })
    const { claim } = claimWith(store)
    const tickets = await Promise.all([1, 2, 3, 4].map(n => issued({ reference: `f-${n}` })))
    await claim(tickets[0], 'a')
    await claim(tickets[1], 'a')
    await store.set('answer 1', 'x', 600)
    await store.set('answer 2', 'x', 600)
    await claim(tickets[2], 'a')
    expect(await store.get('answer 2')).toBeUndefined()
    await expect(claim(tickets[3], 'a')).rejects.toMatchObject({ code: 'server' })
    for (const ticket of tickets.slice(0, 3)) expect(await claim(ticket, 'b')).toBeUndefined()
    await store.set('answer 3', 'x', 600)
    expect(await store.get('answer 3')).toBeUndefined()
  })
})
