import type { Content, Remark } from '../core/contracts.ts'
import { type Details, SealDropError } from '../core/errors.ts'
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

/** What opens a PDF, by the remark about it, where it is refused for that. */
const OPENED_BY: Readonly<Partial<Record<Remark, string>>> = {
  'password-needed': 'password',
  'certificate-needed': 'certificate',
}

/**
 * Throws `wrong-type` (details: `found`, empty when not recognised, and `accepted`, names in a row; `protection`, where it is
 * refused for that: `password` or `certificate`) or `damaged`
 * (details: `found`, `damage`). In this order, because damage matters only in a file that would otherwise be accepted.
 */
export const judgeContent = (name: string, content: Content, rules: Rules): InspectionResult => {
  const { format: found, type, damage, remarks } = content
  const format = rules.accept.find(accepted => accepted.type === type)
  const wrongType = (what: string, more: Details = {}): SealDropError => {
    const accepted = rules.accept.map(accepted => accepted.name).join(', ')
    return new SealDropError('wrong-type', `${what}; accepted: ${accepted}.`, {
      details: { found, accepted, ...more },
    })
  }
  if (!format) throw wrongType(found || 'Not a known format')
  if (damage !== undefined)
    throw new SealDropError('damaged', `${found}: ${damage}.`, { details: { found, damage } })
  const protection = remarks.map(remark => OPENED_BY[remark]).find(Boolean)
  if (rules.refuseProtected && protection)
    throw wrongType(`${found} that needs a ${protection}`, { protection })
  return { type, remarks: isMisnamed(name, format) ? [...remarks, 'name-mismatch'] : remarks }
}
