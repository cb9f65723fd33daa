import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Who may sign, and for where. */
export interface Signer {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly region: string
}

/** A request, as far as it is signed. */
export interface Signable {
  readonly method: string
  /** Path and query, as on the wire. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
}

const ALGORITHM = 'AWS4-HMAC-SHA256'
/** How far a clock may be ahead. */
const MAX_AHEAD_MS = 15 * 60_000
const MAX_SECONDS = 604_800

const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest()
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** RFC 3986: all but the unreserved characters. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )

const decodedPath = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

/** As S3 describes it: docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html. */
const signatureOf = (
  { method, path, headers }: Signable,
  { secretAccessKey }: Signer,
  scope: string,
  date: string,
  signedHeaders: readonly string[],
): string => {
  const { pathname, searchParams } = new URL(path, 'http://bucket')
  const query = [...searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encoded(name), encoded(value)] as const)
    .sort(([a, c], [b, d]) => (a < b ? -1 : a > b ? 1 : c < d ? -1 : c > d ? 1 : 0))
    .map(pair => pair.join('='))
    .join('&')
  const canonical = [
    method,
    (decodedPath(pathname) ?? pathname).split('/').map(encoded).join('/'),
    query,
    ...signedHeaders.map(
      name =>
        `${name}:${String(headers[name] ?? '')
          .trim()
          .replace(/ +/g, ' ')}`,
    ),
    '',
    signedHeaders.join(';'),
    'UNSIGNED-PAYLOAD',
  ].join('\n')
  const [day = '', region = '', service = '', end = ''] = scope.split('/')
  const key = [day, region, service, end].reduce<string | Buffer>(
    (part, text) => hmac(part, text),
    `AWS4${secretAccessKey}`,
  )
  return hmac(key, [ALGORITHM, date, scope, sha256(canonical)].join('\n')).toString('hex')
}

/** As `20261129T081500Z`. */
const stampOf = (ms: number): string => new Date(ms).toISOString().replace(/[:-]|\.\d{3}/g, '')

const msOf = (stamp: string): number => {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp) ?? []
  const [year, month, day, hour, minute, second] = parts.map(Number)
  return Date.UTC(year ?? Number.NaN, (month ?? 0) - 1, day, hour, minute, second)
}

/** Why S3 refuses a request: its code, and its words where those matter. */
export interface Refusal {
  readonly code: string
  readonly message: string
}

const denied = (message: string): Refusal => ({ code: 'AccessDenied', message })
const mismatch: Refusal = {
  code: 'SignatureDoesNotMatch',
  message: 'The request signature we calculated does not match the signature you provided.',
}

/** Undefined where the request was signed by this signer, with all that S3 demands, and is not over. */
export const refusalOf = (request: Signable, signer: Signer, now: number): Refusal | undefined => {
  const { searchParams: query } = new URL(request.path, 'http://bucket')
  const get = (name: string): string => query.get(`X-Amz-${name}`) ?? ''
  if (get('Signature') === '') return denied('Access Denied')
  const names = ['Algorithm', 'Credential', 'Date', 'Expires', 'SignedHeaders', 'Signature']
  if (names.some(name => query.getAll(`X-Amz-${name}`).length !== 1))
    return { code: 'AuthorizationQueryParametersError', message: 'Parameters are missing.' }
  const [accessKeyId, ...scope] = get('Credential').split('/')
  if (accessKeyId !== signer.accessKeyId)
    return { code: 'InvalidAccessKeyId', message: 'The access key ID does not exist.' }
  const date = get('Date')
  const seconds = Number(get('Expires'))
  const isScope = scope.join('/') === `${date.slice(0, 8)}/${signer.region}/s3/aws4_request`
  const isTimed = Number.isInteger(seconds) && seconds > 0 && seconds <= MAX_SECONDS
  if (get('Algorithm') !== ALGORITHM || !isScope || !isTimed || Number.isNaN(msOf(date)))
    return { code: 'AuthorizationQueryParametersError', message: 'Parameters are wrong.' }
  if (msOf(date) > now + MAX_AHEAD_MS) return denied('Request is not valid yet')
  if (now > msOf(date) + seconds * 1000) return denied('Request has expired')
  const signed = get('SignedHeaders').split(';')
  const present = Object.keys(request.headers)
  const must = ['host', ...present.filter(name => /^x-amz-/.test(name))]
  if (!must.every(name => signed.includes(name)))
    return denied('There were headers present in the request which were not signed')
  const expected = Buffer.from(signatureOf(request, signer, scope.join('/'), date, signed))
  const given = Buffer.from(get('Signature'))
  const isSame = expected.length === given.length && timingSafeEqual(expected, given)
  return isSame ? undefined : mismatch
}

/** The URL that allows one request. `headers`: all that are signed, beside `host`. */
export const signUrl = (
  {
    method,
    url,
    headers,
  }: { method: string; url: string; headers: Readonly<Record<string, string>> },
  signer: Signer,
  now: number,
  seconds: number,
): string => {
  const signed = new URL(url)
  const date = stampOf(now)
  const scope = `${date.slice(0, 8)}/${signer.region}/s3/aws4_request`
  const names = ['host', ...Object.keys(headers)].sort()
  const query = {
    Algorithm: ALGORITHM,
    Credential: `${signer.accessKeyId}/${scope}`,
    Date: date,
    Expires: String(seconds),
    SignedHeaders: names.join(';'),
  }
  for (const [name, value] of Object.entries(query)) signed.searchParams.set(`X-Amz-${name}`, value)
  const { pathname, search, host } = signed
  const request = { method, path: pathname + search, headers: { ...headers, host } }
  signed.searchParams.set('X-Amz-Signature', signatureOf(request, signer, scope, date, names))
  return signed.href
}
