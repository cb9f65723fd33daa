import { type CallContext, contextOf, createApi, type RequestPayload } from '../../core/api.ts'
import type { ApiTarget } from '../../core/authorize.ts'
import { SealDropError } from '../../core/errors.ts'
import type { Answer } from '../../core/request.ts'
import {
  type CryptsharePolicy,
  type CryptshareVerification,
  dataFields,
  policyOf,
  timeOf,
  verificationOf,
} from './answers.ts'
import { errorOf, isTokenRefused, unreadable } from './errors.ts'
import { type CheckedOptions, CLIENT_ID } from './options.ts'
import { type IssueToken, SenderToken } from './sender-token.ts'

/** The API for one sender. The paths given to `ask` follow `/users/{email}`. */
export interface Client {
  /** With the sender's token. Resolves with any complete answer. */
  ask(
    method: string,
    path: string,
    context?: CallContext,
    payload?: RequestPayload,
  ): Promise<Answer>
  /**
   * The same, where a token that is refused is renewed, if it can be, and the request made with the new one. That is a step of
   * Cryptshare's verification, not a retry: tokens end in the middle of a queue, and a request with an old one was not payload out. It
   * happens once; whatever else goes wrong is the session's to decide about. Not for what belongs to one token: a good one is refused
   * there, and renewing it would lose everything else that belongs to it.
   */
  askRenewing(
    method: string,
    path: string,
    context?: CallContext,
    payload?: RequestPayload,
  ): Promise<Answer>
  corsActive(context?: CallContext): Promise<boolean>
  newClientId(context?: CallContext): Promise<string>
  verification(context?: CallContext): Promise<CryptshareVerification>
  requestCode(context?: CallContext): Promise<void>
  verify(code: string, context?: CallContext): Promise<{ readonly validUntil?: string }>
  policy(recipients: readonly string[], context?: CallContext): Promise<CryptsharePolicy>
}

export const jsonBody = (value: unknown): RequestPayload => ({
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(value),
})

/** A path segment. `@` may stay as it is. */
const segment = (text: string): string => encodeURIComponent(text).replaceAll('%40', '@')

export const createClient = (target: ApiTarget, options: CheckedOptions): Client => {
  const { user, clientId, productKey, apiVersion } = options
  const api = createApi(target, {
    Accept: 'application/json',
    'X-CS-MajorApiVersion': '1',
    'X-CS-MinimumMinorApiVersion': String(apiVersion),
    ...(productKey !== 'api.rest' && { 'X-CS-ProductKey': productKey }),
    ...(clientId !== undefined && { 'X-CS-ClientId': clientId }),
  })
  const sender = `/users/${segment(user)}`

  const askForToken = async (
    code: string | undefined,
    context: CallContext,
  ): Promise<{ token: string; validUntil?: string }> => {
    const body = jsonBody(code === undefined ? {} : { verificationCode: code })
    const answer = await api('POST', `${sender}/verification/token`, context, body)
    if (answer.status !== 200) throw errorOf(answer)
    const { token, validUntil } = dataFields(answer)
    if (typeof token !== 'string' || !/^[\x21-\x7e]{1,8000}$/.test(token))
      throw unreadable(answer, 'a token')
    const until = timeOf(validUntil)
    return { token, ...(until !== undefined && { validUntil: until }) }
  }
  const verification: Client['verification'] = async context => {
    const answer = await api('GET', `${sender}/verification`, context)
    if (answer.status !== 200) throw errorOf(answer)
    return verificationOf(answer)
  }

  const issue: IssueToken = async (signal, caller) => {
    const context = { ...contextOf(caller), signal }
    const { methods } = await verification(context)
    if (!methods.includes('CLIENT_ID'))
      throw new SealDropError(
        'unauthorized',
        'Cryptshare verifies this sender by e-mail: call requestCode(), then verify(code).',
      )
    return (await askForToken(undefined, context)).token
  }
  const token = new SenderToken(clientId === undefined ? undefined : issue)

  const askWith = (
    value: string | undefined,
    ...[method, path, context, payload = {}]: Parameters<Client['ask']>
  ): Promise<Answer> =>
    api(method, `${sender}${path}`, context, {
      ...payload,
      headers: { ...payload.headers, ...(value && { 'X-CS-VerificationToken': value }) },
    })
  const ask: Client['ask'] = async (method, path, context = {}, payload) =>
    askWith(await token.get(context), method, path, context, payload)
  const askRenewing: Client['askRenewing'] = async (method, path, context = {}, payload) => {
    const value = await token.get(context)
    const answer = await askWith(value, method, path, context, payload)
    return isTokenRefused(answer) && token.refuse(value)
      ? ask(method, path, context, payload)
      : answer
  }

  return {
    ask,
    askRenewing,
    async corsActive(context) {
      const key = encodeURIComponent(productKey)
      const answer = await api('GET', `/products/${key}/cors`, context)
      if (answer.status !== 200) throw errorOf(answer)
      const { active } = dataFields(answer)
      if (typeof active !== 'boolean') throw unreadable(answer, 'whether CORS is active')
      return active
    },
    async newClientId(context) {
      const answer = await api('GET', '/clients', context)
      if (answer.status !== 200) throw errorOf(answer)
      const id = dataFields(answer).clientId
      if (typeof id !== 'string' || !CLIENT_ID.test(id)) throw unreadable(answer, 'a client id')
      return id
    },
    verification,
    async requestCode(context) {
      const answer = await api('POST', `${sender}/verification/code/email`, context)
      if (answer.status !== 200) throw errorOf(answer)
    },
    async verify(code, context = {}) {
      const { token: proven, ...given } = await askForToken(code, context)
      token.prove(proven)
      return given
    },
    async policy(recipients, context) {
      const answer = await askRenewing(
        'POST',
        '/transfer-policy',
        context,
        jsonBody({ recipients }),
      )
      if (answer.status !== 200) throw errorOf(answer)
      return policyOf(answer)
    },
  }
}
