import { traceparentOf } from './trace.ts'

/** Request headers that go on to any upstream. Cookies and `Authorization` are the site's own and never among them. */
const TO_UPSTREAM = ['accept', 'accept-language', 'content-type', 'content-digest']

/** Answer headers of any upstream that go on to the visitor. */
const TO_VISITOR = [
  'content-type',
  'content-language',
  'retry-after',
  'ratelimit',
  'ratelimit-policy',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
]

/** An upstream's HTML must not run as a page of the site, and no cache may keep what is meant for one visitor. */
export const PROTECTIVE_HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
}

const pick = (headers: Headers, names: readonly string[]): Headers => {
  const picked = new Headers()
  for (const name of names) {
    const value = headers.get(name)
    if (value !== null) picked.set(name, value)
  }
  return picked
}

/** `more`: those of the provider's protocol. */
export const headersToUpstream = (headers: Headers, more: readonly string[]): Headers => {
  const picked = pick(headers, [...TO_UPSTREAM, ...more])
  const traceparent = traceparentOf({ headers })
  if (traceparent !== undefined) picked.set('traceparent', traceparent)
  // Answers are searched for secrets, and a compressed one could not be.
  picked.set('accept-encoding', 'identity')
  return picked
}

/** `more`: those of the provider's protocol. */
export const headersToVisitor = (headers: Headers, more: readonly string[]): Headers =>
  pick(
    headers,
    // A Location is set by the relay alone, to a path of its own.
    [...TO_VISITOR, ...more].filter(name => !/^(set-cookie|location$)/.test(name)),
  )
