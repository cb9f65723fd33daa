import type { Delivery } from '../core/contracts.ts'
import { asSealDropError } from '../core/errors.ts'
import type { FileUpload } from './file-upload.ts'
import type { ResolvedOptions } from './resolved-options.ts'
import { ALL_TRIES, type AnnounceRetry, type RetryPolicy, recover } from './retry.ts'

/**
 * Commits the batch of all delivered files, where the transport has such a step. It may mail people, so it runs once for
 * all. A failed commit fails its files; their deliveries are kept for a retry, but for those the provider no longer has.
 */
export const commitFiles = async (
  uploads: Iterable<FileUpload>,
  options: ResolvedOptions,
  policy: RetryPolicy,
  signal: AbortSignal,
): Promise<void> => {
  const { transport, call, hasAuthorize } = options
  if (!transport.commit) return
  const delivered = [...uploads].filter(({ state }) => state.phase === 'delivered')
  for (const upload of delivered) upload.startCommit()
  // A retry after the receipt failed: the batch must not be committed a second time.
  const committed = delivered.filter(({ isCommitted }) => isCommitted)
  let batch = delivered.filter(({ isCommitted }) => !isCommitted)
  await Promise.all(committed.map(upload => upload.settleCommit(upload.delivery, options)))

  const tries = { ...ALL_TRIES, canReauthorize: hasAuthorize, canReseal: false }
  for (let attempt = 1; batch.length > 0; attempt++) {
    try {
      const results = await transport.commit(deliveriesOf(batch), call(attempt, signal))
      await Promise.all(batch.map((upload, index) => upload.settleCommit(results[index], options)))
      return
    } catch (thrown) {
      const error = asSealDropError(thrown, 'protocol', 'The batch could not be committed.')
      const announce: AnnounceRetry = at => {
        const time = at === 'now' ? Date.now() : at
        for (const upload of batch) upload.waitForCommit(time, error)
        return true
      }
      const next = signal.aborted ? 'fail' : await recover(error, tries, policy, announce, signal)
      if (next === 'fail') {
        for (const upload of batch) upload.failCommit(error)
        return
      }
      // The others were cancelled while it waited.
      batch = batch.filter(({ state }) => state.phase === 'retrying')
      for (const upload of batch) upload.startCommit()
    }
  }
}

const deliveriesOf = (uploads: readonly FileUpload[]): Delivery[] =>
  uploads.flatMap(({ delivery }) => delivery ?? [])
