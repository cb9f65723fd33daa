import { sha3_256 } from '@noble/hashes/sha3.js'
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js'

type Bytes = Uint8Array<ArrayBuffer>

/** A fresh secret of 32 bytes, and the ciphertext that tells it to whoever holds the private key. */
export interface Encapsulated {
  readonly ciphertext: Bytes
  readonly secret: Bytes
}

/** In memory of its own, and of nobody else's. */
const copied = (bytes: Uint8Array): Bytes => {
  const copy = new Uint8Array(bytes)
  bytes.fill(0)
  return copy
}

/** ML-KEM-768 (FIPS 203) in JavaScript. Throws for a key that is none. */
export const encapsulateMlKem = (key: Uint8Array): Encapsulated => {
  const { cipherText, sharedSecret } = ml_kem768.encapsulate(key)
  return { ciphertext: copied(cipherText), secret: copied(sharedSecret) }
}

/** SHA3-256 (FIPS 202), which no browser's WebCrypto has yet. */
export const sha3 = (bytes: Uint8Array): Bytes => copied(sha3_256(bytes))
