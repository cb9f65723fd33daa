import { type Api, type PageCall, queryOf } from '../../core/api.ts'
import type { Job, Json } from '../../core/contracts.ts'
import { download } from '../../core/download.ts'
import { isSealDropError, misconfigured, SealDropError } from '../../core/errors.ts'
import { isProviderId } from '../../core/provider-id.ts'
import type { Answer } from '../../core/request.ts'
import { type Ticketed, ticketHeader } from '../../core/ticket.ts'
import { type DokstampFile, errorOf, fileIn, filesIn, unreadable } from './answers.ts'

/** Of one call. */
export interface DokstampCall extends PageCall, Ticketed {}

/** The fields that can be changed are not documented: these are passed through. */
export type DokstampFields = Readonly<Record<string, Json>>

/** The files of the tenant. */
export interface DokstampFiles {
  /** `GET /files`; `unused`: those no certificate or document took. */
  list(query?: { readonly unused?: boolean }, call?: DokstampCall): Promise<readonly DokstampFile[]>
  /** `GET /files/{uuid}` */
  get(uuid: string, call?: DokstampCall): Promise<DokstampFile>
  /** `PATCH /files/{uuid}` */
  update(uuid: string, patch: DokstampFields, call?: DokstampCall): Promise<DokstampFile>
  /** `PUT /files/{uuid}` */
  replace(uuid: string, data: DokstampFields, call?: DokstampCall): Promise<DokstampFile>
  /** `DELETE /files/{uuid}`; rejects with `already-used` as long as a certificate or document has it. */
  remove(uuid: string, call?: DokstampCall): Promise<void>
  /** `GET /files/{uuid}/download`, which is public: without headers, unless a relay asks for them. The bytes have no media type. */
  download(uuid: string, call?: Partial<Job>): Promise<Blob>
}

/** How the refusal to delete a used file looks is not documented; it may be any of these. */
const REFUSALS: readonly (number | undefined)[] = [403, 409, 422]

/** Asks `authorize`, by the origin rule. */
type HeadersFor = (method: string, url: string, signal?: AbortSignal) => Promise<Headers>

export const createFiles = (api: Api, endpoint: string, headersFor?: HeadersFor): DokstampFiles => {
  const ask = async (
    method: 'GET' | 'PATCH' | 'PUT' | 'DELETE',
    uuid: string,
    call: DokstampCall = {},
    data?: DokstampFields,
  ): Promise<Answer> => {
    const { ticket, ...context } = call
    const headers = {
      ...ticketHeader(ticket),
      ...(data && { 'Content-Type': 'application/json' }),
    }
    const body = data && JSON.stringify(data)
    const answer = await api(method, pathOf(uuid), context, {
      headers,
      ...(body !== undefined && { body }),
    })
    if (answer.status === 200 || (method === 'DELETE' && answer.status === 204)) return answer
    throw errorOf(answer)
  }
  const get: DokstampFiles['get'] = async (uuid, call) => {
    const answer = await ask('GET', uuid, call)
    const file = fileIn(answer)
    if (!file) throw unreadable(answer)
    return file
  }

  return {
    async list({ unused = false } = {}, call) {
      const query = queryOf({ 'where[used_at]': unused ? 'null' : undefined })
      const answer = await api('GET', `/files${query}`, call)
      if (answer.status !== 200) throw errorOf(answer)
      return filesIn(answer)
    },
    get,
    // Not documented is whether the answer shows the file.
    async update(uuid, patch, call) {
      return fileIn(await ask('PATCH', uuid, call, patch)) ?? get(uuid, call)
    },
    async replace(uuid, data, call) {
      return fileIn(await ask('PUT', uuid, call, data)) ?? get(uuid, call)
    },
    async remove(uuid, call) {
      try {
        await ask('DELETE', uuid, call)
      } catch (thrown) {
        if (!isSealDropError(thrown) || !REFUSALS.includes(thrown.provider?.status)) throw thrown
        // The refusal does not say why, but the file says whether it is used.
        const file = await get(uuid, call).catch(() => undefined)
        if (!file || file.usedAt === null) throw thrown
        throw new SealDropError('already-used', 'A certificate or document has this file.', {
          ...thrown.facts,
          cause: thrown,
        })
      }
    },
    async download(uuid, call) {
      const url = `${endpoint}${pathOf(uuid)}/download`
      let got = await download(url, call)
      // DokStamp itself asks for no headers, and gets none. A relay does: its 401 is how it says so, and no failure.
      if ('refused' in got && got.refused.status === 401 && headersFor)
        got = await download(url, call, await headersFor('GET', url, call?.signal))
      if ('refused' in got) throw errorOf(got.refused)
      return got.bytes
    },
  }
}

const pathOf = (uuid: string): string => {
  if (!isProviderId(uuid)) throw misconfigured('That is no uuid of a file.')
  return `/files/${encodeURIComponent(uuid)}`
}
