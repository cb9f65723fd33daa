import { ml_kem768_x25519 } from '@noble/post-quantum/hybrid.js'

/** A fresh secret of 32 bytes, and the ciphertext that tells it to whoever holds the private key. */
export interface Encapsulated {
  readonly ciphertext: Uint8Array<ArrayBuffer>
  readonly secret: Uint8Array<ArrayBuffer>
}

/** MLKEM768-X25519 (X-Wing, draft-connolly-cfrg-xwing-kem) in JavaScript. Throws for a key that is none. */
export const encapsulate = (key: Uint8Array): Encapsulated => {
  const { cipherText, sharedSecret } = ml_kem768_x25519.encapsulate(key)
  return { ciphertext: new Uint8Array(cipherText), secret: new Uint8Array(sharedSecret) }
}
