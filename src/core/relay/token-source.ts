import { fetchReasonOf } from './failure.ts'
import { badCredentials, HttpError, tokenIsOver } from './http-error.ts'
import { readText } from './read-text.ts'

/** A token and how long it is valid from now, in milliseconds. */
export interface IssuedToken {
  readonly token: string
  readonly lifetimeMs: number
}

/** Where a provider's routes get the access token of the next request. */
export interface TokenSource {
  get(): Promise<string>
  /** Takes over a token that the provider issued in another answer. */
  store(issued: IssuedToken): void
  /** The provider took it. */
  accept(token: string): void
  /** The provider refused this token: the next `get` asks for another one. Gives what the visitor is told: one that was never taken is no good. */
  refuse(token: string): HttpError
  /** The last two. An answer may still repeat the one before, so both are secrets. */
  recent(): readonly string[]
}

const RENEW_BEFORE_END_MS = 60_000
const REQUEST_TIMEOUT_MS = 20_000
const MAX_ANSWER_BYTES = 65_536

/** `token` in front, and the one before. */
export const withRecent = (token: string, recent: readonly string[]): readonly string[] =>
  [token, ...recent.filter(other => other !== token)].slice(0, 2)

/** Whether who answers so has taken the token: anything else may be from a gateway. */
export const showsAcceptance = (status: number): boolean => status < 400 || status === 422

/** What the provider said of the last tokens. */
export interface TokenHistory {
  /** The provider took it. */
  accept(token: string): void
  /** It goes into a request, whoever it comes from. */
  give(token: string): void
  /** The provider refused it. Whether another one may be better: not where it is given again although it was refused, and as `isGoodAtFirst` says. */
  refuse(token: string): boolean
}

/** `isGoodAtFirst`: one that was never taken may be over, unless another one was refused before it, too. */
export const createTokenHistory = (isGoodAtFirst: boolean): TokenHistory => {
  let accepted: readonly string[] = []
  let refused: readonly string[] = []
  let givenAgain: readonly string[] = []
  return {
    accept(token) {
      accepted = withRecent(token, accepted)
      refused = []
      givenAgain = []
    },
    give(token) {
      if (refused.includes(token)) givenAgain = withRecent(token, givenAgain)
    },
    refuse(token) {
      const isFirst = refused.every(other => other === token)
      refused = withRecent(token, refused)
      if (givenAgain.includes(token)) return false
      return accepted.includes(token) || (isGoodAtFirst && isFirst)
    },
  }
}

/** Keeps a token until shortly before it expires; then one request renews it for all that wait. `option`: the relay's, by which they are issued. */
export const createTokenSource = (
  option: string,
  request: (signal: AbortSignal) => Promise<IssuedToken>,
): TokenSource => {
  let current: { readonly token: string; readonly renewAt: number } | undefined
  let renewal: Promise<string> | undefined
  let recent: readonly string[] = []
  const { accept, give, refuse } = createTokenHistory(false)

  const store = ({ token, lifetimeMs }: IssuedToken): void => {
    // One that is valid for less than two minutes is used for half of that.
    const useMs = Math.max(lifetimeMs - RENEW_BEFORE_END_MS, lifetimeMs / 2)
    current = { token, renewAt: Date.now() + useMs }
    recent = withRecent(token, recent)
    give(token)
  }
  const renew = async (): Promise<string> => {
    const issued = await request(AbortSignal.timeout(REQUEST_TIMEOUT_MS))
    store(issued)
    return issued.token
  }
  return {
    store,
    get: () => {
      if (current && current.renewAt > Date.now()) return Promise.resolve(current.token)
      renewal ??= renew().finally(() => {
        renewal = undefined
      })
      return renewal
    },
    accept,
    refuse(token) {
      if (current?.token === token) current = undefined
      return refuse(token) ? tokenIsOver() : badCredentials(option)
    },
    recent: () => recent,
  }
}

/** `expires_in` of OAuth (RFC 6749, 5.1) in milliseconds. */
export const lifetimeMsOf = (expiresIn: unknown, defaultSeconds: number): number => {
  const seconds = Number(expiresIn ?? defaultSeconds)
  return 1000 * (seconds > 0 ? seconds : defaultSeconds)
}

/** By which token services refuse whoever asks; RFC 6749, 5.2 has 400 and 401. */
const REFUSALS: readonly number[] = [400, 401, 403]

/** It took or refused nobody: something else went wrong. */
export const noToken = (cause?: unknown): HttpError =>
  new HttpError(
    502,
    'The provider gave the relay no access token.',
    {},
    {},
    { reason: cause === undefined ? 'no-token' : fetchReasonOf(cause), cause },
  )

const refusalBy = (status: number, option: string): HttpError =>
  REFUSALS.includes(status) ? badCredentials(option) : noToken()

/** Undefined for what is no JSON, such as the page of a gateway. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Asks for a token and reads the JSON. Whatever goes wrong is 502, without a word of what was sent or answered. `option`: of the relay,
 * whose value is wrong where the service refuses it. `refusalIn`: what the provider's own JSON says of a failure, before its status is asked;
 * undefined where it says nothing.
 */
export const requestToken = async (
  url: string,
  option: string,
  init: RequestInit & { readonly headers: Readonly<Record<string, string>> },
  refusalIn: (json: unknown) => HttpError | undefined = () => undefined,
): Promise<Readonly<Record<string, unknown>>> => {
  let answer: Response
  let body: unknown
  try {
    answer = await fetch(url, { ...init, method: 'POST', redirect: 'manual' })
    body = parsed((await readText(answer.body, MAX_ANSWER_BYTES)) ?? '')
  } catch (thrown) {
    throw noToken(thrown)
  }
  if (!answer.ok) throw refusalIn(body) ?? refusalBy(answer.status, option)
  if (typeof body !== 'object' || body === null) throw noToken()
  return body as Record<string, unknown>
}

/** The token in an answer. Throws 502 where there is none that fits into a header. */
export const readToken = (token: unknown): string => {
  if (typeof token === 'string' && /^[\x21-\x7e]{1,8192}$/.test(token)) return token
  throw noToken()
}
