import { asRecord } from '../../core/answer.ts'
import type { Json, Parcel } from '../../core/contracts.ts'

/** What tells one sealed parcel's record from all others: kept before it is sent, for a file that is cancelled without an answer. */
export type Trace = Readonly<Pick<Parcel, 'name' | 'size'>>

export const traceOf = ({ name, size }: Parcel): Trace & Json => ({ name, size })

/** What was kept, or undefined where nothing was. */
export const readTrace = (kept: Json): Trace | undefined => {
  const { name, size } = asRecord(kept)
  return typeof name === 'string' && typeof size === 'number' ? { name, size } : undefined
}

/** Waits before the looks for a cancelled upload, which may be stored only after it was cancelled. */
export const STORED_BY_THEN_MS: readonly number[] = [0, 1000, 4000]
