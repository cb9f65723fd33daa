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

/** A secret as servers write it when they repeat what they were sent. */
const spellings = (secret: string): readonly string[] => [
  secret,
  encodeURIComponent(secret),
  JSON.stringify(secret).slice(1, -1),
  ...inBase64(secret),
]

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

/** The text without any of the secrets. */
export const withoutSecrets = (text: string, secrets: Iterable<string>): string => {
  const all = [...new Set([...secrets].filter(secret => secret.length >= SHORTEST))]
  return all
    .flatMap(spellings)
    .sort((a, b) => b.length - a.length)
    .reduce((clean, spelling) => clean.replaceAll(spelling, REMOVED), text)
}
