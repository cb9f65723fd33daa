import { createApi, type RequestPayload } from '../../core/api.ts'
import { toBase64 } from '../../core/base64.ts'
import { hex } from '../../core/bytes.ts'
import type { Parcel, SendJob, Transport } from '../../core/contracts.ts'
import { absoluteUrl } from '../../core/endpoint.ts'
import { hasPageOrigin, idempotencyKey } from '../../core/idempotency-key.ts'
import { type FormPart, multipartBody } from '../../core/multipart-body.ts'
import { RELAY_HEADER, ticketFact } from '../../core/ticket.ts'
import { sendingOnce } from '../../core/unknown.ts'
import { errorOf } from './answer.ts'
import { checkOptions, type HttpOptions, readHeaders } from './options.ts'
import { readReference } from './reference.ts'
import { confirmStored } from './stored.ts'

export type { HttpOptions, ReferenceRule } from './options.ts'

/**
 * Delivers to any HTTP endpoint. A try whose answer was lost is sent again by itself where a server can tell that it is the same one,
 * because the request has an `Idempotency-Key` or a relay is between; else the file fails with outcome `unknown`.
 */
export const http = (options: HttpOptions): Transport => {
  checkOptions(options)
  const endpoint = absoluteUrl(options.endpoint)
  const { method = 'POST', field = 'file', fields = {}, digest = true } = options
  const { reference, authorize, origins, timeouts, credentials } = options
  const fixed = Object.fromEntries(readHeaders(options.headers))
  const api = createApi({ name: 'http', endpoint, authorize, origins, timeouts, credentials })
  let isRelayed = false
  const takesKey = (): boolean => options.idempotencyKey ?? (isRelayed || hasPageOrigin(endpoint))

  const payloadOf = async (
    parcel: Parcel,
    job: SendJob,
    hasKey: boolean,
  ): Promise<RequestPayload> => {
    const { body } = parcel
    const sha256 = digest ? await job.digest(body) : undefined
    const more = { ...fixed, ...idempotencyKey(parcel, hasKey) }
    if (method === 'PUT') {
      const type = parcel.wrap ? 'application/pdf' : 'application/octet-stream'
      const digests = sha256 && {
        'content-digest': `sha-256=:${toBase64(sha256)}:`,
      }
      return { headers: { ...more, 'content-type': type, ...digests }, body }
    }
    const parts = new Map<string, FormPart>()
    const add = (part: FormPart): void => void parts.set(part.name, part)
    for (const [name, text] of Object.entries(fields)) add({ name, text })
    if (sha256) add({ name: 'sha256', text: hex(sha256) })
    add({ name: field, file: body, fileName: parcel.name })
    const form = multipartBody(parcel.key, [...parts.values()])
    return { headers: { ...more, ...form.headers }, body: form.body }
  }

  const send: Transport['send'] = async (parcel, job) => {
    let isComplete = false
    const hasKey = takesKey()
    // A relay knows a form by its file's name as well; a body without a form names nothing.
    const isKnown = (): boolean => hasKey || (isRelayed && method === 'POST')
    const isSafeAgain = (): boolean => isKnown() && !isComplete
    return sendingOnce(isSafeAgain, async () => {
      const answer = await api(method, endpoint, job, await payloadOf(parcel, job, hasKey))
      isRelayed ||= answer.header(RELAY_HEADER) !== null
      if (answer.status < 200 || answer.status > 299) throw errorOf(answer, hasKey)
      // This status has no body, so nothing of it got lost: another one would say the same.
      isComplete = answer.status === 204
      const found = readReference(answer, reference, parcel)
      await confirmStored(answer, reference, parcel, job)
      return { reference: found, facts: ticketFact(answer) }
    })
  }

  return {
    name: 'http',
    endpoint,
    ...(authorize && { authorize }),
    ...(origins && { origins }),
    ...(timeouts && { timeouts }),
    traits: { seals: ['age', 'age+pdf', 'none'], resumes: false, perRequest: 1 },
    send,
  }
}
