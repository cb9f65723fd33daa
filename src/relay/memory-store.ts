import type { RelayStore } from './store.ts'

export interface MemoryBounds {
  readonly maxEntries: number
  /** Of keys and values together, as characters. */
  readonly maxLength: number
}

interface Entry {
  readonly value: string
  readonly expires: number
  /** It was added, and makes room for no other before its time. */
  readonly isHeld: boolean
}

const BOUNDS: MemoryBounds = { maxEntries: 20_000, maxLength: 8 * 1_048_576 }

/** Of `memoryStore`. */
const PUBLIC_BOUNDS: MemoryBounds = { maxEntries: 100_000, maxLength: 32 * 1_048_576 }

/** A store for one process: what is in it is gone with the process. Claimed tickets are at most 100,000 at a time; more are refused. */
export const memoryStore = (): RelayStore => createMemoryStore(PUBLIC_BOUNDS)

/** The store of a relay that runs in one process. When it is full, what was written first goes first; of claims none does: then `add` rejects. */
export const createMemoryStore = ({
  maxEntries,
  maxLength,
}: MemoryBounds = BOUNDS): Required<RelayStore> => {
  const entries = new Map<string, Entry>()
  let length = 0

  const remove = (key: string): void => {
    const entry = entries.get(key)
    if (!entry) return
    length -= key.length + entry.value.length
    entries.delete(key)
  }
  const find = (key: string): Entry | undefined => {
    const entry = entries.get(key)
    if (!entry || entry.expires > Date.now()) return entry
    remove(key)
    return undefined
  }
  const has = (key: string, value: string): boolean => find(key)?.value === value
  const isFull = (): boolean => entries.size > maxEntries || length > maxLength
  const makeRoom = (): void => {
    for (const [oldest, { expires, isHeld }] of entries) {
      if (!isFull() && expires > Date.now()) break
      if (!isHeld || expires <= Date.now()) remove(oldest)
    }
  }
  const put = (key: string, value: string, seconds: number, isAdded = false): void => {
    const isHeld = isAdded || entries.get(key)?.isHeld === true
    remove(key)
    entries.set(key, { value, expires: Date.now() + seconds * 1000, isHeld })
    length += key.length + value.length
    makeRoom()
  }
  return {
    get: async key => find(key)?.value,
    set: async (key, value, seconds) => put(key, value, seconds),
    add: async (key, value, seconds) => {
      if (find(key)) return false
      put(key, value, seconds, true)
      if (!isFull()) return true
      remove(key)
      throw new Error('The store in memory is full.')
    },
    delete: async key => remove(key),
    async count(key, seconds) {
      const entry = find(key)
      const count = (Number(entry?.value) || 0) + 1
      const secondsLeft = entry ? (entry.expires - Date.now()) / 1000 : seconds
      put(key, String(count), secondsLeft)
      return { count, secondsLeft }
    },
    async deleteIf(key, value) {
      const isThere = has(key, value)
      if (isThere) remove(key)
      return isThere
    },
    async renewIf(key, value, seconds) {
      const isThere = has(key, value)
      if (isThere) put(key, value, seconds)
      return isThere
    },
  }
}
