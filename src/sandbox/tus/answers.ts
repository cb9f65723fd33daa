import { createHash } from 'node:crypto'
import type { FaultSwitches } from '../faults.ts'
import type { RecordedRequest, Reply } from '../server.ts'
import { isComplete, type TusUpload, type TusUploads } from './uploads.ts'

/** What else can be told to this server. */
export interface TusSwitches extends FaultSwitches {
  /** `spec`: tus 1.0.0 to the letter, all extensions. `tus-node`: as @tus/server 2.4.5 was measured, without checksum and concatenation. */
  readonly personality: 'spec' | 'tus-node'
  readonly place: 'absolute' | 'path' | 'relative' | 'elsewhere' | 'script' | 'missing'
  /** What `Tus-Checksum-Algorithm` lists; the extension is off when it is empty. */
  readonly checksums: readonly string[]
  readonly termination: boolean
  /** Bytes; 0 is no limit. */
  readonly maxSize: number
  /** Seconds after which any upload is gone; 0 is never. */
  readonly expiresSeconds: number
  /** What arrived before a cut is kept, as it should be. */
  readonly keepsParts: boolean
  /** How much of a body is taken. */
  readonly accepts: 'all' | 'half' | 'none'
  /** The next chunk changes on its way, once. */
  readonly corrupts: boolean
  /** What `Upload-Offset` says in answers to PATCH and HEAD. */
  readonly offset: 'true' | 'same' | 'ahead' | 'beyond' | 'words' | 'missing'
  /** What HEAD adds to `Upload-Length`. */
  readonly lengthens: number
  /** The one version of tus it speaks. */
  readonly version: string
  /** Other origins may read its headers. */
  readonly exposes: boolean
}

/** What a server of this personality answers where the text and the deed differ. */
const DIFFERENCES = {
  spec: {
    noVersion: { status: 412, tellsVersion: true },
    otherVersion: { status: 412, tellsVersion: true },
    otherType: 415,
    noType: 415,
    noOffset: 400,
  },
  'tus-node': {
    noVersion: { status: 412, tellsVersion: false },
    otherVersion: { status: 400, tellsVersion: false },
    otherType: 400,
    noType: 403,
    noOffset: 403,
  },
} as const

const OCTETS = 'application/offset+octet-stream'
export const FILES = '/files/'

const plain = (status: number, words = ''): Reply => ({
  status,
  headers: { 'Content-Type': 'text/plain' },
  body: words,
})
const one = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined
const bytesOf = (value: string | undefined): number | undefined =>
  value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : undefined

/** `key base64,key base64`; a value may be left out, a key may not be used twice. */
const isMetadata = (text: string): boolean => {
  const pairs = text.split(',').map(pair => pair.split(' '))
  const keys = pairs.map(([key]) => key)
  return (
    new Set(keys).size === keys.length &&
    pairs.every(
      ([key = '', value = '', ...more]) =>
        /^[!-+\--~]+$/.test(key) && /^[\w+/=]*$/.test(value) && more.length === 0,
    )
  )
}

/** The protocol: one request in, one answer out. */
export const createTusAnswers = (
  uploads: TusUploads,
  now: () => TusSwitches,
  origin: () => string,
  corrupted: () => void,
) => {
  const isSpec = (): boolean => now().personality === 'spec'
  const expiryOf = ({ createdAt }: TusUpload): number => createdAt + now().expiresSeconds * 1000
  const expires = (upload: TusUpload): Readonly<Record<string, string>> => {
    const isTold = now().expiresSeconds > 0 && (isSpec() || !isComplete(upload))
    return isTold ? { 'Upload-Expires': new Date(expiryOf(upload)).toUTCString() } : {}
  }
  const locationOf = ({ id }: TusUpload): Readonly<Record<string, string>> => {
    const { place } = now()
    const elsewhere = origin().replace('127.0.0.1', 'localhost')
    const places = {
      absolute: `${origin()}${FILES}${id}`,
      path: `${FILES}${id}`,
      relative: id,
      elsewhere: `${elsewhere}/_sandbox/elsewhere?${id}`,
      script: `javascript:void '${id}'`,
    }
    return place === 'missing' ? {} : { Location: places[place] }
  }

  /** What the checksum says of a body: nothing, that the server cannot tell, or that it is another one. */
  const judge = (claimed: string | undefined, body: Buffer): 400 | 460 | undefined => {
    const { checksums } = now()
    if (claimed === undefined || checksums.length === 0 || !isSpec()) return undefined
    const [name = '', digest] = claimed.split(' ')
    if (!checksums.includes(name)) return 400
    return createHash(name).update(body).digest('base64') === digest ? undefined : 460
  }
  /** What came of a body: changed, shortened or as it was, as the switches say. */
  const arrived = (body: Buffer): Buffer => {
    const { accepts, corrupts } = now()
    if (corrupts && body.length > 0) {
      corrupted()
      const changed = Buffer.from(body)
      changed[0] = (changed[0] ?? 0) ^ 1
      return changed
    }
    return accepts === 'all' ? body : body.subarray(0, accepts === 'half' ? body.length >> 1 : 0)
  }
  const offsetHeader = (upload: TusUpload, before?: number): Readonly<Record<string, string>> => {
    const { offset } = now()
    const at = upload.body.length
    const { length = at } = upload
    const said = { true: at, same: before ?? at, ahead: length, beyond: length + 1, words: 'some' }
    return offset === 'missing' ? {} : { 'Upload-Offset': String(said[offset]) }
  }

  const options = (): Reply => {
    const { checksums, termination, maxSize, version, expiresSeconds } = now()
    const extensions = [
      'creation',
      'creation-with-upload',
      'creation-defer-length',
      ...(termination ? ['termination'] : []),
      ...(expiresSeconds > 0 ? ['expiration'] : []),
      ...(isSpec() ? ['concatenation'] : []),
      ...(isSpec() && checksums.length > 0 ? ['checksum'] : []),
    ]
    return {
      status: 204,
      headers: {
        'Tus-Version': version,
        'Tus-Extension': extensions.join(','),
        ...(maxSize > 0 && { 'Tus-Max-Size': String(maxSize) }),
        ...(isSpec() && checksums.length > 0 && { 'Tus-Checksum-Algorithm': checksums.join(',') }),
      },
    }
  }

  /** `final;url url`: joins parts that are all there and complete. */
  const join = (concat: string, metadata: string | undefined): Reply => {
    const found = concat
      .slice('final;'.length)
      .split(' ')
      .map(url => uploads.find(url.slice(url.lastIndexOf('/') + 1)))
    const bodies = found.flatMap(part =>
      typeof part === 'object' && part.concat === 'partial' && isComplete(part) ? [part.body] : [],
    )
    if (bodies.length !== found.length) return plain(400, 'Parts are missing or unfinished')
    const body = Buffer.concat(bodies)
    const upload = uploads.create({ length: body.length, metadata, concat }, body)
    return { status: 201, headers: locationOf(upload) }
  }

  const create = ({ headers, body }: RecordedRequest): Reply => {
    const { maxSize } = now()
    const metadata = one(headers['upload-metadata'])
    const concat = one(headers['upload-concat'])
    if (concat !== undefined && !isSpec()) return plain(501, 'Concatenation is not supported')
    if (metadata !== undefined && metadata !== '' && !isMetadata(metadata))
      return plain(400, 'Upload-Metadata is invalid')
    const told = one(headers['upload-length'])
    const deferred = one(headers['upload-defer-length'])
    if (concat?.startsWith('final;'))
      return told === undefined
        ? join(concat, metadata)
        : plain(400, 'A final upload has no length')
    const length = bytesOf(told)
    if ((told === undefined) === (deferred === undefined))
      return plain(400, 'Upload-Length required')
    if (told !== undefined && length === undefined) return plain(400, 'Upload-Length is invalid')
    if (deferred !== undefined && deferred !== '1')
      return plain(400, 'Upload-Defer-Length is invalid')
    if (maxSize > 0 && (length ?? 0) > maxSize) return plain(413, 'Maximum size exceeded')
    const isWithUpload = headers['content-type'] === OCTETS
    const refused = isWithUpload ? judge(one(headers['upload-checksum']), body) : undefined
    if (refused) return plain(refused)
    if (isWithUpload && body.length > (length ?? Number.POSITIVE_INFINITY)) return plain(413)
    const first = isWithUpload ? arrived(body) : Buffer.alloc(0)
    const upload = uploads.create({ length, metadata, concat }, first)
    return {
      status: 201,
      headers: {
        ...locationOf(upload),
        ...expires(upload),
        ...(isWithUpload && offsetHeader(upload)),
      },
    }
  }

  const head = (upload: TusUpload): Reply => {
    const { length, metadata, concat } = upload
    return {
      status: 200,
      headers: {
        'Cache-Control': 'no-store',
        ...offsetHeader(upload),
        ...(length === undefined
          ? { 'Upload-Defer-Length': '1' }
          : { 'Upload-Length': String(length + now().lengthens) }),
        ...(metadata !== undefined && { 'Upload-Metadata': metadata }),
        ...(concat !== undefined && { 'Upload-Concat': concat }),
        ...expires(upload),
      },
    }
  }

  const patch = (upload: TusUpload, { headers, body, complete }: RecordedRequest): Reply => {
    const differences = DIFFERENCES[now().personality]
    const type = headers['content-type']
    if (type !== OCTETS)
      return plain(type === undefined ? differences.noType : differences.otherType)
    const offset = bytesOf(one(headers['upload-offset']))
    if (offset === undefined) return plain(differences.noOffset, 'Upload-Offset header required')
    if (upload.concat?.startsWith('final;')) return plain(403, 'A final upload takes no bytes')
    if (offset !== upload.body.length) return plain(409, 'Upload-Offset conflict')
    const declared = bytesOf(one(headers['upload-length']))
    if (declared !== undefined) {
      if (upload.length !== undefined || declared < offset)
        return plain(400, 'Upload-Length is known')
      upload.length = declared
    }
    if (offset + body.length > (upload.length ?? (now().maxSize || Number.POSITIVE_INFINITY)))
      return plain(413, "The upload's size is exceeded")
    const bytes = arrived(body)
    const claimed = one(headers['upload-checksum'])
    // Half a chunk has no checksum: nothing of it can be kept.
    const refused = complete ? judge(claimed, bytes) : claimed && judge(claimed, bytes)
    if (refused) return plain(refused, 'Checksum')
    upload.body = Buffer.concat([upload.body, bytes])
    return { status: 204, headers: { ...offsetHeader(upload, offset), ...expires(upload) } }
  }

  const terminate = (upload: TusUpload): Reply => {
    if (!now().termination) return plain(405)
    uploads.remove(upload.id, 404)
    return { status: 204 }
  }

  const route = (request: RecordedRequest): Reply => {
    const { method, path, headers } = request
    const { version, personality } = now()
    const { noVersion, otherVersion } = DIFFERENCES[personality]
    if (method === 'OPTIONS') return options()
    const asked = headers['tus-resumable']
    if (asked !== version) {
      const { status, tellsVersion } = asked === undefined ? noVersion : otherVersion
      const reply = plain(status, 'Tus-Resumable Required')
      return tellsVersion
        ? { ...reply, headers: { ...reply.headers, 'Tus-Version': version } }
        : reply
    }
    const { pathname } = new URL(path, 'http://sandbox')
    const overridden = isSpec() ? one(headers['x-http-method-override']) : undefined
    const deed = overridden ?? method
    if (pathname === FILES.slice(0, -1) || pathname === FILES)
      return deed === 'POST' ? create(request) : plain(405)
    const upload = uploads.find(pathname.slice(FILES.length))
    if (typeof upload !== 'object') return plain(upload, 'There is no such upload')
    if (now().expiresSeconds > 0 && expiryOf(upload) < Date.now()) {
      uploads.remove(upload.id, 410)
      return plain(410, 'The upload has expired')
    }
    if (deed === 'HEAD') return head(upload)
    if (deed === 'PATCH') return patch(upload, request)
    if (deed === 'DELETE') return terminate(upload)
    return plain(isSpec() ? 405 : 400)
  }

  return (request: RecordedRequest): Reply => {
    const reply = route(request)
    const { exposes, version } = now()
    return {
      ...reply,
      headers: {
        'Tus-Resumable': version,
        ...reply.headers,
        ...(!exposes && { 'Access-Control-Expose-Headers': '' }),
      },
    }
  }
}
