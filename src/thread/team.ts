import { isAbortError } from '../core/abort.ts'
import { createPageWorker, type PageWorker } from './page-worker.ts'
import type { Args, MethodName } from './protocol.ts'
import type { Start } from './start.ts'

/** Bytes under way in one worker before another one is worth its start, and its memory. */
const BUSY_BYTES = 1024 * 1024
/** More would read more files at once than a session sends. */
const MOST_WORKERS = 2

interface Member {
  readonly worker: PageWorker
  /** Bytes of the files that it has calls for. */
  bytes: number
  /** It did not start. */
  isMissing: boolean
}

/**
 * Workers that share the calls of a page, each file's call as a whole: a second one starts when the first has so much to do that
 * another file would wait for it. It only helps: until it runs, and where it does not start, the first one does the work.
 */
export const createTeam = (
  start: Start,
  cores: number = navigator.hardwareConcurrency ?? 1,
): PageWorker => {
  const count = Math.max(1, Math.min(MOST_WORKERS, cores))
  const members = Array.from(
    { length: count },
    (): Member => ({ worker: createPageWorker(start), bytes: 0, isMissing: false }),
  )
  const [first, ...others] = members as [Member, ...Member[]]

  /** Starts it, if that can be done. */
  const invite = (other: Member, user: object): void => {
    if (other.isMissing || other.worker.isRunning) return
    other.worker.warmUp(user).catch(thrown => {
      // A user who left meanwhile says nothing of it.
      other.isMissing = !isAbortError(thrown)
    })
  }
  /** Who takes the next call. */
  const next = (user: object): Member => {
    if (first.bytes < BUSY_BYTES) return first
    for (const other of others) invite(other, user)
    const ready = others.filter(({ worker }) => worker.isRunning)
    return ready.reduce((best, one) => (one.bytes < best.bytes ? one : best), first)
  }

  return {
    get isRunning() {
      return first.worker.isRunning
    },
    join(user) {
      for (const { worker } of members) worker.join(user)
    },
    leave(user) {
      for (const { worker } of members) worker.leave(user)
    },
    warmUp: user => first.worker.warmUp(user),
    async call(user, name: MethodName, args: Args<MethodName>, job) {
      const member = next(user)
      const { size } = args.blob
      member.bytes += size
      try {
        return await member.worker.call(user, name, args, job)
      } finally {
        member.bytes -= size
      }
    },
  }
}
