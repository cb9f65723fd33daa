import { contextOf, type PageCall } from '../../core/api.ts'
import { fromBase64 } from '../../core/base64.ts'
import { hex } from '../../core/bytes.ts'
import type { Transport } from '../../core/contracts.ts'
import { absoluteEndpoint } from '../../core/endpoint.ts'
import { MAX_WHOLE_BYTES } from '../../core/s3-parts.ts'
import { isChecksum } from '../../core/s3-xml.ts'
import { sendingOnce } from '../../core/unknown.ts'
import { isGood, refusal, unreadable } from './answers.ts'
import { abortUpload, sendInParts } from './multipart.ts'
import { checkOptions, type S3Options } from './options.ts'
import { readAnyPoint, readResumePoint } from './resume-point.ts'
import { type AskSigner, createSigner } from './signing.ts'
import { createBucket, sendWhole } from './upload.ts'

export type { S3Options } from './options.ts'
export type {
  Md5Wanted,
  S3Operation,
  Sign,
  SignContext,
  SignedRequest,
  SignRequest,
} from './signing.ts'

/** What the bucket has under one key. */
export interface S3Object {
  readonly key: string
  /** Bytes. */
  readonly size: number
  /** Hex, of the whole; absent where the bucket keeps none, and for what was sent in parts. */
  readonly sha256?: string
}

export interface S3Transport extends Transport {
  /** Looks at one object. The signer's key must be allowed to read. */
  head(key: string, call?: PageCall): Promise<S3Object>
}

const PART_BYTES = 8 * 1024 ** 2

/** Of a page's own question about a key: no parcel is known. */
const NO_PARCEL = '00000000-0000-4000-8000-000000000000'

/**
 * Delivers into an S3-compatible bucket, by requests that somebody who holds the secret has signed: a relay, a server of the site's own, or
 * its function. The reference is the key. Nothing is overwritten, and each request is good for these very bytes alone, so a send whose
 * answer was lost goes again by itself.
 */
export const s3 = (options: S3Options): S3Transport => {
  checkOptions(options)
  const endpoint = absoluteEndpoint(options.endpoint)
  const { sign, partSize = PART_BYTES, authorize, origins, timeouts } = options
  const target = { name: 's3', endpoint, authorize, origins, timeouts }
  const askSigner = createSigner(options, target)
  const bucket = createBucket(target)
  let isRelay: boolean | undefined = sign ? false : undefined
  const ask: AskSigner = async (...given) => {
    const answered = await askSigner(...given)
    isRelay = answered.is === 'done' || answered.isRelay === true
    return answered
  }
  const common = { ask, bucket, partSize, mayConfirm: () => isRelay !== false }

  return {
    name: 's3',
    endpoint,
    ...(authorize && { authorize }),
    ...(origins && { origins }),
    ...(timeouts && { timeouts }),
    traits: { seals: ['age', 'age+pdf', 'none'], resumes: true, perRequest: 1 },
    async send(parcel, job) {
      job.signal.throwIfAborted()
      const task = { ...common, parcel, job, point: readResumePoint(job.resume, parcel) }
      return sendingOnce(
        () => true,
        () => (parcel.size > MAX_WHOLE_BYTES ? sendInParts(task) : sendWhole(task)),
      )
    },
    async discard(what, job) {
      const point = 'resume' in what ? readAnyPoint(what.resume) : undefined
      if (!point) return false
      const { checkOrigin } = job
      return abortUpload(common, point, { ...contextOf(job), ...(checkOrigin && { checkOrigin }) })
    },
    async head(key, call = {}) {
      const answered = await ask({ operation: 'head', parcel: NO_PARCEL, size: 0, key }, call)
      if (answered.is === 'done') {
        const { answer, said } = answered
        if (!isGood(answer)) throw refusal(answer)
        const { size, sha256 } = said
        if (typeof size !== 'number') throw unreadable(answer)
        return { key, size, ...(typeof sha256 === 'string' && { sha256 }) }
      }
      const answer = await bucket('HEAD', answered.signed, call)
      if (!isGood(answer)) throw refusal(answer)
      const size = answer.header('content-length') ?? ''
      if (!/^\d{1,15}$/.test(size)) throw unreadable(answer)
      const checksum = answer.header('x-amz-checksum-sha256')
      return {
        key,
        size: Number(size),
        ...(isChecksum(checksum) && { sha256: hex(fromBase64(checksum)) }),
      }
    },
  }
}
