import { neverAborted, orAborted } from '../../core/abort.ts'
import { asRecord, jsonOf, sanitizeText, statusError } from '../../core/answer.ts'
import { type CallContext, contextOf, createApi } from '../../core/api.ts'
import { type ApiTarget, askHeaders } from '../../core/authorize.ts'
import { isThisMachine } from '../../core/endpoint.ts'
import { isSealDropError, SealDropError } from '../../core/errors.ts'
import type { Answer } from '../../core/request.ts'
import type { StoredPart } from '../../core/s3-xml.ts'
import { RELAY_HEADER } from '../../core/ticket.ts'
import { contentMd5 } from './content-md5.ts'

export type S3Operation = 'put' | 'head' | 'create' | 'part' | 'complete' | 'abort' | 'list'

/** What a signer is asked to sign. */
export interface SignRequest {
  readonly operation: S3Operation
  /** A UUID: the same for each try of the same sealed bytes. One parcel has one key. */
  readonly parcel: string
  /** Bytes: of the whole file, or, for `part`, of that part. */
  readonly size: number
  /** Of so many bytes, base64: for `put` and `part`. */
  readonly sha256?: string
  /** MD5 of the same bytes, base64: once the answer was `{ contentMd5: true }`. */
  readonly md5?: string
  /** Of the object: absent in the first question about a parcel. Sign for this one, and no other. */
  readonly key?: string
  /** Of a multipart upload: for all that is about one. */
  readonly uploadId?: string
  /** From 1 up: for `part`. */
  readonly part?: number
  /** Bytes of each part but the last one: for `create`. */
  readonly partSize?: number
  /** For `complete`. */
  readonly parts?: readonly StoredPart[]
}

/** A request to the bucket that is allowed for some minutes. */
export interface SignedRequest {
  readonly url: string
  /** All that were signed, but `host` and `content-length`, which browsers set. */
  readonly headers?: Readonly<Record<string, string>>
  readonly key: string
}

/** Beside the question: what `authorize` gives for the endpoint, and when nobody waits for the answer any more. */
export interface SignContext {
  readonly headers: Headers
  readonly signal: AbortSignal
}

/**
 * In place of a request that would store bytes (`put`, `part`): the service compares no SHA-256, so `Content-MD5` is to be signed. The
 * same question comes again with `md5`, and so do all later ones.
 */
export interface Md5Wanted {
  readonly contentMd5: true
}

/** Signs one request to the bucket. */
export type Sign = (
  request: SignRequest,
  context: SignContext,
) => SignedRequest | Md5Wanted | Promise<SignedRequest | Md5Wanted>

/** A signer answers with a request to make; or, where it has made that itself, with what came of it. */
export type SignerAnswer =
  | {
      readonly is: 'signed'
      readonly signed: SignedRequest
      readonly isRelay?: boolean
      /** Of the bytes, base64, where the signer asked for it. */
      readonly md5?: string
    }
  | {
      readonly is: 'done'
      readonly answer: Answer
      /** Its JSON, where it is a good one. */
      readonly said: Readonly<Record<string, unknown>>
    }

interface AskOptions {
  /** Of what a relay does once. */
  readonly idempotencyKey?: string
  /** What is to be stored: for `put` and `part`. Hashed once more where the signer asks for that. */
  readonly bytes?: Blob
}

/** Asks whoever signs. No byte of a file is in these requests, so what they reject with is never `unknown`. */
export type AskSigner = (
  request: SignRequest,
  job: CallContext,
  options?: AskOptions,
) => Promise<SignerAnswer>

/** What a page sends to a bucket, and nothing that would sign it in anywhere else. */
const SIGNABLE = /^(content-type|content-md5|if-none-match|x-(amz|goog)-[a-z0-9-]{1,64})$/
const MAX_KEY = 1024

const notSigned = (what: string, provider?: { readonly status: number }): SealDropError =>
  new SealDropError('protocol', `The signer gave no signed request: ${what}.`, {
    outcome: 'unsent',
    ...(provider && { provider }),
  })

const MD5_WANTED = 'md5 wanted'
const isMd5Wanted = (value: unknown): boolean => asRecord(value).contentMd5 === true

/** What a signer answered, read with care. Throws `protocol` for anything else; the reason repeats nothing of it. */
const readSigned = (
  value: unknown,
  { key: asked }: Pick<SignRequest, 'key'>,
  prefix = '',
): SignedRequest => {
  const { url, headers = {}, key } = asRecord(value)
  if (typeof key !== 'string' || key === '' || key.length > MAX_KEY) throw notSigned('no key')
  if (asked !== undefined && key !== asked) throw notSigned('it is for another key')
  if (!key.startsWith(prefix)) throw notSigned('its key is not under the prefix')
  if (typeof url !== 'string' || !URL.canParse(url)) throw notSigned('no URL')
  const { protocol, username, password, hash, pathname } = new URL(url)
  if (username || password || hash || !(protocol === 'https:' || isThisMachine(new URL(url))))
    throw notSigned('its URL is no plain https one')
  if (!isPathOf(pathname, key)) throw notSigned('its URL is not that of its key')
  const named = Object.entries(asRecord(headers)).map(
    ([name, text]) => [name.toLowerCase(), text] as const,
  )
  if (!named.every(([name, text]) => SIGNABLE.test(name) && isHeaderValue(text)))
    throw notSigned('a header that no bucket needs')
  return { url, key, headers: Object.fromEntries(named) as Record<string, string> }
}

const isPathOf = (pathname: string, key: string): boolean => {
  try {
    return decodeURIComponent(pathname).endsWith(`/${key}`)
  } catch {
    return false
  }
}

const isHeaderValue = (text: unknown): boolean =>
  typeof text === 'string' && /^[\x20-\x7e]{1,1024}$/.test(text)

/** Whatever became of a question: no byte of a file was in it. */
const withoutFile = (thrown: unknown): unknown => {
  if (!isSealDropError(thrown) || thrown.outcome !== 'unknown') return thrown
  return new SealDropError(thrown.code, thrown.message, { ...thrown.facts, outcome: 'unsent' })
}

/** Asks the site's function. What that throws is most likely of its own request. */
const askFunction = async (
  sign: Sign,
  request: SignRequest,
  context: SignContext,
): Promise<unknown> => {
  try {
    return await orAborted(Promise.resolve(sign(request, context)), context.signal)
  } catch (cause) {
    context.signal.throwIfAborted()
    if (isSealDropError(cause)) throw cause
    const code = navigator.onLine === false ? 'offline' : 'network'
    const facts = { retryable: true, outcome: 'unsent', cause } as const
    throw new SealDropError(code, 'sign did not give a signed request.', facts)
  }
}

/** Asks the site's function, or `POST <endpoint>/<operation>` with the question as JSON. */
export const createSigner = (
  { sign, prefix }: { readonly sign?: Sign | undefined; readonly prefix?: string | undefined },
  target: ApiTarget,
): AskSigner => {
  const api = createApi(target)
  const ask = async (
    request: SignRequest,
    job: CallContext,
    { idempotencyKey }: AskOptions,
  ): Promise<SignerAnswer | typeof MD5_WANTED> => {
    const { signal = neverAborted } = job
    if (sign) {
      const url = target.endpoint
      const headers = await (job.headers?.('POST', url, signal) ??
        askHeaders(target, 1, signal, 'POST', url))
      const given = await askFunction(sign, request, { headers, signal })
      if (isMd5Wanted(given)) return MD5_WANTED
      return { is: 'signed', signed: readSigned(given, request, prefix) }
    }
    const headers = {
      'content-type': 'application/json',
      ...(idempotencyKey !== undefined && { 'idempotency-key': `"${idempotencyKey}"` }),
    }
    const { operation, ...question } = request
    const body = new Blob([JSON.stringify(question)])
    const answer = await api('POST', `/${operation}`, contextOf(job), { headers, body })
    const isRelay = answer.header(RELAY_HEADER) !== null
    const isGood = answer.status >= 200 && answer.status <= 299
    const said = isGood ? asRecord(jsonOf(answer)) : {}
    if (isRelay && !['put', 'part'].includes(operation)) return { is: 'done', answer, said }
    if (!isGood) throw statusError(answer, { code: sanitizeText(asRecord(jsonOf(answer)).code) })
    if (isMd5Wanted(said)) return MD5_WANTED
    return { is: 'signed', signed: readSigned(said, request, prefix), isRelay }
  }
  let wantsMd5 = false
  const askWithMd5: AskSigner = async (request, job, options = {}) => {
    const { bytes } = options
    if (!wantsMd5 || !bytes) {
      const answered = await ask(request, job, options)
      if (answered !== MD5_WANTED) return answered
      if (!bytes) throw notSigned('it wants the MD5 of no bytes')
      wantsMd5 = true
    }
    const md5 = await contentMd5(bytes, job.signal ?? neverAborted)
    const answered = await ask({ ...request, md5 }, job, options)
    if (answered === MD5_WANTED) throw notSigned('it has the MD5 already')
    return { ...answered, md5 }
  }
  return async (...given) => {
    try {
      return await askWithMd5(...given)
    } catch (thrown) {
      throw withoutFile(thrown)
    }
  }
}
