import type { Job } from '../core/contracts.ts'
import type { Args, MethodName, Result } from './protocol.ts'

/** A call that has no result yet. Once it has one, it leaves no listener on its job's signal. */
export interface PendingCall {
  readonly id: number
  /** Who made it: the worker is shared. */
  readonly user: object
  readonly name: MethodName
  args: Args<MethodName>
  readonly job: Job
  /** The highest progress that was passed on. */
  done: number
  /** The life of the worker that it was posted to. */
  life: AbortSignal | undefined
  /** How many workers died while they had it. */
  deaths: number
  /** The page has read the file for the worker. */
  isReadByPage: boolean
  readonly result: Promise<Result<MethodName>>
  resolve(result: Result<MethodName>): void
  reject(reason: unknown): void
}

interface Fate {
  /** The job was aborted. */
  aborted(call: PendingCall): void
  /** It has a result, or failed. */
  settled(call: PendingCall): void
}

let lastId = 0

export const createCall = (
  { user, name, args, job }: Pick<PendingCall, 'user' | 'name' | 'args' | 'job'>,
  { aborted, settled }: Fate,
): PendingCall => {
  const { promise, resolve, reject } = Promise.withResolvers<Result<MethodName>>()
  const settle = (): void => {
    job.signal.removeEventListener('abort', abort)
    settled(call)
  }
  const call: PendingCall = {
    id: ++lastId,
    user,
    name,
    args,
    job,
    done: -1,
    life: undefined,
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
  const abort = (): void => aborted(call)
  job.signal.addEventListener('abort', abort)
  return call
}
