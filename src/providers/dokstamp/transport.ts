import { neverAborted } from '../../core/abort.ts'
import { contextOf, createApi, type RequestPayload } from '../../core/api.ts'
import { askHeaders, checkOrigins } from '../../core/authorize.ts'
import type {
  Authorize,
  CallJob,
  Delivery,
  Parcel,
  SendJob,
  Timeouts,
  Transport,
} from '../../core/contracts.ts'
import { absoluteEndpoint } from '../../core/endpoint.ts'
import { isSealDropError, misconfigured, SealDropError } from '../../core/errors.ts'
import { idempotencyKey } from '../../core/idempotency-key.ts'
import { type KnownOptions, refuseUnknown } from '../../core/known-options.ts'
import { watchForRelay } from '../../core/relay-watch.ts'
import type { Answer } from '../../core/request.ts'
import { checkTimeouts } from '../../core/timeouts.ts'
import { sleep } from '../../core/timer.ts'
import { sendingOnce } from '../../core/unknown.ts'
import { type DokstampFile, errorOf, factsOf, filesIn, isOwn, unreadable } from './answers.ts'
import { recordsFor, refusals } from './batch.ts'
import { createFiles, type DokstampFiles } from './files.ts'
import { readTrace, STORED_BY_THEN_MS, type Trace, traceOf } from './trace.ts'

export type { DokstampFile } from './answers.ts'
export type { DokstampCall, DokstampFields, DokstampFiles } from './files.ts'

export interface DokstampOptions {
  /** Origin of the API (`https://api.dokstamp.com`, formerly `.eu`), or a relay; may be relative. */
  readonly endpoint: string
  /** `X-Tenant`: `tenant.domain` of `GET /auth/me`. A relay adds it by itself. */
  readonly tenant?: string
  /** Files per request (1). How many DokStamp takes is not documented. */
  readonly batch?: number
  readonly authorize?: Authorize
  readonly origins?: readonly string[]
  /** Of every request to this endpoint, in milliseconds; they win over the page's. */
  readonly timeouts?: Timeouts
}

export type DokstampTransport = Transport & Required<Pick<Transport, 'sendMany'>> & DokstampFiles

const KNOWN: KnownOptions<DokstampOptions> = {
  endpoint: true,
  tenant: true,
  batch: true,
  authorize: true,
  origins: true,
  timeouts: true,
}

/**
 * Delivers to DokStamp's `POST /files` (docs.dokstamp.com/en/api-reference/files), which takes PDFs only: files as they are
 * (`none`), or age inside a PDF. The same bytes give the same record, so a try whose answer was lost is simply sent again.
 */
export const dokstamp = (options: DokstampOptions): DokstampTransport => {
  refuseUnknown('dokstamp', options, KNOWN)
  const endpoint = absoluteEndpoint(options.endpoint)
  const { tenant, batch = 1, authorize, origins, timeouts } = options
  if (tenant !== undefined && !(typeof tenant === 'string' && /^[\w.:-]{1,253}$/.test(tenant)))
    throw misconfigured('tenant must be a domain, as GET /auth/me names it.')
  if (!Number.isInteger(batch) || batch < 1)
    throw misconfigured('batch must be a whole number from 1 up.')
  checkOrigins(origins)
  checkTimeouts(timeouts)
  const fixed = { Accept: 'application/json', ...(tenant !== undefined && { 'X-Tenant': tenant }) }
  const target = { name: 'dokstamp', endpoint, authorize, origins, timeouts }
  const { api, isRelayed, takesKey } = watchForRelay(createApi(target, fixed), endpoint)
  /** Deliveries whose records only this page can have made: sealed bytes are in no other file. Only those may be deleted. */
  const own = new WeakSet<object>()

  const post = (
    parcels: readonly Parcel[],
    job: CallJob,
    headers: RequestPayload['headers'] = {},
  ): Promise<Answer> => api('POST', '/files', job, { headers, body: formOf(parcels) })

  const deliveryOf = (file: DokstampFile, parcel: Parcel): Delivery => {
    if (file.size !== undefined && file.size !== parcel.size)
      throw new SealDropError('mismatch', 'DokStamp stored another size than was sent.', {
        outcome: 'unknown',
      })
    if (file.usedAt !== null)
      throw new SealDropError('already-used', 'A certificate or document has this very file.')
    const delivery = { reference: file.uuid, facts: factsOf(file, parcel) }
    if (parcel.scheme !== 'none' && isOwn(file, parcel)) own.add(delivery)
    return delivery
  }

  const sendOne = async (parcel: Parcel, job: SendJob): Promise<Delivery> => {
    // Only what was sealed here is in no other file, and may be deleted.
    if (parcel.scheme !== 'none') await job.keep(traceOf(parcel))
    const answer = await post([parcel], job, idempotencyKey(parcel, takesKey()))
    if (!isStored(answer)) {
      // An earlier try may have stored what this one is refused.
      if (answer.status >= 400 && answer.status < 500 && !job.uncertain) await job.keep(null)
      throw answer.status < 400 ? unreadable(answer) : errorOf(answer)
    }
    const [file, ...others] = filesIn(answer)
    if (!file || others.length > 0) throw unreadable(answer)
    return deliveryOf(file, parcel)
  }

  const remove = async (uuid: string, job: CallJob): Promise<void> => {
    const answer = await api('DELETE', `/files/${uuid}`, contextOf(job))
    if (answer.status !== 204 && answer.status !== 404) throw errorOf(answer)
  }
  /** Takes back what was stored without an answer, which may be only after it was cancelled. */
  const removeTraced = async (trace: Trace, job: CallJob): Promise<boolean> => {
    for (const ms of STORED_BY_THEN_MS) {
      if (ms > 0) await sleep(ms, job.signal)
      const unused = await files.list({ unused: true }, contextOf(job))
      // Through a relay nothing is deleted, whosever it is.
      if (isRelayed()) return false
      const found = unused.find(file => file.size === trace.size && isOwn(file, trace))
      if (!found) continue
      await remove(found.uuid, job)
      return true
    }
    return false
  }

  const headersFor = (method: string, url: string, signal = neverAborted): Promise<Headers> =>
    askHeaders(target, 1, signal, method, url)

  const files = createFiles(api, endpoint, authorize && headersFor)

  return {
    name: 'dokstamp',
    endpoint,
    ...(authorize && { authorize }),
    ...(origins && { origins }),
    ...(timeouts && { timeouts }),
    traits: {
      types: ['application/pdf'],
      seals: ['age+pdf', 'none'],
      resumes: false,
      perRequest: batch,
    },
    // The same bytes give the same record.
    send: (parcel, job) =>
      sendingOnce(
        () => true,
        () => sendOne(parcel, job),
      ),
    // Without a key: what is sent again of it goes alone, and equal bytes are one record.
    async sendMany(parcels, job) {
      const answer = await post(parcels, job)
      if (!isStored(answer)) {
        const errors = refusals(answer, parcels)
        if (errors) return errors
        throw errorOf(answer)
      }
      const files = recordsFor(parcels, filesIn(answer))
      return parcels.map((parcel, index) => {
        const file = files[index]
        if (!file) return unclear()
        try {
          return deliveryOf(file, parcel)
        } catch (thrown) {
          if (isSealDropError(thrown)) return thrown
          throw thrown
        }
      })
    },
    async discard(what, job) {
      if ('resume' in what) {
        const trace = readTrace(what.resume)
        return trace ? removeTraced(trace, job) : false
      }
      // Through a relay nothing is deleted, whosever it is.
      if (!own.has(what) || 'ticket' in what.facts) return false
      await remove(what.reference, job)
      return true
    },
    ...files,
  }
}

/** 201 is documented; the status for bytes that are there already is not. */
const isStored = ({ status }: Answer): boolean => status === 200 || status === 201

const formOf = (parcels: readonly Parcel[]): FormData => {
  const form = new FormData()
  // The file system may have named another type, but only PDFs are sent here.
  for (const { body, size, name } of parcels)
    form.append('files[]', body.slice(0, size, 'application/pdf'), name)
  return form
}

/** For a file whose record cannot be told from the others'. Sent again alone, the answer names its one record. */
const unclear = (): SealDropError =>
  new SealDropError('mismatch', 'The answer does not say which record is this file’s.', {
    retryable: true,
    outcome: 'unknown',
  })
