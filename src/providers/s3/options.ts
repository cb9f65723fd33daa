import { checkOrigins } from '../../core/authorize.ts'
import type { Authorize, Timeouts } from '../../core/contracts.ts'
import { misconfigured } from '../../core/errors.ts'
import { type KnownOptions, refuseUnknown } from '../../core/known-options.ts'
import { MAX_PART_BYTES, MIN_PART_BYTES } from '../../core/s3-parts.ts'
import { checkTimeouts } from '../../core/timeouts.ts'
import type { Sign } from './signing.ts'

export interface S3Options {
  /**
   * Who signs: a relay's `s3`, or a server of your own that answers the same questions. Where `sign` does, the bucket's own URL. May be
   * relative.
   */
  readonly endpoint: string
  /** Signs in the endpoint's place, as by asking your server. */
  readonly sign?: Sign
  /** What every key begins with; one that does not is refused (`protocol`). The signer makes the keys. */
  readonly prefix?: string
  /** Bytes of one part of a file over 64 MiB (8 MiB, at least 5 MiB); more for a file that would have over 500 parts. */
  readonly partSize?: number
  readonly authorize?: Authorize
  /** The bucket's origin must be among them, unless it is the endpoint's own. */
  readonly origins?: readonly string[]
  /** Of every request to signer and bucket, in milliseconds; they win over the page's. */
  readonly timeouts?: Timeouts
}

const KNOWN: KnownOptions<S3Options> = {
  endpoint: true,
  sign: true,
  prefix: true,
  partSize: true,
  authorize: true,
  origins: true,
  timeouts: true,
}

/** Throws `misconfigured` at once for what could only fail later. */
export const checkOptions = (options: S3Options): void => {
  refuseUnknown('s3', options, KNOWN)
  const { sign, prefix, partSize } = options
  if (sign !== undefined && typeof sign !== 'function')
    throw misconfigured('sign must be a function: it gives { url, headers, key }.')
  if (prefix !== undefined && typeof prefix !== 'string')
    throw misconfigured('prefix must be a text such as uploads/.')
  if (
    partSize !== undefined &&
    !(Number.isInteger(partSize) && partSize >= MIN_PART_BYTES && partSize <= MAX_PART_BYTES)
  )
    throw misconfigured('partSize must be a whole number of bytes, from 5 MiB to 5 GiB.')
  checkOrigins(options.origins)
  checkTimeouts(options.timeouts)
}
