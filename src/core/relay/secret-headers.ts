/** What never authenticates, and a name or a value that does. Any other value is a word that an answer may well hold. */
const HARMLESS = /^(accept|content|user-agent)/i
const TELLING = /auth|cookie|credential|key|pass|secret|session|sign|token/i
const TOKEN = /^\S{20,}$/

/** The secrets among headers that the site sends: by their name, or because the value looks like a token. */
export const secretHeaders = (headers: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(headers)
    .filter(([name, value]) => !HARMLESS.test(name) && (TELLING.test(name) || TOKEN.test(value)))
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
      // Not base64: then it is no pair.
    }
  return parts
}
