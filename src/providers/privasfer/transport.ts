import { asRecord, jsonOf } from '../../core/answer.ts'
import { createApi, queryOf, type RequestPayload } from '../../core/api.ts'
import { checkOrigins } from '../../core/authorize.ts'
import { randomHex } from '../../core/bytes.ts'
import { absoluteEndpoint } from '../../core/endpoint.ts'
import { misconfigured } from '../../core/errors.ts'
import { isProviderId } from '../../core/provider-id.ts'
import { watchForRelay } from '../../core/relay-watch.ts'
import type { Answer } from '../../core/request.ts'
import { ticketHeader } from '../../core/ticket.ts'
import { checkTimeouts } from '../../core/timeouts.ts'
import {
  allOf,
  dataOf,
  oneOf,
  readDownload,
  readFile,
  readKey,
  readMail,
  readMessage,
} from './answers.ts'
import { createBudget, withWait } from './budget.ts'
import { errorOf } from './errors.ts'
import { createSending, type TicketedContext } from './sending.ts'
import { checkOptions, type PrivasferOptions, type PrivasferTransport } from './surface.ts'

export type * from './answers.ts'
export type * from './surface.ts'

/**
 * Delivers to Privasfer's `POST /api/files` (privasfer.com/docs/api). Its documentation calls itself outdated, and shows no upload:
 * field, form and answer are inferred. A try whose answer was lost is looked up by its wire name before anything is sent again; as long
 * as nobody can look, it is not sent. What a browser sent twice by itself is stored twice: the copy that the answer names stays.
 */
export const privasfer = (options: PrivasferOptions): PrivasferTransport => {
  const endpoint = absoluteEndpoint(options.endpoint)
  const { coolDownMs = 60_000, authorize, origins, timeouts } = options
  checkOptions(options)
  checkOrigins(origins)
  checkTimeouts(timeouts)
  const target = { name: 'privasfer', endpoint, authorize, origins, timeouts }
  // Without it the service redirects to its login page (inferred).
  const plain = createApi(target, { Accept: 'application/json' })
  const { api, isRelayed, takesKey } = watchForRelay(plain, endpoint)
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
  const sending = createSending({ ask, look, remove, budget, isRelayed, takesKey, options })

  return {
    name: 'privasfer',
    endpoint,
    ...(authorize && { authorize }),
    ...(origins && { origins }),
    ...(timeouts && { timeouts }),
    traits: { seals: ['age', 'age+pdf', 'none'], resumes: false, perRequest: 1 },
    ...sending,
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
