import { jsonOf } from '../../core/answer.ts'
import { hex } from '../../core/bytes.ts'
import type { Parcel, SendJob } from '../../core/contracts.ts'
import { SealDropError } from '../../core/errors.ts'
import type { Answer } from '../../core/request.ts'
import { valueAt } from './answer.ts'
import type { ReferenceRule } from './options.ts'

const otherThanSent = (what: string): SealDropError =>
  new SealDropError('mismatch', `The server stored another ${what} than was sent.`, {
    outcome: 'unknown',
  })

/**
 * Compares what the JSON says beside the reference: `size` (bytes) and `sha256` (hex) of what was stored. Throws `mismatch` where one
 * is another. `Content-Digest` of an answer is of the answer itself (RFC 9530), so it says nothing of the file.
 */
export const confirmStored = async (
  answer: Answer,
  rule: ReferenceRule | undefined,
  parcel: Parcel,
  job: Pick<SendJob, 'digest'>,
): Promise<void> => {
  // A function reads answers of a form that we do not know.
  if (typeof rule === 'function') return
  const path = rule && 'json' in rule ? rule.json : 'id'
  const beside = (name: string): unknown =>
    valueAt(jsonOf(answer), [...path.split('.').slice(0, -1), name].join('.'))
  const size = beside('size')
  if (Number.isInteger(size) && size !== parcel.size) throw otherThanSent('size')
  const sha256 = beside('sha256')
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/i.test(sha256)) return
  if (sha256.toLowerCase() !== hex(await job.digest(parcel.body))) throw otherThanSent('content')
}
