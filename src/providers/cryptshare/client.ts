import { type CallContext, createApi, type RequestPayload } from '../../core/api.ts'
import type { ApiTarget } from '../../core/authorize.ts'
import type { CallJob } from '../../core/contracts.ts'
import { SealDropError } from '../../core/errors.ts'
import type { Answer } from '../../core/request.ts'
import {
  type CryptsharePolicy,
  type CryptshareVerification,
  dataFields,
  errorCodeOf,
  errorOf,
  policyOf,
  timeOf,
  unreadable,
  verificationOf,
} from './answers.ts'
import { type CheckedOptions, CLIENT_ID } from './options.ts'
import { type IssueToken, SenderToken } from './sender-token.ts'

/** "Invalid code or token mismatch", under several statuses. */
const NOT_THIS_TOKEN = 3002

/** The API as one verified sender sees it. Paths of the sender are told from `/users/{email}` on. */
export interface Client {
  /** With the sender's token. Resolves with any complete answer. */
  ask(method: string, path: string, caller?: CallContext, carried?: RequestPayload): Promise<Answer>
  /**
   * The same, where a token that is refused is renewed, if it can be, and the request made with the new one. That is a step of
   * Cryptshare's verification, not a retry: tokens end in the middle of a queue, and a request with an old one was not carried out. It
   * happens once; whatever else goes wrong is the session's to decide about. Not for what belongs to one token: a good one is refused
   * there, and renewing it would lose everything else that belongs to it.
   */
  askRenewing(
    method: string,
    path: string,
    caller?: CallContext,
    carried?: RequestPayload,
  ): Promise<Answer>
  corsActive(caller?: CallContext): Promise<boolean>
  newClientId(caller?: CallContext): Promise<string>
  verification(caller?: CallContext): Promise<CryptshareVerification>
  requestCode(caller?: CallContext): Promise<void>
  verify(code: string, caller?: CallContext): Promise<{ readonly validUntil?: string }>
  policy(recipients: readonly string[], caller?: CallContext): Promise<CryptsharePolicy>
}

/** How a small request is made for a job: it does not move the bar. */
export const contextOf = ({ headers, signal }: CallJob): Pick<CallJob, 'headers' | 'signal'> => ({
  headers,
  signal,
})

export const isTokenRefused = (answer: Answer): boolean => errorCodeOf(answer) === NOT_THIS_TOKEN

export const jsonBody = (value: unknown): RequestPayload => ({
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(value),
})

/** `@` may stay as it is. */
const segment = (text: string): string => encodeURIComponent(text).replaceAll('%40', '@')

export const createClient = (party: ApiTarget, options: CheckedOptions): Client => {
  const { user, clientId, productKey, apiVersion } = options
  const api = createApi(party, {
    Accept: 'application/json',
    'X-CS-MajorApiVersion': '1',
    'X-CS-MinimumMinorApiVersion': String(apiVersion),
    ...(productKey !== 'api.rest' && { 'X-CS-ProductKey': productKey }),
    ...(clientId !== undefined && { 'X-CS-ClientId': clientId }),
  })
  const sender = `/users/${segment(user)}`

  const askForToken = async (
    code: string | undefined,
    caller: CallContext,
  ): Promise<{ token: string; validUntil?: string }> => {
    const body = jsonBody(code === undefined ? {} : { verificationCode: code })
    const answer = await api('POST', `${sender}/verification/token`, caller, body)
    if (answer.status !== 200) throw errorOf(answer)
    const { token, validUntil } = dataFields(answer)
    if (typeof token !== 'string' || !/^[\x21-\x7e]{1,8000}$/.test(token))
      throw unreadable(answer, 'a token')
    const until = timeOf(validUntil)
    return { token, ...(until !== undefined && { validUntil: until }) }
  }
  const verification: Client['verification'] = async caller => {
    const answer = await api('GET', `${sender}/verification`, caller)
    if (answer.status !== 200) throw errorOf(answer)
    return verificationOf(answer)
  }

  const issue: IssueToken = async (signal, headers) => {
    const caller = { signal, ...(headers && { headers }) }
    const { methods } = await verification(caller)
    if (!methods.includes('CLIENT_ID'))
      throw new SealDropError(
        'unauthorized',
        'Cryptshare verifies this sender by e-mail: call requestCode(), then verify(code).',
      )
    return (await askForToken(undefined, caller)).token
  }
  const token = new SenderToken(clientId === undefined ? undefined : issue)

  const askWith = (
    value: string | undefined,
    ...[method, path, caller, carried = {}]: Parameters<Client['ask']>
  ): Promise<Answer> =>
    api(method, `${sender}${path}`, caller, {
      ...carried,
      headers: { ...carried.headers, ...(value && { 'X-CS-VerificationToken': value }) },
    })
  const ask: Client['ask'] = async (method, path, caller = {}, carried) =>
    askWith(await token.get(caller), method, path, caller, carried)
  const askRenewing: Client['askRenewing'] = async (method, path, caller = {}, carried) => {
    const value = await token.get(caller)
    const answer = await askWith(value, method, path, caller, carried)
    return isTokenRefused(answer) && token.refuse(value)
      ? ask(method, path, caller, carried)
      : answer
  }

  return {
    ask,
    askRenewing,
    async corsActive(caller) {
      const key = encodeURIComponent(productKey)
      const answer = await api('GET', `/products/${key}/cors`, caller)
      if (answer.status !== 200) throw errorOf(answer)
      return dataFields(answer).active === true
    },
    async newClientId(caller) {
      const answer = await api('GET', '/clients', caller)
      if (answer.status !== 200) throw errorOf(answer)
      const id = dataFields(answer).clientId
      if (typeof id !== 'string' || !CLIENT_ID.test(id)) throw unreadable(answer, 'a client id')
      return id
    },
    verification,
    async requestCode(caller) {
      const answer = await api('POST', `${sender}/verification/code/email`, caller)
      if (answer.status !== 200) throw errorOf(answer)
    },
    async verify(code, caller = {}) {
      const { token: proven, ...given } = await askForToken(code, caller)
      token.prove(proven)
      return given
    },
    async policy(recipients, caller) {
      const answer = await askRenewing('POST', '/transfer-policy', caller, jsonBody({ recipients }))
      if (answer.status !== 200) throw errorOf(answer)
      return policyOf(answer)
    },
  }
}
