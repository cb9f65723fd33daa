/** What any upstream may be told by a visitor. Cookies and `Authorization` are the site's own and never among them. */
const TO_UPSTREAM = ['accept', 'accept-language', 'content-type', 'content-digest']

/** What any visitor may be told by an upstream. */
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

/** An upstream's page must not become a page of the site, and no cache may keep what one visitor was told. */
export const SAFE_ANSWER: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
}

const picked = (headers: Headers, names: readonly string[]): Headers => {
  const some = new Headers()
  for (const name of names) {
    const value = headers.get(name)
    if (value !== null) some.set(name, value)
  }
  return some
}

/** `more`: what this provider's protocol needs. */
export const toUpstream = (headers: Headers, more: readonly string[] = []): Headers => {
  const some = picked(headers, [...TO_UPSTREAM, ...more])
  // Answers are searched for secrets, so they must be readable.
  some.set('accept-encoding', 'identity')
  return some
}

export const toVisitor = (headers: Headers, more: readonly string[] = []): Headers =>
  picked(
    headers,
    // A Location is only ever told as one of the relay's own.
    [...TO_VISITOR, ...more].filter(name => !/^(set-cookie|location$)/.test(name)),
  )
