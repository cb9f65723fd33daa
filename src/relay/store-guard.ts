import { withTimeout } from '../core/timer.ts'
import type { RelayStore } from './store.ts'

/** Asks a shared store, and never waits for it long. */
export interface StoreGuard {
  /** Rejects where the store does not answer, or not in time. `isRelease`: it is sent also while the store rests, and not waited for. */
  ask<Value>(call: (store: RelayStore) => Promise<Value>, isRelease?: boolean): Promise<Value>
  /** Whether it could count, if it answers. */
  readonly counts: boolean
}

/** A shared store that takes longer is done without, */
const WAIT_MS = 1000
/** and for so long it is not asked again. */
const REST_MS = 5000
/** One that fails at once costs nobody time, and may have refused this one command alone. */
const AT_ONCE_MS = 100

export const guardStore = (
  store: RelayStore,
  /** Each time that it is done without; what it rejected with. */
  onDown: (cause?: unknown) => void = () => {},
): StoreGuard => {
  let restsUntil = 0
  return {
    counts: typeof store.count === 'function',
    async ask(call, isRelease = false) {
      const started = performance.now()
      if (started < restsUntil) {
        // What took too long may still be done, behind which this one must come.
        if (isRelease) (async () => call(store))().catch(() => {})
        onDown()
        throw new Error('The store is given a rest.')
      }
      // Also what it throws instead of rejecting.
      const asked = (async () => call(store))()
      try {
        return await withTimeout(asked, WAIT_MS, () => {
          throw new Error('The store does not answer.')
        })
      } catch (thrown) {
        onDown(thrown)
        asked.catch(() => {})
        const now = performance.now()
        if (now - started > AT_ONCE_MS) restsUntil = now + REST_MS
        throw thrown
      }
    },
  }
}
