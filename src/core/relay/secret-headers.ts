/** Names of headers that never hold a secret, and parts of names that mean one. */
const PUBLIC_NAME = /^(accept|content|user-agent)/i
const SECRET_NAME = /auth|cookie|credential|key|pass|secret|session|sign|token/i
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
