import { fields } from '../core/answer.ts'
import { createApi, queryOf } from '../core/api.ts'
import { checkOrigins } from '../core/authorize.ts'
import type {
  Authorize,
  CallJob,
  Delivery,
  Job,
  Json,
  Parcel,
  Transport,
} from '../core/contracts.ts'
import { download } from '../core/download.ts'
import { absoluteEndpoint } from '../core/endpoint.ts'
import { isSealDropError, SealDropError } from '../core/errors.ts'
import type { Answer } from '../core/request.ts'
import {
  type DokstampFile,
  errorOf,
  factsOf,
  fileIn,
  filesIn,
  isOwn,
  isUuid,
  unreadable,
} from './dokstamp/answers.ts'
import { recordsFor, refusals } from './dokstamp/batch.ts'

export type { DokstampFile } from './dokstamp/answers.ts'

export interface DokstampOptions {
  /** Origin of the API (`https://api.dokstamp.com`, formerly `.eu`), or a relay; may be relative. */
  readonly endpoint: string
  /** `X-Tenant`: `tenant.domain` of `GET /auth/me`. A relay adds it by itself. */
  readonly tenant?: string
  /** Files per request (1). How many DokStamp takes is not documented. */
  readonly batch?: number
  readonly authorize?: Authorize
  readonly origins?: readonly string[]
}

type Call = Partial<Pick<Job, 'signal'>>
/** The fields that can be changed are not documented: these are passed through. */
type Fields = Readonly<Record<string, Json>>

export interface DokstampTransport extends Transport {
  /** `GET /files`; `unused`: those no certificate or document took. */
  list(query?: { readonly unused?: boolean }, call?: Call): Promise<readonly DokstampFile[]>
  /** `GET /files/{uuid}` */
  get(uuid: string, call?: Call): Promise<DokstampFile>
  /** `PATCH /files/{uuid}` */
  update(uuid: string, patch: Fields, call?: Call): Promise<DokstampFile>
  /** `PUT /files/{uuid}` */
  replace(uuid: string, data: Fields, call?: Call): Promise<DokstampFile>
  /** `DELETE /files/{uuid}`; rejects with `already-used` as long as a certificate or document has it. */
  remove(uuid: string, call?: Call): Promise<void>
  /** `GET /files/{uuid}/download`, which is public: without headers. */
  download(uuid: string, call?: Partial<Job>): Promise<Blob>
  sendMany(parcels: readonly Parcel[], job: CallJob): Promise<readonly (Delivery | SealDropError)[]>
}

/**
 * Delivers to DokStamp's `POST /files` (docs.dokstamp.com/en/api-reference/files), which takes PDFs only: files as they are
 * (`none`), or age inside a PDF. The same bytes give the same record, so a try whose answer was lost is simply sent again.
 */
export const dokstamp = (options: DokstampOptions): DokstampTransport => {
  const endpoint = absoluteEndpoint(options.endpoint)
  const { tenant, batch = 1, authorize, origins } = options
  if (tenant !== undefined && !(typeof tenant === 'string' && /^[\w.:-]{1,253}$/.test(tenant)))
    throw new SealDropError('misconfigured', 'tenant must be a domain, as GET /auth/me names it.')
  if (!Number.isInteger(batch) || batch < 1)
    throw new SealDropError('misconfigured', 'batch must be a whole number from 1 up.')
  checkOrigins(origins)
  const fixed = { Accept: 'application/json', ...(tenant !== undefined && { 'X-Tenant': tenant }) }
  const api = createApi({ name: 'dokstamp', endpoint, authorize, origins }, fixed)
  /** Records that nobody else can have: sealed, so that no other file has their bytes, and made by us. */
  const own = new WeakSet<object>()

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
  const post = (parcels: readonly Parcel[], job: CallJob): Promise<Answer> =>
    api('POST', '/files', job, { body: formOf(parcels) })

  const one = async (
    method: 'GET' | 'PATCH' | 'PUT' | 'DELETE',
    uuid: string,
    call: Call | undefined,
    data?: Fields,
  ): Promise<Answer> => {
    const answer = await api(method, pathOf(uuid), call, data && jsonBody(data))
    if (answer.status === 200 || (method === 'DELETE' && answer.status === 204)) return answer
    throw errorOf(answer)
  }
  const get: DokstampTransport['get'] = async (uuid, call) => {
    const answer = await one('GET', uuid, call)
    const file = fileIn(answer)
    if (!file) throw unreadable(answer)
    return file
  }

  return {
    name: 'dokstamp',
    endpoint,
    ...(authorize && { authorize }),
    ...(origins && { origins }),
    traits: {
      types: ['application/pdf'],
      seals: ['age+pdf', 'none'],
      resumes: false,
      perRequest: batch,
    },
    async send(parcel, job) {
      const answer = await post([parcel], job)
      if (!isStored(answer)) throw errorOf(answer)
      const [file, ...others] = filesIn(answer)
      if (!file || others.length > 0) throw unreadable(answer)
      return deliveryOf(file, parcel)
    },
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
      if ('reference' in what && own.has(what)) await one('DELETE', what.reference, job)
    },
    async list({ unused = false } = {}, call) {
      const query = queryOf({ 'where[used_at]': unused ? 'null' : undefined })
      const answer = await api('GET', `/files${query}`, call)
      if (answer.status !== 200) throw errorOf(answer)
      return filesIn(answer)
    },
    get,
    // That the answer shows the file is not documented.
    async update(uuid, patch, call) {
      return fileIn(await one('PATCH', uuid, call, patch)) ?? get(uuid, call)
    },
    async replace(uuid, data, call) {
      return fileIn(await one('PUT', uuid, call, data)) ?? get(uuid, call)
    },
    async remove(uuid, call) {
      try {
        await one('DELETE', uuid, call)
      } catch (thrown) {
        // How the refusal looks is not documented: the file itself says whether it is used.
        if (!isSealDropError(thrown) || !REFUSALS.includes(thrown.provider?.status ?? 0))
          throw thrown
        const file = await get(uuid, call).catch(() => undefined)
        if (!file || file.usedAt === null) throw thrown
        throw new SealDropError('already-used', 'A certificate or document has this file.', {
          ...thrown.facts,
          cause: thrown,
        })
      }
    },
    async download(uuid, call) {
      const got = await download(`${endpoint}${pathOf(uuid)}/download`, call)
      if ('refused' in got) throw errorOf(got.refused)
      return got.bytes
    },
  }
}

const REFUSALS: readonly number[] = [403, 409, 422]

/** 201; that of a deduplicated upload is not documented. */
const isStored = ({ status }: Answer): boolean => status === 200 || status === 201

const pathOf = (uuid: string): string => {
  if (!isUuid(uuid)) throw new SealDropError('misconfigured', 'That is no uuid of a file.')
  return `/files/${encodeURIComponent(uuid)}`
}

const jsonBody = (data: Fields) => ({
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(fields(data)),
})

const formOf = (parcels: readonly Parcel[]): FormData => {
  const form = new FormData()
  // Whatever the file system calls it: nothing but a PDF comes here.
  for (const { body, size, name } of parcels)
    form.append('files[]', body.slice(0, size, 'application/pdf'), name)
  return form
}

/** Sent again alone: deduplication then names its record. */
const unclear = (): SealDropError =>
  new SealDropError('mismatch', 'The answer does not say which record is this file’s.', {
    retryable: true,
    outcome: 'unknown',
  })
