import type { Job } from '../core/contracts.ts'
import { asSealDropError, SealDropError } from '../core/errors.ts'
import { readBytes } from '../core/read.ts'
import { fromFailure } from './failure.ts'
import type { Args, CallName, Request, Response, Result } from './protocol.ts'
import { neverReady, startWorker } from './start.ts'
import type { Thread, WorkerUrl } from './thread.ts'

/** A worker script that loads but is not ours says nothing at all; how long we listen, in milliseconds. */
const READY_MS = 20_000

interface Call {
  readonly id: number
  readonly name: CallName
  args: Args<CallName>
  readonly job: Job
  done: number
  /** The worker that has it. */
  life: Life | undefined
  /** Workers that died under it. */
  deaths: number
  /** The page has read it for the worker. */
  isHandedOver: boolean
  readonly result: Promise<Result<CallName>>
  resolve(result: Result<CallName>): void
  reject(reason: unknown): void
}

/** One running worker, from its start to its end, whoever ends it. */
interface Life {
  readonly worker: Worker
  readonly over: AbortController
  isReady: boolean
}

const closedError = (): DOMException => new DOMException('The session is closed.', 'AbortError')

/**
 * The page's half of the border. The worker starts with the first call. When it dies, a new one takes over: each call it
 * took along is tried once more, one after the other, so that one poisonous file cannot fail its neighbours; a second
 * death is `seal-failed`. A file that cannot be read inside the worker is read on the page and handed over.
 * Throws `insecure-context`: without one there is neither a cipher nor a lock to watch the worker by.
 */
export const createThread = (workerUrl?: WorkerUrl): Thread => {
  if (!isSecureContext)
    throw new SealDropError(
      'insecure-context',
      'The page is not a secure context: serve it over https.',
    )
  const calls = new Map<number, Call>()
  /** What the results of earlier calls still wait for. */
  const laters = new Map<number, Pick<Call, 'reject'> & { resolve(value: unknown): void }>()
  let life: Life | undefined
  let lastId = 0
  let deaths = 0
  let isClosed = false
  /** New calls wait here while those of a dead worker are tried again. */
  let revival: Promise<void> = Promise.resolve()

  /** Ends the worker, and with it what it was still to say. */
  const end = (why: unknown): void => {
    for (const later of [...laters.values()]) later.reject(why)
    life?.over.abort()
    life?.worker.terminate()
    life = undefined
  }

  /** One after the other, until the next death: that one's revival goes on with those that are left. */
  const revive = async (taken: readonly Call[], death: number): Promise<void> => {
    for (const call of taken) {
      if (death !== deaths) return revival
      if (!calls.has(call.id)) continue
      post(call)
      await call.result.catch(() => {})
    }
  }

  const died = (cause?: unknown): void => {
    const lost = life
    end(new SealDropError('seal-failed', 'The worker died before it was done.', { cause }))
    const taken = [...calls.values()]
    for (const call of taken) {
      if (!lost?.isReady) call.reject(neverReady())
      // Those that still wait for their own try were not with this worker.
      else if (call.life === lost && ++call.deaths > 1)
        call.reject(
          new SealDropError('seal-failed', 'The worker died twice over this file.', { cause }),
        )
    }
    revival = revive(taken, ++deaths)
  }

  const start = (): Life => {
    const worker = startWorker(workerUrl)
    const over = new AbortController()
    const { signal } = over
    const started: Life = { worker, over, isReady: false }
    const alarm = setTimeout(died, READY_MS)
    signal.addEventListener('abort', () => clearTimeout(alarm))
    const lost = (event: Event): void => {
      event.preventDefault()
      died(event)
    }
    const hear = ({ data }: MessageEvent<Response>): void => {
      if (data.kind !== 'ready') {
        receive(data)
        return
      }
      clearTimeout(alarm)
      started.isReady = true
      // Granted only when the worker is gone: a dead one sends no event of its own.
      navigator.locks.request(data.lock, { signal }, () => died()).catch(() => {})
    }
    worker.addEventListener('error', lost, { signal })
    worker.addEventListener('messageerror', lost, { signal })
    worker.addEventListener('message', hear, { signal })
    return started
  }

  const post = (call: Call): void => {
    try {
      life ??= start()
      call.life = life
      const { id, name, args } = call
      life.worker.postMessage({ kind: 'call', id, name, args } satisfies Request)
    } catch (thrown) {
      call.reject(asSealDropError(thrown, 'seal-failed', 'The call did not reach the worker.'))
    }
  }

  const awaitLater = (id: number): Promise<unknown> => {
    const later = new Promise((yes, no) => {
      const settled =
        <Value>(how: (value: Value) => void) =>
        (value: Value): void => {
          laters.delete(id)
          how(value)
        }
      laters.set(id, { resolve: settled(yes), reject: settled(no) })
    })
    later.catch(() => {}) // whoever needs it hears of it
    return later
  }

  const receive = (response: Exclude<Response, { kind: 'ready' }>): void => {
    if (response.kind === 'later') laters.get(response.id)?.resolve(response.value)
    if (response.kind === 'never') laters.get(response.id)?.reject(fromFailure(response.failure))
    const call = calls.get(response.id)
    if (!call || response.kind === 'later' || response.kind === 'never') return
    if (response.kind === 'done') {
      const { id, result, hasLater } = response
      call.resolve(hasLater ? ({ ...result, digests: awaitLater(id) } as Result<CallName>) : result)
      return
    }
    if (response.kind === 'failed') {
      const error = fromFailure(response.failure)
      if (error.code === 'unreadable' && !call.isHandedOver) void readHere(call)
      else call.reject(error)
      return
    }
    if (response.done <= call.done) return
    call.done = response.done
    call.job.progress(response.done, response.total)
  }

  /** Some files (a cloud drive's on Android) can be read by the page but not by its worker. One of another size by now by neither. */
  const readHere = async (call: Call): Promise<void> => {
    try {
      const blob = new Blob([await readBytes(call.args.blob)])
      if (!calls.has(call.id)) return
      call.args = { ...call.args, blob }
      call.isHandedOver = true
      post(call)
    } catch (cause) {
      call.reject(new SealDropError('unreadable', 'The file cannot be read.', { cause }))
    }
  }

  const open = (name: CallName, args: Args<CallName>, job: Job): Call => {
    const id = ++lastId
    let resolve = (_: Result<CallName>): void => {}
    let reject = (_: unknown): void => {}
    const result = new Promise<Result<CallName>>((yes, no) => {
      resolve = yes
      reject = no
    })
    const settled =
      <Value>(how: (value: Value) => void) =>
      (value: Value): void => {
        calls.delete(id)
        job.signal.removeEventListener('abort', abort)
        how(value)
      }
    const call: Call = {
      id,
      name,
      args,
      job,
      done: -1,
      life: undefined,
      deaths: 0,
      isHandedOver: false,
      result,
      resolve: settled(resolve),
      reject: settled(reject),
    }
    const abort = (): void => {
      life?.worker.postMessage({ kind: 'abort', id } satisfies Request)
      call.reject(job.signal.reason)
    }
    job.signal.addEventListener('abort', abort)
    calls.set(id, call)
    return call
  }

  return {
    async call<Name extends CallName>(name: Name, args: Args<Name>, job: Job) {
      await revival
      job.signal.throwIfAborted()
      if (isClosed) throw closedError()
      const call = open(name, args, job)
      post(call)
      return (await call.result) as Result<Name>
    },
    close() {
      isClosed = true
      end(closedError())
      for (const call of [...calls.values()]) call.reject(closedError())
    },
  }
}
