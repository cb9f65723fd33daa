import type { Parcel } from '../../src/core/contracts.ts'
import { type Bound, bindTo } from '../../src/session/shelf/binding.ts'
import type { ShelfEntry, ShelfPlace, ShelfStorage } from '../../src/session/shelf/place.ts'
import { createShelf, type Shelf } from '../../src/session/shelf/shelf.ts'
import type { Kept } from '../../src/session/shelf/spot.ts'

/** What all tabs of an origin share. */
export interface Origin {
  readonly records: Map<string, unknown>
  readonly bodies: Map<string, Blob>
  readonly held: Set<string>
  marker: number | undefined
  /** There is a storage, maybe an empty one. */
  isMade: boolean
  /** What the storage was asked, in order. */
  readonly asked: string[]
}

export const createOrigin = (): Origin => ({
  records: new Map(),
  bodies: new Map(),
  held: new Set(),
  marker: undefined,
  isMade: false,
  asked: [],
})

/** One tab's view of it. */
export const placeOn = (origin: Origin): ShelfPlace => {
  const { records, bodies, held, asked } = origin
  const storage: ShelfStorage = {
    list: async () =>
      [...new Set([...records.keys(), ...bodies.keys()])].map(id => [id, records.get(id)] as const),
    get: async id => records.get(id),
    body: async id => bodies.get(id),
    async put(entry, body) {
      asked.push(`put ${origin.marker === undefined ? 'unmarked' : 'marked'}`)
      records.set(entry.id, structuredClone(entry))
      bodies.set(entry.id, body)
    },
    async update(entry) {
      asked.push('update')
      if (records.has(entry.id)) records.set(entry.id, structuredClone(entry))
    },
    async delete(id) {
      asked.push('delete')
      records.delete(id)
      bodies.delete(id)
    },
    async clear() {
      records.clear()
      bodies.clear()
    },
  }
  return {
    marker: {
      read: () => origin.marker,
      write(expiresAt) {
        origin.marker = expiresAt
      },
    },
    locks: {
      async acquire(id) {
        if (held.has(id)) return undefined
        held.add(id)
        return () => void held.delete(id)
      },
      isFree: async id => !held.has(id),
      async whileAllFree(work) {
        if (held.size === 0) await work()
      },
    },
    isMade: async () => origin.isMade,
    async open() {
      origin.isMade = true
      return storage
    },
    async remove() {
      origin.isMade = false
      await storage.clear()
    },
  }
}

export const bound: Bound = {
  path: '/apply',
  name: 'papers',
  transport: 'tus',
  endpoint: 'https://up.example/files/',
  seal: { scheme: 'age', recipients: ['age1b', 'age1a'] },
  scope: 'ada',
  strips: false,
}

export const shelfOn = (
  origin: Origin,
  to: Partial<Bound> = {},
  failed: (thrown: unknown) => void = thrown => {
    throw thrown
  },
  place: ShelfPlace = placeOn(origin),
): Shelf => createShelf(place, async () => bindTo({ ...bound, ...to }), failed)

const BEGINNING = 'age-encryption.org/v1\n-> X25519 '

export const parcelOf = (bytes = 1000, id: string = crypto.randomUUID()): Parcel => {
  const body = new Blob([BEGINNING, 'x'.repeat(bytes - BEGINNING.length)])
  const parcel: Omit<Parcel, keyof Brand> = {
    id,
    key: crypto.randomUUID(),
    name: `${crypto.randomUUID()}.age`,
    body,
    size: body.size,
    scheme: 'age',
    recipients: ['0123 4567 89ab cdef 0123'],
    authenticated: true,
    facts: {},
  }
  return parcel as Parcel
}
type Brand = { [Key in keyof Parcel as Key extends symbol ? Key : never]: Parcel[Key] }

export const keptOf = (parcel: Parcel, more: Partial<Kept> = {}): Kept => ({
  parcel,
  resume: { url: 'https://up.example/files/1' },
  uncertain: true,
  expiresAt: undefined,
  originalSize: 500,
  addedAt: Date.now(),
  ...more,
})

/** Waits until nothing that was begun is left to do. */
export const settle = async (): Promise<void> => {
  const hash = (): Promise<ArrayBuffer> => crypto.subtle.digest('SHA-256', new Uint8Array(64))
  for (let turn = 0; turn < 5; turn++) {
    // Hashes are made in a few threads, which a busy machine may hold up: whoever asks last is served last.
    await Promise.all(Array.from({ length: 16 }, hash))
    await new Promise(resolve => setTimeout(resolve))
  }
}

export const onlyEntry = ({ records }: Origin): ShelfEntry => {
  const [entry] = records.values()
  return entry as ShelfEntry
}
