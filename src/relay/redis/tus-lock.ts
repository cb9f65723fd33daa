import { hex } from '../../core/bytes.ts'
import { sleep, withTimeout } from '../../core/timer.ts'
import { numberOf, type Redis } from './client.ts'
import { deleteIfIn } from './scripts.ts'

/** One request's hold on one upload, as `@tus/server` asks for it. */
export interface TusLock {
  /**
   * Resolves when the upload is this request's alone. `requestRelease` is called when another one wants it, and where it is lost. Rejects
   * with 423 after `waitMs`, and with 503 where Redis does not answer.
   */
  lock(signal: AbortSignal, requestRelease: () => unknown): Promise<void>
  unlock(): Promise<void>
}

export interface LockTimes {
  /** A lock whose process died ends after it. */
  readonly expiresMs: number
  /** How long a request waits for one. */
  readonly waitMs: number
}

/** Between two looks: of who waits, and of who holds. */
const WAITER_MS = 100
const HOLDER_MS = 500
/** A Redis that takes longer does not answer. */
const ANSWER_MS = 1000
/** A holder that could not renew for this part of the time stops: `@tus/server` needs 3 s more to do so (`lockDrainTimeout`). */
const STOPS_AT = 0.4
/** Longer than a waiter's look away. */
const WANTED_MS = 2000

/** Who takes it no longer waits; who does not get it says that it waits. */
const TAKE = `if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then
  redis.call('DEL', KEYS[2])
  return 1
end
redis.call('SET', KEYS[2], '1', 'PX', ARGV[3])
return 0`

/** -1: it is another's, or nobody's. Else whether somebody waits. */
const HOLD = `if redis.call('GET', KEYS[1]) ~= ARGV[1] then return -1 end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return redis.call('EXISTS', KEYS[2])`

/** As `@tus/server` throws what it answers. */
const refusal = (status_code: number, words: string, cause?: unknown): Error =>
  Object.assign(new Error(words, { cause }), { status_code, body: `${words}\n` })

const inTime = <Value>(asked: Promise<Value>): Promise<Value> => {
  asked.catch(() => {})
  return withTimeout(asked, ANSWER_MS, () => {
    throw new Error('It took too long.')
  })
}

export const createTusLock = (redis: Redis, id: string, times: LockTimes): TusLock => {
  const { expiresMs, waitMs } = times
  const owner = crypto.randomUUID()
  let over = new AbortController()

  /** A hash: whoever reads Redis learns no upload's id. In braces: both keys are at one node of a cluster. */
  const keysOf = async (): Promise<readonly [string, string]> => {
    const hash = hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(id)))
    return [`sealdrop:tus:{${hash}}`, `sealdrop:tus:{${hash}}:wanted`]
  }
  const keys = keysOf()

  const take = async (): Promise<boolean> => {
    const words = [owner, String(expiresMs), String(WANTED_MS)]
    try {
      return numberOf(await inTime(redis.run(TAKE, await keys, words))) === 1
    } catch (cause) {
      // It may have been taken all the same.
      drop().catch(() => {})
      throw refusal(503, 'The locks of the uploads cannot be reached.', cause)
    }
  }
  const drop = async (): Promise<boolean> => deleteIfIn(redis, (await keys)[0], owner)

  /** Renews it, and looks whether another request waits, until it is over. */
  const hold = async (requestRelease: () => unknown, { signal }: AbortController) => {
    let renewed = performance.now()
    let isAsked = false
    for (;;) {
      await sleep(HOLDER_MS, signal)
      let found = 0
      try {
        const started = performance.now()
        found = numberOf(await inTime(redis.run(HOLD, await keys, [owner, String(expiresMs)])))
        renewed = started
      } catch {
        if (performance.now() - renewed > expiresMs * STOPS_AT) found = -1
      }
      if (found === 0 || isAsked || signal.aborted) continue
      isAsked = true
      await requestRelease()
    }
  }

  return {
    async lock(signal, requestRelease) {
      const until = performance.now() + waitMs
      for (;;) {
        const isTaken = await take()
        if (isTaken && !signal.aborted) break
        if (isTaken) await drop()
        if (signal.aborted || performance.now() > until)
          throw refusal(423, 'The upload is in use by another request.')
        await sleep(WAITER_MS, signal).catch(() => {})
      }
      over = new AbortController()
      hold(requestRelease, over).catch(() => {})
    },
    async unlock() {
      over.abort()
      // What cannot be given back ends by itself; what was stored is stored.
      await inTime(drop()).catch(() => false)
    },
  }
}
