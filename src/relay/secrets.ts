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

/** The text without any of the secrets. The longest go first: one may be a part of another. */
export const withoutSecrets = (text: string, secrets: Iterable<string>): string =>
  [...new Set([...secrets].filter(secret => secret.length >= SHORTEST))]
    .sort((a, b) => b.length - a.length)
    .reduce((clean, secret) => clean.replace(patternOf(secret), REMOVED), text)
