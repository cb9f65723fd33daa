import { deleteIf, type RelayStore, renewIf } from './store.ts'

/** Who may send a parcel: one request at a time, among all processes that share the store. */
export interface Claims {
  /** Nobody else sends the parcel until the function that it gives is called. Undefined where somebody does. Rejects where the store does. */
  claim(keys: readonly string[]): Promise<(() => Promise<void>) | undefined>
  /** Somebody in this process has one of them, so that the store need not be asked. */
  isTakenHere(keys: readonly string[]): boolean
  /** Until the function that it gives is called, one more waits. Undefined where too many do: browsers and pages send no file so often. */
  startWaiting(keys: readonly string[]): (() => void) | undefined
}

/** For one parcel, in one process. */
const MAX_WAITING = 8

/** A claim whose process died ends by itself. */
const CLAIM_SECONDS = 60
const RENEW_MS = 10_000

export const createClaims = (store: RelayStore): Claims => {
  /** These hold whatever becomes of the store: it may fail for a while, or be full and let the oldest go. */
  const here = new Set<string>()
  const waiting = new Map<string, number>()
  const countWaiting = (keys: readonly string[], change: 1 | -1): void => {
    for (const key of keys) {
      const count = (waiting.get(key) ?? 0) + change
      if (count === 0) waiting.delete(key)
      else waiting.set(key, count)
    }
  }
  const at = (key: string): string => `sealdrop:claim:${key}`
  const isTakenHere: Claims['isTakenHere'] = keys => keys.some(key => here.has(key))
  return {
    isTakenHere,
    startWaiting(keys) {
      if (keys.some(key => (waiting.get(key) ?? 0) >= MAX_WAITING)) return undefined
      countWaiting(keys, 1)
      return () => countWaiting(keys, -1)
    },
    async claim(keys) {
      if (isTakenHere(keys)) return undefined
      for (const key of keys) here.add(key)
      const owner = crypto.randomUUID()
      const claimed: string[] = []
      let isOver = false
      /** A store that began anew, or let the key go, has it again, unless another one was quicker. */
      const renew = async (key: string): Promise<void> => {
        if (await renewIf(store, at(key), owner, CLAIM_SECONDS)) return
        if (!isOver) await store.add(at(key), owner, CLAIM_SECONDS)
        if (isOver) await deleteIf(store, at(key), owner)
      }
      const renewal = setInterval(() => {
        for (const key of claimed) renew(key).catch(() => {})
      }, RENEW_MS)
      const release = async (): Promise<void> => {
        isOver = true
        clearInterval(renewal)
        try {
          for (const key of claimed) await deleteIf(store, at(key), owner)
        } finally {
          for (const key of keys) here.delete(key)
        }
      }
      try {
        for (const key of keys) {
          const isAdded = await store.add(at(key), owner, CLAIM_SECONDS).catch(thrown => {
            // It may have come too late to be heard of.
            claimed.push(key)
            throw thrown
          })
          if (!isAdded) {
            await release()
            return undefined
          }
          claimed.push(key)
        }
      } catch (thrown) {
        // A store that is down, or one in memory that is full of claims.
        await release()
        throw thrown
      }
      return release
    },
  }
}
