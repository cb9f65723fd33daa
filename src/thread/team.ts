import { isAbortError } from '../core/abort.ts'
import { isSealDropError } from '../core/errors.ts'
import { createPageWorker, type PageWorker } from './page-worker.ts'
import type { MethodName, Result } from './protocol.ts'
import type { Start } from './start.ts'

/** Bytes under way in one worker before another one is worth its start, and its memory. */
const BUSY_BYTES = 1024 * 1024
/** More would read more files at once than a session sends. */
const MOST_WORKERS = 2

type Call = Parameters<PageWorker['call']>

/** No work in a worker fails with these. */
const isStartError = (thrown: unknown): boolean =>
  isSealDropError(thrown) && ['misconfigured', 'offline'].includes(thrown.code)

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
  const [first] = members as [Member, ...Member[]]

  /** Starts it, if that can be done. */
  const invite = (one: Member, user: object): void => {
    if (one.isMissing || one.worker.isRunning) return
    one.worker.warmUp(user).catch(thrown => {
      // A user who left meanwhile says nothing of it.
      one.isMissing = !isAbortError(thrown)
    })
  }
  /** Who takes the next call: nobody who would have to start for it, where another one runs. */
  const next = (user: object): Member => {
    const awake = members.filter(({ worker }) => worker.isRunning)
    const [free = first] = awake
    if (free.bytes < BUSY_BYTES) return free
    if (awake.length > 0) for (const one of members) invite(one, user)
    return awake.reduce((best, one) => (one.bytes < best.bytes ? one : best), free)
  }
  const callOn = async (member: Member, ...call: Call): Promise<Result<MethodName>> => {
    const { size } = call[2].blob
    member.bytes += size
    try {
      return await member.worker.call(...call)
    } finally {
      member.bytes -= size
    }
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
    async call(...call) {
      const member = next(call[0])
      try {
        return await callOn(member, ...call)
      } catch (thrown) {
        // It died, and cannot start again: the work is not lost.
        if (member === first || !isStartError(thrown)) throw thrown
        member.isMissing = true
        return callOn(first, ...call)
      }
    },
  }
}
