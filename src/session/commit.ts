import type { Delivery } from '../core/contracts.ts'
import { asSealDropError, isSealDropError, SealDropError, withFileId } from '../core/errors.ts'
import { apiTargetOf, callJob } from './calls.ts'
import type { DeliverContext } from './deliver.ts'
import type { Entry } from './entry.ts'
import { receiptOf } from './receipt.ts'
import { decide, type Verdict, wait } from './retry.ts'

interface Member {
  readonly entry: Entry
  readonly delivery: Delivery
}

/** Deliveries whose batch is closed: all that is missing is the receipt. */
const closed = new WeakSet<Delivery>()

/**
 * Closes the batch of all delivered files, where the transport has such a step (it may mail people, so it runs once for
 * all). A failed commit fails its files. Their deliveries are kept for a retry, but for those the provider no longer has.
 */
export const commitEntries = async (
  context: DeliverContext,
  signal: AbortSignal,
): Promise<void> => {
  const { plan, roster, calls, policy } = context
  const { transport } = plan
  if (!transport.commit) return
  const members = [...roster.entries.values()].flatMap(entry =>
    entry.state.phase === 'delivered' && entry.delivery
      ? [{ entry, delivery: entry.delivery }]
      : [],
  )
  for (const { entry } of members) roster.change(entry, { phase: 'committing' })
  const late = members.filter(({ delivery }) => closed.has(delivery))
  await Promise.all(late.map(({ entry, delivery }) => end(context, entry, delivery)))

  let batch = members.filter(({ delivery }) => !closed.has(delivery))
  let retries = 0
  let canReauthorize = apiTargetOf(calls).authorize !== undefined
  for (let attempt = 1; batch.length > 0; attempt++) {
    let results: readonly (Delivery | SealDropError | undefined)[]
    try {
      const deliveries = batch.map(({ delivery }) => delivery)
      results = await transport.commit(deliveries, callJob(calls, attempt, signal))
    } catch (thrown) {
      const error = asSealDropError(thrown, 'protocol', 'The batch could not be closed.')
      const verdict = decide(error, { retries, canReauthorize, canReseal: false }, policy)
      if (verdict.next === 'wait') retries++
      if (verdict.next === 'reauthorize') canReauthorize = false
      batch = await recover(context, batch, error, verdict, signal)
      continue
    }
    await Promise.all(batch.map(({ entry }, index) => end(context, entry, results[index])))
    return
  }
}

/** Readies a batch for another go; gives those who still take part in it. */
const recover = async (
  { roster }: DeliverContext,
  batch: readonly Member[],
  error: SealDropError,
  verdict: Verdict,
  signal: AbortSignal,
): Promise<Member[]> => {
  const { next } = verdict
  const goesOn = !signal.aborted && next !== 'fail' && next !== 'reseal'
  const at = next === 'wait' ? Date.now() + verdict.ms : next === 'online' ? next : Date.now()
  for (const { entry } of batch) {
    const own = withFileId(error, entry.id)
    const { size } = entry.file
    if (goesOn) roster.change(entry, { phase: 'retrying', at, done: size, total: size, error: own })
    else roster.change(entry, { phase: 'failed', error: own })
  }
  if (!goesOn) return []
  if (next === 'wait' || next === 'online') await wait(next === 'wait' ? verdict.ms : next, signal)
  // The others were cancelled.
  const left = batch.filter(({ entry }) => entry.state.phase === 'retrying')
  for (const { entry } of left) roster.change(entry, { phase: 'committing' })
  return left
}

/** Never rejects: what befalls one file's receipt is not the batch's failure, and must not close it again. */
const end = async (
  { roster, calls }: DeliverContext,
  entry: Entry,
  result: Delivery | SealDropError | undefined,
): Promise<void> => {
  if (result === undefined || isSealDropError(result)) {
    const missing = 'The provider did not say what became of a file.'
    const error = result ?? new SealDropError('protocol', missing, { outcome: 'unknown' })
    if (error.outcome === 'unsent') forget(entry)
    roster.change(entry, { phase: 'failed', error: withFileId(error, entry.id) })
    return
  }
  closed.add(result)
  entry.delivery = result
  try {
    const receipt = await receiptOf(entry, result, calls)
    roster.change(entry, { phase: 'done', receipt })
  } catch (thrown) {
    const error = asSealDropError(thrown, 'seal-failed', 'The receipt could not be made.')
    roster.change(entry, { phase: 'failed', error: withFileId(error, entry.id) })
  }
}

/** The provider has nothing of it any more: a retry sends it again. */
const forget = (entry: Entry): void => {
  delete entry.delivery
  delete entry.resume
  entry.uncertain = false
}
