import { expect, it } from 'vitest'
import { LONGEST_MS } from '../../src/session/shelf/entry.ts'
import type { ShelfEntry } from '../../src/session/shelf/place.ts'
import {
  bound,
  createOrigin,
  keptOf,
  onlyEntry,
  parcelOf,
  placeOn,
  settle,
  shelfOn,
} from './shelf-tools.ts'

const shelved = async (origin = createOrigin(), to = {}) => {
  const parcel = parcelOf()
  const spot = shelfOn(origin, to).spotOf(parcel.id)
  spot.prepare()
  spot.keep(keptOf(parcel))
  await settle()
  return { origin, parcel, spot }
}
/** As when the tab is gone. */
const leave = async (origin = createOrigin(), to = {}) => {
  const left = await shelved(origin, to)
  origin.held.clear()
  return left
}

it('says that something is there before it is, and no longer when it is gone', async () => {
  const { origin, spot } = await shelved()
  expect(origin.asked).toEqual(['put marked'])
  expect(origin.marker).toBe(onlyEntry(origin).expiresAt)
  spot.leave()
  await settle()
  expect(origin.records.size + origin.bodies.size + origin.held.size).toBe(0)
  expect(origin.marker).toBeUndefined()
})

it('writes a body once, and each change of what is known of its sending', async () => {
  const { origin, parcel, spot } = await shelved()
  const kept = keptOf(parcel, { uncertain: false })
  spot.keep(kept)
  spot.keep(kept)
  spot.keep({ ...kept, resume: { url: 'https://up.example/files/2' } })
  await settle()
  expect(origin.asked).toEqual(['put marked', 'update', 'update'])
  expect(onlyEntry(origin)).toMatchObject({
    uncertain: false,
    resume: { url: 'https://up.example/files/2' },
  })
})

it('keeps nothing for longer than a day after the file was added, or than the provider keeps its part', async () => {
  const { origin, parcel, spot } = await shelved()
  expect(onlyEntry(origin).expiresAt).toBe(onlyEntry(origin).addedAt + LONGEST_MS)
  const soon = Date.now() + 60_000
  spot.keep(keptOf(parcel, { expiresAt: soon }))
  await settle()
  expect(onlyEntry(origin).expiresAt).toBe(soon)
  spot.keep(keptOf(parcel, { expiresAt: Date.now() - 1 }))
  await settle()
  expect(origin.records.size).toBe(0)
})

it('writes nothing again that another tab has deleted', async () => {
  const { origin, parcel, spot } = await shelved()
  origin.records.clear()
  spot.keep(keptOf(parcel, { uncertain: false }))
  await settle()
  expect(origin.records.size).toBe(0)
})

it('offers what nobody holds, oldest first, and gives it to the first who takes it', async () => {
  const origin = createOrigin()
  const { parcel } = await leave(origin)
  const [offer] = await shelfOn(origin).sweep()
  const [same] = await shelfOn(origin).sweep()
  const point = await offer?.take()
  expect(point).toMatchObject({ uncertain: true, resume: { url: 'https://up.example/files/1' } })
  expect(point?.parcel).toEqual(parcel)
  expect(Object.isFrozen(point?.parcel)).toBe(true)
  expect(await same?.take()).toBeUndefined()
  expect(await shelfOn(origin).sweep()).toEqual([])
  offer?.spot.leave()
  await settle()
  expect(origin.records.size + origin.held.size).toBe(0)
})

it('offers nothing that has gone meanwhile', async () => {
  const { origin } = await leave()
  const [offer] = await shelfOn(origin).sweep()
  origin.records.clear()
  expect(await offer?.take()).toBeUndefined()
  expect(origin.held.size).toBe(0)
})

const ELSEWHERE = [
  ['another path', { path: '/other' }],
  ['another name', { name: 'other' }],
  ['another transport', { transport: 'http' }],
  ['another endpoint', { endpoint: 'https://up.example/other/' }],
  ['another seal', { seal: { scheme: 'age', recipients: ['age1a', 'age1b'], wrap: 'pdf' } }],
  ['a page that strips pictures', { strips: true }],
  ['other recipients', { seal: { scheme: 'age', recipients: ['age1a'] } }],
] as const
it.each(ELSEWHERE)('offers nothing to %s, and leaves it there', async (_what, to) => {
  const { origin } = await leave()
  expect(await shelfOn(origin, to).sweep()).toEqual([])
  expect(origin.records.size).toBe(1)
})

it('does not mind the order of the recipients', async () => {
  const { origin } = await leave()
  const seal = { scheme: 'age', recipients: ['age1a', 'age1b'] } as const
  expect(await shelfOn(origin, { seal }).sweep()).toHaveLength(1)
})

it.each([
  ['somebody else is signed in', 'ada', { scope: 'grace' }, 0],
  ['nobody is signed in any more', 'ada', { scope: undefined }, 0],
  ['somebody has signed in', undefined, {}, 0],
  ['somebody else is signed in, on another page', 'ada', { scope: 'grace', path: '/other' }, 0],
  ['nobody is signed in on another page', 'ada', { scope: undefined, path: '/other' }, 1],
  ['nobody was signed in on another page', undefined, { path: '/other' }, 1],
] as const)('where %s, what was left goes or stays', async (_who, scope, to, left) => {
  const origin = createOrigin()
  await leave(origin, { scope })
  expect(await shelfOn(origin, to).sweep()).toEqual([])
  expect(origin.records.size).toBe(left)
  expect(origin.marker === undefined).toBe(left === 0)
})

it('says again what a browser forgot that was killed before it had written that down', async () => {
  const { origin } = await leave()
  origin.marker = undefined
  expect(await shelfOn(origin).sweep()).toHaveLength(1)
  expect(origin.marker).toBe(onlyEntry(origin).expiresAt)
})

it('deletes a storage in which nothing is left, but for an upload that may be about to write', async () => {
  const { origin, spot } = await shelved()
  spot.leave()
  await settle()
  origin.held.add('another tab’s')
  await shelfOn(origin).sweep()
  expect(origin.isMade).toBe(true)
  origin.held.clear()
  await shelfOn(origin).sweep()
  expect(origin.isMade).toBe(false)
})

const damaged: readonly (readonly [string, (entry: ShelfEntry) => unknown])[] = [
  ['expired', entry => ({ ...entry, expiresAt: Date.now() - 1 })],
  ['kept for ever', entry => ({ ...entry, expiresAt: entry.expiresAt + 1 })],
  ['of tomorrow', entry => ({ ...entry, addedAt: Date.now() + 1e6, expiresAt: Date.now() + 2e6 })],
  ['not sealed', entry => ({ ...entry, scheme: 'none' })],
  ['of another scheme', entry => ({ ...entry, scheme: 'didww' })],
  ['of another size', entry => ({ ...entry, size: entry.size + 1 })],
  ['named as a document', entry => ({ ...entry, name: 'passport.pdf' })],
  ['under another id', entry => ({ ...entry, id: crypto.randomUUID() })],
  ['with a text for a number', entry => ({ ...entry, originalSize: '500' })],
  ['with recipients that are no list', entry => ({ ...entry, recipients: { length: 1 } })],
  ['with facts that are no texts', entry => ({ ...entry, facts: { a: {} } })],
  ['with a point too deep', entry => ({ ...entry, resume: [[[[[[[[[[]]]]]]]]]] })],
  ['without a scope’s hash', entry => ({ ...entry, scope: 'ada' })],
  ['no entry at all', () => 'nonsense'],
  ['nothing', () => null],
]
it.each(damaged)('deletes what is %s, and offers nothing', async (_what, damage) => {
  const { origin, parcel } = await leave()
  origin.records.set(parcel.id, damage(onlyEntry(origin)))
  expect(await shelfOn(origin).sweep()).toEqual([])
  expect(origin.records.size + origin.bodies.size).toBe(0)
  expect(origin.marker).toBeUndefined()
})

it('deletes a body without a record, and a record without a body', async () => {
  const origin = createOrigin()
  await leave(origin)
  await leave(origin)
  const [first, second] = [...origin.records.keys()]
  origin.records.delete(first ?? '')
  origin.bodies.delete(second ?? '')
  expect(await shelfOn(origin).sweep()).toEqual([])
  expect(origin.records.size + origin.bodies.size).toBe(0)
})

it('deletes no entry that a tab is at work on, but an expired one', async () => {
  const { origin, parcel } = await shelved()
  origin.records.set(parcel.id, { ...onlyEntry(origin), version: 2 })
  await shelfOn(origin).sweep()
  expect(origin.records.size).toBe(1)
  origin.records.set(parcel.id, { ...onlyEntry(origin), expiresAt: 1 })
  await shelfOn(origin).sweep()
  expect(origin.records.size).toBe(0)
})

it('writes down none of what it is bound to, and no two entries alike', async () => {
  const origin = createOrigin()
  await leave(origin)
  await leave(origin)
  const all = JSON.stringify([...origin.records.values()])
  for (const word of [bound.path, bound.name, bound.endpoint, 'age1a', 'ada'])
    expect(all).not.toContain(`"${word}"`)
  const hashes = [...all.matchAll(/"([\da-f]{64})"/g)].map(([, hash]) => hash)
  expect(new Set(hashes).size).toBe(6)
})

it('tells of a storage that fails, once for a file, and leaves no half behind', async () => {
  const origin = createOrigin()
  const place = placeOn(origin)
  const told: unknown[] = []
  const full = async () => ({
    ...(await place.open()),
    put: async (entry: ShelfEntry) => {
      origin.records.set(entry.id, entry)
      throw new DOMException('There is no room.', 'QuotaExceededError')
    },
  })
  const shelf = shelfOn(origin, {}, thrown => told.push(thrown), { ...place, open: full })
  const parcel = parcelOf()
  const spot = shelf.spotOf(parcel.id)
  spot.keep(keptOf(parcel))
  spot.keep(keptOf(parcel, { uncertain: false }))
  await settle()
  spot.keep(keptOf(parcel))
  spot.leave()
  await settle()
  expect(told).toHaveLength(1)
  expect(origin.records.size + origin.held.size).toBe(0)
})

it('lets go of an offer that cannot be read', async () => {
  const { origin } = await leave()
  const place = placeOn(origin)
  let isBroken = false
  const open = async () => {
    const storage = await place.open()
    const get = async (id: string): Promise<unknown> => {
      if (isBroken) throw new DOMException('It is broken.', 'UnknownError')
      return storage.get(id)
    }
    return { ...storage, get }
  }
  const told: unknown[] = []
  const shelf = shelfOn(origin, {}, thrown => told.push(thrown), { ...place, open })
  const [offer] = await shelf.sweep()
  isBroken = true
  expect(await offer?.take()).toBeUndefined()
  expect(told).toHaveLength(1)
  expect(origin.held.size).toBe(0)
})
