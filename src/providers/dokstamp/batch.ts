import type { Parcel } from '../../core/contracts.ts'
import { SealDropError } from '../../core/errors.ts'
import type { Answer } from '../../core/request.ts'
import { type DokstampFile, errorOf, isOwn, refusedParts } from './answers.ts'

/** The same error, for a file that may arrive when it is sent alone. Equal bytes are one record, so that makes no second copy. */
const asRetryable = (error: SealDropError): SealDropError =>
  new SealDropError(error.code, error.message, { ...error.facts, retryable: true })

/**
 * What a refused request means for each of its parcels. It is not documented whether one bad file refuses all: the named ones
 * are refused for good, the others may be tried again. Undefined where the answer has nothing to do with single files.
 */
export const refusals = (
  answer: Answer,
  parcels: readonly Parcel[],
): readonly SealDropError[] | undefined => {
  if (answer.status !== 413 && answer.status !== 422) return undefined
  const named = refusedParts(answer)
  return parcels.map((_, index) => {
    const error = errorOf(answer, named.get(index))
    return named.has(index) || parcels.length === 1 ? error : asRetryable(error)
  })
}

/**
 * The record of each parcel, by the name it was sent under; that records come in the order of the parts is only inferred. A
 * deduplicated file bears another name: if it is the only one left, it is that one; else it is undefined.
 */
export const recordsFor = (
  parcels: readonly Parcel[],
  files: readonly DokstampFile[],
): readonly (DokstampFile | undefined)[] => {
  const left = new Set(files)
  const found = parcels.map(parcel => {
    const own = [...left].find(file => isOwn(file, parcel))
    if (own) left.delete(own)
    return own
  })
  const [last] = left
  const isClear = files.length === parcels.length && left.size === 1
  return isClear ? found.map(file => file ?? last) : found
}
