import { type ApiTarget, askHeaders } from '../core/authorize.ts'
import type { Authorize, CallJob, Transport } from '../core/contracts.ts'
import type { DigestCache } from '../digest/digest.ts'

/** What all calls of one session have in common. */
export interface CallSettings {
  readonly transport: Transport
  readonly authorize?: Authorize | undefined
  readonly origins?: readonly string[] | undefined
  readonly digests: DigestCache
}

/** Where calls go and who gives their headers. The transport's own `authorize` and `origins` win over the session's. */
export const apiTargetOf = ({ transport, authorize, origins }: CallSettings): ApiTarget => ({
  name: transport.name,
  endpoint: transport.endpoint,
  authorize: transport.authorize ?? authorize,
  origins: transport.origins ?? origins,
})

/** What a transport is handed for one call. */
export const callJob = (
  settings: CallSettings,
  attempt: number,
  signal: AbortSignal,
  progress: CallJob['progress'] = () => {},
): CallJob => ({
  signal,
  attempt,
  progress,
  headers: (method, url, own = signal) =>
    askHeaders(apiTargetOf(settings), attempt, own, method, url),
  digest: (blob, algorithm = 'SHA-256') => settings.digests.get(blob, algorithm, signal),
})
