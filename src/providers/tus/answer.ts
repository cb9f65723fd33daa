import { requestIdFact, sanitizeText, statusError } from '../../core/answer.ts'
import { SealDropError } from '../../core/errors.ts'
import type { Answer } from '../../core/request.ts'

/** The protocol's own words are plain text; a proxy's are a page. */
const wordsOf = ({ text }: Answer): string | undefined =>
  text.trimStart().startsWith('<') ? undefined : sanitizeText(text)

export const isGood = ({ status }: Answer): boolean => status >= 200 && status <= 299

/** 404 or 410: the upload is no longer there. */
export const isGone = ({ status }: Pick<Answer, 'status'>): boolean =>
  status === 404 || status === 410

/**
 * What a refusal means (tus 1.0.0). 409: the offset is another one, so ask for it and go on. 460: the chunk changed on its way,
 * nothing of it was kept. 412: another version of tus. 423 (a convention of tusd, not in the text): an earlier request still
 * holds the upload.
 */
export const refusal = (answer: Answer, isRetryable = false): SealDropError => {
  const { status } = answer
  const known = { 409: 'refused', 412: 'protocol', 423: 'server', 460: 'mismatch' } as const
  const code = Object.hasOwn(known, status) ? known[status as keyof typeof known] : undefined
  const error = statusError(answer, { message: wordsOf(answer) }, code)
  const again = isRetryable || (code !== undefined && code !== 'protocol')
  // Another request with these bytes came before, such as the first of two that a browser sent: they may be there by it.
  const mayBeThere = answer.hadBody && (status === 409 || status === 423)
  return new SealDropError(error.code, error.message, {
    ...error.facts,
    retryable: again || error.retryable,
    ...(mayBeThere && { outcome: 'unknown' }),
  })
}

/** For an answer with a good status that lacks a header of the protocol. */
const unreadable = (answer: Answer, header: string): SealDropError =>
  new SealDropError(
    'protocol',
    `The answer has no usable ${header}: the server does not speak tus, or its CORS headers do not expose this one.`,
    { provider: { status: answer.status }, ...requestIdFact(answer), outcome: 'unknown' },
  )

/** A number of bytes in a header; undefined where it is no whole number. */
const bytesIn = (answer: Answer, header: string): number | undefined => {
  const text = answer.header(header)
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

/** `Upload-Offset`. Throws `protocol` unless it lies between the two. */
export const offsetIn = (answer: Answer, least: number, most: number): number => {
  const offset = bytesIn(answer, 'Upload-Offset')
  if (offset === undefined || offset < least || offset > most)
    throw unreadable(answer, 'Upload-Offset')
  return offset
}

/** Whether the server names another length than this: then it is not the upload of these bytes. */
export const isOtherLength = (answer: Answer, size: number): boolean =>
  answer.header('Upload-Length') !== null && bytesIn(answer, 'Upload-Length') !== size

/** The upload's absolute URL; `Location` may be absolute, a path, or relative to where it was asked for. */
export const locationIn = (answer: Answer, base: string): string => {
  const location = answer.header('Location')
  if (!location || location.length > 2048 || !URL.canParse(location, base))
    throw unreadable(answer, 'Location')
  const url = new URL(location, base)
  if (!/^https?:$/.test(url.protocol) || url.username || url.password || url.hash)
    throw unreadable(answer, 'Location')
  return url.href
}

/** `Upload-Expires`, as ISO 8601; undefined where it is absent, or CORS hides it. */
export const expiryIn = (answer: Answer): string | undefined => {
  const time = Date.parse(answer.header('Upload-Expires') ?? '')
  return Number.isFinite(time) ? new Date(time).toISOString() : undefined
}
