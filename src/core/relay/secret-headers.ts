/** Names of headers that never hold a secret, and parts of names that mean one. */
const PUBLIC_NAME = /^(accept|content|user-agent)/i
const SECRET_NAME = /auth|cookie|credential|key|pass|secret|session|sig|token/i
/** A value that looks like a token. A shorter one may be an ordinary word, which answers must be free to use. */
const TOKEN = /^\S{20,}$/

/** The values to keep secret among the headers that the site sends: judged by name, or because the value looks like a token. */
export const secretHeaders = (headers: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(headers)
    .filter(
      ([name, value]) => !PUBLIC_NAME.test(name) && (SECRET_NAME.test(name) || TOKEN.test(value)),
    )
    .flatMap(([, value]) => secretsOf(value))

/** A header's value and its parts: `Bearer abc` holds `abc`, `Basic dTpw` holds `p`. */
export const secretsOf = (value: string): readonly string[] => {
  const [scheme = '', ...rest] = value.trim().split(/\s+/)
  const parts = [value, ...rest]
  if (/^basic$/i.test(scheme) && rest[0])
    try {
      const pair = atob(rest[0])
      parts.push(pair, pair.slice(pair.indexOf(':') + 1))
    } catch {
      // Not base64, so there is no pair of user and password in it.
    }
  return parts
}

const inQuery = (search: string): readonly (readonly [name: string, value: string])[] => [
  ...search
    .slice(1)
    .split('&')
    .map(pair => [pair.replace(/=.*/, ''), pair.replace(/^[^=]*=?/, '')] as const),
  ...new URLSearchParams(search),
]

/** What looks like a secret in a query, as it is written and as it is meant. */
export const secretsInQuery = (search: string): readonly string[] =>
  inQuery(search).flatMap(([name, value]) => secretHeaders({ [name]: value }))

/**
 * What must not be read of a URL that an upstream gave: the query as a whole, and what is secret by its name. Other values may be ids,
 * which the answer is about.
 */
export const secretsInUrl = ({ search }: Pick<URL, 'search'>): readonly string[] => [
  search.slice(1),
  ...inQuery(search).flatMap(([name, value]) => (SECRET_NAME.test(name) ? [value] : [])),
]
