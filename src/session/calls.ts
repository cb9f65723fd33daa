import { type ApiTarget, askHeaders } from '../core/authorize.ts'
import type { Authorize, CallJob, Transport } from '../core/contracts.ts'
import { digestBytes } from '../digest/digest.ts'
import type { Thread } from '../thread/thread.ts'

export interface CallOptions {
  readonly transport: Transport
  readonly authorize?: Authorize | undefined
  readonly origins?: readonly string[] | undefined
  readonly thread: Thread
}

/** Who asks: the transport, whose own authorize and origins win over the session's. */
export const apiTargetOf = ({ transport, authorize, origins }: CallOptions): ApiTarget => ({
  name: transport.name,
  endpoint: transport.endpoint,
  authorize: transport.authorize ?? authorize,
  origins: transport.origins ?? origins,
})

/** What a transport is handed for one call. */
export const callJob = (
  options: CallOptions,
  attempt: number,
  signal: AbortSignal,
  progress: CallJob['progress'] = () => {},
): CallJob => ({
  signal,
  attempt,
  progress,
  headers: (method, url, own = signal) =>
    askHeaders(apiTargetOf(options), attempt, own, method, url),
  digest: (blob, algorithm = 'SHA-256') =>
    digestBytes(options.thread, blob, algorithm, { signal, progress: () => {} }),
})
