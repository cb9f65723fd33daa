import type { Delivery } from '../core/contracts.ts'
import { asSealDropError } from '../core/errors.ts'
import type { FileUpload } from './file-upload.ts'
import { isMoving, stageOf } from './phases.ts'
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
  const delivered = startAll([...uploads], 'delivered')
  // A retry after the receipt failed: the batch must not be committed a second time.
  const committed = delivered.filter(({ commit }) => commit.isDone)
  let batch = delivered.filter(({ commit }) => !commit.isDone)
  await Promise.all(
    committed.map(({ commit, delivery }) => commit.settle(delivery, transport.name)),
  )

  const tries = { ...ALL_TRIES, canReauthorize: hasAuthorize, canReseal: false }
  for (let attempt = 1; batch.length > 0; attempt++) {
    try {
      const results = await transport.commit(deliveriesOf(batch), call(attempt, signal))
      await Promise.all(
        batch.map((upload, index) => upload.commit.settle(results[index], transport.name)),
      )
      return
    } catch (thrown) {
      const error = asSealDropError(thrown, 'protocol', 'The batch could not be committed.')
      const announce: AnnounceRetry = at => {
        const time = at === 'now' ? Date.now() : at
        for (const upload of batch) if (!signal.aborted) upload.commit.wait(time, error)
        return !signal.aborted // a listener may have closed the session
      }
      const next = signal.aborted ? 'fail' : await recover(error, tries, policy, announce, signal)
      if (next !== 'again') {
        for (const upload of batch) if (isMoving(stageOf(upload.state))) upload.commit.fail(error)
        return
      }
      batch = startAll(batch, 'retrying') // the others were cancelled while it waited
    }
  }
}

/** Starts those in this phase and returns them. Each is asked in its turn: a listener may cancel one as another starts. */
const startAll = (uploads: readonly FileUpload[], phase: 'delivered' | 'retrying'): FileUpload[] =>
  uploads.filter(upload => {
    if (upload.state.phase !== phase) return false
    upload.commit.start()
    return true
  })

const deliveriesOf = (uploads: readonly FileUpload[]): Delivery[] =>
  uploads.flatMap(({ delivery }) => delivery ?? [])
