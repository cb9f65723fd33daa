import { withTimeout } from '../core/timer.ts'

/**
 * What several processes of one relay share, such as a Redis. Keys are hashes; values are short texts without a provider's secret. A
 * call may reject, or never come to an end: then the relay goes on with its own memory.
 */
export interface RelayStore {
  /** Null or undefined where nothing is there, or its seconds are over. */
  get(key: string): Promise<string | null | undefined>
  set(key: string, value: string, seconds: number): Promise<unknown>
  /** Sets it where nothing is there, in one step that no other process can come between. Whether it did. */
  add(key: string, value: string, seconds: number): Promise<boolean>
  delete(key: string): Promise<unknown>
}

/** A shared store that takes longer is done without, */
const WAIT_MS = 1000
/** and for so long it is not asked again. */
const REST_MS = 5000

/** The shared store, and behind it this process's own, which also gets all that is written: an upload never fails because of a store. */
export const withFallback = (shared: RelayStore, own: RelayStore): RelayStore => {
  let restsUntil = 0
  const first = async <Value>(
    call: () => Promise<Value>,
    otherwise: () => Promise<Value>,
  ): Promise<Value> => {
    if (performance.now() < restsUntil) return otherwise()
    // Also what it throws instead of rejecting.
    const asked = (async () => call())()
    try {
      return await withTimeout(asked, WAIT_MS, () => {
        throw new Error('The store does not answer.')
      })
    } catch {
      asked.catch(() => {})
      restsUntil = performance.now() + REST_MS
      return otherwise()
    }
  }
  const both = async (call: (store: RelayStore) => Promise<unknown>): Promise<void> => {
    await call(own)
    await first(
      () => call(shared),
      async () => undefined,
    )
  }
  return {
    get: key =>
      first(
        () => shared.get(key),
        () => own.get(key),
      ),
    add: (key, value, seconds) =>
      first(
        () => shared.add(key, value, seconds),
        () => own.add(key, value, seconds),
      ),
    set: (key, value, seconds) => both(store => store.set(key, value, seconds)),
    delete: key => both(store => store.delete(key)),
  }
}
