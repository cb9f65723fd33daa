import type { Job } from '../core/contracts.ts'
import { toFailure } from './failure.ts'
import type { Args, CallName, Request, Response, Result } from './protocol.ts'

/** What runs off the main thread, by the name it is called with. */
export type Service = {
  readonly [Name in CallName]: (args: Args<Name>, job: Job) => Promise<Result<Name>>
}

/** Nobody sees more, and every message wakes the page. */
const PROGRESS_MS = 30

const post = (response: Response): void => postMessage(response)

/** The worker's half of the border: answers calls, several at once, until the worker ends. */
export const serve = (service: Service): void => {
  const underWay = new Map<number, AbortController>()

  const answer = async <Name extends CallName>(
    id: number,
    name: Name,
    args: Args<Name>,
  ): Promise<void> => {
    const controller = new AbortController()
    const { signal } = controller
    underWay.set(id, controller)
    let lastTold = 0
    const progress = (done: number, total: number): void => {
      const now = performance.now()
      if (signal.aborted || (done < total && now - lastTold < PROGRESS_MS)) return
      lastTold = now
      post({ kind: 'progress', id, done, total })
    }
    try {
      const result = await service[name](args, { signal, progress })
      const later = 'digests' in result ? result.digests : undefined
      later?.catch(() => {}) // told below, unless nobody waits any more
      if (signal.aborted) return
      const now = later ? { ...result, digests: undefined } : result
      post({ kind: 'done', id, result: now as Result<Name>, hasLater: later !== undefined })
      later?.then(
        value => post({ kind: 'later', id, value }),
        thrown => post({ kind: 'never', id, failure: toFailure(thrown) }),
      )
    } catch (thrown) {
      if (!signal.aborted) post({ kind: 'failed', id, failure: toFailure(thrown) })
    } finally {
      underWay.delete(id)
    }
  }

  addEventListener('message', ({ data }: MessageEvent<Request>) => {
    if (data.kind === 'abort') underWay.get(data.id)?.abort()
    else void answer(data.id, data.name, data.args)
  })

  // Held for life: whoever asks for this lock next gets it when the worker is gone, however it died.
  const lock = `sealdrop-${crypto.randomUUID()}`
  void navigator.locks.request(lock, () => {
    post({ kind: 'ready', lock })
    return new Promise(() => {})
  })
}
