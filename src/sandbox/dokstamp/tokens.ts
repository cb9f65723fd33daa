import { randomBytes } from 'node:crypto'
import { json, type RecordedRequest, type Reply } from '../server.ts'

export interface Client {
  readonly clientId: string
  readonly clientSecret: string
}

export interface Tokens {
  /** A new one, or this one anew, valid for so many seconds. */
  issue(seconds: number, token?: string): string
  isValid(authorization: string | undefined): boolean
  /** Every token issued so far is over. */
  expire(): void
  /** `POST /oauth/token`: client credentials, as a form. */
  answer(request: RecordedRequest, seconds: number): Reply
}

const FORM = /^application\/x-www-form-urlencoded\b/i

const refuse = (status: number, error: string, description: string): Reply =>
  json(status, { error, error_description: description, message: description })

/** Tokens live so long and no longer; there is no refresh token. */
export const createTokens = ({ clientId, clientSecret }: Client): Tokens => {
  const expiries = new Map<string, number>()
  const issue = (seconds: number, token = `demo-${randomBytes(24).toString('hex')}`): string => {
    expiries.set(token, Date.now() + seconds * 1000)
    return token
  }
  return {
    issue,
    isValid: authorization => {
      const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? ''
      return (expiries.get(token) ?? 0) > Date.now()
    },
    expire: () => expiries.clear(),
    answer({ headers, body }, seconds) {
      // Any other encoding leaves the server with no fields at all.
      const isForm = FORM.test(headers['content-type'] ?? '')
      const fields = new URLSearchParams(isForm ? body.toString() : '')
      if (fields.get('grant_type') !== 'client_credentials')
        return refuse(400, 'unsupported_grant_type', 'The grant type is not supported.')
      if (fields.get('client_id') !== clientId || fields.get('client_secret') !== clientSecret)
        return refuse(401, 'invalid_client', 'Client authentication failed')
      return json(200, { token_type: 'Bearer', expires_in: seconds, access_token: issue(seconds) })
    },
  }
}
