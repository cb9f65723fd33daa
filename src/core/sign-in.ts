import { SealDropError } from './errors.ts'
import { hasPageOrigin } from './idempotency-key.ts'

/** How long the server may take to say that it redirects. */
const PROBE_MS = 10_000
/** What belongs to the request that failed and to no other. */
const ABOUT_THE_BODY = ['content-type', 'content-digest', 'idempotency-key']

/** For an answer that is not the API's but leads away from it. */
export const signInNeeded = (): SealDropError =>
  new SealDropError(
    'unauthorized',
    'The server redirects to another page, as to its login when a session is over.',
  )

/**
 * Whether a request without an answer was redirected to another origin, which shows as a dropped line does. A second request tells,
 * which follows no redirect. It is a HEAD: that changes nothing (RFC 9110, 9.2.1), has no body to download, and what guards an API
 * by a login redirects it as any other. Only the page's own origin is asked: no cookie and no header goes elsewhere.
 *
 * Many a server redirects whatever is no POST, to a page of its own. So a redirect counts only where it does not end on this origin:
 * the request itself would have come there as well, and have had an answer.
 */
export const isRedirected = async (
  url: string,
  given: Headers | undefined,
  signal: AbortSignal,
): Promise<boolean> => {
  if (!hasPageOrigin(url) || signal.aborted) return false
  const headers = new Headers(given)
  for (const name of ABOUT_THE_BODY) headers.delete(name)
  const probe = new AbortController()
  const stop = (): void => probe.abort()
  const timer = setTimeout(stop, PROBE_MS)
  signal.addEventListener('abort', stop, { once: true })
  const ask = (redirect: 'manual' | 'follow'): Promise<Response> =>
    fetch(url, {
      method: 'HEAD',
      mode: 'same-origin',
      redirect,
      cache: 'no-store',
      headers,
      signal: probe.signal,
    })
  try {
    if ((await ask('manual')).type !== 'opaqueredirect') return false
    return await ask('follow').then(
      () => false,
      () => !probe.signal.aborted,
    )
  } catch {
    return false
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
}
