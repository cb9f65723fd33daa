import { randomBytes, randomInt } from 'node:crypto'
import type { RecordedRequest, Reply } from '../server.ts'
import { badValue, lacking, ok, refuse } from './answers.ts'
import type { CryptshareSwitches } from './switches.ts'

interface Token {
  readonly user: string
  readonly clientId: string
  readonly until: number
}

export interface Access {
  /** What is wrong with the headers every request needs; undefined when nothing is. */
  refusal(request: RecordedRequest, path: string): Reply | undefined
  /** `/users/{email}/verification…`; undefined for any other path. */
  answer(request: RecordedRequest, user: string, rest: string): Reply | undefined
  /** The valid token of this request, or the refusal. */
  sender(request: RecordedRequest, user: string): string | Reply
  /** The code that was mailed last. */
  code(user: string): string | undefined
  expireTokens(): void
  /** Tokens stay as they are. */
  reset(): void
}

const CLIENT_ID = /^[A-Za-z0-9]{50,4000}$/
export const newClientId = (): string => randomBytes(32).toString('hex')

const headerOf = ({ headers }: RecordedRequest, name: string): string | undefined => {
  const value = headers[name]
  return Array.isArray(value) ? value[0] : value
}

/** Client ids, mailed codes and tokens. A token is good for one sender and one client id, for a while. */
export const createAccess = (switches: () => CryptshareSwitches, productKey: string): Access => {
  const codes = new Map<string, string>()
  const tokens = new Map<string, Token>()

  const timeOf = (time: number): string => new Date(time).toISOString().replace('Z', '+0000')
  const issue = (user: string, clientId: string): Reply => {
    const token = randomBytes(24).toString('hex')
    const until = Date.now() + switches().tokenSeconds * 1000
    tokens.set(token, { user, clientId, until })
    return ok(200, { token, validUntil: timeOf(until) })
  }
  const wrong = (status: number): Reply => refuse(status, 3002, 'The verification is not valid.')

  return {
    refusal(request, path) {
      const major = headerOf(request, 'x-cs-majorapiversion')
      const minor = headerOf(request, 'x-cs-minimumminorapiversion')
      const clientId = headerOf(request, 'x-cs-clientid')
      const product = headerOf(request, 'x-cs-productkey')
      if (major === undefined) return lacking('X-CS-MajorApiVersion')
      if (minor === undefined) return lacking('X-CS-MinimumMinorApiVersion')
      if (major !== '1' || !/^\d+$/.test(minor) || Number(minor) > switches().minorVersion)
        return refuse(404, 2004, 'The API version is not supported.')
      if (product !== undefined && product !== productKey) return badValue('X-CS-ProductKey')
      if (path === '/clients' || path.startsWith('/products/')) return undefined
      if (clientId === undefined) return lacking('X-CS-ClientId')
      return CLIENT_ID.test(clientId) ? undefined : badValue('X-CS-ClientId')
    },
    answer(request, user, rest) {
      const { methods, spelling, tokenSeconds, busy } = switches()
      const clientId = headerOf(request, 'x-cs-clientid') ?? ''
      const asked = `${request.method} ${rest}`
      if (!/^\/verification(\/|$)/.test(rest)) return undefined
      if (busy) return refuse(429, 2007, 'Too many requests.')
      if (asked === 'GET /verification') {
        const spelled =
          spelling === 'constants'
            ? { 'client-id': 'CLIENT_ID', email: 'EMAIL' }
            : { 'client-id': 'clientId', email: 'email' }
        return ok(200, {
          verified: [...tokens.values()].some(
            token => token.user === user && token.clientId === clientId && token.until > Date.now(),
          ),
          validUntil: timeOf(Date.now() + tokenSeconds * 1000),
          verificationMethods: methods.map(method => spelled[method]),
        })
      }
      if (asked === 'POST /verification/code/email') {
        if (!methods.includes('email')) return refuse(501, 5001, 'The method is not supported.')
        codes.set(user, String(randomInt(100_000, 1_000_000)))
        return { status: 200 }
      }
      if (asked !== 'POST /verification/token') return refuse(404, 1006, 'No such endpoint.')
      const { verificationCode } = JSON.parse(request.body.toString() || '{}')
      if (verificationCode === undefined)
        return methods.includes('client-id') ? issue(user, clientId) : wrong(403)
      if (codes.get(user) !== verificationCode) return wrong(403)
      codes.delete(user)
      return issue(user, clientId)
    },
    sender(request, user) {
      const value = headerOf(request, 'x-cs-verificationtoken')
      const token = tokens.get(value ?? '')
      const isValid =
        token?.user === user &&
        token.clientId === headerOf(request, 'x-cs-clientid') &&
        token.until > Date.now()
      return isValid && value !== undefined ? value : wrong(switches().tokenStatus)
    },
    code: user => codes.get(user),
    expireTokens: () => tokens.clear(),
    reset: () => codes.clear(),
  }
}
