import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { digest } from '../../src/session/one-off.ts'
import { createThread } from '../../src/thread/client.ts'
import type { Thread } from '../../src/thread/thread.ts'
import { bytesOf } from './transport.ts'

const mortal = new URL('./mortal.worker.ts', import.meta.url)
const signal = new AbortController().signal
const job = { signal, progress: (): void => {} }
const SHA256 = 'SHA-256'

/** Workers that were started, and those of them that we have not ended. */
let started = 0
const running = new Set<Worker>()
const threads: Thread[] = []

const open = (url: URL = mortal): Thread => {
  const thread = createThread(url)
  threads.push(thread)
  return thread
}
const hash = (thread: Thread, type = '', bytes = 1000): Promise<Uint8Array> =>
  thread.call('digest', { blob: new Blob([bytesOf(bytes)], { type }), algorithm: SHA256 }, job)
/** The timers of the page alone: the worker has its own. */
const aTaskLater = (): Promise<void> => new Promise(resolve => setTimeout(resolve))

beforeEach(() => {
  started = 0
  const Real = Worker
  vi.stubGlobal(
    'Worker',
    class extends Real {
      constructor(...words: ConstructorParameters<typeof Worker>) {
        super(...words)
        started++
        running.add(this)
      }
      override terminate(): void {
        running.delete(this)
        super.terminate()
      }
    },
  )
})
afterEach(async () => {
  vi.useRealTimers()
  for (const thread of threads.splice(0)) thread.close()
  await aTaskLater()
  expect(running.size).toBe(0)
  vi.unstubAllGlobals()
  await caches.delete('deaths')
})

describe('the worker of a page', () => {
  it('is one, for 20 users at once', async () => {
    const users = Array.from({ length: 20 }, () => open())
    await Promise.all(users.map(user => hash(user)))
    expect(started).toBe(1)
  })

  it('is one, for those who warm it up and call at the same time', async () => {
    const [a, b, c] = [open(), open(), open()]
    await Promise.all([a.warmUp(), hash(b), c.warmUp(), hash(a), hash(c)])
    expect(started).toBe(1)
  })

  it('goes on for the others when one user closes', async () => {
    const [leaver, stayer] = [open(), open()]
    const lost = hash(leaver, 'wait/x')
    const outcome = expect(lost).rejects.toMatchObject({ name: 'AbortError' })
    const kept = hash(stayer, 'slow/300')
    await hash(stayer)
    leaver.close()
    await outcome
    expect(await kept).toHaveLength(32)
    await expect(hash(leaver)).rejects.toMatchObject({ name: 'AbortError' })
    expect(started).toBe(1)
  })

  it('ends with its last user', async () => {
    const [a, b] = [open(), open()]
    await Promise.all([hash(a), hash(b)])
    a.close()
    await aTaskLater()
    expect(running.size).toBe(1)
    b.close()
    await aTaskLater()
    expect(running.size).toBe(0)
  })

  it('ends with its last user, though it has not started yet', async () => {
    const a = open()
    const waiting = expect(a.warmUp()).rejects.toMatchObject({ name: 'AbortError' })
    a.close()
    await waiting
    expect(running.size).toBe(0)
  })

  it('stays for the next user who comes at once, as after a change of settings', async () => {
    const a = open()
    await hash(a)
    a.close()
    await hash(open())
    expect(started).toBe(1)
  })

  it('is the same for single calls, one after the other', async () => {
    for (const _ of [1, 2, 3]) await digest(new Blob(['abc']), { workerUrl: mortal })
    expect(started).toBe(1)
    await aTaskLater()
  })

  it('is one for 200 users who come and go, and none in the end', async () => {
    for (let n = 0; n < 200; n++) {
      const user = open()
      const call = n % 3 === 0 ? hash(user) : user.warmUp().catch(() => {})
      if (n % 2 === 0) await call
      else call.catch(() => {})
      user.close()
    }
    expect(started).toBe(1)
    await aTaskLater()
    expect(running.size).toBe(0)
  })

  it('dies for the calls it had, of both users; the one that kills it fails alone', async () => {
    const [a, b] = [open(), open()]
    const poison = `die/close-9-${crypto.randomUUID().replaceAll('-', '')}`
    const [good, bad] = await Promise.allSettled([hash(b, 'slow/300'), hash(a, poison)])
    expect(good.status).toBe('fulfilled')
    expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'seal-failed' } })
    expect(await hash(a)).toEqual(await hash(b))
  })
})

describe('a worker that has nothing to do', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  })

  it('for 30 seconds ends, and starts again with the next call', async () => {
    const user = open()
    await hash(user)
    vi.advanceTimersByTime(29_999)
    expect(running.size).toBe(1)
    vi.advanceTimersByTime(1)
    expect(running.size).toBe(0)
    expect(await hash(user)).toHaveLength(32)
    expect(started).toBe(2)
    vi.advanceTimersByTime(30_000)
    expect(running.size).toBe(0)
  })

  it('ends also when it was only warmed up', async () => {
    await open().warmUp()
    vi.advanceTimersByTime(30_000)
    expect(running.size).toBe(0)
  })

  it('ends also when it was warmed up again while it ran', async () => {
    const user = open()
    await hash(user)
    await user.warmUp()
    vi.advanceTimersByTime(30_000)
    expect(running.size).toBe(0)
  })

  it('stays as long as one call is under way, however long that takes', async () => {
    const user = open()
    const stopping = new AbortController()
    const blob = new Blob(['a'], { type: 'wait/x' })
    const long = user.call(
      'digest',
      { blob, algorithm: SHA256 },
      { ...job, signal: stopping.signal },
    )
    long.catch(() => {})
    await hash(user)
    vi.advanceTimersByTime(1_000_000)
    expect(running.size).toBe(1)
    stopping.abort()
    await long.catch(() => {})
    vi.advanceTimersByTime(30_000)
    expect(running.size).toBe(0)
  })
})

describe('a second worker', () => {
  const LARGE = 2 * 1024 * 1024
  let visits = 0
  /** Another URL has workers of its own, as on a machine with so many cores. */
  const openOn = async (cores: number): Promise<Thread> => {
    vi.spyOn(navigator, 'hardwareConcurrency', 'get').mockReturnValue(cores)
    const url = new URL(mortal)
    url.searchParams.set('visit', `${++visits}`)
    const user = open(url)
    await user.warmUp()
    return user
  }
  /** From now on none starts. Says how often one was tried. */
  const refuseWorkers = (): (() => number) => {
    const Counted = Worker
    let refused = 0
    vi.stubGlobal(
      'Worker',
      class extends Counted {
        constructor() {
          refused++
          super('data:text/javascript,throw 0')
        }
      },
    )
    vi.stubGlobal('reportError', () => {}) // the developer is told
    return () => refused
  }
  /** Until both are known to run: the page asks for the lock that each of them holds. */
  const withBoth = async (user: Thread): Promise<void> => {
    abandoned(hash(user, 'wait/x', LARGE))
    await hash(user)
    await areBothThere()
  }
  const areBothThere = (): Promise<unknown> =>
    vi.waitUntil(async () => {
      const { pending = [] } = await navigator.locks.query()
      return pending.filter(({ name }) => name?.startsWith('sealdrop-')).length === 2
    })
  const abandoned = (call: Promise<unknown>): void => void call.catch(() => {})

  it('starts where a large file is under way, and takes the next ones', async () => {
    const user = await openOn(2)
    await withBoth(user)
    await hash(user, '', LARGE)
    expect(running.size).toBe(2)
  })

  it('starts neither for many small files, nor for one large after the other', async () => {
    const user = await openOn(2)
    await Promise.all(Array.from({ length: 50 }, () => hash(user)))
    for (let n = 0; n < 3; n++) await hash(user, '', LARGE)
    expect(started).toBe(1)
  })

  it('starts on no machine with one core', async () => {
    const user = await openOn(1)
    abandoned(hash(user, 'wait/x', LARGE))
    expect(await hash(user)).toHaveLength(32)
    await hash(user, '', LARGE)
    expect(started).toBe(1)
  })

  it('is the last one, whatever the machine', async () => {
    const user = await openOn(64)
    for (let n = 0; n < 6; n++) {
      abandoned(hash(user, 'wait/x', LARGE))
      await hash(user)
    }
    expect(started).toBe(2)
  })

  it('is not needed: where it does not start, the first one does the work', async () => {
    const user = await openOn(2)
    await hash(user)
    const refusals = refuseWorkers()
    abandoned(hash(user, 'wait/x', LARGE))
    expect(await hash(user, '', LARGE)).toHaveLength(32)
    await vi.waitUntil(() => refusals() > 0 && running.size === 1)
    const tried = refusals()
    for (let n = 0; n < 3; n++) expect(await hash(user, '', LARGE)).toHaveLength(32)
    expect(refusals()).toBe(tried)
    expect(running.size).toBe(1)
  })

  it('dies alone, and what it had is done all the same', async () => {
    const user = await openOn(2)
    await withBoth(user)
    const key = crypto.randomUUID().replaceAll('-', '')
    expect(await hash(user, `die/close-1-${key}`)).toHaveLength(32)
    expect(started).toBe(3)
    const bad = hash(user, `die/close-9-${crypto.randomUUID().replaceAll('-', '')}`)
    await expect(bad).rejects.toMatchObject({ code: 'seal-failed' })
  })

  it('is replaced by the first one where it dies and cannot start again', async () => {
    const user = await openOn(2)
    await withBoth(user)
    const refusals = refuseWorkers()
    const key = crypto.randomUUID().replaceAll('-', '')
    expect(await hash(user, `die/close-1-${key}`)).toHaveLength(32)
    expect(refusals()).toBeGreaterThan(0)
    expect(running.size).toBe(1)
  })

  it('does all the work where the first one rests, which might not start again', async () => {
    const user = await openOn(2)
    const resting = new AbortController()
    const blob = new Blob([bytesOf(LARGE)], { type: 'wait/x' })
    const first = { ...job, signal: resting.signal }
    abandoned(user.call('digest', { blob, algorithm: SHA256 }, first))
    await hash(user)
    await areBothThere()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    abandoned(hash(user, 'wait/x', 2 * LARGE))
    resting.abort()
    await hash(user)
    vi.advanceTimersByTime(30_000)
    vi.useRealTimers()
    expect(running.size).toBe(1)
    refuseWorkers()
    expect(await hash(user)).toHaveLength(32)
    expect(await hash(user)).toHaveLength(32)
  })

  it('ends with its last user, as the first does', async () => {
    const [a, b] = [await openOn(2), await openOn(2)]
    for (const user of [a, b]) {
      abandoned(hash(user, 'wait/x', LARGE))
      await hash(user)
    }
    await vi.waitUntil(() => running.size === 4)
    a.close()
    await aTaskLater()
    expect(running.size).toBe(2)
    b.close()
    await aTaskLater()
    expect(running.size).toBe(0)
  })
})
