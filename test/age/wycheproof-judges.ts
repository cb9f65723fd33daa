import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf as nobleHkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { fromHex, hex } from '../../src/core/bytes.ts'
import { isSealDropError } from '../../src/core/errors.ts'
import { hkdf, hmac } from '../../src/core/kdf.ts'
import { wholePoint } from '../../src/core/p256.ts'
import { readRecipient } from '../../src/core/recipient.ts'
import { open } from '../../src/open/index.ts'
import { agreeOn } from '../../src/seal/kem/curve.ts'
import { type Backend, noble } from '../../src/seal/schemes/age/aead.ts'
import { base64 } from '../../src/seal/schemes/age/stanza.ts'
import { wrapWith } from '../../src/seal/schemes/age/x25519.ts'
import { identityText, recipientText } from './bech32.ts'
import { assemble, type Bytes, keyPairOf, publicBytes } from './forge.ts'
import type { Read } from './wycheproof.ts'

/** A whole ChaCha20-Poly1305, with the additional data that age has no use for. Throws or rejects for what is wrong. */
export interface Cipher {
  seal(key: Bytes, nonce: Bytes, aad: Bytes, text: Bytes): Uint8Array | Promise<Uint8Array>
  open(key: Bytes, nonce: Bytes, aad: Bytes, sealed: Bytes): Uint8Array | Promise<Uint8Array>
}

export const nobleCipher: Cipher = {
  seal: (key, nonce, aad, text) => chacha20poly1305(key, nonce, aad).encrypt(text),
  open: (key, nonce, aad, sealed) => chacha20poly1305(key, nonce, aad).decrypt(sealed),
}

/** How many vectors of each kind were judged, and the numbers of those that came out wrong. */
export interface Judgement {
  readonly counts: Readonly<Record<string, number>>
  readonly wrong: readonly number[]
}

const judge = async <Vector extends { readonly tcId: number }>(
  vectors: readonly Vector[],
  verdict: (vector: Vector) => Promise<readonly [kind: string, isRight: boolean]>,
): Promise<Judgement> => {
  const counts: Record<string, number> = {}
  const wrong: number[] = []
  for (const vector of vectors) {
    const [kind, isRight] = await verdict(vector)
    counts[kind] = (counts[kind] ?? 0) + 1
    if (!isRight) wrong.push(vector.tcId)
  }
  return { counts, wrong }
}

const joined = (...parts: readonly Uint8Array[]): Bytes =>
  Uint8Array.from(parts.flatMap(part => [...part]))

/** Hex of what comes out, or `failed`. */
const attempt = async (make: () => Uint8Array | Promise<Uint8Array>): Promise<string> => {
  try {
    return hex(await make())
  } catch {
    return 'failed'
  }
}

/** Both ways, with all that the vectors give. */
export const judgeCipher = (
  vectors: readonly Read<'chacha20_poly1305'>[],
  cipher: Cipher,
): Promise<Judgement> =>
  judge(vectors, async ({ result, key, iv, aad, msg, ct, tag }) => {
    const whole = joined(ct, tag)
    const sealed = await attempt(() => cipher.seal(key, iv, aad, msg))
    const opened = await attempt(() => cipher.open(key, iv, aad, whole))
    const isRight =
      result === 'valid'
        ? sealed === hex(whole) && opened === hex(msg)
        : sealed !== hex(whole) && opened === 'failed'
    return [result, isRight]
  })

/** As the seal calls it: without additional data, on which only the tag depends. */
export const judgeBackend = (
  vectors: readonly Read<'chacha20_poly1305'>[],
  makeAead: Backend,
): Promise<Judgement> =>
  judge(vectors, async ({ result, key, iv, aad, msg, ct, tag }) => {
    const sealed = await attempt(async () => (await makeAead(key))(iv, msg))
    if (iv.length !== 12) return ['wrong nonce', sealed === 'failed']
    if (aad.length > 0) return ['text', sealed.slice(0, -32) === hex(ct)]
    return ['tag', (sealed === hex(joined(ct, tag))) === (result === 'valid')]
  })

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const textOf = (bytes: Bytes): string | undefined => {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

/** Ours gives 32 bytes, which any longer output begins with, and takes an info that is text. */
export const judgeOurHkdf = (vectors: readonly Read<'hkdf_sha256'>[]): Promise<Judgement> =>
  judge(vectors, async ({ result, ikm, salt, info, okm }) => {
    const text = textOf(info)
    if (text === undefined || result !== 'valid') return ['not expressible', true]
    const made = hex(await hkdf(ikm, salt, text))
    const length = Math.min(made.length, 2 * okm.length)
    return ['judged', length > 0 && made.slice(0, length) === hex(okm).slice(0, length)]
  })

/** The derivations themselves: the browser's, which seals, and noble's, which opens. */
export const judgeHkdf = (
  vectors: readonly Read<'hkdf_sha256'>[],
  derive: typeof deriveNatively,
): Promise<Judgement> =>
  judge(vectors, async ({ result, ikm, salt, info, okm, size = 0 }) => {
    const made = await attempt(() => derive(ikm, salt, info, size))
    return [result, made === (result === 'valid' ? hex(okm) : 'failed')]
  })

export const deriveNatively = async (
  ikm: Bytes,
  salt: Bytes,
  info: Bytes,
  size: number,
): Promise<Uint8Array> => {
  const key = await crypto.subtle.importKey('raw', ikm, 'HKDF', false, ['deriveBits'])
  const params = { name: 'HKDF', hash: 'SHA-256', salt, info }
  return new Uint8Array(await crypto.subtle.deriveBits(params, key, 8 * size))
}
export const deriveWithNoble: typeof deriveNatively = async (ikm, salt, info, size) =>
  nobleHkdf(sha256, ikm, salt, info, size)

/** A tag may be the first half of one. */
export const judgeHmac = (vectors: readonly Read<'hmac_sha256'>[]): Promise<Judgement> =>
  judge(vectors, async ({ result, key, msg, tag }) => {
    const made = hex(await hmac(key, msg)).slice(0, 2 * tag.length)
    return [result, tag.length > 0 && (made === hex(tag)) === (result === 'valid')]
  })

const INFO = 'age-encryption.org/v1/X25519'
const FILE_KEY = Uint8Array.from({ length: 16 }, (_, at) => at)
const NONCE = new Uint8Array(16)

/** The stanza's body, from the shared secret that the vector gives. */
const bodyOf = async (shared: Bytes, share: Bytes, recipient: Bytes): Promise<Bytes> => {
  const aead = await noble(await hkdf(shared, joined(share, recipient), INFO))
  return aead(new Uint8Array(12), FILE_KEY)
}
const isZero = (shared: Bytes): boolean => shared.every(byte => byte === 0)

/** Wrapping a file key: the vector's private key as the ephemeral one, for its public key. */
export const judgeWrapping = (vectors: readonly Read<'x25519'>[]): Promise<Judgement> =>
  judge(vectors, async ({ private: scalar, public: recipient, shared }) => {
    const ephemeral = await keyPairOf(scalar)
    const wrapping = wrapWith(ephemeral, FILE_KEY, recipient, noble)
    if (isZero(shared)) {
      const cause: unknown = await wrapping.catch(reason => reason)
      return ['refused', isSealDropError(cause) && cause.code === 'bad-recipient']
    }
    const share = await publicBytes(ephemeral)
    const { args, body } = await wrapping
    const expected = await bodyOf(shared, share, recipient)
    return ['wrapped', args.join() === `X25519,${base64(share)}` && hex(body) === hex(expected)]
  })

/** Opening a file whose stanza has the vector's public key as the share, with its private key as the identity. */
export const judgeOpening = (vectors: readonly Read<'x25519'>[]): Promise<Judgement> =>
  judge(vectors, async ({ private: scalar, public: share, shared }) => {
    const recipient = await publicBytes(await keyPairOf(scalar))
    const stanza = {
      args: ['X25519', base64(share)],
      body: await bodyOf(shared, share, recipient),
    }
    const file = await assemble([stanza], FILE_KEY, NONCE, new Uint8Array(3), noble)
    const opening = open(new Blob([file]), identityText(scalar))
    if (!isZero(shared)) return ['opened', (await opening).file.size === 3]
    const cause: unknown = await opening.catch(reason => reason)
    return ['refused', isSealDropError(cause) && cause.code === 'damaged']
  })

/** As public keys are derived: below the prime, in little-endian order. */
const isCanonical = (key: Uint8Array<ArrayBuffer>): boolean =>
  BigInt(`0x${hex(key.toReversed())}`) < 2n ** 255n - 19n

/**
 * Whether a recipient is refused as soon as it is read, compared with whether WebCrypto can do anything with it. WebCrypto reduces
 * what is not canonical; age hashes it as it is written, so that nobody could open the file.
 */
export const judgeRecipients = (vectors: readonly Read<'x25519'>[]): Promise<Judgement> =>
  judge(vectors, async ({ private: scalar, public: recipient }) => {
    const { privateKey } = await keyPairOf(scalar)
    const publicKey = await crypto.subtle.importKey('raw', recipient, 'X25519', false, [])
    const usable = await crypto.subtle
      .deriveBits({ name: 'X25519', public: publicKey }, privateKey, 256)
      .then(
        () => true,
        () => false,
      )
    const read = await attempt(() => readRecipient(recipientText(recipient)).key)
    return usable && isCanonical(recipient)
      ? ['read', read === hex(recipient)]
      : ['refused', read === 'failed']
  })

/** What leads to the 32 bytes of a P-256 private key in PKCS #8 (RFC 5915, without the public key). */
const P256_PKCS8 = '3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420'

/** The points that are taken, written whole, and the secrets that the sealer agrees on with them. */
export const judgePoints = async (
  vectors: readonly Read<'ecdh_secp256r1_ecpoint'>[],
): Promise<Judgement> => {
  const algorithm = { name: 'ECDH', namedCurve: 'P-256' }
  const { publicKey } = await crypto.subtle.generateKey(algorithm, true, ['deriveBits'])
  return judge(vectors, async ({ private: scalar, public: written, shared, result }) => {
    const point = wholePoint(written)
    if (!point) return ['refused', result === 'invalid']
    const number = new Uint8Array(32)
    number.set(scalar.slice(-32), 32 - scalar.slice(-32).length)
    const der = joined(fromHex(P256_PKCS8), number)
    const privateKey = await crypto.subtle.importKey('pkcs8', der, algorithm, false, ['deriveBits'])
    const { secret } = await agreeOn('P-256', point, { privateKey, publicKey })
    return ['agreed', result !== 'invalid' && hex(secret) === hex(shared)]
  })
}
