import { neverAborted } from '../core/abort.ts'
import type { Delivery, Receipt } from '../core/contracts.ts'
import type { Attempt } from './attempt.ts'
import type { ResolvedOptions } from './resolved-options.ts'

/** A file that was cancelled, and what is known of where it may be. */
interface CancelledFile {
  readonly attempt: Attempt | undefined
  /** What became of it in a request that it shared with others. */
  readonly shared: Promise<Delivery | 'unknown' | undefined> | undefined
  readonly mayHaveArrived: boolean
}

/**
 * Takes back what the provider has of a cancelled file, where that is possible. Resolves with whether it may be there all the same.
 * Never rejects.
 */
export const takeBack = async (
  { attempt, shared, mayHaveArrived }: CancelledFile,
  loader: { readonly commits: boolean; resolved(): Promise<ResolvedOptions> },
  calls: number,
  signal: AbortSignal,
): Promise<boolean> => {
  const outcome = attempt?.delivery ?? (await shared)
  const delivery = outcome === 'unknown' ? undefined : outcome
  // What a commit must follow has not arrived before that.
  const mayBeThere = mayHaveArrived || (outcome !== undefined && !loader.commits)
  const what = delivery ?? (attempt?.resume === undefined ? undefined : { resume: attempt.resume })
  if (!what || signal.aborted) return mayBeThere
  try {
    const { transport, call } = await loader.resolved()
    if (await transport.discard?.(what, call(calls, signal))) return false
  } catch {
    // Nothing more can be done for it.
  }
  return mayBeThere
}

/**
 * Takes back what was delivered, where the provider can. What a batch's commit closed stays: people were mailed of it. Resolves
 * with whether it is gone there. Never rejects. The end of the session does not stop it: somebody removed the document.
 */
export const takeBackDelivered = async (
  { reference, expiresAt, facts }: Receipt,
  loader: { readonly commits: boolean; resolved(): Promise<ResolvedOptions> },
): Promise<boolean> => {
  const delivery: Delivery = { reference, facts, ...(expiresAt !== undefined && { expiresAt }) }
  try {
    const { transport, call } = await loader.resolved()
    if (transport.commit) return false
    return (await transport.discard?.(delivery, call(1, neverAborted))) ?? false
  } catch {
    return false // it stays until the service deletes it
  }
}
