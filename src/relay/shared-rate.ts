import type { Signer } from '../core/relay/sign.ts'
import { createRateLimit, MINUTE_MS, tooMany } from './rate.ts'
import { type StoreDown, storeIsDown } from './shared-store.ts'
import type { Count, RelayStore } from './store.ts'
import type { StoreGuard } from './store-guard.ts'

/** Counts what each one does in windows of a minute, in all processes that share the store. */
export interface SharedRate {
  /** Throws 429 with `Retry-After` for who has done it `perMinute` times. */
  check(name: string): Promise<void>
  /** Throws 429 with `Retry-After` for who has now done it more than `perMinute` times. */
  count(name: string): Promise<void>
}

export interface Sharing {
  /** Undefined where this process counts for itself. */
  readonly shared: StoreGuard | undefined
  readonly whenDown: StoreDown
  readonly signer: Signer
}

const PURPOSE = 'sealdrop count v1'
const SECONDS = MINUTE_MS / 1000

/** One that cannot count is one that is down: without a number nobody is held back. */
const counted = async (store: RelayStore, key: string): Promise<Count> => {
  const given = await store.count?.(key, SECONDS)
  const { count, secondsLeft } = { ...given } as Partial<Count>
  if (!Number.isSafeInteger(count) || !Number.isFinite(secondsLeft))
    throw new TypeError('The store did not count.')
  return { count: Number(count), secondsLeft: Number(secondsLeft) }
}

/** `what` is counted, such as requests: one name may be in several counts. */
export const createSharedRate = (
  what: string,
  perMinute: number | undefined,
  { shared, whenDown, signer }: Sharing,
): SharedRate => {
  // It also knows who was refused here, and asks nobody: and it holds on when the store is down, or lets a counter go.
  const own = createRateLimit(perMinute)
  /** A hash, so that whoever reads the store learns no name. */
  const keyOf = async (name: string): Promise<string> =>
    `sealdrop:count:${await signer.sign([PURPOSE, what, name])}`
  const ask = async <Value>(call: (store: RelayStore) => Promise<Value>) => {
    try {
      return await shared?.ask(call)
    } catch {
      if (whenDown === 'refuse') throw storeIsDown()
      return undefined
    }
  }
  const throwAbove = (most: number, { count, secondsLeft }: Count): void => {
    if (count > most) throw tooMany(Math.min(Math.max(secondsLeft, 1), SECONDS))
  }
  const isShared = perMinute !== undefined && shared?.counts === true
  return {
    async check(name) {
      own.check(name)
      if (!isShared) return
      const key = await keyOf(name)
      // To count who is held back already changes nothing, and says for how long.
      const isOver = await ask(async store =>
        Number(await store.get(key)) >= perMinute ? counted(store, key) : undefined,
      )
      if (isOver) throwAbove(perMinute, isOver)
    },
    async count(name) {
      own.count(name)
      if (!isShared) return
      const key = await keyOf(name)
      const now = await ask(store => counted(store, key))
      if (now) throwAbove(perMinute, now)
    },
  }
}
