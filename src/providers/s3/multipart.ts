import { type CallContext, contextOf } from '../../core/api.ts'
import { fromBase64, toBase64 } from '../../core/base64.ts'
import type { Delivery } from '../../core/contracts.ts'
import { SealDropError } from '../../core/errors.ts'
import type { Answer } from '../../core/request.ts'
import { partBytesFor, partRange } from '../../core/s3-parts.ts'
import {
  completionOf,
  errorCodeIn,
  isChecksum,
  isCompleted,
  isETag,
  partsIn,
  type StoredPart,
  uploadIdIn,
} from '../../core/s3-xml.ts'
import { isGood, isThereAlready, refusal, unreadable } from './answers.ts'
import { contentMd5 } from './content-md5.ts'
import type { ResumePoint } from './resume-point.ts'
import type { S3Operation, SignRequest } from './signing.ts'
import { type Checksums, checksumOf, delivered, keepPoint, type UploadTask } from './upload.ts'

/** Where a multipart upload is under way. */
interface Begun extends ResumePoint {
  readonly key: string
  readonly uploadId: string
  readonly partSize: number
}

const METHODS: Readonly<Record<S3Operation, string>> = {
  put: 'PUT',
  part: 'PUT',
  head: 'HEAD',
  create: 'POST',
  complete: 'POST',
  abort: 'DELETE',
  list: 'GET',
}

/** The bucket no longer has what arrived of it, or refuses to make an object of that. */
class UploadLost extends Error {
  /** It was being completed, so that it may be an object. */
  readonly completing: ResumePoint | undefined

  constructor(completing?: ResumePoint) {
    super()
    this.completing = completing
  }
}

const isGone = (answer: Answer): boolean =>
  answer.status === 404 && (errorCodeIn(answer.text) ?? 'NoSuchUpload') === 'NoSuchUpload'

/** A signer that is a relay has made the request itself; any other one's is made now. */
const carryOut = async (
  { ask, bucket }: Pick<UploadTask, 'ask' | 'bucket'>,
  request: SignRequest,
  job: CallContext & Pick<UploadTask['job'], 'checkOrigin'>,
  { body, key }: { readonly body?: Blob; readonly key?: string } = {},
): Promise<{ readonly answer: Answer; readonly said?: Readonly<Record<string, unknown>> }> => {
  const answered = await ask(request, job, key === undefined ? {} : { idempotencyKey: key })
  if (answered.is === 'done') return answered
  const { signed } = answered
  const answer = await bucket(METHODS[request.operation], signed, job, body)
  return { answer, said: { key: signed.key } }
}

const originRule = ({ checkOrigin }: UploadTask['job']): Pick<UploadTask['job'], 'checkOrigin'> =>
  checkOrigin ? { checkOrigin } : {}

/** A small request for the upload: it does not move the bar. */
const quiet = (job: UploadTask['job']) => ({ ...contextOf(job), ...originRule(job) })

const about = ({ parcel }: UploadTask, { key, uploadId }: Begun) => ({
  parcel: parcel.key,
  size: parcel.size,
  key,
  uploadId,
})

const begin = async (task: UploadTask): Promise<Begun> => {
  const { parcel, job, point } = task
  const { key: id, size } = parcel
  const partSize = partBytesFor(size, task.partSize)
  const known = point.key === undefined ? {} : { key: point.key }
  const request = { operation: 'create', parcel: id, size, partSize, ...known } as const
  // A relay that is asked twice answers as the first time: not once that upload is lost.
  const once = point.restarts === 0 ? { key: id } : {}
  const { answer, said = {} } = await carryOut(task, request, quiet(job), once)
  if (!isGood(answer)) throw refusal(answer)
  const uploadId = said.uploadId ?? uploadIdIn(answer.text)
  if (typeof uploadId !== 'string' || typeof said.key !== 'string') throw unreadable(answer)
  return keepBegun(task, { ...point, key: said.key, uploadId, partSize })
}

const keepBegun = async ({ job }: UploadTask, point: Begun): Promise<Begun> => {
  await keepPoint(job, point)
  return point
}

/** The parts that arrived, by their numbers. Throws `UploadLost` where the bucket knows nothing of the upload. */
const listParts = async (task: UploadTask, begun: Begun): Promise<Map<number, StoredPart>> => {
  const request = { operation: 'list', ...about(task, begun) } as const
  const { answer, said } = await carryOut(task, request, quiet(task.job))
  if (isGone(answer)) throw new UploadLost()
  if (!isGood(answer)) throw refusal(answer)
  const parts = partsIn(answer.text) ?? partsOf(said?.parts)
  if (!parts) throw unreadable(answer)
  return new Map(parts.map(part => [part.part, part]))
}

/** As a relay says it. */
const partsOf = (value: unknown): readonly StoredPart[] | undefined =>
  Array.isArray(value)
    ? value.filter(
        (part): part is StoredPart =>
          typeof part === 'object' &&
          part !== null &&
          Number.isInteger(part.part) &&
          isETag(part.etag) &&
          (part.sha256 === undefined || isChecksum(part.sha256)),
      )
    : undefined

/** A part, as this send knows it. */
interface SentPart extends StoredPart {
  readonly sha256: string
  /** Base64: where the signer asked for it, and it was sent just now. */
  readonly md5?: string
  /** The bucket keeps no SHA-256 of it. */
  readonly isUnhashed?: boolean
}

/** Sends the parts that are not there yet, each with its checksum, and gives what completes the upload. */
const sendParts = async (task: UploadTask, begun: Begun): Promise<readonly SentPart[]> => {
  const { parcel, job, ask, bucket } = task
  const { size, body } = parcel
  const isFresh = task.point.uploadId !== begun.uploadId
  const found = isFresh ? new Map<number, StoredPart>() : await listParts(task, begun)
  const parts: SentPart[] = []
  const unnamed: number[] = []
  for (let part = 1; ; part++) {
    const range = partRange(size, begun.partSize, part)
    if (!range) break
    const bytes = range.end - range.start
    const slice = body.slice(range.start, range.end)
    const sha256 = await checksumOf(slice, job)
    const there = found.get(part)
    const isThere =
      there !== undefined && there.size === bytes && (there.sha256 ?? sha256) === sha256
    const draw = (done: number): void => job.progress(range.start + done, size)
    if (isThere) {
      parts.push({ ...there, sha256, isUnhashed: there.sha256 === undefined })
      draw(bytes)
      continue
    }
    const request = { operation: 'part', ...about(task, begun), size: bytes, sha256, part } as const
    const answered = await ask(request, quiet(job), { bytes: slice })
    if (answered.is !== 'signed') throw unreadable(answered.answer)
    const { signed, md5 } = answered
    const answer = await bucket('PUT', signed, { ...quiet(job), progress: draw }, slice)
    if (isGone(answer)) throw new UploadLost()
    if (!isGood(answer)) throw refusal(answer)
    if (answer.text.trim() !== '') throw unreadable(answer)
    const etag = answer.header('etag')
    if (!isETag(etag)) unnamed.push(part)
    const sent = { part, etag: isETag(etag) ? etag : '', size: bytes, sha256 }
    parts.push(md5 === undefined ? sent : { ...sent, md5, isUnhashed: true })
  }
  if (unnamed.length === 0) return parts
  // CORS does not let the page read the header.
  const listed = await listParts(task, begun)
  return parts.map(part => {
    const { etag } = listed.get(part.part) ?? part
    if (etag !== '') return { ...part, etag }
    const message = `The bucket does not say that part ${part.part} arrived.`
    throw new SealDropError('protocol', message, { retryable: true })
  })
}

/** S3's checksums of an object that was made of parts: the hash of their hashes, and their number. */
const compositeOf = async (
  parts: readonly SentPart[],
  job: UploadTask['job'],
): Promise<Checksums> => {
  const hashes = parts.map(({ sha256 }) => fromBase64(sha256))
  const sha256 = `${toBase64(await job.digest(new Blob(hashes)))}-${parts.length}`
  const md5s = parts.flatMap(({ md5 }) => (md5 === undefined ? [] : [fromBase64(md5)]))
  if (md5s.length < parts.length) return { sha256 }
  return { sha256, md5: `${await contentMd5(new Blob(md5s), job.signal)}-${parts.length}` }
}

const complete = async (
  task: UploadTask,
  begun: Begun,
  parts: readonly SentPart[],
): Promise<ResumePoint> => {
  const { job } = task
  const completing = await keepBegun(task, { ...begun, state: 'completing' })
  // Without their sizes, which nobody asks for: 500 parts must fit into the 64 KiB that a relay reads.
  const named = parts.map(({ part, etag, sha256 }) => ({ part, etag, sha256 }))
  const request = { operation: 'complete', ...about(task, begun), parts: named } as const
  const context = { ...quiet(job), ...(job.bodyTaken && { bodyTaken: job.bodyTaken }) }
  // A service that keeps no SHA-256 may not know its name either, and refuses all of it (Swift: MalformedXML).
  const inBody = parts.map(({ part, etag, sha256, isUnhashed }) =>
    isUnhashed ? { part, etag } : { part, etag, sha256 },
  )
  const body = new Blob([completionOf(inBody)])
  const { answer, said } = await carryOut(task, request, context, { body })
  const isDone = said?.completed === true || isCompleted(answer.text)
  if (isThereAlready(answer) || (isGood(answer) && isDone)) {
    // An earlier upload of this parcel is the object: what arrived of this one is not needed.
    if (isThereAlready(answer)) await abortUpload(task, begun, quiet(job)).catch(() => false)
    return keepPoint(job, { ...completing, state: 'stored' })
  }
  // Two wrote at once, as S3 says; or it is an object already, or gone.
  if (isGone(answer) || answer.status === 409) throw new UploadLost(completing)
  if (!isGood(answer)) throw refusal(answer)
  const code = errorCodeIn(answer.text)
  if (code === undefined) throw unreadable(answer)
  const facts = { retryable: true, outcome: 'unknown', provider: { status: answer.status, code } }
  throw new SealDropError('server', `The bucket answered ${code}.`, facts as never)
}

const walk = async (task: UploadTask): Promise<Delivery> => {
  const { key, uploadId, partSize } = task.point
  const isBegun = key !== undefined && uploadId !== undefined && partSize !== undefined
  const begun = isBegun ? { ...task.point, key, uploadId, partSize } : await begin(task)
  const parts = await sendParts(task, begun)
  const stored = await complete(task, begun, parts)
  return delivered(task, stored, await compositeOf(parts, task.job))
}

/** What became of an upload that was being completed: undefined where nobody can tell, or it is not there. */
const lookFor = async (task: UploadTask, point: ResumePoint): Promise<Delivery | undefined> => {
  const { parcel, job } = task
  const { key = '' } = point
  const request = { operation: 'head', parcel: parcel.key, size: parcel.size, key } as const
  try {
    if (task.mayConfirm()) {
      const found = await delivered(task, point)
      return found.facts.ticket === undefined ? undefined : found
    }
    const { answer } = await carryOut(task, request, quiet(job))
    const isWhole = isGood(answer) && answer.header('content-length') === String(parcel.size)
    return isWhole ? { reference: key, facts: {} } : undefined
  } catch {
    job.signal.throwIfAborted()
    return undefined
  }
}

/**
 * Sends it in parts. What arrived of an earlier send is not sent again. An upload that the bucket no longer has begins anew within the same
 * send, once, as with tus: no byte was refused and nothing failed. It may be an object already, where the answer that said so was lost.
 */
export const sendInParts = async (task: UploadTask): Promise<Delivery> => {
  const { job } = task
  let { point } = task
  if (point.state === 'stored') return delivered(task, point)
  try {
    return await walk(task)
  } catch (thrown) {
    if (!(thrown instanceof UploadLost)) throw thrown
    // The browser may have asked for the completion twice, unseen.
    point = thrown.completing ?? point
  }
  if (point.state === 'completing') {
    const found = await lookFor(task, point)
    if (found) return found
  }
  const { parcel, restarts, key } = point
  const anew = { parcel, restarts: restarts + 1, ...(key !== undefined && { key }) }
  await keepPoint(job, anew)
  try {
    return await walk({ ...task, point: anew })
  } catch (thrown) {
    if (!(thrown instanceof UploadLost)) throw thrown
    const message = 'The bucket lost the upload twice.'
    throw new SealDropError('server', message, { retryable: true, outcome: 'unknown' })
  }
}

/** Leaves no part behind. Whether all of it is gone. */
export const abortUpload = async (
  task: Pick<UploadTask, 'ask' | 'bucket'>,
  { parcel, key, uploadId, state }: ResumePoint,
  job: CallContext & Pick<UploadTask['job'], 'checkOrigin'>,
): Promise<boolean> => {
  if (key === undefined || uploadId === undefined || state === 'stored') return false
  const request = { operation: 'abort', parcel, size: 0, key, uploadId } as const
  const { answer } = await carryOut(task, request, job)
  if (isGone(answer)) return state === undefined
  if (!isGood(answer)) throw refusal(answer)
  return true
}
