import { type Cookies, checkCredentials, checkOrigins } from '../../core/authorize.ts'
import type { Authorize, Parcel, Timeouts } from '../../core/contracts.ts'
import { misconfigured } from '../../core/errors.ts'
import { type KnownOptions, refuseUnknown } from '../../core/known-options.ts'
import type { Answer } from '../../core/request.ts'
import { checkTimeouts } from '../../core/timeouts.ts'

/**
 * Where the server says what it calls the file: a path into its JSON, a response header, or a function of the answer and of what
 * was sent. The function alone decides; what is no text, or an empty one, is no reference.
 */
export type ReferenceRule =
  | { readonly json: string }
  | { readonly header: string }
  | ((
      answer: Pick<Answer, 'status' | 'text' | 'header'>,
      parcel: Pick<Parcel, 'name' | 'key' | 'size'>,
    ) => string)

export interface HttpOptions {
  /** The URL itself, asked just as it is written, with its query; may be relative. */
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
  /**
   * Sends `Idempotency-Key`, the same with each send of the same sealed bytes, so that a server can store them once; only then is a file
   * whose answer was lost sent again by itself. True where the endpoint has the page's origin, else false: CORS must allow the header.
   */
  readonly idempotencyKey?: boolean
  /** `{ json: 'id' }`, else the `Location` header, when left out. */
  readonly reference?: ReferenceRule
  /** Whether cookies go along where the endpoint is on another origin (`same-origin`: they do not). */
  readonly credentials?: Cookies
  readonly authorize?: Authorize
  readonly origins?: readonly string[]
  /** Of every request to this endpoint, in milliseconds; they win over the page's. */
  readonly timeouts?: Timeouts
}

const KNOWN: KnownOptions<HttpOptions> = {
  endpoint: true,
  method: true,
  field: true,
  fields: true,
  headers: true,
  digest: true,
  idempotencyKey: true,
  reference: true,
  credentials: true,
  authorize: true,
  origins: true,
  timeouts: true,
}

/** Throws `misconfigured` at once for what would otherwise fail only after the server has stored a file. */
export const checkOptions = (options: HttpOptions): void => {
  refuseUnknown('http', options, KNOWN)
  const { method, field, fields, digest, idempotencyKey, reference } = options
  if (method !== undefined && method !== 'POST' && method !== 'PUT')
    throw misconfigured('method must be POST or PUT.')
  if (field !== undefined && (typeof field !== 'string' || field === ''))
    throw misconfigured('field must be the name of a form field.')
  if (fields !== undefined && !isOfTexts(fields))
    throw misconfigured('fields must be an object of texts.')
  if (digest !== undefined && typeof digest !== 'boolean')
    throw misconfigured('digest must be true or false.')
  if (idempotencyKey !== undefined && typeof idempotencyKey !== 'boolean')
    throw misconfigured('idempotencyKey must be true or false: each file has a key of its own.')
  if (reference !== undefined && !isRule(reference))
    throw misconfigured(
      "reference must be { json: 'data.id' }, { header: 'Location' } or a function.",
    )
  checkCredentials(options.credentials)
  checkOrigins(options.origins)
  checkTimeouts(options.timeouts)
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

/** The fixed headers of each request. Only objects go to `Headers`, which reads a function as no headers at all. */
export const readHeaders = (given: unknown = {}): Headers => {
  const must = 'headers must be an object of header names and their values.'
  if (typeof given !== 'object') throw misconfigured(must)
  const headers = ((): Headers => {
    try {
      return new Headers(given as HeadersInit)
    } catch (cause) {
      throw misconfigured(must, cause)
    }
  })()
  // The second file would be answered with what the first one was.
  if (headers.has('Idempotency-Key'))
    throw misconfigured('headers must not hold one Idempotency-Key for all files.')
  return headers
}
