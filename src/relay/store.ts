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

export const isStore = (store: unknown): store is RelayStore =>
  typeof store === 'object' &&
  store !== null &&
  ['get', 'set', 'add', 'delete'].every(
    name => typeof (store as Readonly<Record<string, unknown>>)[name] === 'function',
  )

/** How long what was answered is in the store. */
export const KEPT_SECONDS = 600
/** A shared store that takes longer is done without, */
const WAIT_MS = 1000
/** and for so long it is not asked again. */
const REST_MS = 5000

/**
 * The shared store, and behind it this process's own, which also gets all that is written: an upload never fails because of a store. What
 * the shared one missed while it failed is read here also when it is back.
 */
export const withFallback = (
  shared: RelayStore,
  own: RelayStore,
  /** Each time that the shared one is done without; what it rejected with. */
  onDown: (cause?: unknown) => void = () => {},
): RelayStore => {
  let restsUntil = 0
  const first = async <Value>(
    call: () => Promise<Value>,
    otherwise: () => Promise<Value>,
  ): Promise<Value> => {
    if (performance.now() < restsUntil) {
      onDown()
      return otherwise()
    }
    // Also what it throws instead of rejecting.
    const asked = (async () => call())()
    try {
      return await withTimeout(asked, WAIT_MS, () => {
        throw new Error('The store does not answer.')
      })
    } catch (thrown) {
      onDown(thrown)
      asked.catch(() => {})
      restsUntil = performance.now() + REST_MS
      return otherwise()
    }
  }
  const missed = (key: string): string => `missed:${key}`
  const note = (key: string, isShared: boolean): Promise<unknown> =>
    isShared ? own.delete(missed(key)) : own.set(missed(key), '', KEPT_SECONDS)
  const both = async (
    key: string,
    call: (store: RelayStore) => Promise<unknown>,
  ): Promise<void> => {
    await call(own)
    const done = async (): Promise<boolean> => {
      await call(shared)
      return true
    }
    await note(key, await first(done, async () => false))
  }
  return {
    async get(key) {
      if ((await own.get(missed(key))) !== undefined) return own.get(key)
      return first(
        () => shared.get(key),
        () => own.get(key),
      )
    },
    async add(key, value, seconds) {
      const isAdded = await first<boolean | undefined>(
        () => shared.add(key, value, seconds),
        async () => undefined,
      )
      if (isAdded === undefined) {
        await note(key, false)
        return own.add(key, value, seconds)
      }
      if (!isAdded) return false
      await own.set(key, value, seconds)
      await note(key, true)
      return true
    },
    set: (key, value, seconds) => both(key, store => store.set(key, value, seconds)),
    delete: key => both(key, store => store.delete(key)),
  }
}
