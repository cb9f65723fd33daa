import type { Delivery } from '../core/contracts.ts'
import { asSealDropError, isSealDropError, SealDropError, withFileId } from '../core/errors.ts'
import { callJob } from './calls.ts'
import type { DeliverContext } from './deliver.ts'
import type { Entry } from './entry.ts'
import { receiptOf } from './receipt.ts'
import { decide, wait } from './retry.ts'

/**
 * Closes the batch of all delivered files, where the transport has such a step (it may mail people, so it runs once for
 * all). A failed commit fails its files; their deliveries are kept for a retry.
 */
export const commitEntries = async (
  context: DeliverContext,
  signal: AbortSignal,
): Promise<void> => {
  const { plan, roster, calls, policy } = context
  const { transport } = plan
  if (!transport.commit) return
  let batch = [...roster.entries.values()].flatMap(entry =>
    entry.state.phase === 'delivered' && entry.delivery
      ? [{ entry, delivery: entry.delivery }]
      : [],
  )
  for (let retries = 0; batch.length > 0; retries++) {
    for (const { entry } of batch) roster.change(entry, { phase: 'committing' })
    try {
      const deliveries = batch.map(({ delivery }) => delivery)
      const results = await transport.commit(deliveries, callJob(calls, retries + 1, signal))
      await Promise.all(batch.map(({ entry }, index) => end(context, entry, results[index])))
      return
    } catch (thrown) {
      const error = asSealDropError(thrown, 'protocol', 'The batch could not be closed.')
      const verdict = decide(error, { retries, canReauthorize: false, canReseal: false }, policy)
      const goesOn = !signal.aborted && (verdict.next === 'wait' || verdict.next === 'online')
      for (const { entry } of batch) {
        const own = withFileId(error, entry.id)
        if (!goesOn) roster.change(entry, { phase: 'failed', error: own })
        else {
          const at = verdict.next === 'wait' ? Date.now() + verdict.ms : 'online'
          const { size } = entry.file
          roster.change(entry, { phase: 'retrying', at, done: size, total: size, error: own })
        }
      }
      if (!goesOn) return
      await wait(verdict.next === 'wait' ? verdict.ms : 'online', signal)
      batch = batch.filter(({ entry }) => entry.state.phase === 'retrying') // the others were cancelled
    }
  }
}

const end = async (
  { roster, calls }: DeliverContext,
  entry: Entry,
  result: Delivery | SealDropError | undefined,
): Promise<void> => {
  if (result && !isSealDropError(result)) {
    const receipt = await receiptOf(entry, result, calls)
    roster.change(entry, { phase: 'done', receipt })
    return
  }
  const error =
    result ?? new SealDropError('protocol', 'The provider did not say what became of a file.')
  roster.change(entry, { phase: 'failed', error: withFileId(error, entry.id) })
}
