import { fromHex } from '../core/bytes.ts'
import type { Delivery, SendJob } from '../core/contracts.ts'
import { asSealDropError, SealDropError, withFileId } from '../core/errors.ts'
import { sealFile } from '../seal/seal.ts'
import { createBatch, takesMany } from './batch.ts'
import { apiTargetOf, type CallOptions, callJob } from './calls.ts'
import { keepDigests, sealedDigestOf } from './digests.ts'
import { deliveredState, type Entry } from './entry.ts'
import type { Plan } from './plan.ts'
import type { Turn } from './queue.ts'
import { receiptOf } from './receipt.ts'
import { decide, type RetryPolicy, wait } from './retry.ts'
import type { Roster } from './roster.ts'

export interface DeliverContext {
  readonly plan: Plan
  readonly roster: Roster
  readonly calls: CallOptions
  readonly policy: RetryPolicy
  readonly fileName: 'opaque' | 'original'
}

/** Where the bar stands now. */
const progressOf = ({ state, file, parcel }: Entry): { done: number; total: number } => {
  if ('done' in state) return { done: state.done, total: state.total }
  const total = parcel?.size ?? file.size
  return { done: total, total }
}

/** A file that was readable before and is not now, or reads differently now. */
const changed = (cause?: unknown): SealDropError =>
  new SealDropError('changed', 'The file changed after it was chosen.', { cause })

const seal = async (entry: Entry, context: DeliverContext, signal: AbortSignal): Promise<void> => {
  const { plan, roster, calls, fileName } = context
  const { accepted } = entry
  if (!accepted) throw new Error('Only an accepted file is sealed.')
  const total = entry.file.size
  roster.change(entry, { phase: 'sealing', done: 0, total })
  const spec = await plan.spec({
    ...callJob(calls, entry.attempt + 1, signal),
    fresh: entry.hasResealed,
  })
  plan.fit(total, spec)
  const progress = (done: number): void => {
    if (entry.state.phase === 'sealing' && !signal.aborted)
      roster.change(entry, { phase: 'sealing', done, total })
  }
  const { file, type, remarks } = accepted
  const plain = { blob: file, name: entry.name, type, remarks, lastModified: file.lastModified }
  try {
    const { parcel, digests } = await sealFile(calls.thread, entry.id, plain, spec, fileName, {
      signal,
      progress,
    })
    const earlier = await entry.digest?.catch(() => undefined)
    if (earlier !== undefined && earlier !== (await digests).digest) throw changed()
    signal.throwIfAborted() // whoever started it anew makes the parcel
    entry.parcel = parcel
    keepDigests(calls.thread, entry, digests)
  } catch (thrown) {
    const error = asSealDropError(thrown, 'seal-failed', 'The file could not be sealed.')
    const isGone =
      error.code === 'unreadable' && (error.cause as Error | undefined)?.name === 'NotReadableError'
    throw signal.aborted ? signal.reason : isGone ? changed(error) : error
  }
}

const send = async (
  entry: Entry,
  context: DeliverContext,
  signal: AbortSignal,
): Promise<Delivery> => {
  const { plan, roster, calls } = context
  const { parcel } = entry
  if (!parcel) throw new Error('Only a parcel is sent.')
  signal.throwIfAborted()
  const { size } = parcel
  roster.change(entry, { phase: 'sending', done: 0, total: size })
  entry.attempt++
  const call = callJob(calls, entry.attempt, signal, (done, total) => {
    if (entry.state.phase !== 'sending' || signal.aborted) return
    roster.change(
      entry,
      done >= total ? { phase: 'confirming' } : { phase: 'sending', done, total },
    )
  })
  const job: SendJob = {
    ...call,
    async digest(blob, algorithm = 'SHA-256') {
      // The receipt needs this one, too.
      if (blob === parcel.body && algorithm === 'SHA-256')
        return fromHex(await sealedDigestOf(calls.thread, entry))
      return call.digest(blob, algorithm)
    },
    ...(entry.resume !== undefined && { resume: entry.resume }),
    uncertain: entry.uncertain,
    async keep(point) {
      entry.resume = point
    },
  }
  const delivery = await (entry.batch ?? plan.transport).send(parcel, job)
  signal.throwIfAborted()
  return delivery
}

/** Readies an entry for another go after a failure; says whether to go on. */
const recover = async (
  entry: Entry,
  context: DeliverContext,
  signal: AbortSignal,
  error: SealDropError,
): Promise<boolean> => {
  const { plan, roster, calls, policy } = context
  if (error.outcome === 'unknown') entry.uncertain = true
  const bar = progressOf(entry)
  // An upload that gets further each time may be cut any number of times.
  if (
    plan.transport.traits.resumes &&
    entry.state.phase === 'sending' &&
    bar.done > entry.reached
  ) {
    entry.reached = bar.done
    entry.retries = 0
  }
  const verdict = decide(
    error,
    {
      retries: entry.retries,
      canReauthorize: !entry.hasReauthorized && apiTargetOf(calls).authorize !== undefined,
      canReseal: !entry.hasResealed,
    },
    policy,
  )
  const { next } = verdict
  if (next === 'fail') {
    roster.change(entry, { phase: 'failed', error })
    return false
  }
  if (next === 'reauthorize') entry.hasReauthorized = true
  if (next === 'reseal') {
    entry.hasResealed = true
    delete entry.parcel
    delete entry.sealedDigest
    delete entry.resume
    entry.uncertain = false
    entry.reached = 0
  }
  if (next === 'wait') entry.retries++
  if (entry.isToStop) {
    entry.isToStop = false
    roster.change(entry, { phase: 'retrying', at: Date.now(), ...bar, error })
    roster.change(entry, { phase: 'paused', from: entry.parcel ? 'sending' : 'sealing', ...bar })
    return false
  }
  if (next === 'wait' || next === 'online') {
    const ms = next === 'wait' ? verdict.ms : 'online'
    const at = ms === 'online' ? ms : Date.now() + ms
    roster.change(entry, { phase: 'retrying', at, ...bar, error })
    await wait(ms, signal)
  }
  return true
}

/** Readies files to share a request, where there are several and the transport takes them. */
export const joinEntries = (
  turns: readonly Turn[],
  { plan: { transport }, calls }: DeliverContext,
): void => {
  const members = turns.filter(({ signal }) => !signal.aborted)
  if (members.length < 2 || !takesMany(transport)) return
  const batch = createBatch(
    members.map(({ entry, signal }) => ({ id: entry.id, signal })),
    transport,
    (signal, progress) => callJob(calls, 1, signal, progress),
  )
  for (const { entry } of members) entry.batch = batch
}

/**
 * Walks an entry from `ready` (or from where it was paused) to `delivered`, `done` or `failed`. When `signal` aborts it
 * stops and leaves the state to whoever aborted it.
 */
export const deliverEntry = async (
  entry: Entry,
  context: DeliverContext,
  signal: AbortSignal,
): Promise<void> => {
  const { roster, plan, calls } = context
  while (!signal.aborted) {
    try {
      if (!entry.parcel) await seal(entry, context, signal)
      // Kept: when nothing but the receipt fails, a retry must not send it again.
      entry.delivery ??= await send(entry, context, signal)
      const { delivery } = entry
      if (entry.state.phase === 'sending') roster.change(entry, { phase: 'confirming' })
      if (plan.transport.commit) roster.change(entry, deliveredState(delivery))
      else {
        const receipt = await receiptOf(entry, delivery, calls)
        if (!signal.aborted) roster.change(entry, { phase: 'done', receipt })
      }
      return
    } catch (thrown) {
      entry.batch?.leave(entry.id)
      if (signal.aborted) return
      const error = withFileId(
        asSealDropError(thrown, 'protocol', 'The transport failed in a way it does not know.'),
        entry.id,
      )
      try {
        if (!(await recover(entry, context, signal, error))) return
      } catch (unexpected) {
        if (!signal.aborted) throw unexpected
      }
    }
  }
}
