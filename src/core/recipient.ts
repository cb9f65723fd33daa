import { fromBech32 } from './bech32.ts'
import { hex } from './bytes.ts'
import { SealDropError } from './errors.ts'

const bad = (message: string): SealDropError => new SealDropError('bad-recipient', message)

/**
 * The points of low order (https://cr.yp.to/ecdh.html; the last two are 0 and 1 again, as p and p + 1). With one of them every
 * shared secret is all zeros, known to everybody (RFC 7748, section 6.1).
 */
const LOW_ORDER: readonly string[] = [
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  ...['ec', 'ed', 'ee'].map(first => `${first}${'ff'.repeat(30)}7f`),
]

/** X25519 does not look at the top bit of the last byte. */
const isLowOrder = (key: Uint8Array): boolean =>
  LOW_ORDER.includes(hex(key.map((byte, at) => (at === 31 ? byte & 0x7f : byte))))

/**
 * The X25519 public key in an `age1…` recipient (C2SP age, "The X25519 recipient type"), 32 bytes. Throws `bad-recipient` with
 * what is wrong; the text itself is never repeated, for it may be a secret key pasted by mistake.
 */
export const readRecipient = (recipient: unknown): Uint8Array<ArrayBuffer> => {
  if (typeof recipient !== 'string' || recipient === '') throw bad('A recipient is empty.')
  // Anywhere: a whole identity file starts with comments.
  if (/age-secret-key-/i.test(recipient))
    throw bad(
      'A recipient is a secret key. Make a new key pair, and give only what starts with age1.',
    )
  if (recipient !== recipient.toLowerCase())
    throw bad('A recipient has capital letters: age writes recipients in small ones.')
  if (recipient.startsWith('age1pq1')) throw bad('Post-quantum recipients are not supported yet.')
  const read = fromBech32(recipient)
  if (!read) throw bad('A recipient is no age1… key: a letter is missing or wrong.')
  if (read.prefix !== 'age' || read.bytes.length !== 32)
    throw bad('A recipient is not an X25519 key of age.')
  if (isLowOrder(read.bytes)) throw bad('A recipient is a key that nothing can be encrypted for.')
  return read.bytes
}

/**
 * The recipients of one seal, checked: at least one, none twice. Throws `no-recipient` or `bad-recipient`.
 */
export const readRecipients = (
  recipients: readonly unknown[],
): readonly [string, Uint8Array<ArrayBuffer>][] => {
  const unique = [...new Set(recipients)]
  if (unique.length === 0)
    throw new SealDropError('no-recipient', 'The age seal needs at least one recipient (age1…).')
  return unique.map(recipient => [String(recipient), readRecipient(recipient)])
}

/** The first 10 bytes of SHA-256 of the recipient's text, as 5 groups of 4 hex digits: short enough to compare by phone. */
export const recipientFingerprint = async (recipient: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(recipient))
  return (hex(digest).slice(0, 20).match(/.{4}/g) ?? []).join(' ')
}
