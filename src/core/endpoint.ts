import { misconfigured } from './errors.ts'

/** Names and addresses that never leave this machine. */
export const isThisMachine = ({ hostname }: URL): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\]|.+\.localhost)$/.test(hostname)

/** As browsers define a trustworthy origin: https, or this machine. */
const isSafe = (url: URL): boolean => url.protocol === 'https:' || isThisMachine(url)

const wrong = (what: string): never => {
  throw misconfigured(`endpoint ${what}.`)
}

/**
 * Whoever can slip HTML into a page, but no script, can give it a `<base>`. A page's own may name another path, but no other
 * origin. Where component tests run there is no origin, and no server either.
 */
const isForeign = (base: string): boolean => {
  const { origin } = globalThis as { readonly origin?: string }
  return origin !== undefined && new URL(base).origin !== origin
}

/** An endpoint that is asked just as it is written, closing slash and query included. Throws as `absoluteEndpoint` does. */
export const absoluteUrl = (endpoint: unknown, base?: string): string => {
  if (typeof endpoint !== 'string' || endpoint.trim() === '')
    return wrong('is missing: give the URL of the API')
  if (base === undefined) {
    if (!URL.canParse(endpoint) && isForeign(document.baseURI))
      return wrong(
        'is relative, and the <base> of the page is of another origin: write the whole URL',
      )
    return absoluteUrl(endpoint, document.baseURI)
  }
  if (!URL.canParse(endpoint, base)) return wrong('is no URL')
  const url = new URL(endpoint, base)
  if (!/^https?:$/.test(url.protocol)) return wrong('must be an http(s) URL')
  if (url.username || url.password) return wrong('must not hold a user name or password')
  if (url.hash) return wrong('must not have a fragment')
  if (!isSafe(url)) return wrong('must be https')
  return url.href
}

/**
 * A transport's endpoint as an absolute URL without a query or a closing slash, so that paths can follow it; a relative one is read
 * against the page's. Throws `misconfigured` where there is none, it is not a plain http(s) URL, it holds a password, it is not
 * encrypted, or it is relative and the page's `<base>` is of another origin.
 */
export const absoluteEndpoint = (endpoint: unknown, base?: string): string => {
  const url = absoluteUrl(endpoint, base)
  if (url.includes('?')) return wrong('must not have a query: paths follow it')
  return url.replace(/\/+$/, '')
}
