import { asRecord } from '../../core/answer.ts'
import { fromBase64, toBase64 } from '../../core/base64.ts'
import { fromHex, hex } from '../../core/bytes.ts'
import { isUuid } from '../../core/provider-id.ts'
import { badCredentials, HttpError } from '../../core/relay/http-error.ts'
import type {
  RelayCall,
  RelayProvider,
  Route,
  RoutesOptions,
  UpstreamAnswer,
  UpstreamRequest,
} from '../../core/relay/route.ts'
import { MAX_PART_BYTES, MAX_PARTS, MIN_PART_BYTES, partRange } from '../../core/s3-parts.ts'
import {
  completionOf,
  errorCodeIn,
  isChecksum,
  isCompleted,
  isETag,
  isMd5,
  partsIn,
  type StoredPart,
  uploadIdIn,
} from '../../core/s3-xml.ts'
import { bucketOf, checkUpstream, type S3Upstream } from './relay-options.ts'
import { presign } from './relay-sign.ts'

export type { S3Credentials, S3Upstream } from './relay-options.ts'

/** As of a body that goes through the relay. */
const MAX_BYTES = 20 * 1024 ** 2 + 64 * 1024
const TYPE = 'application/octet-stream'
/** Of the relay's own requests, which leave at once. */
const OWN_SECONDS = 60
const SIGN_SECONDS = 300

/** What of a signed URL allows anything: the rest says who signed, and what. */
const SECRETS_IN_QUERY = ['X-Amz-Signature', 'X-Amz-Security-Token']

/** The page hashes once more, and asks again. */
const MD5_WANTED = { contentMd5: true }

/** A multipart upload, as only the relay reads it: the page has this encrypted. */
interface Upload {
  readonly key: string
  readonly uploadId: string
  readonly size: number
  readonly partSize: number
}

const refused = (what: string): HttpError =>
  new HttpError(403, `The relay does not sign this: ${what}.`)

const sizeIn = (value: unknown): number => {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw refused('no size')
}

const checksumIn = (value: unknown): string => {
  if (isChecksum(value)) return value
  throw refused('no sha256')
}

const md5In = (value: unknown): string => {
  if (isMd5(value)) return value
  throw refused('no md5')
}

/** The MD5 that an ETag is, in base64 as a page says it; undefined where it is none. Behind a line: the number of parts. */
const md5OfETag = (etag: string | null): string | undefined => {
  const [, digits = '', count = ''] = /^"?([\da-f]{32})(-\d+)?"?$/.exec(etag ?? '') ?? []
  return digits === '' ? undefined : toBase64(fromHex(digits)) + count
}

/** S3's own words name keys, ids of requests and parts of what was signed; a page needs the code alone. */
const visible = ({ text }: UpstreamAnswer): string => {
  const code = errorCodeIn(text)
  return code === undefined ? '' : `<Error><Code>${code}</Code></Error>`
}

const BAD_CREDENTIALS = ['InvalidAccessKeyId', 'SignatureDoesNotMatch', 'InvalidToken']

/**
 * An S3-compatible bucket. No byte of a file comes here: the relay signs what a page stores there, each request for one caller's key, for
 * so many bytes and their checksum. It begins, ends and looks at uploads itself, with its own credentials.
 */
export const s3Routes = (
  upstream: S3Upstream,
  { maxBytes = MAX_BYTES }: RoutesOptions = {},
): RelayProvider => {
  checkUpstream(upstream)
  const { endpoint, prefix = '', signSeconds = SIGN_SECONDS } = upstream
  const { ifNoneMatch = true, contentMd5 = false } = upstream
  const bucket = bucketOf(upstream)
  const never: Readonly<Record<string, string>> = ifNoneMatch ? { 'if-none-match': '*' } : {}

  const sizeOf = (value: unknown): number => {
    const size = sizeIn(value)
    if (size > maxBytes) throw new HttpError(413, `The file is over ${maxBytes} bytes.`)
    return size
  }
  /** The same for one caller and parcel, and nobody else's to know. */
  const keyFor = async ({ ids, client }: RelayCall, asked: Readonly<Record<string, unknown>>) => {
    const { parcel, key } = asked
    if (key !== undefined) return ownKey({ ids, client }, key)
    if (!isUuid(parcel)) throw refused('no parcel')
    return prefix + (await ids.sign(parcel.toLowerCase(), client))
  }
  const ownKey = async (
    { ids, client }: Pick<RelayCall, 'ids' | 'client'>,
    key: unknown,
  ): Promise<string> => {
    const isUnder = typeof key === 'string' && key.length <= 1024 && key.startsWith(prefix)
    const id = isUnder ? await ids.verify(key.slice(prefix.length), client) : undefined
    if (id === undefined || !isUnder) throw refused('the key is not one of yours')
    return key
  }
  const uploadOf = async (call: RelayCall): Promise<Upload> => {
    const { uploadId } = await call.json()
    const text = typeof uploadId === 'string' && uploadId.length <= 8192 ? uploadId : ''
    const known = await call.encryptedIds.decrypt(text, call.client)
    if (known === undefined) throw refused('the upload is not one of yours')
    return JSON.parse(known) as Upload
  }

  /** What the bucket compares with the bytes that arrive; undefined where the page has not told it yet. */
  const checksumFor = ({ sha256, md5 }: Readonly<Record<string, unknown>>) => {
    const header = { 'x-amz-checksum-sha256': checksumIn(sha256) }
    if (!contentMd5) return header
    return md5 === undefined ? undefined : { 'content-md5': md5In(md5) }
  }
  /** A request of the page's own: nothing but these very bytes may be stored. */
  const signPut = async (
    key: string,
    size: number,
    checksum: Readonly<Record<string, string>>,
    { query = {}, headers = {} }: Pick<Parameters<typeof presign>[1], 'query' | 'headers'> = {},
  ) => {
    const signed = await presign(bucket, {
      method: 'PUT',
      key,
      query,
      headers: {
        'content-length': String(size),
        'content-type': TYPE,
        ...checksum,
        ...headers,
      },
      seconds: signSeconds,
    })
    return { ...signed, key }
  }
  /** A request of the relay's own. */
  const own = async (
    method: string,
    key: string,
    query: Readonly<Record<string, string>>,
    {
      headers: more = {},
      body,
    }: { headers?: Readonly<Record<string, string>>; body?: string } = {},
  ): Promise<UpstreamRequest> => {
    const headers = { 'content-type': body === undefined ? TYPE : 'application/xml', ...more }
    const signed = await presign(bucket, { method, key, query, headers, seconds: OWN_SECONDS })
    const url = new URL(signed.url)
    return {
      method,
      url,
      // Another one in each request: to look for more of its query takes a processor a tenth of a second.
      secrets: SECRETS_IN_QUERY.flatMap(name => url.searchParams.get(name) ?? []),
      headers: signed.headers,
      ...(body !== undefined && { body }),
    }
  }

  const onCreated: Route['onSuccess'] = async ({ text }, call) => {
    const uploadId = uploadIdIn(text)
    if (uploadId === undefined) throw new HttpError(502, 'The bucket began no upload.')
    const asked = await call.json()
    const key = await keyFor(call, asked)
    const upload = { key, uploadId, size: sizeOf(asked.size), partSize: Number(asked.partSize) }
    const id = await call.encryptedIds.encrypt(JSON.stringify(upload), call.client)
    return { created: key, outcome: 'stored', body: { key, uploadId: id } }
  }
  const onListed: Route['onSuccess'] = ({ text }) => {
    const parts = partsIn(text)
    if (!parts) throw new HttpError(502, 'The bucket listed no parts.')
    return { body: { parts } }
  }
  const onCompleted: Route['onSuccess'] = async ({ text }, call) => {
    const { key } = await uploadOf(call)
    if (isCompleted(text)) return { body: { key, completed: true } }
    const code = errorCodeIn(text)
    throw new HttpError(
      502,
      'The bucket did not complete the upload.',
      {},
      code === undefined ? {} : { code },
    )
  }
  const onSeen: Route['onSuccess'] = async ({ headers }, call) => {
    const asked = await call.json()
    const key = await ownKey(call, asked.key)
    const length = headers.get('content-length') ?? ''
    const checksum = headers.get('x-amz-checksum-sha256')
    if (!/^\d{1,15}$/.test(length)) return { body: { key } }
    const size = Number(length)
    const md5 = contentMd5 ? md5OfETag(headers.get('etag')) : undefined
    const isOther =
      (asked.size !== undefined && asked.size !== 0 && asked.size !== size) ||
      (asked.sha256 !== undefined && checksum !== null && asked.sha256 !== checksum) ||
      (asked.md5 !== undefined && md5 !== undefined && asked.md5 !== md5)
    if (isOther) return { body: { key, differs: true } }
    const seen = { size, ...(isChecksum(checksum) && { sha256: hex(fromBase64(checksum)) }) }
    // Where the bucket keeps no checksum, nobody saw that these are the bytes that were signed.
    const uploads = checksum === null && md5 === undefined ? [] : [{ reference: key, ...seen }]
    return { uploads, body: { key, ...seen } }
  }

  const route = (
    operation: string,
    more: Omit<Route, 'method' | 'path' | 'operation' | 'allowedByDefault'>,
  ): Route => ({
    method: 'POST',
    path: operation,
    operation,
    allowedByDefault: true,
    ...more,
  })

  return {
    endpoint,
    routes: [
      route('put', {
        allowsBytes: true,
        async localAnswer(call) {
          const asked = await call.json()
          const size = sizeOf(asked.size)
          const checksum = checksumFor(asked)
          if (!checksum) return MD5_WANTED
          return signPut(await keyFor(call, asked), size, checksum, { headers: never })
        },
      }),
      route('part', {
        async localAnswer(call) {
          const asked = await call.json()
          const { key, uploadId, size, partSize } = await uploadOf(call)
          const part = Number(asked.part)
          const range = partRange(size, partSize, part)
          if (!range) throw refused('the upload has no such part')
          const query = { partNumber: String(part), uploadId }
          const checksum = checksumFor(asked)
          if (!checksum) return MD5_WANTED
          return signPut(key, range.end - range.start, checksum, { query })
        },
      }),
      route('create', {
        // What another one would leave behind has no byte, and a rule of the bucket ends it.
        once: { isHarmlessAgain: true },
        async upstreamRequest(call) {
          const asked = await call.json()
          const size = sizeOf(asked.size)
          const partSize = sizeIn(asked.partSize)
          const isFit =
            partSize >= MIN_PART_BYTES &&
            partSize <= MAX_PART_BYTES &&
            Math.ceil(size / partSize) <= MAX_PARTS
          if (!isFit) throw refused('parts of that size')
          const headers: Record<string, string> = contentMd5
            ? {}
            : { 'x-amz-checksum-algorithm': 'SHA256' }
          return own('POST', await keyFor(call, asked), { uploads: '' }, { headers })
        },
        onSuccess: onCreated,
      }),
      route('list', {
        async upstreamRequest(call) {
          const { key, uploadId } = await uploadOf(call)
          return own('GET', key, { uploadId })
        },
        onSuccess: onListed,
      }),
      route('complete', {
        async upstreamRequest(call) {
          const { key, uploadId, size, partSize } = await uploadOf(call)
          const parts = wholeParts((await call.json()).parts, size, partSize)
          // Who keeps no SHA-256 may refuse its name.
          const body = completionOf(contentMd5 ? parts.map(({ sha256: _, ...it }) => it) : parts)
          return own('POST', key, { uploadId }, { headers: never, body })
        },
        onSuccess: onCompleted,
      }),
      route('abort', {
        async upstreamRequest(call) {
          const { key, uploadId } = await uploadOf(call)
          return own('DELETE', key, { uploadId })
        },
      }),
      route('head', {
        async upstreamRequest(call) {
          const key = await ownKey(call, (await call.json()).key)
          return own('HEAD', key, {}, { headers: { 'x-amz-checksum-mode': 'ENABLED' } })
        },
        onSuccess: onSeen,
      }),
    ],
    requestHeaders: [],
    responseHeaders: [],
    credentials: async () => ({}),
    // S3 answers 403, and for a token 400.
    ownRefusal: (_, { status, text }) =>
      (status === 400 || status === 403) && BAD_CREDENTIALS.includes(errorCodeIn(text) ?? '')
        ? badCredentials('providers.s3')
        : undefined,
    visible,
    secrets: bucket.secrets,
  }
}

/** All parts of an upload, in order. Throws 403 for any other list. */
const wholeParts = (value: unknown, size: number, partSize: number): readonly StoredPart[] => {
  const parts = (Array.isArray(value) ? value : []).map((one: unknown): StoredPart => {
    const { part, etag, sha256 } = asRecord(one)
    if (!isETag(etag) || !isChecksum(sha256)) throw refused('what completes an upload')
    return { part: Number(part), etag, sha256 }
  })
  const isWhole =
    parts.length === Math.ceil(size / partSize) && parts.every(({ part }, at) => part === at + 1)
  if (!isWhole) throw refused('another number of parts')
  return parts
}
