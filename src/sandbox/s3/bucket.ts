import { createHash, randomUUID } from 'node:crypto'
import type { RecordedRequest, Reply } from '../server.ts'
import type { S3Switches } from './switches.ts'

interface StoredObject {
  readonly body: Buffer
  /** As S3 says it: of the whole, or of its parts' and their number. */
  readonly checksum: string
  readonly etag: string
}

interface Part {
  readonly body: Buffer
  readonly etag: string
  readonly sha256: string
}

/** A multipart upload that is no object yet. */
export interface UnfinishedUpload {
  readonly key: string
  /** Numbers of those that arrived. */
  readonly parts: readonly number[]
  /** Bytes that arrived. */
  readonly size: number
}

interface Upload {
  readonly key: string
  readonly parts: Map<number, Part>
}

/** S3 takes no smaller part but the last one. */
const MIN_PART_BYTES = 5 * 1024 ** 2

const hashOf = (algorithm: 'sha256' | 'md5', bytes: Buffer): Buffer =>
  createHash(algorithm).update(bytes).digest()
const base64 = (bytes: Buffer): string => hashOf('sha256', bytes).toString('base64')
const etagOf = (bytes: Buffer): string => `"${hashOf('md5', bytes).toString('hex')}"`

const xml = (status: number, body: string): Reply => ({
  status,
  headers: { 'Content-Type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}`,
})

const STATUSES: Readonly<Record<string, number>> = {
  BadDigest: 400,
  ConditionalRequestConflict: 409,
  EntityTooSmall: 400,
  InternalError: 500,
  InvalidPart: 400,
  InvalidPartOrder: 400,
  InvalidRequest: 400,
  MalformedXML: 400,
  MethodNotAllowed: 405,
  NoSuchKey: 404,
  NoSuchUpload: 404,
  NotImplemented: 501,
  PreconditionFailed: 412,
  RequestTimeTooSkewed: 403,
  SlowDown: 503,
}

const errorXml = (code: string, message: string): string =>
  `<Error><Code>${code}</Code><Message>${message}</Message><RequestId>${randomUUID()}</RequestId></Error>`

export const failed = (code: string, message = 'Refused.'): Reply =>
  xml(STATUSES[code] ?? 403, errorXml(code, message))

const NAMESPACE = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"'
const quoted = (etag: string): string => etag.replaceAll('"', '&quot;')

/** One bucket: objects, multipart uploads, checksums and conditions, as S3 has them. Signatures were judged before. */
export class Bucket {
  readonly #objects = new Map<string, StoredObject>()
  readonly #uploads = new Map<string, Upload>()
  readonly #switches: () => S3Switches

  constructor(switches: () => S3Switches) {
    this.#switches = switches
  }

  clear(): void {
    this.#objects.clear()
    this.#uploads.clear()
  }

  get objects(): ReadonlyMap<string, StoredObject> {
    return this.#objects
  }

  /** Multipart uploads that were begun and not ended. */
  get unfinished(): readonly UnfinishedUpload[] {
    return [...this.#uploads.values()].map(({ key, parts }) => ({
      key,
      parts: [...parts.keys()],
      size: [...parts.values()].reduce((sum, { body }) => sum + body.length, 0),
    }))
  }

  /** Ends every multipart upload, as a rule of the bucket does with old ones. */
  dropUploads(): void {
    this.#uploads.clear()
  }

  answer(key: string, { method, path, headers, body }: RecordedRequest): Reply {
    const { searchParams: query } = new URL(path, 'http://bucket')
    const uploadId = query.get('uploadId')
    const said = this.#switches().says
    if (said !== '' && method === 'PUT') return failed(said)
    if (!this.#switches().conditions && headers['if-none-match'] !== undefined)
      return failed(
        'NotImplemented',
        'A header you provided implies functionality that is not implemented',
      )
    if (method === 'HEAD') return this.#head(key, headers['x-amz-checksum-mode'] === 'ENABLED')
    if (method === 'POST' && query.has('uploads')) return this.#create(key)
    if (method === 'PUT' && uploadId === null) {
      const isWrong = this.#wrongBytes(body, headers)
      return isWrong ?? this.#store(key, body, headers['if-none-match'] === '*')
    }
    if (method === 'GET' && uploadId === null) return this.#get(key)
    const upload = this.#uploads.get(uploadId ?? '')
    if (!upload || upload.key !== key) return failed('NoSuchUpload')
    if (method === 'PUT')
      return (
        this.#wrongBytes(body, headers) ?? this.#part(upload, Number(query.get('partNumber')), body)
      )
    if (method === 'GET') return this.#list(upload)
    if (method === 'DELETE') {
      this.#uploads.delete(uploadId ?? '')
      return { status: 204 }
    }
    if (method === 'POST')
      return this.#complete(
        uploadId ?? '',
        upload,
        body.toString(),
        headers['if-none-match'] === '*',
      )
    return failed('MethodNotAllowed')
  }

  #wrongBytes(body: Buffer, headers: RecordedRequest['headers']): Reply | undefined {
    const sha256 = headers['x-amz-checksum-sha256']
    if (this.#switches().checksums && sha256 !== undefined && sha256 !== base64(body))
      return failed('BadDigest', 'The SHA256 you specified did not match the calculated checksum.')
    const md5 = headers['content-md5']
    if (md5 !== undefined && md5 !== hashOf('md5', body).toString('base64'))
      return failed('BadDigest', 'The Content-MD5 you specified did not match what we received.')
    return undefined
  }

  #store(key: string, body: Buffer, onlyNew: boolean): Reply {
    if (onlyNew && this.#objects.has(key)) return failed('PreconditionFailed')
    const stored = { body, checksum: base64(body), etag: etagOf(body) }
    this.#objects.set(key, stored)
    return { status: 200, headers: this.#saying(stored) }
  }

  #saying({ etag, checksum }: Pick<StoredObject, 'etag' | 'checksum'>): Record<string, string> {
    return { ETag: etag, ...(this.#switches().checksums && { 'x-amz-checksum-sha256': checksum }) }
  }

  #head(key: string, withChecksum: boolean): Reply {
    if (!this.#switches().readable) return { status: 403 }
    const found = this.#objects.get(key)
    if (!found) return { status: 404 }
    const { ETag = '', ...checksum } = this.#saying(found)
    const headers = { ETag, 'Content-Length': String(found.body.length) }
    return { status: 200, headers: withChecksum ? { ...headers, ...checksum } : headers }
  }

  #get(key: string): Reply {
    if (!this.#switches().readable) return failed('AccessDenied')
    const found = this.#objects.get(key)
    if (!found) return failed('NoSuchKey')
    const { ETag = '' } = this.#saying(found)
    const headers = { ETag, 'Content-Type': 'application/octet-stream' }
    return { status: 200, headers, body: found.body }
  }

  #create(key: string): Reply {
    const id = randomUUID()
    this.#uploads.set(id, { key, parts: new Map() })
    return xml(
      200,
      `<InitiateMultipartUploadResult ${NAMESPACE}><Key>${key}</Key><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
    )
  }

  #part({ parts }: Upload, part: number, body: Buffer): Reply {
    if (!Number.isInteger(part) || part < 1 || part > 10_000) return failed('InvalidRequest')
    const stored = { body, etag: etagOf(body), sha256: base64(body) }
    parts.set(part, stored)
    return { status: 200, headers: this.#saying({ etag: stored.etag, checksum: stored.sha256 }) }
  }

  #list({ key, parts }: Upload): Reply {
    const listed = [...parts]
      .sort(([a], [b]) => a - b)
      .map(([part, { body, etag, sha256 }]) => {
        const checksum = this.#switches().checksums
          ? `<ChecksumSHA256>${sha256}</ChecksumSHA256>`
          : ''
        return `<Part><PartNumber>${part}</PartNumber><ETag>${quoted(etag)}</ETag><Size>${body.length}</Size>${checksum}</Part>`
      })
    return xml(
      200,
      `<ListPartsResult ${NAMESPACE}><Key>${key}</Key>${listed.join('')}</ListPartsResult>`,
    )
  }

  #complete(id: string, { key, parts }: Upload, asked: string, onlyNew: boolean): Reply {
    if (onlyNew && this.#objects.has(key)) return failed('PreconditionFailed')
    if (!this.#switches().checksums && asked.includes('<ChecksumSHA256>'))
      return failed('MalformedXML')
    const named = asked.split('<Part>').slice(1)
    const chosen: Part[] = []
    let latest = 0
    for (const text of named) {
      const number = Number(/<PartNumber>(\d+)<\/PartNumber>/.exec(text)?.[1])
      const etag = /<ETag>([^<]*)<\/ETag>/.exec(text)?.[1]?.replaceAll('&quot;', '"')
      const sha256 = /<ChecksumSHA256>([^<]*)<\/ChecksumSHA256>/.exec(text)?.[1]
      const part = parts.get(number)
      if (number <= latest) return failed('InvalidPartOrder')
      if (!part || part.etag !== etag || (sha256 ?? part.sha256) !== part.sha256)
        return failed('InvalidPart')
      latest = number
      chosen.push(part)
    }
    if (chosen.length === 0) return failed('MalformedXML')
    if (chosen.slice(0, -1).some(({ body }) => body.length < MIN_PART_BYTES))
      return failed('EntityTooSmall')
    // S3 has sent its status before it knows.
    if (this.#switches().errorInside) return xml(200, errorXml('InternalError', 'Try again.'))
    const hashes = Buffer.concat(chosen.map(({ sha256 }) => Buffer.from(sha256, 'base64')))
    const md5s = Buffer.concat(chosen.map(part => hashOf('md5', part.body)))
    const body = Buffer.concat(chosen.map(part => part.body))
    this.#objects.set(key, {
      body,
      checksum: `${base64(hashes)}-${chosen.length}`,
      etag: `"${hashOf('md5', md5s).toString('hex')}-${chosen.length}"`,
    })
    this.#uploads.delete(id)
    return xml(
      200,
      `<CompleteMultipartUploadResult ${NAMESPACE}><Key>${key}</Key></CompleteMultipartUploadResult>`,
    )
  }
}
