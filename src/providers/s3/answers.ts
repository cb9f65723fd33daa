import { statusError } from '../../core/answer.ts'
import { type ErrorCode, SealDropError } from '../../core/errors.ts'
import type { Answer } from '../../core/request.ts'
import { errorCodeIn, saysExpired } from '../../core/s3-xml.ts'

export const isGood = ({ status }: Answer): boolean => status >= 200 && status <= 299

/** S3's own codes, where they say more than the status does. */
const BY_CODE: Readonly<Record<string, ErrorCode>> = {
  BadDigest: 'mismatch',
  ConditionalRequestConflict: 'server',
  EntityTooLarge: 'too-large',
  InvalidDigest: 'mismatch',
  RequestTimeout: 'timeout',
  XAmzContentChecksumMismatch: 'mismatch',
  XAmzContentSHA256Mismatch: 'mismatch',
}

/** What was signed is over, as with a clock that is wrong, or a device that slept: the next try is signed anew. */
const OVER = ['ExpiredToken', 'RequestExpired', 'RequestTimeTooSkewed']

/** What arrived was not what was sent, so the same again may arrive. */
const mayGoAgain = (code: string | undefined, text: string): boolean =>
  saysExpired(text) || (code !== undefined && (OVER.includes(code) || BY_CODE[code] === 'mismatch'))

const CONDITION =
  'This bucket knows no If-None-Match: set ifNoneMatch to false where requests are signed.'

/** The error for any answer of the bucket that is not a good one. */
export const refusal = (answer: Answer): SealDropError => {
  const code = errorCodeIn(answer.text)
  const known = code === undefined ? undefined : BY_CODE[code]
  const advice = answer.status === 501 ? CONDITION : undefined
  const error = statusError(answer, { code }, known, advice)
  if (error.retryable || !mayGoAgain(code, answer.text)) return error
  return new SealDropError(error.code, error.message, { ...error.facts, retryable: true })
}

/** The object is there: nobody but this parcel's sender knows its key, and its checksum was signed, so it is this parcel. */
export const isThereAlready = ({ status }: Answer): boolean => status === 412

/** A good status that is not S3's: it may be a page of a machine in between, and the object may be there or not. */
export const unreadable = (answer: Answer): SealDropError =>
  new SealDropError('protocol', 'The answer is not that of a bucket.', {
    provider: { status: answer.status },
    outcome: 'unknown',
  })
