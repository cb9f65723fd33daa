/** What a counter is at. */
export interface Count {
  /** With this one. */
  readonly count: number
  /** Until it begins at 0 again. */
  readonly secondsLeft: number
}

/**
 * What several processes of one relay share, such as a Redis: `redisStore` of `sealdrop/relay/redis`, or one of the site's own. Keys are
 * hashes; values are short texts without a provider's secret. A call may reject, or never come to an end: `storeDown` says what then.
 */
export interface RelayStore {
  /** Null or undefined where nothing is there, or its seconds are over. */
  get(key: string): Promise<string | null | undefined>
  set(key: string, value: string, seconds: number): Promise<unknown>
  /** Sets it where nothing is there, in one step that no other process can come between. Whether it did. */
  add(key: string, value: string, seconds: number): Promise<boolean>
  delete(key: string): Promise<unknown>
  /**
   * Adds 1 to a counter, and gives it so many seconds where it had none, in one step. `get` gives it as text. Without this each process
   * counts for itself.
   */
  count?(key: string, seconds: number): Promise<Count>
  /** Deletes it where this is its value, in one step. Whether it did. Without this it is read, and then deleted. */
  deleteIf?(key: string, value: string): Promise<boolean>
  /** Gives it so many seconds from now where this is its value, in one step. Whether it did. Without this it is read, and then set. */
  renewIf?(key: string, value: string, seconds: number): Promise<boolean>
}

/** One that also has what a store of the site's own may lack. */
export type OwnedStore = RelayStore & Required<Pick<RelayStore, 'deleteIf' | 'renewIf'>>

export const isStore = (store: unknown): store is RelayStore =>
  typeof store === 'object' &&
  store !== null &&
  ['get', 'set', 'add', 'delete'].every(
    name => typeof (store as Readonly<Record<string, unknown>>)[name] === 'function',
  )

export const deleteIf = async (store: RelayStore, key: string, value: string): Promise<boolean> => {
  if (store.deleteIf) return store.deleteIf(key, value)
  if ((await store.get(key)) !== value) return false
  await store.delete(key)
  return true
}

export const renewIf = async (
  store: RelayStore,
  key: string,
  value: string,
  seconds: number,
): Promise<boolean> => {
  if (store.renewIf) return store.renewIf(key, value, seconds)
  if ((await store.get(key)) !== value) return false
  await store.set(key, value, seconds)
  return true
}

/** How long what was answered is in the store. */
export const KEPT_SECONDS = 600
