import { HttpError } from '../core/relay/http-error.ts'
import { deleteIf, KEPT_SECONDS, type OwnedStore, type RelayStore, renewIf } from './store.ts'
import type { StoreGuard } from './store-guard.ts'

/** What becomes of a request while the store of the options does not answer. */
export type StoreDown = 'allow' | 'refuse'

export const storeIsDown = (): HttpError =>
  new HttpError(
    503,
    'The relay cannot reach its store: send it again in a moment.',
    { 'Retry-After': '5' },
    { code: 'store-down' },
    { reason: 'store-down' },
  )

/**
 * The shared store, and behind it this process's own, which also gets all that is written. What the shared one missed while it failed is
 * read here also when it is back. While it fails the own one alone is asked (`allow`), or what must be known before an upload rejects with
 * 503 (`refuse`). What is written after an upload never fails because of a store.
 */
export const withFallback = (
  shared: StoreGuard,
  own: OwnedStore,
  whenDown: StoreDown = 'allow',
): OwnedStore => {
  const first = async <Value>(
    call: (store: RelayStore) => Promise<Value>,
    otherwise: () => Promise<Value>,
    isNeeded = false,
    isRelease = false,
  ): Promise<Value> => {
    try {
      return await shared.ask(call, isRelease)
    } catch {
      if (isNeeded && whenDown === 'refuse') throw storeIsDown()
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
    const done = async (store: RelayStore): Promise<boolean> => {
      await call(store)
      return true
    }
    await note(key, await first(done, async () => false))
  }
  return {
    async get(key) {
      if ((await own.get(missed(key))) !== undefined) return own.get(key)
      return first(
        store => store.get(key),
        () => own.get(key),
        true,
      )
    },
    async add(key, value, seconds) {
      const isAdded = await first<boolean | undefined>(
        store => store.add(key, value, seconds),
        async () => undefined,
        true,
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
    async deleteIf(key, value) {
      const isOurs = await own.deleteIf(key, value)
      return first(
        store => deleteIf(store, key, value),
        async () => isOurs,
        false,
        true,
      )
    },
    async renewIf(key, value, seconds) {
      const isOurs = await own.renewIf(key, value, seconds)
      return first(
        store => renewIf(store, key, value, seconds),
        async () => isOurs,
      )
    },
  }
}
