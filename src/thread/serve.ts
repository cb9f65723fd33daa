import type { Job } from '../core/contracts.ts'
import { VERSION } from '../core/version.ts'
import type { Args, FromWorker, MethodName, Result, ToWorker } from './protocol.ts'
import { serializeError } from './serialize-error.ts'

/** The functions that run off the main thread, by the name they are called with. */
export type Service = {
  readonly [Name in MethodName]: (args: Args<Name>, job: Job) => Promise<Result<Name>>
}

/** Progress is reported at most this often: people see no more, and every message wakes the page. */
const PROGRESS_MS = 30

const post = (message: FromWorker): void => postMessage(message)

/** The worker's side of the border: answers calls, several at once, until the worker ends. */
export const serve = (service: Service): void => {
  const underWay = new Map<number, AbortController>()

  const answer = async <Name extends MethodName>(
    id: number,
    name: Name,
    args: Args<Name>,
  ): Promise<void> => {
    const controller = new AbortController()
    const { signal } = controller
    underWay.set(id, controller)
    let lastReport = 0
    const progress = (done: number, total: number): void => {
      const now = performance.now()
      if (signal.aborted || (done < total && now - lastReport < PROGRESS_MS)) return
      lastReport = now
      post({ kind: 'progress', id, done, total })
    }
    try {
      const result = await service[name](args, { signal, progress })
      const digests = 'digests' in result ? result.digests : undefined
      // Posted below; after an abort nobody asks, and a failure must not count as unhandled.
      digests?.catch(() => {})
      if (signal.aborted) return
      const cloneable = digests ? { ...result, digests: undefined } : result
      post({ kind: 'done', id, result: cloneable as Result<Name>, hasDeferred: !!digests })
      digests?.then(
        digests => post({ kind: 'deferred', id, digests }),
        thrown => post({ kind: 'deferred-rejected', id, error: serializeError(thrown) }),
      )
    } catch (thrown) {
      if (!signal.aborted) post({ kind: 'failed', id, error: serializeError(thrown) })
    } finally {
      underWay.delete(id)
    }
  }

  addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    if (data.kind === 'abort') underWay.get(data.id)?.abort()
    else void answer(data.id, data.name, data.args)
  })

  // The lock is never released: the page asks for it too, and gets it when the worker is gone, however it died.
  const lock = `sealdrop-${crypto.randomUUID()}`
  void navigator.locks.request(lock, () => {
    post({ kind: 'ready', lock, version: VERSION })
    return new Promise(() => {})
  })
}
