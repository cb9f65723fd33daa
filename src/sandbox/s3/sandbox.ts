import { createHash, randomUUID } from 'node:crypto'
import { createRecipient } from '../recipient.ts'
import type { ReceivedUpload, Sandbox, StartOptions } from '../sandbox.ts'
import { json, type RecordedRequest, type Reply, startServer } from '../server.ts'
import { Bucket, failed, type UnfinishedUpload } from './bucket.ts'
import { refusalOf } from './signature.ts'
import { createSigningServer } from './signer.ts'
import { type S3Switches, s3Defaults } from './switches.ts'

export interface S3Sandbox extends Sandbox<S3Switches> {
  /**
   * `<url>/signer`: a site's own server that signs, behind a bearer token. It signs for the host that it is asked at, so that a proxy that
   * keeps `Host` may stand before it.
   */
  readonly endpoint: string
  readonly upstream: {
    readonly endpoint: string
    readonly bucket: string
    readonly region: string
    readonly accessKeyId: string
    readonly secretAccessKey: string
    readonly prefix: string
  }
  readonly token: string
  readonly recipient: string
  /** Multipart uploads that were begun and not ended. */
  unfinished(): readonly UnfinishedUpload[]
  /** Ends them, as a rule of the bucket does. */
  dropUploads(): void
  /** What the identity opens one object to, out of its PDF wrapper where it has one. Rejects where it does not. */
  plaintext(key: string): Promise<Buffer>
}

const SIGNER = '/signer/'
const BUCKET = 'papers'
const REGION = 'eu-central-1'
const PREFIX = 'uploads/'

const KINDS: Readonly<Record<string, string>> = {
  PUT: 'upload',
  HEAD: 'head',
  POST: 'multipart',
  DELETE: 'abort',
}
const kindOf = (method: string, path: string): string => {
  if (path.startsWith(SIGNER)) return 'sign'
  if (method !== 'GET') return KINDS[method] ?? 'other'
  return new URL(path, 'http://sandbox').searchParams.has('uploadId') ? 'list' : 'download'
}

const HEADERS =
  'Content-MD5, Content-Type, If-None-Match, x-amz-checksum-algorithm, x-amz-checksum-mode, x-amz-checksum-sha256'

/**
 * One bucket, as S3 documents it: signatures in the query, with all that S3 demands of them, conditions, checksums, parts. Beside it a
 * server that signs, as a site of its own may have.
 */
export const startS3 = async (options: StartOptions = {}): Promise<S3Sandbox> => {
  const token = `demo-${randomUUID()}`
  const credentials = {
    accessKeyId: `AKIA${randomUUID().slice(0, 8).toUpperCase()}`,
    secretAccessKey: `${randomUUID()}${randomUUID()}`.replaceAll('-', ''),
  }
  const signer = { ...credentials, region: REGION }
  const { recipient, open } = await createRecipient()
  const bucket = new Bucket(() => server.switches)
  const sign = createSigningServer(
    signer,
    (key, host) => {
      const url = new URL(`${server.url}/${BUCKET}/${key}`)
      if (host !== undefined) {
        url.port = ''
        url.host = host
      }
      return url.href
    },
    PREFIX,
    () => server.switches.contentMd5,
  )

  const keyIn = (pathname: string): string | undefined => {
    const [, name, ...rest] = decodeURIComponent(pathname).split('/')
    return name === BUCKET && rest.length > 0 ? rest.join('/') : undefined
  }
  const answer = async (request: RecordedRequest): Promise<Reply> => {
    const { method, path, headers } = request
    const { pathname } = new URL(path, 'http://sandbox')
    if (pathname.startsWith(SIGNER)) {
      if (headers.authorization !== `Bearer ${token}`) return json(401, { code: 'no_token' })
      return method === 'POST'
        ? sign(request, pathname.slice(SIGNER.length))
        : json(405, { code: 'post_only' })
    }
    const key = keyIn(pathname)
    if (key === undefined) return failed('NoSuchBucket')
    const refusal = refusalOf(request, signer, Date.now() + server.switches.skewMs)
    if (refusal) return failed(refusal.code, refusal.message)
    return bucket.answer(key, request)
  }

  const sealed = (key: string): Buffer => {
    const stored = bucket.objects.get(key)
    if (!stored) throw new Error(`No object ${key}.`)
    return stored.body
  }
  const received = (): readonly ReceivedUpload[] =>
    [...bucket.objects].map(([id, { body }]) => ({
      id,
      wireName: '',
      size: body.length,
      sha256: createHash('sha256').update(body).digest('hex'),
    }))

  const server = await startServer<S3Switches>(
    {
      defaults: s3Defaults,
      kind: kindOf,
      answer,
      controls: { 'GET received': received, 'GET unfinished': () => bucket.unfinished },
      cors: {
        methods: 'PUT, POST, GET, HEAD, DELETE, OPTIONS',
        allowHeaders: `Authorization, Idempotency-Key, ${HEADERS}`,
        exposeHeaders: 'ETag, Retry-After, x-amz-checksum-sha256',
        // What the README asks for where a relay signs: a page only puts.
        recorded: {
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Allow-Methods': 'PUT',
          'Access-Control-Allow-Headers': 'Content-Type, If-None-Match, x-amz-checksum-sha256',
          'Access-Control-Max-Age': '0',
        },
      },
      reset: () => bucket.clear(),
    },
    options.port,
  )

  const endpoint = `${server.url}${SIGNER.slice(0, -1)}`
  return {
    url: server.url,
    endpoint,
    options: { origins: [server.url] },
    direct: { headers: { Authorization: `Bearer ${token}` }, options: {} },
    upstream: { endpoint: server.url, bucket: BUCKET, ...signer, prefix: PREFIX },
    secrets: [token, credentials.secretAccessKey],
    about:
      'Encrypted with age, straight into a bucket: each request was signed for these very bytes, and nothing is overwritten.',
    token,
    recipient,
    received,
    unfinished: () => bucket.unfinished,
    dropUploads: () => bucket.dropUploads(),
    sealed,
    plaintext: async key => open(sealed(key)),
    requests: server.requests,
    flip: server.flip,
    closeIdleConnections: server.closeIdleConnections,
    reset: server.reset,
    close: server.close,
  }
}
