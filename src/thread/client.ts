import { backgroundJob } from '../core/abort.ts'
import type { Digests, Job } from '../core/contracts.ts'
import { traceWorker } from '../core/debug.ts'
import { asSealDropError, SealDropError } from '../core/errors.ts'
import { readBytes } from '../core/read.ts'
import type { Args, MethodName, Result } from './protocol.ts'
import { deserializeError } from './serialize-error.ts'
import { neverReady, type Report, startWorker, type WorkerHandle } from './start.ts'
import type { Thread, WorkerUrl } from './thread.ts'

/** A call that has no result yet. Once it has one, it leaves no listener on its job's signal. */
interface PendingCall {
  readonly id: number
  readonly name: MethodName
  args: Args<MethodName>
  readonly job: Job
  /** The highest progress that was passed on. */
  done: number
  /** The worker it was posted to. */
  handle: WorkerHandle | undefined
  /** How many workers died while they had it. */
  deaths: number
  /** The page has read the file for the worker. */
  isReadByPage: boolean
  readonly result: Promise<Result<MethodName>>
  resolve(result: Result<MethodName>): void
  reject(reason: unknown): void
}

const closedError = (): DOMException => new DOMException('The session is closed.', 'AbortError')

/**
 * The page's side of the border. The worker starts with the first call. When it dies, a new one takes over: each call that was
 * lost is tried once more, one after the other, so that a file that kills workers cannot fail its neighbours; a second
 * death is `seal-failed`. A file that cannot be read inside the worker is read on the page and handed over.
 * Throws `insecure-context`: without one there is neither a cipher nor a lock to watch the worker by.
 */
export const createThread = (workerUrl?: WorkerUrl): Thread => {
  if (!isSecureContext)
    throw new SealDropError(
      'insecure-context',
      'The page is not a secure context: serve it over https.',
    )
  const calls = new Map<number, PendingCall>()
  /** Digests of sealed files that the worker still computes, by the call that sealed the file. */
  const deferredResults = new Map<number, PromiseWithResolvers<Digests>>()
  let current: WorkerHandle | undefined
  let lastId = 0
  let deaths = 0
  let isClosed = false
  /** New calls wait for this: the calls that a dead worker had go first. */
  let replaying: Promise<void> = Promise.resolve()

  /** Ends the worker, and rejects what it still owed. */
  const dispose = (why: unknown): void => {
    for (const { reject } of deferredResults.values()) reject(why)
    deferredResults.clear()
    current?.dispose()
    current = undefined
  }

  /** Stops when another worker dies: its own replay goes on with the calls that are left. */
  const replay = async (lost: readonly PendingCall[], death: number): Promise<void> => {
    for (const call of lost) {
      if (death !== deaths) return replaying
      if (!calls.has(call.id)) continue
      post(call)
      await call.result.catch(() => {})
    }
  }

  const workerDied = (cause?: unknown): void => {
    const dead = current
    traceWorker('dead')
    dispose(new SealDropError('seal-failed', 'The worker died before it was done.', { cause }))
    const lost = [...calls.values()]
    for (const call of lost) {
      if (!dead?.isReady) call.reject(neverReady())
      // Calls that wait for their replay were not posted to this worker: its death is not theirs.
      else if (call.handle === dead && ++call.deaths > 1)
        call.reject(
          new SealDropError('seal-failed', 'The worker died twice over this file.', { cause }),
        )
    }
    replaying = replay(lost, ++deaths)
  }

  const post = (call: PendingCall): void => {
    try {
      current ??= startWorker(workerUrl, { receive, died: workerDied })
      call.handle = current
      const { id, name, args } = call
      current.post({ kind: 'call', id, name, args })
    } catch (thrown) {
      call.reject(asSealDropError(thrown, 'seal-failed', 'The call did not reach the worker.'))
    }
  }

  const awaitDeferred = (id: number): Promise<Digests> => {
    const deferred = Promise.withResolvers<Digests>()
    deferredResults.set(id, deferred)
    // Whoever needs the digests sees why there are none; where nobody does, that must not count as unhandled.
    deferred.promise.catch(() => {})
    return deferred.promise
  }

  const receive = (message: Report): void => {
    const { id } = message
    if (message.kind === 'deferred' || message.kind === 'deferred-rejected') {
      const deferred = deferredResults.get(id)
      deferredResults.delete(id)
      if (message.kind === 'deferred') deferred?.resolve(message.digests)
      else deferred?.reject(deserializeError(message.error))
      return
    }
    const call = calls.get(id)
    if (!call) return
    if (message.kind === 'done') {
      const { result, hasDeferred } = message
      const whole = hasDeferred ? { ...result, digests: awaitDeferred(id) } : result
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
    try {
      const blob = new Blob([await readBytes(call.args.blob)])
      if (!calls.has(call.id)) return
      call.args = { ...call.args, blob }
      call.isReadByPage = true
      post(call)
    } catch (cause) {
      call.reject(new SealDropError('unreadable', 'The file cannot be read.', { cause }))
    }
  }

  const createCall = (name: MethodName, args: Args<MethodName>, job: Job): PendingCall => {
    const id = ++lastId
    const { promise, resolve, reject } = Promise.withResolvers<Result<MethodName>>()
    const settle = (): void => {
      calls.delete(id)
      job.signal.removeEventListener('abort', abort)
    }
    const call: PendingCall = {
      id,
      name,
      args,
      job,
      done: -1,
      handle: undefined,
      deaths: 0,
      isReadByPage: false,
      result: promise,
      resolve(result) {
        settle()
        resolve(result)
      },
      reject(reason) {
        settle()
        reject(reason)
      },
    }
    const abort = (): void => {
      current?.post({ kind: 'abort', id })
      call.reject(job.signal.reason)
    }
    job.signal.addEventListener('abort', abort)
    calls.set(id, call)
    return call
  }

  const call = async <Name extends MethodName>(
    name: Name,
    args: Args<Name>,
    job: Job,
  ): Promise<Result<Name>> => {
    await replaying
    job.signal.throwIfAborted()
    if (isClosed) throw closedError()
    const call = createCall(name, args, job)
    post(call)
    return (await call.result) as Result<Name>
  }

  return {
    call,
    async warmUp() {
      await call('digest', { blob: new Blob(), algorithm: 'SHA-256' }, backgroundJob)
    },
    close() {
      isClosed = true
      dispose(closedError())
      for (const call of [...calls.values()]) call.reject(closedError())
    },
  }
}
