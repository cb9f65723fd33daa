import type { Cut, Job, Reading, Remark } from '../core/contracts.ts'
import { sizeWithout } from '../core/cuts.ts'
import { SealDropError } from '../core/errors.ts'
import type { Thread } from '../thread/thread.ts'
import type { Rules } from './limits.ts'
import { type InspectionResult, judgeContent, judgeSize } from './rules.ts'

/** Of originals, in bytes: the largest that fits when sealed, and the size above which a provider that counts differently may refuse. */
export interface Sizes {
  readonly largest: number
  readonly near: number
}

const unreadable = (cause: unknown): never => {
  throw new SealDropError('unreadable', 'The file cannot be read.', { cause })
}

/** What a check found of a file that is accepted. */
export interface Found extends InspectionResult {
  readonly reading: Reading
  /** Bytes of what is sealed. */
  readonly size: number
  /** What of the file is not sealed; absent where all of it is. */
  readonly cuts?: readonly Cut[]
}

/** Most that a picture may lose, in bytes: a phone's video, or its further pictures. It is read into memory whole. */
const MOST_CUT_BYTES = 64 * 1024 ** 2

/** What is said of what is cut out. */
const GONE = /^(location|trailing)-data$/

/**
 * Checks one file: its size before any byte is read, then its content, in the worker. Where the rules say `strips`, what a picture holds beside
 * the picture is left out, and the size of the rest counts: no more than 64 MiB may be over the limit before. Rejects with a SealDropError
 * (`empty`, `too-large`, `wrong-type`, `damaged`, and what the thread reports), or with `job.signal.reason` when aborted.
 */
export const check = async (
  file: File,
  rules: Rules,
  sizes: Sizes,
  thread: Thread,
  job: Job,
): Promise<Found> => {
  const { strips = false } = rules
  // Chromium gives a file that is gone from the disk a size of 0: ask before calling it empty.
  if (file.size === 0) await file.arrayBuffer().catch(unreadable)
  if (!strips || file.size > sizes.largest + MOST_CUT_BYTES) judgeSize(file.size, sizes.largest)
  const content = await thread.call('examine', { blob: file, strips }, job)
  const { reading, cuts = [] } = content
  const size = sizeWithout(file.size, cuts)
  judgeSize(size, sizes.largest)
  const { type, remarks } = judgeContent(file.name, content, rules)
  if (strips && !content.cuts) throw new SealDropError('seal-failed', 'Nothing was cut.')
  const isCut = cuts.length > 0
  const left = remarks.filter(remark => !isCut || !GONE.test(remark))
  if (isCut) left.push('location-removed')
  if (size > sizes.near) left.push('near-limit')
  return { type, reading, size, ...(isCut && { cuts }), remarks: Object.freeze<Remark[]>(left) }
}
