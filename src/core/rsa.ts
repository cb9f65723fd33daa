import { fromBase64 } from './base64.ts'
import { hex } from './bytes.ts'
import { SealDropError } from './errors.ts'

/**
 * The DER bytes inside a PEM text. Marker lines and all white space are dropped, whatever the label says: keys labelled
 * `RSA PUBLIC KEY` around an SPKI body exist. Throws on what is not base64.
 */
export const derOf = (pem: string): Uint8Array<ArrayBuffer> =>
  fromBase64(pem.replace(/-----[^-\n]*-----/g, '').replace(/\s+/g, ''))

/** DIDWW's fingerprint of a key: SHA-1 of the DER bytes, 40 hex digits. */
export const keyFingerprint = async (pem: string): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-1', derOf(pem)))

/** The `rsaEncryption` object identifier, 1.2.840.113549.1.1.1, with its NULL parameter. */
const RSA_ENCRYPTION = '06092a864886f70d0101010500'

/**
 * How many bytes the modulus in a SubjectPublicKeyInfo has (RFC 5280, RFC 8017 A.1.1), and so one RSA block. Undefined where it
 * is not an RSA key. Parsed by hand and synchronously, so that a sealed size is known before sealing.
 */
export const modulusBytes = (der: Uint8Array): number | undefined => {
  const start = hex(der.subarray(0, 48)).indexOf(RSA_ENCRYPTION) / 2
  if (!Number.isInteger(start) || start < 0) return undefined
  let at = start + RSA_ENCRYPTION.length / 2
  // Goes down through BIT STRING (with its count of unused bits), SEQUENCE and INTEGER; the length of the last one remains.
  let length = 0
  for (const tag of [0x03, 0x30, 0x02]) {
    if (der[at++] !== tag) return undefined
    length = der[at++] ?? 0
    if (length > 0x80) {
      let bytes = length & 0x7f
      for (length = 0; bytes > 0; bytes--) length = length * 256 + (der[at++] ?? 0)
    }
    if (tag === 0x03) at++
  }
  if (at + length > der.length) return undefined
  while (length > 0 && der[at] === 0) {
    at++
    length--
  }
  return length
}

const MIN_BITS = 2048
/** The limit of Node and of browsers too. */
const MAX_BITS = 16_384

/**
 * Imports a public key for RSA-OAEP with SHA-256, not extractable. Throws `keys-untrusted` for anything that is not a
 * SubjectPublicKeyInfo of an RSA key of 2,048 to 16,384 bits with an odd exponent above 1.
 */
const importRsaKey = async (pem: string): Promise<CryptoKey> => {
  let der: Uint8Array<ArrayBuffer>
  let key: CryptoKey
  try {
    const algorithm = { name: 'RSA-OAEP', hash: 'SHA-256' }
    der = derOf(pem)
    key = await crypto.subtle.importKey('spki', der, algorithm, false, ['encrypt'])
  } catch (cause) {
    throw new SealDropError('keys-untrusted', 'A public key is not an RSA key in SPKI form.', {
      cause,
    })
  }
  const { modulusLength, publicExponent } = key.algorithm as RsaHashedKeyAlgorithm
  // Node gives an exponent of 0 as no bytes at all: not a number, and neither odd nor above 1.
  const exponent = Number.parseInt(hex(publicExponent), 16)
  const isOddAboveOne = exponent > 1 && exponent % 2 === 1
  // OpenSSL takes a key with anything for the NULL, whose size `modulusBytes` cannot tell.
  const isUsual = hex(der.subarray(0, 48)).includes(RSA_ENCRYPTION)
  if (modulusLength < MIN_BITS || modulusLength > MAX_BITS || !isOddAboveOne || !isUsual)
    throw new SealDropError(
      'keys-untrusted',
      `A public key of ${modulusLength} bits is not accepted.`,
    )
  return key
}

/**
 * Checks the two keys of a DIDWW seal: exactly two, both good, not the same. Throws `keys-untrusted`.
 * Returns them imported, in order.
 */
export const importKeyPair = async (pems: readonly string[]): Promise<[CryptoKey, CryptoKey]> => {
  const [a, b] = pems
  if (a === undefined || b === undefined || pems.length !== 2)
    throw new SealDropError('keys-untrusted', `Two public keys are needed, ${pems.length} came.`)
  const keys = await Promise.all([importRsaKey(a), importRsaKey(b)])
  if ((await keyFingerprint(a)) === (await keyFingerprint(b)))
    throw new SealDropError('keys-untrusted', 'The two public keys are the same.')
  return keys
}
