import type { RelayStore } from './store.ts'

export interface MemoryBounds {
  readonly maxEntries: number
  /** Of keys and values together, as characters. */
  readonly maxLength: number
}

interface Entry {
  readonly value: string
  readonly expires: number
}

const BOUNDS: MemoryBounds = { maxEntries: 20_000, maxLength: 8 * 1_048_576 }

/** The store of a relay that runs in one process. When it is full, what was written first goes first. */
export const createMemoryStore = ({ maxEntries, maxLength }: MemoryBounds = BOUNDS): RelayStore => {
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
  const put = (key: string, value: string, seconds: number): void => {
    remove(key)
    entries.set(key, { value, expires: Date.now() + seconds * 1000 })
    length += key.length + value.length
    for (const [oldest, { expires }] of entries) {
      const isFull = entries.size > maxEntries || length > maxLength
      if (!isFull && expires > Date.now()) break
      remove(oldest)
    }
  }
  return {
    get: async key => find(key)?.value,
    set: async (key, value, seconds) => put(key, value, seconds),
    add: async (key, value, seconds) => {
      if (find(key)) return false
      put(key, value, seconds)
      return true
    },
    delete: async key => remove(key),
  }
}
