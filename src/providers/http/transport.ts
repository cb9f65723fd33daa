import { jsonOf, sanitizeText, statusError } from '../../core/answer.ts'
import { carriage } from '../../core/api.ts'
import { checkOrigins } from '../../core/authorize.ts'
import { toBase64 } from '../../core/base64.ts'
import { hex } from '../../core/bytes.ts'
import type { Authorize, Json, Parcel, SendJob, Timeouts, Transport } from '../../core/contracts.ts'
import { absoluteEndpoint } from '../../core/endpoint.ts'
import { misconfigured, SealDropError } from '../../core/errors.ts'
import { hasPageOrigin, idempotencyKey } from '../../core/idempotency-key.ts'
import { type Answer, request } from '../../core/request.ts'
import { ticketFact } from '../../core/ticket.ts'
import { checkTimeouts } from '../../core/timeouts.ts'

/** Where the server says what it calls the file: a path into its JSON, a response header, or a function of the answer. */
export type ReferenceRule =
  | { readonly json: string }
  | { readonly header: string }
  | ((answer: Pick<Answer, 'status' | 'text' | 'header'>) => string)

export interface HttpOptions {
  /** The URL itself; may be relative. */
  readonly endpoint: string
  /** `POST`: multipart/form-data, as a form sends it. `PUT`: the sealed bytes are the body. */
  readonly method?: 'POST' | 'PUT'
  /** POST: the name of the file's part (`file`). */
  readonly field?: string
  /** POST: further parts, before the file. */
  readonly fields?: Readonly<Record<string, string>>
  /** Further headers. What is secret belongs into `authorize`. */
  readonly headers?: Readonly<Record<string, string>>
  /** Sends the SHA-256 of what is sent: as part `sha256` (hex), or as `Content-Digest` (RFC 9530) (true). */
  readonly digest?: boolean
  /** `{ json: 'id' }`, else the `Location` header, when left out. */
  readonly reference?: ReferenceRule
  readonly authorize?: Authorize
  readonly origins?: readonly string[]
  /** Of every request to this endpoint, in milliseconds; they win over the page's. */
  readonly timeouts?: Timeouts
}

/**
 * Delivers to any HTTP endpoint. A try whose answer was lost is sent again under the same name and with the same digest: a POST
 * that shall store it only once must compare those.
 */
export const http = (options: HttpOptions): Transport => {
  const endpoint = absoluteEndpoint(options.endpoint)
  const { method = 'POST', digest = true, reference, authorize, origins, timeouts } = options
  checkOptions(options)
  checkOrigins(origins)
  checkTimeouts(timeouts)
  const fixed = readHeaders(options.headers)

  const headersOf = async (parcel: Parcel, job: SendJob): Promise<Headers> => {
    const headers = await job.headers(method, endpoint)
    const key = idempotencyKey(parcel, hasPageOrigin(endpoint))
    for (const [name, value] of Object.entries(key)) headers.set(name, value)
    fixed.forEach((value, name) => void headers.set(name, value))
    if (method === 'POST') return headers
    headers.set('Content-Type', parcel.wrap ? 'application/pdf' : 'application/octet-stream')
    if (digest)
      headers.set('Content-Digest', `sha-256=:${toBase64(await job.digest(parcel.body))}:`)
    return headers
  }
  const bodyOf = async (parcel: Parcel, job: SendJob): Promise<FormData | Blob> => {
    if (method === 'PUT') return parcel.body
    const form = new FormData()
    for (const [name, value] of Object.entries(options.fields ?? {})) form.set(name, value)
    if (digest) form.set('sha256', hex(await job.digest(parcel.body)))
    form.set(options.field ?? 'file', parcel.body, parcel.name)
    return form
  }

  return {
    name: 'http',
    endpoint,
    ...(authorize && { authorize }),
    ...(origins && { origins }),
    ...(timeouts && { timeouts }),
    traits: { seals: ['age', 'age+pdf', 'none'], resumes: false, perRequest: 1 },
    async send(parcel, job) {
      const [headers, body] = await Promise.all([headersOf(parcel, job), bodyOf(parcel, job)])
      const way = carriage(job, timeouts)
      const answer = await request({ method, url: endpoint, headers, body, ...way })
      if (answer.status < 200 || answer.status > 299) throw errorOf(answer)
      return { reference: readReference(answer, reference), facts: ticketFact(answer) }
    },
  }
}

/** Throws `misconfigured` at once for what would otherwise fail only after the server has stored a file. */
const checkOptions = ({ method, field, fields, digest, reference }: HttpOptions): void => {
  if (method !== undefined && method !== 'POST' && method !== 'PUT')
    throw misconfigured('method must be POST or PUT.')
  if (field !== undefined && (typeof field !== 'string' || field === ''))
    throw misconfigured('field must be the name of a form field.')
  if (fields !== undefined && !isOfTexts(fields))
    throw misconfigured('fields must be an object of texts.')
  if (digest !== undefined && typeof digest !== 'boolean')
    throw misconfigured('digest must be true or false.')
  if (reference !== undefined && !isRule(reference))
    throw misconfigured(
      "reference must be { json: 'data.id' }, { header: 'Location' } or a function.",
    )
}

const isOfTexts = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every(text => typeof text === 'string')

const isRule = (rule: unknown): boolean => {
  if (typeof rule === 'function') return true
  if (typeof rule !== 'object' || rule === null) return false
  const hasHeader = 'header' in rule
  if ('json' in rule) return !hasHeader && typeof rule.json === 'string' && rule.json !== ''
  return hasHeader && typeof rule.header === 'string' && /^[\w!#$%&'*+.^`|~-]+$/.test(rule.header)
}

/** Only objects go to `Headers`, which reads a function as no headers at all. */
const readHeaders = (given: unknown = {}): Headers => {
  const must = 'headers must be an object of header names and their values.'
  if (typeof given !== 'object') throw misconfigured(must)
  try {
    return new Headers(given as HeadersInit)
  } catch (cause) {
    throw misconfigured(must, cause)
  }
}

/** The value at a path such as `data.0.id`; own properties only, for the answer may be anything. */
const at = (value: Json | undefined, path: string): Json | undefined => {
  let here: unknown = value
  for (const key of path.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined
    here = (here as Readonly<Record<string, unknown>>)[key]
  }
  return here as Json | undefined
}

const lookUp = (answer: Answer, rule: ReferenceRule | undefined): unknown => {
  if (typeof rule === 'function') {
    try {
      return rule(answer)
    } catch (cause) {
      throw new SealDropError('protocol', 'reference() could not read the answer.', {
        cause,
        provider: { status: answer.status },
        outcome: 'unknown',
      })
    }
  }
  if (rule && 'header' in rule) return answer.header(rule.header)
  return at(jsonOf(answer), rule?.json ?? 'id') ?? (rule ? undefined : answer.header('location'))
}

const readReference = (answer: Answer, rule: ReferenceRule | undefined): string => {
  const found = lookUp(answer, rule)
  const text = typeof found === 'number' ? String(found) : found
  if (typeof text === 'string' && text !== '' && text.length <= 2048 && sanitizeText(text) === text)
    return text
  throw new SealDropError('protocol', 'The answer names no reference where one was expected.', {
    provider: { status: answer.status },
    outcome: 'unknown',
  })
}

const errorOf = (answer: Answer): SealDropError => {
  const body = jsonOf(answer)
  const code = at(body, 'code') ?? at(body, 'error.code')
  const message =
    at(body, 'message') ?? at(body, 'error.message') ?? at(body, 'error') ?? at(body, 'detail')
  return statusError(answer, { code: sanitizeText(code), message: sanitizeText(message) })
}
