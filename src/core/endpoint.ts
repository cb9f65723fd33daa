import { misconfigured } from './errors.ts'

/** As browsers define a trustworthy origin: https, or this machine. */
const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || /^(localhost|127(\.\d+){3}|\[::1\]|.+\.localhost)$/.test(hostname)

const wrong = (what: string): never => {
  throw misconfigured(`endpoint ${what}.`)
}

/** An endpoint that is asked just as it is written, closing slash and query included. Throws as `absoluteEndpoint` does. */
export const absoluteUrl = (endpoint: unknown, base: string = document.baseURI): string => {
  if (typeof endpoint !== 'string' || endpoint.trim() === '')
    return wrong('is missing: give the URL of the API')
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
 * against the page's. Throws `misconfigured` where there is none, it is not a plain http(s) URL, it holds a password, or it is not
 * encrypted.
 */
export const absoluteEndpoint = (endpoint: unknown, base: string = document.baseURI): string => {
  const url = absoluteUrl(endpoint, base)
  if (url.includes('?')) return wrong('must not have a query: paths follow it')
  return url.replace(/\/+$/, '')
}
