import { neverAborted, shared } from '../../core/abort.ts'
import { type CallContext, createApi, type RequestPayload } from '../../core/api.ts'
import type { ApiTarget } from '../../core/authorize.ts'
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
import { CLIENT_ID, type Settings } from './options.ts'

/** "Invalid code or token mismatch", under several statuses. */
const NOT_THIS_TOKEN = 3002

/** The API as one verified sender sees it. Paths of the sender are told from `/users/{email}` on. */
export interface Client {
  /** With the sender's token. Resolves with any complete answer. */
  once(
    method: string,
    path: string,
    caller?: CallContext,
    carried?: RequestPayload,
  ): Promise<Answer>
  /**
   * The same, where a token that is refused is renewed, if it can be, and the request repeated. Not for what belongs to one token: a
   * good one is refused there, and renewing it would lose everything else that belongs to it.
   */
  asSender(
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

export const isTokenRefused = (answer: Answer): boolean => errorCodeOf(answer) === NOT_THIS_TOKEN

export const jsonBody = (value: unknown): RequestPayload => ({
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(value),
})

/** `@` may stay as it is. */
const segment = (text: string): string => encodeURIComponent(text).replaceAll('%40', '@')

export const createClient = (party: ApiTarget, settings: Settings): Client => {
  const { user, clientId, productKey, apiVersion } = settings
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

  /** Proven by an e-mailed code. */
  let proven: string | undefined
  let asking: CallContext = {}
  let latest: string | undefined
  const issue = async (own: AbortSignal): Promise<string> => {
    const caller = { ...asking, signal: own }
    const { methods } = await verification(caller)
    if (!methods.includes('CLIENT_ID'))
      throw new SealDropError(
        'unauthorized',
        'Cryptshare verifies this sender by e-mail: call requestCode(), then verify(code).',
      )
    const { token } = await askForToken(undefined, caller)
    latest = token
    return token
  }
  /** By the client id alone; once for all who need it. */
  let issued = shared(issue)

  /** Undefined where a relay or `authorize` has it. */
  const tokenFor = async ({ headers, signal }: CallContext): Promise<string | undefined> => {
    if (proven !== undefined || clientId === undefined) return proven
    asking = headers ? { headers } : {}
    return issued(signal ?? neverAborted)
  }
  const withToken = (
    token: string | undefined,
    ...[method, path, caller, carried = {}]: Parameters<Client['once']>
  ): Promise<Answer> =>
    api(method, `${sender}${path}`, caller, {
      ...carried,
      headers: { ...carried.headers, ...(token && { 'X-CS-VerificationToken': token }) },
    })
  const once: Client['once'] = async (method, path, caller = {}, carried) =>
    withToken(await tokenFor(caller), method, path, caller, carried)
  const asSender: Client['asSender'] = async (method, path, caller = {}, carried) => {
    const token = await tokenFor(caller)
    const answer = await withToken(token, method, path, caller, carried)
    if (!isTokenRefused(answer)) return answer
    if (token !== undefined && token === proven) {
      proven = undefined // only a person can renew it
      return answer
    }
    // Another file may have renewed it meanwhile; a relay or `authorize` renews its own.
    if (token !== undefined && token === latest) {
      latest = undefined
      issued = shared(issue)
    }
    return once(method, path, caller, carried)
  }

  return {
    once,
    asSender,
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
      const { token, ...given } = await askForToken(code, caller)
      proven = token
      return given
    },
    async policy(recipients, caller) {
      const answer = await asSender('POST', '/transfer-policy', caller, jsonBody({ recipients }))
      if (answer.status !== 200) throw errorOf(answer)
      return policyOf(answer)
    },
  }
}
