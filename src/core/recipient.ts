import { fromBech32 } from './bech32.ts'
import { hex } from './bytes.ts'
import { SealDropError } from './errors.ts'
import { wholePoint } from './p256.ts'
import { stanzaBytes } from './stanza-bytes.ts'

const bad = (message: string): SealDropError => new SealDropError('bad-recipient', message)

/** The points of low order that are below the prime (https://cr.yp.to/ecdh.html; RFC 7748, section 6.1): every shared secret is all zeros. */
const LOW_ORDER: readonly string[] = [
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  `ec${'ff'.repeat(30)}7f`,
]

/**
 * Whether the number is below the prime 2^255 - 19, the only way in which a public key is ever derived. X25519 takes the others, and
 * reduces them; but age also hashes the bytes as they are written, so nobody can open what was sealed for them.
 */
const isBelowPrime = (key: Uint8Array): boolean =>
  !/^(?:ed|ee|ef|f.)(?:ff){30}7f$|[89a-f].$/.test(hex(key))

const isX25519Key = (key: Uint8Array): boolean => isBelowPrime(key) && !LOW_ORDER.includes(hex(key))

const isPoint = (key: Uint8Array): boolean => wholePoint(key) !== undefined

/** ML-KEM-768's part in front of the curve's: 768 coefficients of 12 bits, and a seed of 32 bytes (FIPS 203, 7.2). */
const MLKEM_VECTOR_BYTES = 1152
export const MLKEM_BYTES = 1184
const MLKEM_MODULUS = 3329

/** Whether every coefficient is below the modulus: the check of an encapsulation key (FIPS 203, 7.2). */
const isReduced = (key: Uint8Array): boolean => {
  for (let at = 0; at < MLKEM_VECTOR_BYTES; at += 3) {
    const [a = 0, b = 0, c = 0] = key.subarray(at, at + 3)
    if (((b & 15) << 8) + a >= MLKEM_MODULUS || (c << 4) + (b >> 4) >= MLKEM_MODULUS) return false
  }
  return true
}

/** What a recipient is for, called as its stanza is (C2SP age, "Native recipient types"). */
export type RecipientType = 'X25519' | 'mlkem768x25519' | 'p256tag' | 'mlkem768p256tag'

/** The key that a recipient spells. */
export interface Recipient {
  readonly type: RecipientType
  /** ML-KEM-768's part (1,184 bytes) where the type has one; then that of the curve: X25519 (32 bytes), P-256 compressed (33) or whole (65). */
  readonly key: Uint8Array<ArrayBuffer>
}

interface Kind {
  readonly type: RecipientType
  /** Of Bech32: all up to the last 1. */
  readonly prefix: string
  readonly mlkemBytes: 0 | typeof MLKEM_BYTES
  readonly curveBytes: number
  isUsable(curveKey: Uint8Array): boolean
}

const KINDS: readonly Kind[] = [
  { type: 'X25519', prefix: 'age', mlkemBytes: 0, curveBytes: 32, isUsable: isX25519Key },
  {
    type: 'mlkem768x25519',
    prefix: 'age1pq',
    mlkemBytes: MLKEM_BYTES,
    curveBytes: 32,
    isUsable: isX25519Key,
  },
  { type: 'p256tag', prefix: 'age1tag', mlkemBytes: 0, curveBytes: 33, isUsable: isPoint },
  {
    type: 'mlkem768p256tag',
    prefix: 'age1tagpq',
    mlkemBytes: MLKEM_BYTES,
    curveBytes: 65,
    isUsable: isPoint,
  },
]

const isPostQuantum = ({ type }: Recipient): boolean => type.startsWith('mlkem')

/**
 * The public key in an `age1…`, `age1pq1…`, `age1tag1…` or `age1tagpq1…` recipient (C2SP age, "Native recipient types").
 * Throws `bad-recipient` with what is wrong. The message never repeats the text: it may be a secret key, pasted by mistake.
 */
export const readRecipient = (recipient: unknown): Recipient => {
  if (typeof recipient !== 'string' || recipient === '') throw bad('A recipient is empty.')
  // Not only at the start: a whole identity file begins with comments.
  if (/age-secret-key-/i.test(recipient))
    throw bad(
      'A recipient is a secret key. Make a new key pair, and give only what starts with age1.',
    )
  if (recipient !== recipient.toLowerCase())
    throw bad('A recipient has capital letters: age writes recipients in small ones.')
  const read = fromBech32(recipient)
  if (!read) throw bad('A recipient is no age1… key: a letter is missing or wrong.')
  const { prefix, bytes: key } = read
  const kind = KINDS.find(
    one => one.prefix === prefix && one.mlkemBytes + one.curveBytes === key.length,
  )
  if (!kind)
    throw bad('A recipient is not a key of age (age1…, age1pq1…, age1tag1… or age1tagpq1…).')
  if (!kind.isUsable(key.subarray(kind.mlkemBytes)) || (kind.mlkemBytes > 0 && !isReduced(key)))
    throw bad('A recipient is a key that nobody can open a file with.')
  return { type: kind.type, key }
}

/** Readers take a header of at most 64 KiB; 36 post-quantum recipients fill most of it. */
const MAX_STANZA_BYTES = 60_000

/**
 * The recipients of one seal, checked and without repetitions: at least one, all classic or all post-quantum (a classic one
 * among them would let a quantum computer open the file), and no more than fit into a header. Throws `no-recipient` or
 * `bad-recipient`.
 */
export const readRecipients = (
  recipients: readonly unknown[],
): readonly (readonly [string, Recipient])[] => {
  const unique = [...new Set(recipients)]
  if (unique.length === 0)
    throw new SealDropError('no-recipient', 'The age seal needs at least one recipient (age1…).')
  const read = unique.map(recipient => [String(recipient), readRecipient(recipient)] as const)
  if (new Set(read.map(([, one]) => isPostQuantum(one))).size > 1)
    throw bad(
      'Post-quantum recipients (age1pq1…, age1tagpq1…) cannot stand beside classic ones (age1…, age1tag1…).',
    )
  if (stanzaBytes(read.map(([text]) => text)) > MAX_STANZA_BYTES)
    throw bad('There are more recipients than the header of a sealed file holds.')
  return read
}
