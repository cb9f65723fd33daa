import {
  asArray,
  asRecord,
  jsonOf,
  requestIdFact,
  sanitizeText,
  statusError,
} from '../../core/answer.ts'
import type { Delivery } from '../../core/contracts.ts'
import { type ErrorFacts, SealDropError } from '../../core/errors.ts'
import { isUuid } from '../../core/provider-id.ts'
import type { Answer } from '../../core/request.ts'
import { ticketFact } from '../../core/ticket.ts'

/** What DIDWW keeps of an encrypted file. Its contents are never given out again. */
export interface DidwwFile {
  readonly id: string
  /** One line, at most 300 characters; null where there is none. */
  readonly description: string | null
  /** ISO 8601. A file that nothing refers to is deleted then. */
  readonly expiresAt?: string
}

/** One page of the list. */
export interface DidwwPage {
  readonly files: readonly DidwwFile[]
  /** Of all pages (`meta.total_records`), where the server says so. */
  readonly total?: number
  /** There is a next page (`links.next`). */
  readonly hasMore: boolean
}

/** `{data: [{id, type: "public_keys", attributes: {key: PEM}} x 2]}`; their order is the fingerprint's. */
export const readKeys = (answer: Answer): [string, string] => {
  const json = jsonOf(answer)
  // No word of DIDWW's: the page of a hotel's network, or an answer that was cut. It is no reason to distrust the keys.
  if (json === undefined)
    throw new SealDropError('protocol', 'The answer is not JSON where public keys were expected.', {
      retryable: true,
      outcome: 'unsent',
      provider: { status: answer.status },
      ...requestIdFact(answer),
    })
  const pems = asArray(asRecord(json).data).map(entry => asRecord(asRecord(entry).attributes).key)
  const [a, b] = pems
  if (pems.length !== 2 || typeof a !== 'string' || typeof b !== 'string')
    throw new SealDropError('keys-untrusted', 'The answer does not hold two public keys.')
  return [a, b]
}

/** `{id, type: "encrypted_files", attributes: {description, expires_at}}` */
const readFile = (value: unknown): DidwwFile | undefined => {
  const { id, attributes } = asRecord(value)
  if (!isUuid(id)) return undefined
  const { description, expires_at } = asRecord(attributes)
  const expires = new Date(typeof expires_at === 'string' ? expires_at : Number.NaN)
  return {
    id,
    description: sanitizeText(description) ?? null,
    ...(Number.isFinite(expires.getTime()) && { expiresAt: expires.toISOString() }),
  }
}

/** `{data: {…}}`. One page of the documents shows a list of one instead. */
export const readShown = (answer: Answer): DidwwFile => {
  const { data } = asRecord(jsonOf(answer))
  const shown = Array.isArray(data) ? data : [data]
  const file = shown.length === 1 ? readFile(shown[0]) : undefined
  if (file) return file
  throw unreadable(answer, 'The answer shows no encrypted file.')
}

/** `{data: [{…}], meta: {total_records}, links: {first, last, next, prev}}`. The links are not followed. */
export const readPage = (answer: Answer): DidwwPage => {
  const { data, meta, links } = asRecord(jsonOf(answer))
  const files = asArray(data).flatMap(entry => readFile(entry) ?? [])
  if (!Array.isArray(data) || files.length !== data.length)
    throw unreadable(answer, 'The answer lists no encrypted files.')
  const { total_records: total } = asRecord(meta)
  return {
    files,
    ...(Number.isSafeInteger(total) && { total: Number(total) }),
    hasMore: typeof asRecord(links).next === 'string',
  }
}

/** `{data: {…}}` */
export const readDelivery = (answer: Answer): Delivery => {
  const body = asRecord(jsonOf(answer))
  // It has stored the file.
  if ('ids' in body) throw olderVersion(answer, { outcome: 'unknown' })
  const file = readFile(body.data)
  if (!file) throw unnamed(answer)
  const { id, expiresAt } = file
  return { reference: id, ...(expiresAt !== undefined && { expiresAt }), facts: ticketFact(answer) }
}

/** `{ids: [uuid]}`, in versions up to 2022-05-10, which do not say when the file expires. */
export const readIds = (answer: Answer): Delivery => {
  const ids = asArray(asRecord(jsonOf(answer)).ids)
  const [id] = ids
  if (ids.length !== 1 || !isUuid(id)) throw unnamed(answer)
  return { reference: id, facts: ticketFact(answer) }
}

const unreadable = (answer: Answer, message: string, facts: ErrorFacts = {}): SealDropError =>
  new SealDropError('protocol', message, {
    provider: { status: answer.status },
    ...requestIdFact(answer),
    ...facts,
  })

const unnamed = (answer: Answer): SealDropError =>
  new SealDropError('protocol', 'The answer names no encrypted file.', {
    provider: { status: answer.status },
    ...requestIdFact(answer),
    outcome: 'unknown',
  })

const olderVersion = (answer: Answer, facts?: ErrorFacts): SealDropError =>
  unreadable(
    answer,
    'The server answered in the form of an older API version: it did not get or not honour X-DIDWW-API-Version.',
    facts,
  )

/**
 * JSON:API's `errors[]` of {title, detail, code, source}. Refused uploads of versions up to 2022-05-10 (`isLegacy`) come as
 * `errors: {base: [words]}` or `{"items/0/file": [words]}`.
 */
export const errorOf = (answer: Answer, isLegacy: boolean): SealDropError => {
  const { errors } = asRecord(jsonOf(answer))
  // Only for refused uploads: gateways answer 429 and 503 in forms of their own.
  const isRefusal = answer.status === 400 || answer.status === 422
  const isOlder = isRefusal && errors !== undefined && !Array.isArray(errors)
  if (isOlder && !isLegacy) return olderVersion(answer)
  const said = isOlder ? saidByPart(errors) : saidInList(errors)
  if (answer.status === 422 && /outdated fingerprint/i.test(said.message ?? ''))
    return statusError(answer, said, 'keys-rotated')
  if (answer.status === 422 && /size|too (large|big)/i.test(said.message ?? ''))
    return statusError(answer, said, 'too-large')
  return statusError(answer, said)
}

interface Said {
  readonly code: string | undefined
  readonly message: string | undefined
}

const saidInList = (errors: unknown): Said => {
  const { title, detail, code } = asRecord(asArray(errors)[0])
  return { code: sanitizeText(code), message: sanitizeText(detail) ?? sanitizeText(title) }
}

const saidByPart = (errors: unknown): Said => {
  const [part, said] = Object.entries(asRecord(errors))[0] ?? []
  return { code: sanitizeText(part), message: sanitizeText(asArray(said)[0]) }
}
