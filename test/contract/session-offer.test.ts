import { afterEach, expect, it } from 'vitest'
import type { Delivery, Parcel, SendJob, Transport } from '../../src/core/contracts.ts'
import { openSession, type Session } from '../../src/session/session.ts'
import type { ShelfEntry, ShelfPlace, ShelfStorage } from '../../src/session/shelf/place.ts'
import { createThread } from '../../src/thread/client.ts'
import { pdfOf } from './session-tools.ts'

const RECIPIENT = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'

/** What tabs of one origin share; each tab has locks that end with it. */
const createOrigin = () => {
  const entries = new Map<string, readonly [ShelfEntry, Blob]>()
  const held = new Map<string, string>()
  let expiresAt: number | undefined
  const storage: ShelfStorage = {
    list: async () => [...entries].map(([id, [entry]]) => [id, entry] as const),
    get: async id => entries.get(id)?.[0],
    body: async id => entries.get(id)?.[1],
    put: async (entry, body) => void entries.set(entry.id, [entry, body]),
    update: async entry => {
      const [, body] = entries.get(entry.id) ?? []
      if (body) entries.set(entry.id, [entry, body])
    },
    delete: async id => void entries.delete(id),
    clear: async () => entries.clear(),
  }
  return {
    entries,
    held,
    /** The tab is killed. */
    kill(tab: string): void {
      for (const [id, holder] of held) if (holder === tab) held.delete(id)
    },
    placeOf: (tab: string): ShelfPlace => ({
      marker: {
        read: () => expiresAt,
        write: at => {
          expiresAt = at
        },
      },
      locks: {
        async acquire(id) {
          if (held.has(id)) return undefined
          held.set(id, tab)
          return () => void held.delete(id)
        },
        isFree: async id => !held.has(id),
        async whileAllFree(work) {
          if (held.size === 0) await work()
        },
      },
      isMade: async () => entries.size > 0,
      open: async () => storage,
      remove: async () => entries.clear(),
    }),
  }
}

const sessions: Session[] = []
afterEach(() => {
  for (const session of sessions.splice(0)) session.close()
})

/** The first tab’s server never answers; what the second one sends arrives. */
const setUp = async () => {
  const origin = createOrigin()
  const sent: (readonly [Parcel, SendJob])[] = []
  const discarded: unknown[] = []
  const transport = (send: Transport['send']): Transport => ({
    name: 'pigeon',
    endpoint: 'https://server.example/up',
    traits: { seals: ['age'], resumes: true, perRequest: 1 },
    send,
    async discard(what) {
      discarded.push(what)
      return true
    },
  })
  const open = (tab: string, send: Transport['send']): Session => {
    const seal = { scheme: 'age', recipients: [RECIPIENT] } as const
    const session = openSession(
      { transport: transport(send), seal },
      createThread,
      origin.placeOf(tab),
    )
    sessions.push(session)
    return session
  }
  const first = open('one', async (_, job) => {
    await job.keep({ url: 'https://server.example/up/1' })
    return new Promise((_, reject) => {
      job.signal.addEventListener('abort', () => reject(job.signal.reason))
    })
  })
  first.add([pdfOf(2_000)])
  await expect.poll(() => [...origin.entries.values()][0]?.[0].resume).toBeDefined()
  origin.kill('one')
  const session = open('two', async (parcel, job): Promise<Delivery> => {
    sent.push([parcel, job])
    return { reference: 'r-1', facts: {} }
  })
  await expect.poll(() => session.files.length).toBe(1)
  return { origin, session, sent, discarded, id: session.files[0]?.id ?? '' }
}

it('goes on once, however often somebody asks for it', async () => {
  const { origin, session, sent, id } = await setUp()
  session.resume(id)
  session.resume(id)
  session.resume()
  await expect.poll(() => session.files[0]?.state.phase).toBe('done')
  expect(sent.map(([, { resume, uncertain }]) => ({ resume, uncertain }))).toEqual([
    { resume: { url: 'https://server.example/up/1' }, uncertain: true },
  ])
  expect(session.receipts).toHaveLength(1)
  await expect.poll(() => origin.entries.size + origin.held.size).toBe(0)
})

it('is taken back where it is called off while it is being taken up', async () => {
  const { origin, session, sent, discarded, id } = await setUp()
  session.resume(id)
  session.cancel(id)
  await expect.poll(() => discarded).toEqual([{ resume: { url: 'https://server.example/up/1' } }])
  await expect.poll(() => origin.entries.size + origin.held.size).toBe(0)
  expect(session.files[0]?.state.phase).toBe('cancelled')
  expect(sent).toEqual([])
})

it('stays where it is when the session ends while it is being taken up', async () => {
  const { origin, session, sent, id } = await setUp()
  session.resume(id)
  session.close()
  await expect.poll(() => origin.held.size).toBe(0)
  expect(origin.entries.size).toBe(1)
  expect(sent).toEqual([])
})
