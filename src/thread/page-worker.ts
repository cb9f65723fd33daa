import type { Job } from '../core/contracts.ts'
import { traceWorker } from '../core/debug.ts'
import { asSealDropError, SealDropError } from '../core/errors.ts'
import { readBytes } from '../core/read.ts'
import { createDeferredDigests } from './deferred-digests.ts'
import { createCall, type PendingCall } from './pending-call.ts'
import type { Args, MethodName, Result } from './protocol.ts'
import { deserializeError } from './serialize-error.ts'
import type { Report, Start, WorkerHandle } from './start.ts'

/** Without a call for so many milliseconds the worker ends. The next call starts it again. */
const IDLE_MS = 30_000

/** The worker that runs or starts. */
interface Current {
  isReady: boolean
  readonly handle: Promise<WorkerHandle>
  /** Aborted when it ends, whoever ends it. */
  readonly life: AbortController
}

/** The one worker that all its users share. It starts when it is needed, and ends when it is not. */
export interface PageWorker {
  /** It has started: a call need not wait for that. */
  readonly isRunning: boolean
  join(user: object): void
  /** Rejects what this user waits for. The worker ends with its last user. */
  leave(user: object): void
  warmUp(user: object): Promise<void>
  call(
    user: object,
    name: MethodName,
    args: Args<MethodName>,
    job: Job,
  ): Promise<Result<MethodName>>
}

const closedError = (): DOMException => new DOMException('The session is closed.', 'AbortError')

/**
 * When the worker dies, a new one takes over: each call that was lost is tried once more, one after the other, so that a file
 * that kills workers cannot fail its neighbours; a second death is `seal-failed`. A file that cannot be read inside the worker
 * is read on the page and handed over.
 */
export const createPageWorker = (start: Start): PageWorker => {
  const users = new Set<object>()
  const calls = new Map<number, PendingCall>()
  const deferred = createDeferredDigests()
  let current: Current | undefined
  let deaths = 0
  let idleTimer: ReturnType<typeof setTimeout> | undefined
  /** New calls wait for this: the calls that a dead worker had go first. */
  let replaying: Promise<void> = Promise.resolve()

  const end = (): void => {
    clearTimeout(idleTimer)
    current?.life.abort(closedError())
    current = undefined
  }
  /** Nothing runs: it may end soon. */
  const rest = (): void => {
    clearTimeout(idleTimer)
    if (current && calls.size + deferred.size === 0) idleTimer = setTimeout(end, IDLE_MS)
  }

  const running = (): Current => {
    clearTimeout(idleTimer)
    if (current) return current
    const life = new AbortController()
    const handle = start({ receive, died: workerDied }, life.signal)
    const starting: Current = { handle, life, isReady: false }
    handle.then(
      () => {
        starting.isReady = true
      },
      () => {
        if (current === starting) current = undefined
      },
    )
    current = starting
    return starting
  }

  const post = async (call: PendingCall): Promise<void> => {
    try {
      const mine = running()
      const handle = await mine.handle
      if (!calls.has(call.id)) return
      if (mine !== current) return post(call)
      const { id, name, args } = call
      call.life = mine.life.signal
      handle.post({ kind: 'call', id, name, args })
    } catch (thrown) {
      call.reject(asSealDropError(thrown, 'seal-failed', 'The call did not reach the worker.'))
    }
  }

  /** Stops when another worker dies: its own replay goes on with the calls that are left. */
  const replay = async (lost: readonly PendingCall[], death: number): Promise<void> => {
    for (const call of lost) {
      if (death !== deaths) return replaying
      if (!calls.has(call.id)) continue
      void post(call)
      await call.result.catch(() => {})
    }
  }

  const workerDied = (cause?: unknown): void => {
    const dead = current?.life.signal
    traceWorker('dead')
    end()
    deferred.reject(
      new SealDropError('seal-failed', 'The worker died before it was done.', { cause }),
    )
    // A call that was never posted is on its way to the next worker.
    const lost = [...calls.values()].filter(({ life }) => life)
    for (const call of lost) {
      // Those that wait for their replay were not posted to this worker: its death is not theirs.
      if (call.life === dead && ++call.deaths > 1)
        call.reject(
          new SealDropError('seal-failed', 'The worker died twice over this file.', { cause }),
        )
    }
    replaying = replay(lost, ++deaths)
  }

  const receive = (message: Report): void => {
    if (message.kind === 'deferred' || message.kind === 'deferred-rejected') {
      deferred.settle(message)
      rest()
      return
    }
    const call = calls.get(message.id)
    if (!call) return
    if (message.kind === 'done') {
      const { result, hasDeferred } = message
      const whole = hasDeferred ? { ...result, digests: deferred.await(call) } : result
      call.resolve(whole as Result<MethodName>)
    } else if (message.kind === 'failed') {
      const error = deserializeError(message.error)
      if (error.code === 'unreadable' && !call.isReadByPage) void readOnPage(call)
      else call.reject(error)
    } else if (message.done > call.done) {
      call.done = message.done
      call.job.progress(message.done, message.total)
    }
  }

  /**
   * Some files (a cloud drive's on Android) can be read by the page but not by its worker. One whose size has changed since it
   * was chosen is read by neither.
   */
  const readOnPage = async (call: PendingCall): Promise<void> => {
    call.life = undefined // a worker that dies meanwhile does not have it
    try {
      const blob = new Blob([await readBytes(call.args.blob)])
      if (!calls.has(call.id)) return
      call.args = { ...call.args, blob }
      call.isReadByPage = true
      void post(call)
    } catch (cause) {
      call.reject(new SealDropError('unreadable', 'The file cannot be read.', { cause }))
    }
  }

  const drop = (call: PendingCall, why: unknown): void => {
    const { id, life } = call
    if (life && life === current?.life.signal)
      void current.handle.then(handle => handle.post({ kind: 'abort', id }))
    call.reject(why)
  }

  return {
    get isRunning() {
      return current?.isReady ?? false
    },
    join: user => void users.add(user),
    leave(user) {
      users.delete(user)
      for (const call of [...calls.values()]) if (call.user === user) drop(call, closedError())
      deferred.reject(closedError(), user)
      // Not at once: whoever goes on with another session, or with the next single call, goes on with this worker.
      setTimeout(() => {
        if (users.size === 0) end()
      })
    },
    async warmUp(user) {
      if (!users.has(user)) throw closedError()
      await running().handle
      rest()
    },
    async call(user, name, args, job) {
      await replaying
      job.signal.throwIfAborted()
      if (!users.has(user)) throw closedError()
      const call = createCall(
        { user, name, args, job },
        {
          aborted: call => drop(call, job.signal.reason),
          settled(call) {
            calls.delete(call.id)
            rest()
          },
        },
      )
      calls.set(call.id, call)
      void post(call)
      return call.result
    },
  }
}
