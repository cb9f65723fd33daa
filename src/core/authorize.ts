import { orAborted } from './abort.ts'
import type { Authorize, Timeouts } from './contracts.ts'
import { misconfigured, SealDropError } from './errors.ts'

/** `include`: cookies go along to another origin, too, where CORS and the cookies themselves allow it. */
export type Cookies = 'same-origin' | 'include'

/** The API that headers are asked for, and the origins they may be sent to. */
export interface ApiTarget {
  readonly name: string
  /** Absolute. */
  readonly endpoint: string
  readonly authorize?: Authorize | undefined
  /** Further origins that headers and bytes may go to. */
  readonly origins?: readonly string[] | undefined
  /** Win over those of the page. */
  readonly timeouts?: Timeouts | undefined
  /** Of every request; none goes to an origin that is not listed. `same-origin` when left out. */
  readonly credentials?: Cookies | undefined
}

/** Throws `misconfigured` for what says nothing of cookies. */
export const checkCredentials = (credentials: unknown): void => {
  if (!['same-origin', 'include', undefined].includes(credentials as string | undefined))
    throw misconfigured('credentials must be same-origin or include.')
}

/** The origin of a listed URL. Throws `misconfigured` where it is not a URL. */
const originOf = (origin: string): string => {
  // A list of one is read as the URL in it.
  if (typeof origin !== 'string' || !URL.canParse(origin))
    throw misconfigured('origins holds what is no URL.')
  return new URL(origin).origin
}

/** Throws `misconfigured` for a list of origins that would fail at the first request. */
export const checkOrigins = (origins: readonly string[] | undefined): void => {
  if (origins !== undefined && !Array.isArray(origins))
    throw misconfigured('origins must be a list of URLs.')
  origins?.forEach(originOf)
}

/** Throws `protocol` for a URL on neither the endpoint's origin nor a listed one. */
export const checkListed = (
  { name, endpoint, origins = [] }: Pick<ApiTarget, 'name' | 'endpoint' | 'origins'>,
  url: string,
): void => {
  const { origin } = new URL(url)
  if (origin !== new URL(endpoint).origin && !origins.map(originOf).includes(origin))
    throw new SealDropError('protocol', `${name} pointed to an origin that is not listed.`)
}

/**
 * The headers of one request. `authorize` is asked for every request, and only if its URL is on the endpoint's origin or on a
 * listed one: any other URL is `protocol` before `authorize` hears of it. What `authorize` throws becomes `unauthorized`.
 */
export const askHeaders = async (
  target: ApiTarget,
  attempt: number,
  signal: AbortSignal,
  method: string,
  url: string,
): Promise<Headers> => {
  const { name, authorize } = target
  checkListed(target, url)
  if (!authorize) return new Headers()
  try {
    const asked = Promise.resolve(authorize({ transport: name, method, url, attempt }))
    return new Headers(await orAborted(asked, signal))
  } catch (cause) {
    signal.throwIfAborted()
    // It fetches a token, most likely: nobody has refused anything.
    if (navigator.onLine === false)
      throw new SealDropError('offline', 'The device is offline.', {
        retryable: true,
        outcome: 'unsent',
        cause,
      })
    const message = 'authorize did not give the headers of a request.'
    throw new SealDropError('unauthorized', message, { cause })
  }
}
