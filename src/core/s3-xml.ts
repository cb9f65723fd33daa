/** One part of a multipart upload, as S3 knows it. */
export interface StoredPart {
  /** From 1 up. */
  readonly part: number
  /** As S3 gave it, with its quotation marks. */
  readonly etag: string
  /** Bytes; absent where S3 did not say so. */
  readonly size?: number
  /** SHA-256, base64; absent where the server keeps none. */
  readonly sha256?: string
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&#x22;': '"',
  '&apos;': "'",
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
}

/** An answer's own root element, or undefined where it is no XML. */
const rootOf = (xml: string): string | undefined =>
  /^\s*(?:<\?xml[^<>]{0,200}\?>\s*)?<([A-Za-z]{1,64})[\s>]/.exec(xml.slice(0, 1000))?.[1]

/** The text of the first element of this name; undefined where that is missing, long, or holds more than text. */
const textIn = (xml: string, name: string): string | undefined => {
  const at = xml.indexOf(`<${name}>`)
  if (at < 0) return undefined
  const text = xml.slice(at + name.length + 2, at + name.length + 2 + 1100)
  const end = text.indexOf(`</${name}>`)
  if (end < 0 || /[<>]/.test(text.slice(0, end))) return undefined
  return text.slice(0, end).replace(/&#?\w{1,4};/g, entity => ENTITIES[entity] ?? entity)
}

/**
 * S3's own code of an error, such as `SlowDown`; undefined where the answer is not one. Nothing else of it is read: messages name keys and
 * parts of what was signed.
 */
export const errorCodeIn = (xml: string): string | undefined => {
  const code = rootOf(xml) === 'Error' ? textIn(xml, 'Code') : undefined
  return code !== undefined && /^[\w.]{1,64}$/.test(code) ? code : undefined
}

/** Whether an error says that what was signed is over. S3 gives it the code of any refusal, and tells it apart by words alone. */
export const saysExpired = (xml: string): boolean =>
  errorCodeIn(xml) === 'AccessDenied' && textIn(xml, 'Message') === 'Request has expired'

/** What S3 calls a multipart upload that it has just created. */
export const uploadIdIn = (xml: string): string | undefined => {
  if (rootOf(xml) !== 'InitiateMultipartUploadResult') return undefined
  const id = textIn(xml, 'UploadId')
  return id !== undefined && /^[\w.~+/=-]{1,1024}$/.test(id) ? id : undefined
}

/** Whether a multipart upload is an object now. S3 may answer 200 before it knows, with an error inside. */
export const isCompleted = (xml: string): boolean => rootOf(xml) === 'CompleteMultipartUploadResult'

/** An ETag that goes back to S3 as it came. */
export const isETag = (value: unknown): value is string =>
  typeof value === 'string' && /^"?[\w+/=-]{1,128}"?$/.test(value)

/** A SHA-256 as S3 writes it: the base64 of 32 bytes. */
export const isChecksum = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9+/]{43}=$/.test(value)

/** An MD5 as `Content-MD5` has it: the base64 of 16 bytes. */
export const isMd5 = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9+/]{22}==$/.test(value)

/** The parts that arrived; undefined where the answer is no list of parts. What is not whole in it is left out: that part is sent again. */
export const partsIn = (xml: string): readonly StoredPart[] | undefined => {
  if (rootOf(xml) !== 'ListPartsResult') return undefined
  const [, ...pieces] = xml.split('<Part>')
  return pieces.flatMap(piece => {
    const end = piece.indexOf('</Part>')
    if (end < 0) return []
    const text = piece.slice(0, end)
    const part = Number(textIn(text, 'PartNumber'))
    const size = Number(textIn(text, 'Size') ?? Number.NaN)
    const etag = textIn(text, 'ETag')
    const sha256 = textIn(text, 'ChecksumSHA256')
    if (!Number.isInteger(part) || part < 1 || !isETag(etag)) return []
    return [
      {
        part,
        etag,
        ...(Number.isInteger(size) && size >= 0 && { size }),
        ...(isChecksum(sha256) && { sha256 }),
      },
    ]
  })
}

/** What completes a multipart upload. Give ETags and checksums that `isETag` and `isChecksum` let pass. */
export const completionOf = (parts: readonly StoredPart[]): string =>
  `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${parts
    .map(({ part, etag, sha256 }) => {
      const checksum = sha256 === undefined ? '' : `<ChecksumSHA256>${sha256}</ChecksumSHA256>`
      return `<Part>${checksum}<ETag>${etag.replaceAll('"', '&quot;')}</ETag><PartNumber>${part}</PartNumber></Part>`
    })
    .join('')}</CompleteMultipartUpload>`
