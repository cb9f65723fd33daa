import type { Job, Reading, Remark } from '../core/contracts.ts'
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

/**
 * Checks one file: its size before any byte is read, then its content, in the worker. Rejects with a SealDropError
 * (`empty`, `too-large`, `wrong-type`, `damaged`, and what the thread reports), or with `job.signal.reason` when aborted.
 */
export const check = async (
  file: File,
  rules: Rules,
  sizes: Sizes,
  thread: Thread,
  job: Job,
): Promise<InspectionResult & { readonly reading: Reading }> => {
  // Chromium gives a file that is gone from the disk a size of 0: ask before calling it empty.
  if (file.size === 0) await file.arrayBuffer().catch(unreadable)
  judgeSize(file.size, sizes.largest)
  const content = await thread.call('examine', { blob: file }, job)
  const { type, remarks } = judgeContent(file.name, content, rules)
  const isNear = file.size > sizes.near
  return {
    type,
    reading: content.reading,
    remarks: Object.freeze<Remark[]>(isNear ? [...remarks, 'near-limit'] : [...remarks]),
  }
}
