import { misconfigured } from '../../core/errors.ts'
import { commandsOf, type RedisClient } from './client.ts'
import { createTusLock, type LockTimes, type TusLock } from './tus-lock.ts'

/** Of `redisLocker`. */
export interface RedisLockerOptions {
  /** Milliseconds after which a lock ends whose process died (10,000; at least 8,000). */
  readonly expiresMs?: number
  /** Milliseconds that a request waits for an upload that another one has: then it is 423 (30,000). */
  readonly waitMs?: number
}

/** The `locker` of `@tus/server`. */
export interface TusLocker {
  newLock(id: string): TusLock
}

const TIMES: LockTimes = { expiresMs: 10_000, waitMs: 30_000 }
/** A holder must have time to see that it is late, and to stop. */
const LEAST_EXPIRES_MS = 8_000

/**
 * For several processes of `@tus/server` (2) on one shared file store: its own locks hold in one process alone. Only one request at a time has
 * an upload; who has it is asked to let go when another one comes. Throws `misconfigured` for what is no client, and for wrong times.
 */
export const redisLocker = (client: RedisClient, options: RedisLockerOptions = {}): TusLocker => {
  const redis = commandsOf(client, 'redisLocker')
  const times = { ...TIMES, ...options }
  const isWrong = ({ expiresMs, waitMs }: LockTimes): boolean =>
    !(Number.isFinite(expiresMs) && Number.isFinite(waitMs)) ||
    expiresMs < LEAST_EXPIRES_MS ||
    waitMs < 0
  if (isWrong(times))
    throw misconfigured(
      `redisLocker: expiresMs must be at least ${LEAST_EXPIRES_MS}, and waitMs a number of milliseconds.`,
    )
  return { newLock: id => createTusLock(redis, id, times) }
}
