import { randomBytes } from 'node:crypto'
import { json, type RecordedRequest, type Reply } from '../server.ts'
import { fault } from './answers.ts'
import type { Scope } from './switches.ts'

/** From this version on, `Api-Key` opens the token service only. */
const BEARER_SINCE = '2026-11-19'

export interface Access {
  /** A new access token, valid for so many seconds. */
  issue(scope: Scope, seconds: number): string
  /** `POST /token` with `Api-Key`. How its answer looks is not documented: it is OAuth's here. */
  token(request: RecordedRequest, scope: Scope, seconds: number): Reply
  /** Why this request may not do what it wants, in that version's words; undefined where it may. */
  refusal(request: RecordedRequest, version: string): Reply | undefined
}

const unauthorized = (): Reply => fault(401, 'Unauthorized', 'Authorization failed')

/** Who may do what: the API key itself in versions up to 2026-04-16, short-lived tokens with a scope after. */
export const createAccess = (apiKey: string): Access => {
  const tokens = new Map<string, { readonly scope: Scope; readonly until: number }>()

  const issue: Access['issue'] = (scope, seconds) => {
    const token = `token-${randomBytes(24).toString('hex')}`
    tokens.set(token, { scope, until: Date.now() + seconds * 1000 })
    return token
  }

  return {
    issue,
    token: ({ headers }, scope, seconds) =>
      headers['api-key'] === apiKey
        ? json(200, {
            access_token: issue(scope, seconds),
            token_type: 'Bearer',
            expires_in: seconds,
          })
        : unauthorized(),
    refusal({ method, headers }, version) {
      if (version < BEARER_SINCE) return headers['api-key'] === apiKey ? undefined : unauthorized()
      const [, bearer = ''] = /^Bearer (.+)$/i.exec(headers.authorization ?? '') ?? []
      const token = tokens.get(bearer)
      if (!token || token.until <= Date.now()) return unauthorized()
      if (method === 'GET' || token.scope === 'write') return undefined
      const refused = fault(403, 'Insufficient scope', 'Insufficient scope')
      const challenge = 'Bearer error="insufficient_scope"'
      return { ...refused, headers: { ...refused.headers, 'WWW-Authenticate': challenge } }
    },
  }
}
