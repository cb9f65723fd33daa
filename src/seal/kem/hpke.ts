import { hmac } from '../../core/kdf.ts'

const encoder = new TextEncoder()
const INFO = encoder.encode('age-encryption.org/mlkem768x25519')
/** KEM MLKEM768-X25519, KDF HKDF-SHA-256, AEAD ChaCha20-Poly1305 (RFC 9180, 5.1; draft-ietf-hpke-pq). */
const SUITE = new Uint8Array([...encoder.encode('HPKE'), 0x64, 0x7a, 0, 1, 0, 3])
const NOTHING = new Uint8Array(0)
/** HMAC pads a short key with zeros, so this is the same as an empty key, which WebCrypto does not accept. */
const NO_SALT = new Uint8Array(32)

const joined = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** RFC 9180, 4. */
const labeledExtract = (label: string, ikm: Uint8Array, salt: Uint8Array<ArrayBuffer> = NO_SALT) =>
  hmac(salt, joined(encoder.encode('HPKE-v1'), SUITE, encoder.encode(label), ikm))

/** RFC 9180, 4, for at most 32 bytes: one block of HKDF-Expand. */
const labeledExpand = async (
  secret: Uint8Array<ArrayBuffer>,
  label: string,
  info: Uint8Array,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> => {
  const labeled = joined(
    new Uint8Array([0, length]),
    encoder.encode('HPKE-v1'),
    SUITE,
    encoder.encode(label),
    info,
    new Uint8Array([1]),
  )
  return (await hmac(secret, labeled)).slice(0, length)
}

/**
 * The key and nonce of the one message that HPKE in base mode (RFC 9180, 5.1) sends under a shared secret, as age uses it for
 * MLKEM768-X25519 recipients (C2SP age, "The hybrid recipient type").
 */
export const keySchedule = async (
  shared: Uint8Array<ArrayBuffer>,
): Promise<{ key: Uint8Array<ArrayBuffer>; nonce: Uint8Array<ArrayBuffer> }> => {
  const context = joined(
    new Uint8Array([0]),
    await labeledExtract('psk_id_hash', NOTHING),
    await labeledExtract('info_hash', INFO),
  )
  const secret = await labeledExtract('secret', NOTHING, shared)
  const key = await labeledExpand(secret, 'key', context, 32)
  const nonce = await labeledExpand(secret, 'base_nonce', context, 12)
  secret.fill(0)
  return { key, nonce }
}
