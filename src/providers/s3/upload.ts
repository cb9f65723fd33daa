import { type CallContext, createApi } from '../../core/api.ts'
import { type ApiTarget, checkListed } from '../../core/authorize.ts'
import { toBase64 } from '../../core/base64.ts'
import type { Delivery, Facts, Parcel, SendJob } from '../../core/contracts.ts'
import { isSealDropError, SealDropError } from '../../core/errors.ts'
import type { Answer } from '../../core/request.ts'
import { ticketFact } from '../../core/ticket.ts'
import { isGood, isThereAlready, refusal, unreadable } from './answers.ts'
import { pointAsJson, type ResumePoint } from './resume-point.ts'
import type { AskSigner, SignedRequest, SignRequest } from './signing.ts'

/** One request to the bucket, as it was signed. It gets none of the headers that `authorize` gives. */
export type AskBucket = (
  method: string,
  signed: SignedRequest,
  job: CallContext & Pick<SendJob, 'checkOrigin'>,
  body?: Blob,
) => Promise<Answer>

/** The bucket's origin must be the endpoint's, or a listed one: nothing is sent to any other. */
export const createBucket = ({ name, endpoint, origins, timeouts }: ApiTarget): AskBucket => {
  const target = { name, endpoint, origins, timeouts }
  const api = createApi(target)
  return (method, { url, headers = {} }, { checkOrigin, ...job }, body) => {
    const bare = async (_: string, to: string): Promise<Headers> => {
      if (checkOrigin) checkOrigin(to)
      else checkListed(target, to)
      return new Headers()
    }
    return api(method, url, { ...job, headers: bare }, { headers, ...(body && { body }) })
  }
}

/** What one send of a parcel works with. */
export interface UploadTask {
  readonly parcel: Parcel
  readonly job: SendJob
  readonly ask: AskSigner
  readonly bucket: AskBucket
  /** Bytes. */
  readonly partSize: number
  /** Where an earlier send of this parcel got to. */
  readonly point: ResumePoint
  /** Whether whoever signs may be a relay: that sees for itself what arrived, and gives a ticket. */
  mayConfirm(): boolean
}

export const checksumOf = async (blob: Blob, job: Pick<SendJob, 'digest'>): Promise<string> =>
  toBase64(await job.digest(blob))

export const keepPoint = async (job: SendJob, point: ResumePoint): Promise<ResumePoint> => {
  await job.keep(pointAsJson(point))
  return point
}

/** Sends all of it in one PUT. An answer that was lost does no harm: the same again is 412, and that is this very parcel. */
export const sendWhole = async (task: UploadTask): Promise<Delivery> => {
  const { parcel, job, ask, bucket } = task
  const { body, size } = parcel
  if (task.point.state === 'stored') return delivered(task, task.point)
  const sha256 = await checksumOf(body, job)
  const { key: asked } = task.point
  const answered = await ask(
    {
      operation: 'put',
      parcel: parcel.key,
      size,
      sha256,
      ...(asked !== undefined && { key: asked }),
    },
    job,
    { bytes: body },
  )
  if (answered.is !== 'signed') throw unreadable(answered.answer)
  const { signed, md5 } = answered
  const point = await keepPoint(job, { ...task.point, key: signed.key })
  const answer = await bucket('PUT', signed, job, body)
  if (!isGood(answer) && !isThereAlready(answer)) throw refusal(answer)
  // A bucket says nothing but the ETag, in a header.
  if (isGood(answer) && answer.text.trim() !== '') throw unreadable(answer)
  return delivered(task, await keepPoint(job, { ...point, state: 'stored' }), {
    sha256,
    ...(md5 !== undefined && { md5 }),
  })
}

/** Of an object, as the bucket has them: base64, and behind a line the number of its parts. */
export type Checksums = Pick<SignRequest, 'sha256' | 'md5'>

/** The object is there, or may be: whatever the question ends in says nothing else. */
const stillUnknown = (thrown: unknown): unknown => {
  if (!isSealDropError(thrown) || thrown.code === 'mismatch') return thrown
  return new SealDropError(thrown.code, thrown.message, { ...thrown.facts, outcome: 'unknown' })
}

/**
 * The receipt's side of it. A relay is asked to look, and gives a ticket; where it may not read the bucket there is none, and the fact
 * `confirmed` is `no`.
 */
export const delivered = async (
  task: UploadTask,
  point: ResumePoint,
  checksums: Checksums = {},
): Promise<Delivery> => {
  const { key: reference = '' } = point
  if (!task.mayConfirm()) return { reference, facts: {} }
  try {
    return { reference, facts: await confirmed(task, point, checksums) }
  } catch (thrown) {
    // It is gone again: the next try sends it.
    const isGone = isSealDropError(thrown) && thrown.code === 'not-found'
    const { state: _, ...before } = point
    if (isGone && point.state === 'stored') await keepPoint(task.job, before)
    throw stillUnknown(thrown)
  }
}

const confirmed = async (
  { parcel, job, ask }: UploadTask,
  { key = '', state }: ResumePoint,
  checksums: Checksums,
): Promise<Facts> => {
  const { key: id, size } = parcel
  const answered = await ask({ operation: 'head', parcel: id, size, key, ...checksums }, job)
  // A signer of the site's own: what was stored was signed, and nobody gives tickets.
  if (answered.is === 'signed') return {}
  const { answer, said } = answered
  if (isGood(answer) && said.differs === true)
    throw new SealDropError('mismatch', 'The bucket has other bytes than were sent.', {
      outcome: 'unknown',
    })
  if (isGood(answer) && said.key === key) {
    const facts = ticketFact(answer)
    return facts.ticket === undefined ? { confirmed: 'no' } : facts
  }
  // Its key may write, and not read: what was stored was signed all the same.
  if (answer.status === 403 && state === 'stored') return { confirmed: 'no' }
  throw isGood(answer) ? unreadable(answer) : refusal(answer)
}
