import { orAborted } from '../core/abort.ts'
import { traceWorker } from '../core/debug.ts'
import { misconfigured, SealDropError } from '../core/errors.ts'
import { tell } from '../core/tell.ts'
import { withTimeout } from '../core/timer.ts'
import { VERSION } from '../core/version.ts'
import type { FromWorker, ToWorker } from './protocol.ts'
import type { WorkerUrl } from './thread.ts'
import { isPolicyRefused } from './trusted.ts'
import { planStart, type Way } from './ways.ts'

/** A script that is no worker of ours says nothing, nor does a server that hangs: after so many milliseconds a way has failed. */
const READY_MS = 20_000

/** What a worker says of a call. */
export type Report = Exclude<FromWorker, { kind: 'ready' }>
type Ready = Extract<FromWorker, { kind: 'ready' }>

/** One running worker. */
export interface WorkerHandle {
  post(message: ToWorker): void
}

export interface Reports {
  receive(report: Report): void
  /** It ended by itself. */
  died(cause?: unknown): void
}

interface Started {
  readonly worker: Worker
  readonly ready: Ready
}

/** An `error` event says nothing of why. Its default would repeat it in the console. */
const onError = (worker: Worker, signal: AbortSignal, failed: (event: Event) => void): void => {
  const listener = (event: Event): void => {
    event.preventDefault()
    failed(event)
  }
  worker.addEventListener('error', listener, { signal })
  worker.addEventListener('messageerror', listener, { signal })
}

/** Resolves when the worker is ready; rejects when this way failed, or when `signal` aborts, and then leaves no worker. */
const startBy = async (way: Way, signal: AbortSignal): Promise<Started> => {
  const attempt = new AbortController()
  const over = attempt.signal
  let worker: Worker | undefined
  const begin = async (): Promise<Started> => {
    const made = await way.start(over)
    worker = made
    traceWorker('started')
    const { promise, resolve, reject } = Promise.withResolvers<Started>()
    onError(made, over, reject)
    const onMessage = ({ data }: MessageEvent<FromWorker>): void => {
      if (data?.kind === 'ready') resolve({ worker: made, ready: data })
    }
    made.addEventListener('message', onMessage, { signal: over })
    return promise
  }
  const tooLate = (): never => {
    throw new DOMException('No answer.', 'TimeoutError')
  }
  try {
    return await withTimeout(orAborted(begin(), signal), READY_MS, tooLate)
  } catch (thrown) {
    worker?.terminate()
    throw thrown
  } finally {
    attempt.abort()
  }
}

/** `ended` aborts when nobody needs the worker any more: it ends then, and is not dead. */
const watch = ({ worker, ready }: Started, reports: Reports, ended: AbortSignal): WorkerHandle => {
  onError(worker, ended, reports.died)
  const onMessage = ({ data }: MessageEvent<Report>): void => reports.receive(data)
  worker.addEventListener('message', onMessage, { signal: ended })
  ended.addEventListener('abort', () => worker.terminate())
  // Granted only when the worker is gone: a worker that dies sends no event. One that we ended ourselves is no death, also
  // where the lock was granted just before the abort.
  const granted = (): void => {
    if (!ended.aborted) reports.died()
  }
  navigator.locks.request(ready.lock, { signal: ended }, granted).catch(() => {})
  return { post: message => worker.postMessage(message) }
}

/** Starts a worker that others may need, too. Rejects with `misconfigured`, `offline`, or the reason of `ended`. */
export type Start = (reports: Reports, ended: AbortSignal) => Promise<WorkerHandle>

/**
 * How the worker at `given` starts, else the one that lies beside this module: the ways are tried in order, and the next start
 * begins with the one that worked. What the page's developer should change is told once, however often it fails.
 */
export const createStarter = (given: WorkerUrl | undefined): Start => {
  const { ways, directive } = planStart(given)
  let firstWay = 0
  const told = new Map<string, Error>()

  /** The same error for the same words: so it is told once. */
  const misfit = (message: string, cause?: unknown): Error => {
    const error = told.get(message) ?? misconfigured(message, cause)
    told.set(message, error)
    tell(error)
    return error
  }

  return async (reports, ended) => {
    const tried: string[] = []
    let cause: unknown
    for (const [index, way] of ways.entries()) {
      if (index < firstWay) continue
      tried.push(way.name)
      const started = await startBy(way, ended).catch((thrown: unknown) => {
        ended.throwIfAborted()
        cause = thrown
      })
      if (!started) continue
      const { worker, ready } = started
      if (ready.version !== VERSION) {
        worker.terminate()
        throw misfit(
          `The worker from ${way.name} is version ${ready.version}, the page's script ${VERSION}: load both from one release, and see that no cache keeps an old one.`,
        )
      }
      firstWay = index
      if (given && tried.length > 1)
        misfit(`No worker started from ${tried[0]}, so it was ${way.name}.`)
      traceWorker('ready')
      return watch(started, reports, ended)
    }
    firstWay = 0
    if (navigator.onLine === false)
      throw new SealDropError('offline', 'The worker could not be loaded.', {
        retryable: true,
        cause,
      })
    throw misfit(
      `The worker did not start. Tried: ${tried.join('; ')}. See that the file is there, and that the page's policy says "${directive}${
        isPolicyRefused() ? "; trusted-types sealdrop 'allow-duplicates'" : ''
      }". Or serve worker.js from the page's own origin and name it by worker-url (workerUrl).`,
      cause,
    )
  }
}
