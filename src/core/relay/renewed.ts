import { HttpError } from './http-error.ts'
import { readText } from './read-text.ts'

/** A token and how long it holds, in milliseconds. */
export interface ShortLived {
  readonly token: string
  readonly lifeMs: number
}

/** A token that is asked for when it is needed, kept until shortly before it expires, and renewed once for all who wait. */
export interface Renewed {
  get(): Promise<string>
  /** One that came another way. */
  adopt(given: ShortLived): void
  /** The upstream no longer takes this one. */
  forget(token: string): void
  /** The last two: an answer may still repeat the one before. */
  known(): readonly string[]
}

/** Renewed so long before the end. */
const EARLY_MS = 60_000
const ASK_MS = 20_000
const MAX_TOKEN_BYTES = 65_536

export const createRenewed = (ask: (signal: AbortSignal) => Promise<ShortLived>): Renewed => {
  let current: { readonly token: string; readonly until: number } | undefined
  let asking: Promise<string> | undefined
  let known: readonly string[] = []

  const adopt = ({ token, lifeMs }: ShortLived): void => {
    // One that lives for less than two minutes is used for half its life.
    current = { token, until: Date.now() + Math.max(lifeMs - EARLY_MS, lifeMs / 2) }
    known = [token, ...known.filter(other => other !== token)].slice(0, 2)
  }
  const renew = async (): Promise<string> => {
    const given = await ask(AbortSignal.timeout(ASK_MS))
    adopt(given)
    return given.token
  }
  return {
    adopt,
    get: () => {
      if (current && current.until > Date.now()) return Promise.resolve(current.token)
      asking ??= renew().finally(() => {
        asking = undefined
      })
      return asking
    },
    forget: token => {
      if (current?.token === token) current = undefined
    },
    known: () => known,
  }
}

/** Asks for a token and reads the JSON. Whatever goes wrong is 502, without a word of what was sent or answered. */
export const askForToken = async (
  url: string,
  init: RequestInit & { readonly headers: Readonly<Record<string, string>> },
): Promise<Readonly<Record<string, unknown>>> => {
  const failed = (): HttpError => new HttpError(502, 'The provider gave the relay no access token.')
  let answer: Response
  let body: unknown
  try {
    answer = await fetch(url, { ...init, method: 'POST', redirect: 'manual' })
    body = JSON.parse((await readText(answer.body, MAX_TOKEN_BYTES)) ?? '')
  } catch {
    throw failed()
  }
  if (!answer.ok || typeof body !== 'object' || body === null) throw failed()
  return body as Record<string, unknown>
}

/** The token of an OAuth-like answer. Throws 502 where there is none that fits into a header. */
export const readToken = (token: unknown): string => {
  if (typeof token === 'string' && /^[\x21-\x7e]{1,8192}$/.test(token)) return token
  throw new HttpError(502, 'The provider gave the relay no access token.')
}
