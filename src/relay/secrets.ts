import { toBase64 } from '../core/base64.ts'

/** A shorter text may be any word of an answer, and is left where it is. */
const MIN_LENGTH = 6
const REMOVED = '[removed]'

/**
 * How a secret looks within the base64 of a longer text. Base64 writes three bytes as four characters, so there are three ways, by where
 * in those three bytes the secret begins.
 */
const inBase64 = (secret: string): readonly string[] => {
  const bytes = new TextEncoder().encode(secret)
  return [0, 1, 2].map(before => {
    const text = toBase64(Uint8Array.from([...new Array<number>(before).fill(0), ...bytes]))
    const bits = (before + bytes.length) * 8
    // Only characters whose six bits all belong to the secret.
    return text.slice(Math.ceil((before * 8) / 6), Math.floor(bits / 6))
  })
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
}
const hexOf = (code: number, digits: number): string => code.toString(16).padStart(digits, '0')
const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
const inAnyCase = (hex: string): string =>
  hex.replace(/[a-f]/g, letter => `[${letter}${letter.toUpperCase()}]`)

/** JSON within JSON doubles them. Limited, since a hostile answer may hold a million in a row. */
const BACKSLASHES = '\\\\{1,8}'

/** A character as servers write it: as it is, escaped in JSON, percent-encoded, or as an HTML entity. */
const spellingsOf = (char: string): string => {
  const code = char.charCodeAt(0)
  const bytes = [...new TextEncoder().encode(char)].map(byte => `%${hexOf(byte, 2)}`)
  return `(?:${[
    escapeRegExp(char),
    ...(/["\\/]/.test(char) ? [BACKSLASHES + escapeRegExp(char)] : []),
    `${BACKSLASHES}u${inAnyCase(hexOf(code, 4))}`,
    inAnyCase(bytes.join('')),
    `&#0*${code};`,
    `&#[xX]0*${inAnyCase(hexOf(code, 1))};`,
    ...(ENTITIES[char] ? [`&${ENTITIES[char]};`] : []),
  ].join('|')})`
}

const createPattern = (secret: string): RegExp =>
  new RegExp(
    [[...secret].map(spellingsOf).join(''), ...inBase64(secret).map(escapeRegExp)].join('|'),
    'g',
  )

/** The same few secrets are searched for in every answer. Tokens change, so the cache is emptied when it is full. */
const MAX_PATTERNS = 100
const patterns = new Map<string, RegExp>()
const patternOf = (secret: string): RegExp => {
  const cached = patterns.get(secret)
  if (cached) return cached
  if (patterns.size === MAX_PATTERNS) patterns.clear()
  const pattern = createPattern(secret)
  patterns.set(secret, pattern)
  return pattern
}

/**
 * The text without any of the secrets. To make the pattern of one takes up to hundreds of milliseconds, so none is made for a text without
 * anything in it, as that of a HEAD. The longest are removed first: where one is a part of another, removing the part would leave the
 * rest of the other.
 */
export const withoutSecrets = (text: string, secrets: Iterable<string>): string =>
  text === ''
    ? text
    : [...new Set([...secrets].filter(secret => secret.length >= MIN_LENGTH))]
        .sort((a, b) => b.length - a.length)
        .reduce((clean, secret) => clean.replace(patternOf(secret), REMOVED), text)
