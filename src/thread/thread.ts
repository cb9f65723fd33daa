import type { Job } from '../core/contracts.ts'
import type { Args, MethodName, Result } from './protocol.ts'

/** Where a `worker.js` of the site's own lies: a same-origin URL, or a TrustedScriptURL the host page made itself. */
export type WorkerUrl = string | URL | { toString(): string }

/** One user's access to the worker, where work is done off the main thread. Every call carries a blob, of which only the handle is cloned, not the bytes. */
export interface Thread {
  /** Rejects with a SealDropError, or with `job.signal.reason` when aborted. */
  call<Name extends MethodName>(name: Name, args: Args<Name>, job: Job): Promise<Result<Name>>
  /** Starts the worker now, so that the first call need not wait for it. Rejects with `misconfigured` where none can start, and `offline`. */
  warmUp(): Promise<void>
  /** Ends this user's calls, which reject with an AbortError; those of others go on. The worker ends with its last user. */
  close(): void
}
