import type { Digests, Job } from '../../src/core/contracts.ts'
import { SealDropError } from '../../src/core/errors.ts'
import type { Args, MethodName, Result } from '../../src/thread/protocol.ts'
import type { Thread } from '../../src/thread/thread.ts'
import { clock } from './clock.ts'

/** What the worker knows before a story begins, so that every answer is there when its turn comes. */
export interface WorkerAnswers {
  examine(args: Args<'examine'>): Result<'examine'>
  digest(args: Args<'digest'>): Result<'digest'>
  seal(args: Args<'seal'>): Omit<Result<'seal'>, 'digests'> & { readonly digests: Digests }
}

interface Pending {
  deaths: number
  start(): void
  /** Nobody waits for it any more. */
  leave(): void
  reject(why: unknown): void
}

const closed = (): DOMException => new DOMException('The session is closed.', 'AbortError')
const died = (words: string): SealDropError => new SealDropError('seal-failed', words)

/** A Thread whose answers come when the story says so. As the real one, it tries each call again once when its worker dies. */
export const createSimulatedThread = (
  answers: WorkerAnswers,
  nextDelay: () => number,
  /** Milliseconds more for the digests of a sealed file: the larger it is, the longer after the seal they come. */
  hashingMs: number,
): Thread & { die(): void; forget(): void; readonly open: number } => {
  const pending = new Set<Pending>()
  /** Digests of sealed files that are still to come. */
  const owed = new Set<(why: unknown) => void>()
  let isClosed = false

  const later = (digests: Digests): Promise<Digests> => {
    const { promise, resolve, reject } = Promise.withResolvers<Digests>()
    promise.catch(() => {})
    const callOff = clock.plan(hashingMs + nextDelay(), 'worker: digests', () => {
      owed.delete(fail)
      resolve(digests)
    })
    const fail = (why: unknown): void => {
      owed.delete(fail)
      callOff()
      reject(why)
    }
    owed.add(fail)
    return promise
  }
  const answer = (name: MethodName, args: Args<MethodName>): Result<MethodName> => {
    if (name === 'examine') return answers.examine(args as Args<'examine'>)
    if (name === 'digest') return answers.digest(args as Args<'digest'>)
    const sealed = answers.seal(args as Args<'seal'>)
    return { ...sealed, digests: later(sealed.digests) }
  }

  const call = (
    name: MethodName,
    args: Args<MethodName>,
    { signal, progress }: Job,
  ): Promise<Result<MethodName>> =>
    new Promise((resolve, reject) => {
      let callOff = (): void => {}
      const settle = (): void => {
        callOff()
        pending.delete(mine)
        signal.removeEventListener('abort', aborted)
      }
      const aborted = (): void => mine.reject(signal.reason)
      const mine: Pending = {
        deaths: 0,
        start() {
          callOff()
          const finish = (): void => {
            settle()
            try {
              resolve(answer(name, args))
            } catch (thrown) {
              reject(thrown)
            }
          }
          callOff = clock.plan(nextDelay(), `worker: ${name} half way`, () => {
            const { deaths } = mine
            progress(Math.floor(args.blob.size / 2), args.blob.size)
            // Whoever heard of it may have let the worker die: then it has begun anew.
            if (pending.has(mine) && mine.deaths === deaths)
              callOff = clock.plan(nextDelay(), `worker: ${name}`, finish)
          })
        },
        leave: () => settle(),
        reject(why) {
          settle()
          reject(why)
        },
      }
      signal.addEventListener('abort', aborted)
      pending.add(mine)
      mine.start()
    })

  return {
    async call(name, args, job) {
      job.signal.throwIfAborted()
      if (isClosed) throw closed()
      return (await call(name, args, job)) as Result<typeof name>
    },
    warmUp: async () => {},
    close() {
      isClosed = true
      for (const { reject } of [...pending]) reject(closed())
      for (const fail of [...owed]) fail(closed())
    },
    die() {
      for (const fail of [...owed]) fail(died('The worker died before it was done.'))
      for (const mine of [...pending])
        if (++mine.deaths > 1) mine.reject(died('The worker died twice over this file.'))
        else mine.start()
    },
    forget() {
      for (const { leave } of [...pending]) leave()
    },
    get open() {
      return pending.size + owed.size
    },
  }
}
