import { asRecord } from '../../core/answer.ts'
import { badCredentials, type HttpError } from '../../core/relay/http-error.ts'
import type { RelayCall, Route } from '../../core/relay/route.ts'
import {
  createTokenSource,
  type IssuedToken,
  noToken,
  readToken,
  requestToken,
  type TokenSource,
} from '../../core/relay/token-source.ts'

export interface VerificationOptions {
  readonly endpoint: string
  readonly userPath: string
  readonly clientHeaders: Readonly<Record<string, string>>
}

/** The relay's own verification as sender. */
export interface Verification {
  readonly tokens: TokenSource
  readonly routes: readonly Route[]
}

/** What the server refuses where it does not verify the relay. */
const CLIENT_OPTION = 'providers.cryptshare.clientId'

/** Cryptshare's own codes: "product not licensed", and "invalid code or token mismatch". */
export const NO_LICENCE = 3001
export const TOKEN_REFUSED = 3002
/** Not verified. */
const UNVERIFIED = 3003

/** Its status alone would blame the client id for whatever it is. */
const refusalIn = (json: unknown): HttpError | undefined => {
  const { errorCode } = asRecord(json)
  if (errorCode === undefined) return undefined
  if (errorCode === NO_LICENCE) return badCredentials('providers.cryptshare.productKey')
  const isClient = errorCode === TOKEN_REFUSED || errorCode === UNVERIFIED
  return isClient ? badCredentials(CLIENT_OPTION) : noToken()
}

/** Stands in the page's answer for the token, which stays at the relay. */
const TOKEN_PLACEHOLDER = 'kept-by-the-relay'
const DEFAULT_LIFETIME_MS = 300_000
/** The oldest minor version that the documents show. */
const OLDEST_MINOR = '7'

/** `minor`: what the visitor asked for; anything but a number counts as nothing. */
export const versionHeaders = (minor: string | null): Readonly<Record<string, string>> => ({
  'X-CS-MajorApiVersion': '1',
  'X-CS-MinimumMinorApiVersion': minor?.match(/^\d{1,4}$/)?.[0] ?? OLDEST_MINOR,
})

interface VerifiedToken extends IssuedToken {
  /** ISO 8601, or empty. */
  readonly validUntil: string
}

/** `{data: {token, validUntil}}`; the zone is numeric, and may lack its colon. */
const readVerifiedToken = (body: unknown): VerifiedToken => {
  const { token, validUntil } = asRecord(asRecord(body).data)
  const until = new Date(String(validUntil).replace(/([+-]\d\d)(\d\d)$/, '$1:$2')).getTime()
  const lifetimeMs = until - Date.now()
  return {
    token: readToken(token),
    validUntil: Number.isFinite(until) ? new Date(until).toISOString() : '',
    // A new token that seems to have expired means that one of the two clocks is wrong.
    lifetimeMs: lifetimeMs > 0 ? lifetimeMs : DEFAULT_LIFETIME_MS,
  }
}

const verificationCodeIn = async (call: RelayCall): Promise<unknown> =>
  (await call.json()).verificationCode

export const createVerification = (options: VerificationOptions): Verification => {
  const { endpoint, userPath, clientHeaders } = options
  let validUntil = ''
  const tokens = createTokenSource(CLIENT_OPTION, async signal => {
    const headers = {
      ...clientHeaders,
      ...versionHeaders(null),
      'Content-Type': 'application/json',
      Accept: 'application/json',
    }
    const body = await requestToken(
      `${endpoint}/${userPath}/verification/token`,
      CLIENT_OPTION,
      { headers, body: '{}', signal },
      refusalIn,
    )
    const verified = readVerifiedToken(body)
    validUntil = verified.validUntil
    return verified
  })
  const answerForPage = () => ({ data: { token: TOKEN_PLACEHOLDER, validUntil } })

  const routes: readonly Route[] = [
    {
      method: 'GET',
      path: 'users/:user/verification',
      operation: 'verification',
      allowedByDefault: true,
      credentials: 'unverified',
      upstreamRequest: () => ({ path: `${userPath}/verification` }),
    },
    {
      method: 'POST',
      path: 'users/:user/verification/code/email',
      operation: 'requestCode',
      allowedByDefault: false,
      credentials: 'unverified',
      upstreamRequest: () => ({ path: `${userPath}/verification/code/email` }),
    },
    {
      method: 'POST',
      path: 'users/:user/verification/token',
      operation: 'verify',
      allowedByDefault: true,
      credentials: 'unverified',
      async localAnswer(call) {
        if (call.allows('verify') && (await verificationCodeIn(call)) !== undefined)
          return undefined
        await tokens.get()
        return answerForPage()
      },
      upstreamRequest: async call => ({
        path: `${userPath}/verification/token`,
        body: JSON.stringify({ verificationCode: await verificationCodeIn(call) }),
      }),
      onSuccess({ json }) {
        const verified = readVerifiedToken(json)
        validUntil = verified.validUntil
        tokens.store(verified)
        return { body: answerForPage() }
      },
    },
    { method: 'GET', path: 'clients', operation: 'newClientId', allowedByDefault: false },
  ]
  return { tokens, routes }
}
