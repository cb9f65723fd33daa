import type { Job } from '../core/contracts.ts'
import type { Args, MethodName, Result } from './protocol.ts'

/** Where `worker.js` lies: a same-origin URL, or a TrustedScriptURL the host page made itself. */
export type WorkerUrl = string | URL | { toString(): string }

/** Work off the main thread. Every call carries a blob, of which only the handle is cloned, not the bytes. */
export interface Thread {
  /** Rejects with a SealDropError, or with `job.signal.reason` when aborted. */
  call<Name extends MethodName>(name: Name, args: Args<Name>, job: Job): Promise<Result<Name>>
  /** Starts the worker now, so that the first call need not wait for it. Rejects with `misconfigured` where none can start. */
  warmUp(): Promise<void>
  /** Ends the worker; calls under way reject with an AbortError. */
  close(): void
}
