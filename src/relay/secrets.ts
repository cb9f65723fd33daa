import { toBase64 } from '../core/bytes.ts'

/** Shorter than this nothing is a secret, but it might be any word of an answer. */
const SHORTEST = 6
const REMOVED = '[removed]'

/** What base64 of any longer text shows of a secret in it: three ways, by where in that text it stands. */
const inBase64 = (secret: string): readonly string[] => {
  const bytes = new TextEncoder().encode(secret)
  return [0, 1, 2].map(before => {
    const text = toBase64(Uint8Array.from([...new Array<number>(before).fill(0), ...bytes]))
    const bits = (before + bytes.length) * 8
    // Only characters all of whose six bits are the secret's.
    return text.slice(Math.ceil((before * 8) / 6), Math.floor(bits / 6))
  })
}

const NAMED: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
}
const hexOf = (code: number, digits: number): string => code.toString(16).padStart(digits, '0')
const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
const inAnyCase = (hex: string): string =>
  hex.replace(/[a-f]/g, letter => `[${letter}${letter.toUpperCase()}]`)

/** JSON within JSON doubles them; a limit, for a hostile answer may hold a million. */
const BACKSLASHES = '\\\\{1,8}'

/** A character as servers write it: as it is, escaped in JSON, percent-encoded, or as an HTML entity. */
const spellingsOf = (char: string): string => {
  const code = char.charCodeAt(0)
  const bytes = [...new TextEncoder().encode(char)].map(byte => `%${hexOf(byte, 2)}`)
  return `(?:${[
    literally(char),
    ...(/["\\/]/.test(char) ? [BACKSLASHES + literally(char)] : []),
    `${BACKSLASHES}u${inAnyCase(hexOf(code, 4))}`,
    inAnyCase(bytes.join('')),
    `&#0*${code};`,
    `&#[xX]0*${inAnyCase(hexOf(code, 1))};`,
    ...(NAMED[char] ? [`&${NAMED[char]};`] : []),
  ].join('|')})`
}

const patternFor = (secret: string): RegExp =>
  new RegExp(
    [
      [...secret].map(spellingsOf).join(''),
      ...inBase64(secret)
        .filter(text => text.length >= SHORTEST)
        .map(literally),
    ].join('|'),
    'g',
  )

/** Secrets are few, and asked for with every answer; tokens come and go. */
const MOST_PATTERNS = 100
const patterns = new Map<string, RegExp>()
const patternOf = (secret: string): RegExp => {
  const known = patterns.get(secret)
  if (known) return known
  if (patterns.size === MOST_PATTERNS) patterns.clear()
  const pattern = patternFor(secret)
  patterns.set(secret, pattern)
  return pattern
}

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

/** The text without any of the secrets. The longest go first: one may be a part of another. */
export const withoutSecrets = (text: string, secrets: Iterable<string>): string =>
  [...new Set([...secrets].filter(secret => secret.length >= SHORTEST))]
    .sort((a, b) => b.length - a.length)
    .reduce((clean, secret) => clean.replace(patternOf(secret), REMOVED), text)
