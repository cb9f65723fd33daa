import { asRecord, jsonOf, sanitizeText, statusError } from '../../core/answer.ts'
import { type ErrorCode, SealDropError } from '../../core/errors.ts'
import type { Answer } from '../../core/request.ts'

/** Documented by number; a status has several meanings. */
const BY_CODE: Readonly<Record<number, ErrorCode>> = {
  1002: 'refused',
  1004: 'refused',
  1005: 'refused',
  1006: 'misconfigured',
  2001: 'refused',
  2003: 'not-found',
  2004: 'misconfigured',
  2005: 'forbidden',
  2006: 'expired',
  2007: 'rate-limited',
  3001: 'forbidden',
  3002: 'unauthorized',
  3003: 'unauthorized',
  3010: 'forbidden',
  3011: 'forbidden',
  5000: 'server',
}

/** What to change, where the server's words do not say it. */
const ADVICE: Readonly<Record<number, string>> = {
  1006: 'endpoint must be https://<server>/api.',
  2004: 'This server does not speak the API version asked for: give a lower apiVersion.',
  3001: 'The server has no licence for this product: ask its administrator.',
  3010: 'The server does not let this sender send: ask its administrator.',
  3011: 'The server does not let this sender send to these recipients: ask its administrator.',
}

/** The server's own number for what went wrong, or undefined where another machine answered. */
export const errorCodeOf = (answer: Answer): number | undefined => {
  const { errorCode } = asRecord(jsonOf(answer))
  return answer.status >= 400 && Number.isSafeInteger(errorCode) ? Number(errorCode) : undefined
}

/** "Entity missing" */
export const isMissing = (answer: Answer): boolean => errorCodeOf(answer) === 2003

/** "Invalid code or token mismatch": under several statuses, and also for a good token that did not create the session. */
export const isTokenRefused = (answer: Answer): boolean => errorCodeOf(answer) === 3002

/** `{errorCode, errorMessage}`: the number decides, then the status. */
export const errorOf = (answer: Answer): SealDropError => {
  const number = errorCodeOf(answer)
  const message = sanitizeText(asRecord(jsonOf(answer)).errorMessage)
  if (number === undefined) return statusError(answer, { message })
  return statusError(answer, { code: String(number), message }, BY_CODE[number], ADVICE[number])
}

export const unreadable = ({ status }: Answer, what: string): SealDropError =>
  new SealDropError('protocol', `The answer does not hold ${what}.`, {
    provider: { status },
    outcome: 'unknown',
  })
