import { asRecord, jsonOf } from '../../core/answer.ts'
import {
  type CallContext,
  contextOf,
  createApi,
  queryOf,
  type RequestPayload,
} from '../../core/api.ts'
import { checkOrigins } from '../../core/authorize.ts'
import { randomHex } from '../../core/bytes.ts'
import type { CallJob, Delivery, Facts, Parcel, SendJob } from '../../core/contracts.ts'
import { absoluteEndpoint } from '../../core/endpoint.ts'
import { isSealDropError, misconfigured, SealDropError } from '../../core/errors.ts'
import { isProviderId } from '../../core/provider-id.ts'
import type { Answer } from '../../core/request.ts'
import { ticketFact, ticketHeader, ticketIn } from '../../core/ticket.ts'
import { checkTimeouts } from '../../core/timeouts.ts'
import {
  allOf,
  dataOf,
  oneOf,
  type PrivasferFile,
  readDownload,
  readFile,
  readKey,
  readMail,
  readMessage,
} from './answers.ts'
import { createBudget, withWait } from './budget.ts'
import { errorOf } from './errors.ts'
import { isUploadOf, readTrace, searchKeyword, type Trace, traceOf } from './search.ts'
import {
  checkOptions,
  type PrivasferCall,
  type PrivasferFilesQuery,
  type PrivasferOptions,
  type PrivasferTransport,
} from './surface.ts'

/** A relay wants the ticket of what a call is about. */
type TicketedContext = CallContext & PrivasferCall

export type * from './answers.ts'
export type * from './surface.ts'

/**
 * Delivers to Privasfer's `POST /api/files` (privasfer.com/docs/api). Its documentation calls itself outdated, and shows no upload:
 * field, form and answer are inferred. A try whose answer was lost is looked up by its wire name before anything is sent again; as long
 * as nobody can look, it is not sent.
 */
export const privasfer = (options: PrivasferOptions): PrivasferTransport => {
  const endpoint = absoluteEndpoint(options.endpoint)
  const { field = 'file', accepted, coolDownMs = 60_000, authorize, origins, timeouts } = options
  checkOptions(options)
  checkOrigins(origins)
  checkTimeouts(timeouts)
  const target = { name: 'privasfer', endpoint, authorize, origins, timeouts }
  // Without it the service redirects to its login page (inferred).
  const api = createApi(target, { Accept: 'application/json' })
  const budget = createBudget(coolDownMs)

  /** Resolves with the answer of a request that was carried out; rejects with why it was not. */
  const ask = async (
    method: string,
    path: string,
    { ticket, ...context }: TicketedContext = {},
    { headers, body }: RequestPayload = {},
    statuses?: readonly number[],
  ): Promise<Answer> => {
    const payload = {
      headers: { ...headers, ...ticketHeader(ticket) },
      ...(body !== undefined && { body }),
    }
    const answer = await budget.spend(() => api(method, path, context, payload))
    const { status, text } = answer
    const isFine = statuses?.includes(status) ?? (status >= 200 && status <= 299)
    // A login page may come with a 200: answers are JSON only (documented), or empty.
    if (isFine && (text === '' || jsonOf(answer) !== undefined)) return answer
    throw withWait(errorOf(answer), answer, coolDownMs)
  }
  /** Each URL is a new one, because answers may come from a cache for eight hours (documented) and XHR has no option against that. */
  const look = (path: string, query: object, call?: TicketedContext): Promise<Answer> =>
    ask('GET', `${path}${queryOf({ ...query, _: randomHex(8) })}`, call)

  const get: PrivasferTransport['get'] = async (id, call) =>
    oneOf(await look(pathOf('files', id), {}, call), readFile)
  const remove = async (id: string, call?: TicketedContext): Promise<void> => {
    await ask('DELETE', pathOf('files', id), call)
  }
  /** The newest first: paging is not documented. */
  const find = async (trace: Trace, job: CallJob) => {
    const query: PrivasferFilesQuery = { sort: '-created_at', keyword: searchKeyword(trace) }
    const answer = await look('/files', query, contextOf(job))
    const file = allOf(answer, readFile).find(entry => isUploadOf(entry, trace))
    return file && deliveryOf(file, answer, { found: 'true' })
  }
  const upload = async (parcel: Parcel, job: SendJob): Promise<Delivery> => {
    const body = new FormData()
    for (const [name, value] of Object.entries(options.fields ?? {})) body.set(name, value)
    body.set(field, parcel.body, parcel.name)
    const answer = await ask('POST', '/files', job, { body }, accepted)
    const file = oneOf(answer, readFile)
    if (file.size !== undefined && file.size !== parcel.size)
      throw new SealDropError('mismatch', 'Privasfer stored another size than was sent.', {
        outcome: 'unknown',
      })
    return deliveryOf(file, answer)
  }

  return {
    name: 'privasfer',
    endpoint,
    ...(authorize && { authorize }),
    ...(origins && { origins }),
    ...(timeouts && { timeouts }),
    traits: { seals: ['age', 'age+pdf', 'none'], resumes: false, perRequest: 1 },
    async send(parcel, job) {
      if (job.uncertain || readTrace(job.resume)) {
        const found = await find(parcel, job)
        if (found) return found
      }
      budget.check()
      // Kept before a byte leaves, because the file may have arrived already when a pause or a cancel comes.
      await job.keep(traceOf(parcel))
      try {
        return await upload(parcel, job)
      } catch (thrown) {
        if (isRefusal(thrown)) await job.keep(null)
        throw thrown
      }
    },
    async discard(what, job) {
      const trace = 'resume' in what ? readTrace(what.resume) : undefined
      const delivery = 'reference' in what ? what : trace && (await find(trace, job))
      if (delivery) await remove(delivery.reference, { ...contextOf(job), ...ticketIn(delivery) })
    },
    list: async (query = {}, call) => allOf(await look('/files', query, call), readFile),
    get,
    async update(id, patch, call) {
      const answer = await ask('PATCH', pathOf('files', id), call, jsonBody(patch))
      return readFile(dataOf(answer)) ?? get(id, call)
    },
    remove,
    async createDownload(ids, call) {
      ids.forEach(id => void pathOf('files', id))
      return oneOf(await ask('POST', '/downloads', call, jsonBody({ files: ids })), readDownload)
    },
    inbox: async (query = {}, call) => allOf(await look('/inbox', query, call), readMessage),
    message: async (id, query = {}, call) =>
      oneOf(await look(pathOf('inbox', id), query, call), readMessage),
    mails: async (query = {}, call) => allOf(await look('/mails', query, call), readMail),
    async sendMail(mail, call) {
      const answer = await ask('POST', '/mails', call, jsonBody(mail))
      return dataOf(answer) ?? null
    },
    createKey: async (pin, call) =>
      oneOf(await ask('POST', '/keys', call, jsonBody({ pin })), readKey),
    async removeKey(key, call) {
      await ask('DELETE', pathOf('keys', key), call)
    },
  }
}

const pathOf = (kind: 'files' | 'inbox' | 'keys', id: string): string => {
  if (!isProviderId(id))
    throw misconfigured(`${kind === 'keys' ? 'key' : 'id'} must be as the API named it.`)
  return `/${kind}/${encodeURIComponent(id)}`
}

const jsonBody = (body: object) => ({
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(asRecord(body)),
})

/** Whether it is certain that the server stored nothing of this try. */
const isRefusal = (thrown: unknown): boolean => {
  if (!isSealDropError(thrown)) return false
  return thrown.outcome === undefined || thrown.code === 'rate-limited'
}

const deliveryOf = (file: PrivasferFile, answer: Answer, more: Facts = {}): Delivery => ({
  reference: file.id,
  facts: {
    ...(file.createdAt !== undefined && { createdAt: file.createdAt }),
    ...(file.encryptedSize !== undefined && { encryptedSize: String(file.encryptedSize) }),
    ...ticketFact(answer),
    ...more,
  },
})
