import type { Json } from './contracts.ts'
import { type Details, type ErrorCode, SealDropError } from './errors.ts'
import type { Answer } from './request.ts'
import { isRequestId, REQUEST_ID_HEADER } from './request-id.ts'
import { RELAY_HEADER } from './ticket.ts'
import { BAD_CREDENTIALS, NO_REFERENCE, UNDER_WAY, UNKNOWN_OUTCOME } from './unknown.ts'

/** A value of an answer as an object; an empty one where it is something else. */
export const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

/** A value of an answer as an array; an empty one where it is something else. */
export const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/**
 * What a server says, as one line of at most 300 characters without control characters: safe to show as text. Undefined where it
 * says nothing.
 */
export const sanitizeText = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== ''
    ? value
        .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
        .trim()
        .slice(0, 300)
    : undefined

/** The answer's JSON; undefined where its text is not JSON. */
export const jsonOf = (answer: Answer): Json | undefined => {
  try {
    return JSON.parse(answer.text) as Json
  } catch {
    return undefined
  }
}

/**
 * `Retry-After` (RFC 9110, 10.2.3) in milliseconds from now, for seconds and for dates; undefined where unreadable. A date is
 * read by the server's own clock, where it says the time: that of the device may be wrong by years.
 */
export const retryAfterMs = (answer: Answer, now: number = Date.now()): number | undefined => {
  const value = answer.header('retry-after')?.trim()
  if (!value) return undefined
  const serverNow = Date.parse(answer.header('date') ?? '') || now
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - serverNow
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(0, ms), Number.MAX_SAFE_INTEGER)
}

const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  410: 'expired',
  413: 'too-large',
  429: 'rate-limited',
}

/** Gateways say so when the server behind them did not answer them: it may have stored what was sent. */
const WITHOUT_ORIGINAL_ANSWER: readonly number[] = [502, 504, 520, 522, 524]

/** Whatever the provider's errors look like: these are the relay's own words. */
const saidByRelay = (answer: Answer): Readonly<Record<string, unknown>> => {
  const code = answer.header(RELAY_HEADER)
  if (code === null) return {}
  return answer.text === '' ? { code } : asRecord(jsonOf(answer))
}

/** For an error about this answer: the id by which a relay's log knows the request. Nothing in an answer is trusted. */
export const requestIdFact = (answer: Answer): { readonly requestId?: string } => {
  if (answer.header(RELAY_HEADER) === null) return {}
  const id = answer.header(REQUEST_ID_HEADER) ?? saidByRelay(answer).requestId
  return isRequestId(id) ? { requestId: id } : {}
}

/** Throws for what a relay says for good, before a provider's own table is asked what the status means. */
export const throwIfFinal = (answer: Answer): Answer => {
  const { status } = answer
  const { code } = status === 502 ? saidByRelay(answer) : {}
  const isUnnamed = code === NO_REFERENCE
  if (isUnnamed || code === BAD_CREDENTIALS)
    throw new SealDropError(
      isUnnamed ? 'protocol' : 'server',
      `The relay answered ${code}: its log says more.`,
      {
        outcome: isUnnamed ? 'unknown' : 'unsent',
        provider: { status, code },
        ...requestIdFact(answer),
      },
    )
  return answer
}

/** So much of a request's limit is for what is around a file: its seal, and the parts of a form. */
const AROUND = 65_536

/** How large a file may be, where the relay, or a proxy by our recipe, says how much it takes in one request. */
const limitIn = (answer: Answer): Details | undefined => {
  const { maxBytes } = asRecord(jsonOf(answer))
  if (typeof maxBytes !== 'number' || !Number.isSafeInteger(maxBytes)) return undefined
  const room = Math.floor(maxBytes - Math.max(AROUND, maxBytes / 1024))
  return room > 0 ? { maxBytes: room } : undefined
}

/** With a full stop, unless it ends a sentence by itself, as a server's words mostly do. */
export const asSentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)

/**
 * The error for an answer's status. `override` is its code where the provider's own body says more than the status; `advice`, for
 * developers, follows the server's words in the error's message.
 */
export const statusError = (
  answer: Answer,
  said: { readonly code?: string | undefined; readonly message?: string | undefined } = {},
  override?: ErrorCode,
  advice?: string,
): SealDropError => {
  const { status } = answer
  const relayed = saidByRelay(answer)
  const code =
    relayed.code === UNDER_WAY
      ? 'server'
      : (override ??
        BY_STATUS[status] ??
        (status >= 500 ? 'server' : status >= 400 ? 'refused' : 'protocol'))
  const wait = retryAfterMs(answer)
  const isFinal = relayed.code === UNKNOWN_OUTCOME
  const details = code === 'too-large' ? limitIn(answer) : undefined
  const mayHaveArrived =
    relayed.outcome === 'unknown' || (answer.hadBody && WITHOUT_ORIGINAL_ANSWER.includes(status))
  const saidCode = isFinal ? UNKNOWN_OUTCOME : said.code
  return new SealDropError(
    code,
    [asSentence(`The server answered ${status}${said.message ? `: ${said.message}` : ''}`), advice]
      .filter(Boolean)
      .join(' '),
    {
      retryable:
        code === 'rate-limited' ||
        code === 'timeout' ||
        (code === 'server' && status !== 501 && !isFinal),
      ...(wait !== undefined && { retryAfterMs: wait }),
      ...(mayHaveArrived && { outcome: 'unknown' }),
      ...requestIdFact(answer),
      ...(details && { details }),
      provider: {
        status,
        ...(saidCode !== undefined && { code: saidCode }),
        ...(said.message !== undefined && { message: said.message }),
      },
    },
  )
}
