import { shared } from '../../core/abort.ts'
import { type CallContext, contextOf, createApi, type PageCall } from '../../core/api.ts'
import { type Cookies, checkCredentials, checkOrigins } from '../../core/authorize.ts'
import type { Authorize, CallJob, Timeouts, Transport } from '../../core/contracts.ts'
import { absoluteEndpoint } from '../../core/endpoint.ts'
import { misconfigured } from '../../core/errors.ts'
import { type KnownOptions, refuseUnknown } from '../../core/known-options.ts'
import { watchForRelay } from '../../core/relay-watch.ts'
import { checkTimeouts } from '../../core/timeouts.ts'
import { sendingOnce } from '../../core/unknown.ts'
import { expiryIn, isGone, isGood, offsetIn, refusal } from './answer.ts'
import { checkChoice, type Offered, offeredIn, type TusChecksum } from './checksum.ts'
import { metadataOf, type TusMetadata } from './metadata.ts'
import { fingerprint, readResumePoint } from './resume-point.ts'
import { type TusUpload, UnfinishedUploads } from './unfinished-uploads.ts'
import { sendUpload } from './upload.ts'

export type { TusChecksum, TusMetadata, TusUpload }

export interface TusOptions {
  /** The URL where uploads are created; may be relative. */
  readonly endpoint: string
  /** Bytes of one PATCH (8 MiB). What a cut loses at most, where the server does not keep the part that arrived. */
  readonly chunkSize?: number
  /** Told to the server in plain text; nothing by default. */
  readonly metadata?: TusMetadata
  /** Each chunk's checksum, where the server compares them (`probe`: asked once, by OPTIONS). */
  readonly checksum?: TusChecksum
  /** A cancelled upload is deleted at the server, where the server can (true). */
  readonly removeOnCancel?: boolean
  /** Whether cookies go along to other origins: the endpoint's, and those in `origins` (`same-origin`: they do not). */
  readonly credentials?: Cookies
  readonly authorize?: Authorize
  readonly origins?: readonly string[]
  /** Of every request to this endpoint, in milliseconds; they win over the page's. */
  readonly timeouts?: Timeouts
}

export interface TusTransport extends Transport {
  /** What was begun and not ended, with the offsets the server has now. One that is being sent is not asked for. */
  resumable(call?: PageCall): Promise<readonly TusUpload[]>
}

const CHUNK_BYTES = 8 * 1024 * 1024
/** Of the question for checksums. It is not needed, so an upload waits less for it. */
const PROBE_TIMEOUTS = { connect: 10_000, stall: 10_000, answer: 10_000 }
const VERSION = { 'Tus-Resumable': '1.0.0' } as const

const KNOWN: KnownOptions<TusOptions> = {
  endpoint: true,
  chunkSize: true,
  metadata: true,
  checksum: true,
  removeOnCancel: true,
  credentials: true,
  authorize: true,
  origins: true,
  timeouts: true,
}

/**
 * Delivers to any tus 1.0.0 server (tus.io/protocols/resumable-upload). The reference is the upload's URL. A try that broke off
 * goes on where the server says it stopped, with the same bytes; only 404 and 410 begin again. A lost answer to the creation
 * leaves an upload without a byte behind, which the protocol has no way to find: the server drops it when it expires.
 */
export const tus = (options: TusOptions): TusTransport => {
  refuseUnknown('tus', options, KNOWN)
  const plain = absoluteEndpoint(options.endpoint)
  // Servers tell /files from /files/, and a redirect from one to the other would turn a POST into a GET.
  const endpoint = /\/\s*$/.test(options.endpoint) ? `${plain}/` : plain
  const { chunkSize = CHUNK_BYTES, checksum = 'probe', removeOnCancel = true } = options
  const { authorize, origins, timeouts, credentials } = options
  if (!Number.isSafeInteger(chunkSize) || chunkSize < 1)
    throw misconfigured('chunkSize must be a whole number of bytes from 1 up.')
  if (typeof removeOnCancel !== 'boolean')
    throw misconfigured('removeOnCancel must be true or false.')
  checkChoice(checksum)
  checkCredentials(credentials)
  checkOrigins(origins)
  checkTimeouts(timeouts)
  const metadata = metadataOf(options.metadata)
  const target = { name: 'tus', endpoint, authorize, origins, timeouts, credentials }
  const { api, takesKey } = watchForRelay(createApi(target), endpoint)
  const unfinished = new UnfinishedUploads()

  const askOffer = shared(async (signal, given: CallContext): Promise<Offered> => {
    const probe = { ...given, signal, timeouts: { ...PROBE_TIMEOUTS, ...given.timeouts } }
    const answer = await api('OPTIONS', endpoint, probe)
    if (answer.status >= 500 || answer.status === 401 || answer.status === 429)
      throw refusal(answer)
    return offeredIn(answer)
  })
  const offer = async (job: CallJob): Promise<Offered> => {
    if (checksum !== 'probe') return checksum
    // A server may well refuse to be asked: without its answer no checksums are sent, and the upload goes on.
    return askOffer(job.signal, contextOf(job)).catch((): Offered => 'none')
  }

  return {
    name: 'tus',
    endpoint,
    ...(authorize && { authorize }),
    ...(origins && { origins }),
    ...(timeouts && { timeouts }),
    traits: { seals: ['age', 'age+pdf', 'none'], resumes: true, perRequest: 1 },
    async send(parcel, job) {
      job.signal.throwIfAborted()
      const print = await fingerprint(parcel, job)
      const kept = readResumePoint(job.resume)
      const task = {
        parcel,
        job,
        api,
        endpoint,
        chunkSize,
        unfinished,
        metadata: metadata(parcel),
        takesKey,
        point: kept?.print === print ? kept : { print, restarts: 0 },
        checksum: offer(job),
      }
      // The server is asked how far it got. A second creation makes an upload without a byte.
      return sendingOnce(
        () => true,
        () => sendUpload(task),
      )
    },
    async discard(what, job) {
      const url = 'reference' in what ? what.reference : readResumePoint(what.resume)?.url
      if (!removeOnCancel || url === undefined) return false
      const answer = await api('DELETE', url, job, { headers: VERSION })
      if (!isGood(answer) && !isGone(answer)) throw refusal(answer)
      unfinished.remove(url)
      return true
    },
    async resumable(call) {
      const waiting = unfinished.all.filter(upload => !unfinished.isSending(upload))
      for (const upload of waiting) {
        const { url, size } = upload
        const answer = await api('HEAD', url, call, { headers: VERSION })
        if (isGone(answer)) unfinished.remove(url)
        else if (!isGood(answer)) throw refusal(answer)
        else {
          const expiresAt = expiryIn(answer)
          const offset = offsetIn(answer, 0, size)
          unfinished.update({ ...upload, offset, ...(expiresAt && { expiresAt }) })
        }
      }
      return unfinished.all
    },
  }
}
