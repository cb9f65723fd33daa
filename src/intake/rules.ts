import type { Content, Remark } from '../core/contracts.ts'
import { SealDropError } from '../core/errors.ts'
import type { Rules } from './limits.ts'
import { isMisnamed } from './misnamed.ts'

/** What intake says about a file that it accepts. */
export interface InspectionResult {
  /** Media type, by content. */
  readonly type: string
  readonly remarks: readonly Remark[]
}

/** Throws `empty` or `too-large`. Both sizes are of originals, in bytes; a file of exactly `largestPlain` bytes fits. */
export const judgeSize = (size: number, largestPlain: number): void => {
  if (size === 0) throw new SealDropError('empty', 'The file has no bytes.')
  if (size > largestPlain)
    throw new SealDropError(
      'too-large',
      `${size} bytes; the largest that fits is ${largestPlain}.`,
      {
        details: { size, maxBytes: largestPlain },
      },
    )
}

/** Throws `too-many` where there are `maxFiles` files already. */
export const judgeCount = (taken: number, maxFiles: number): void => {
  if (taken >= maxFiles)
    throw new SealDropError('too-many', `No more than ${maxFiles} files.`, {
      details: { maxFiles },
    })
}

/** What a PDF is called, by the remark about it, where such PDFs are refused. */
const LOCKED: Readonly<Partial<Record<Remark, string>>> = {
  'password-needed': 'password-protected PDF',
  'certificate-needed': 'certificate-protected PDF',
}

/**
 * Throws `wrong-type` (details: `found`, empty when not recognised, and `accepted`, names in a row) or `damaged`
 * (details: `found`, `damage`). In this order, because damage matters only in a file that would otherwise be accepted.
 */
export const judgeContent = (name: string, content: Content, rules: Rules): InspectionResult => {
  const { format: found, type, damage, remarks } = content
  const format = rules.accept.find(accepted => accepted.type === type)
  const wrongType = (found: string): SealDropError => {
    const accepted = rules.accept.map(accepted => accepted.name).join(', ')
    return new SealDropError(
      'wrong-type',
      `${found || 'Not a known format'}; accepted: ${accepted}.`,
      { details: { found, accepted } },
    )
  }
  if (!format) throw wrongType(found)
  if (damage !== undefined)
    throw new SealDropError('damaged', `${found}: ${damage}.`, { details: { found, damage } })
  const locked = rules.refuseProtected && remarks.map(remark => LOCKED[remark]).find(Boolean)
  if (locked) throw wrongType(locked)
  return { type, remarks: isMisnamed(name, format) ? [...remarks, 'name-mismatch'] : remarks }
}
