import type { Api } from '../../core/api.ts'
import type { Delivery, Parcel, SendJob } from '../../core/contracts.ts'
import { isSealDropError, SealDropError } from '../../core/errors.ts'
import { idempotencyKey } from '../../core/idempotency-key.ts'
import { ticketFact } from '../../core/ticket.ts'
import { expiryIn } from './answer.ts'
import { checksumOf, type Offered } from './checksum.ts'
import type { Upload } from './client.ts'
import { httpStackOn, type SendRequest } from './http-stack.ts'
import type { ResumePoint } from './resume-point.ts'
import { ServerUpload, UploadLost } from './server-upload.ts'
import type { UnfinishedUploads } from './unfinished-uploads.ts'

export interface UploadTask {
  readonly parcel: Parcel
  readonly job: SendJob
  readonly api: Api
  readonly endpoint: string
  /** Bytes. */
  readonly chunkSize: number
  readonly metadata: Record<string, string>
  readonly checksum: Promise<Offered>
  /** Where an earlier send of this parcel got to. */
  readonly point: ResumePoint
  readonly unfinished: UnfinishedUploads
  /** Whether the creation can carry the parcel's key. */
  takesKey(): boolean
}

const load = async (): Promise<typeof Upload> => {
  try {
    return (await import('./client.ts')).Upload
  } catch (cause) {
    const facts = { cause, retryable: true, outcome: 'unsent' } as const
    throw new SealDropError('network', 'The code of tus-js-client could not be loaded.', facts)
  }
}

/** Why tus-js-client failed. Its own error is not passed on: its message holds the upload's URL, with which anybody could write. */
const causeOf = (thrown: unknown, signal: AbortSignal): unknown => {
  if (signal.aborted) return signal.reason
  const cause = (thrown as { readonly causingError?: unknown } | undefined)?.causingError
  if (isSealDropError(cause)) return cause
  return new SealDropError('protocol', 'tus-js-client did not understand the server.', {
    outcome: 'unknown',
  })
}

/**
 * Sends one parcel. tus-js-client walks through the protocol; every answer is judged here before it sees one, and where the
 * upload got to is remembered before its first byte leaves.
 *
 * An upload that is to go on, but that the server no longer has, begins again within the same send. That is the protocol's
 * step after a HEAD with 404 or 410 (tus 1.0.0) and no retry: no byte was sent and nothing failed. It happens once; a second
 * loss, like everything else that goes wrong, is thrown for the session to decide about.
 */
export const sendUpload = async (task: UploadTask): Promise<Delivery> => {
  const { parcel, job, api, endpoint, unfinished } = task
  const { size } = parcel
  const upload = new ServerUpload(parcel, job, task.point, endpoint, unfinished)

  const sendRequest: SendRequest = async ({ method, headers, body, progress }) => {
    // As the browser reads the URL, and so as its origin was judged; tus-js-client has a parser of its own.
    const url = upload.point.url ?? endpoint
    const more = Object.fromEntries(headers)
    const checksum = body ? await task.checksum : 'none'
    if (body && checksum !== 'none') {
      // The receipt needs the hash of the whole parcel, so the job computes that one only once.
      const chunk = body.size === size ? parcel.body : body
      more['upload-checksum'] = await checksumOf(chunk, checksum, job)
    }
    const { bodyTaken, ...call } = job
    const isLast = body !== undefined && Number(headers.get('Upload-Offset')) + body.size === size
    // With the key a relay would name the lost upload again.
    const takesKey = method === 'POST' && !upload.point.isLost && task.takesKey()
    Object.assign(more, idempotencyKey(parcel, takesKey))
    const context = { ...call, progress, ...(isLast && bodyTaken && { bodyTaken }) }
    const answer = await api(method, url, context, { headers: more, ...(body && { body }) })
    if (method === 'POST') await upload.onCreated(answer)
    else if (method === 'HEAD') await upload.onFound(answer)
    else await upload.onStored(answer, Number(headers.get('Upload-Offset')), body?.size ?? 0)
    const known: Readonly<Record<string, string | undefined>> = {
      location: upload.point.url,
      'upload-length': String(size),
    }
    return {
      status: answer.status,
      header: name => known[name.toLowerCase()] ?? answer.header(name),
    }
  }

  let furthest = 0
  const walk = (Client: typeof Upload): Promise<void> =>
    new Promise((resolve, reject) => {
      const { url } = upload.point
      const client = new Client(parcel.body, {
        // Without an endpoint it cannot create another upload in place of one that is there.
        ...(url === undefined ? { endpoint } : { uploadUrl: url }),
        chunkSize: task.chunkSize,
        metadata: task.metadata,
        retryDelays: null,
        storeFingerprintForResuming: false,
        fingerprint: async () => upload.point.print,
        httpStack: httpStackOn(sendRequest),
        onProgress(sent) {
          furthest = Math.max(furthest, sent)
          job.progress(furthest, size)
        },
        onSuccess: () => resolve(),
        onError: thrown => reject(causeOf(thrown, job.signal)),
      })
      client.start()
    })

  const Client = await load()
  try {
    await walk(Client).catch((thrown: unknown) => {
      if (!(thrown instanceof UploadLost)) throw thrown
      return walk(Client)
    })
  } catch (thrown) {
    // The server named a URL on another origin. Nothing was sent there, and the next try must not go on there either.
    const isElsewhere =
      isSealDropError(thrown) && thrown.code === 'protocol' && !thrown.outcome && !thrown.provider
    if (isElsewhere && upload.point.url !== undefined) await upload.forget()
    throw thrown
  } finally {
    const { url } = upload.point
    if (url !== undefined) unfinished.stopSending(url)
  }
  const { point, latest } = upload
  const { url, restarts } = point
  if (url === undefined || !latest) throw causeOf(undefined, job.signal)
  unfinished.remove(url)
  const expiresAt = expiryIn(latest)
  const checksum = await task.checksum
  return {
    reference: url,
    ...(expiresAt && { expiresAt }),
    facts: {
      ...(checksum !== 'none' && { checksum }),
      ...(restarts > 0 && { restarts: String(restarts) }),
      ...ticketFact(latest),
    },
  }
}
