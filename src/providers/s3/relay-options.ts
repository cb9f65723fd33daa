import { misconfigured } from '../../core/errors.ts'
import { refuseUnknown } from '../../core/known-options.ts'
import type { Bucket, S3Credentials } from './relay-sign.ts'

export type { S3Credentials } from './relay-sign.ts'

export interface S3Upstream {
  /** URL of the service, such as `https://s3.eu-central-1.amazonaws.com`; without `bucket`, that of the bucket itself. */
  readonly endpoint: string
  /** Follows the endpoint, as the first part of the path. */
  readonly bucket?: string
  /** As `eu-central-1`; `auto` at Cloudflare R2. */
  readonly region: string
  readonly accessKeyId?: string
  readonly secretAccessKey?: string
  /** Of temporary credentials. It is in each signed URL, as the protocol has it. */
  readonly sessionToken?: string
  /** In place of those three: asked for each signature, so keep what is still good. */
  readonly credentials?: () => S3Credentials | Promise<S3Credentials>
  /** What every key begins with, such as `uploads/` (nothing). */
  readonly prefix?: string
  /** How long a page's request is good (300). */
  readonly signSeconds?: number
  /** Whether the bucket is asked to overwrite nothing (true). False for a service that answers 501 to `If-None-Match`. */
  readonly ifNoneMatch?: boolean
  /**
   * Whether `Content-MD5` is signed in place of the SHA-256 (false). For a service that compares no SHA-256, and whose ETag is the MD5 of
   * what it has, of parts that of their MD5s.
   */
  readonly contentMd5?: boolean
}

const KNOWN = {
  endpoint: true,
  bucket: true,
  region: true,
  accessKeyId: true,
  secretAccessKey: true,
  sessionToken: true,
  credentials: true,
  prefix: true,
  signSeconds: true,
  ifNoneMatch: true,
  contentMd5: true,
} as const

const wrong = (what: string): never => {
  throw misconfigured(`createRelay: providers.s3: ${what}.`)
}

/** S3 allows a week. */
const MOST_SECONDS = 604_800
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

const areCredentials = (value: Partial<S3Credentials>): value is S3Credentials =>
  isText(value.accessKeyId) &&
  isText(value.secretAccessKey) &&
  (value.sessionToken === undefined || isText(value.sessionToken))

/** Folders, and what names in the last of them begin with. Two slashes in a row, or dots alone, servers read in more than one way. */
const isPrefix = (prefix: unknown): boolean => {
  if (prefix === '') return true
  const segments = typeof prefix === 'string' && prefix.length <= 512 ? prefix.split('/') : ['']
  const last = segments.pop() ?? ''
  return segments.every(segment => segment !== '' && isSegment(segment)) && isSegment(last)
}
const isSegment = (segment: string): boolean => /^(?!\.{1,2}$)[\w.!~-]*$/.test(segment)

/** Throws `misconfigured` for what could only fail at the first upload. */
export const checkUpstream = (upstream: S3Upstream): void => {
  refuseUnknown('providers.s3', upstream, KNOWN)
  const { bucket, region, credentials, prefix = '', signSeconds = 1 } = upstream
  if (
    bucket !== undefined &&
    !(typeof bucket === 'string' && /^[a-z0-9][a-z0-9.-]{1,62}$/.test(bucket))
  )
    wrong('bucket must be the name of a bucket')
  if (!(typeof region === 'string' && /^[a-z0-9-]{1,64}$/.test(region)))
    wrong('region is missing, as eu-central-1')
  if (credentials === undefined ? !areCredentials(upstream) : typeof credentials !== 'function')
    wrong('accessKeyId and secretAccessKey are missing, or credentials, a function that gives them')
  if (!isPrefix(prefix)) wrong('prefix must be plain letters, digits and slashes, such as uploads/')
  if (!(Number.isInteger(signSeconds) && signSeconds > 0 && signSeconds <= MOST_SECONDS))
    wrong(`signSeconds must be a whole number above 0, and at most ${MOST_SECONDS}`)
  for (const name of ['ifNoneMatch', 'contentMd5'] as const)
    if (!['undefined', 'boolean'].includes(typeof upstream[name]))
      wrong(`${name} must be true or false`)
}

/** The bucket, and all secrets that it was signed with lately. */
export const bucketOf = (
  upstream: S3Upstream,
): Bucket & { readonly secrets: () => readonly string[] } => {
  const { endpoint, bucket, region, credentials } = upstream
  const own = areCredentials(upstream) ? upstream : undefined
  let latest: readonly string[] = own ? [own.secretAccessKey] : []
  return {
    url: bucket === undefined ? endpoint : `${endpoint}/${bucket}`,
    region,
    secrets: () => latest,
    async credentials() {
      if (!credentials) return own ?? wrong('there are no credentials')
      const given = await credentials()
      if (!areCredentials(given ?? {})) return wrong('credentials gave none')
      if (!latest.includes(given.secretAccessKey))
        latest = [given.secretAccessKey, ...latest].slice(0, 4)
      return given
    },
  }
}
