import { chacha20poly1305 } from '@noble/ciphers/chacha.js'

/**
 * ChaCha20-Poly1305 (RFC 8439) with one key: the nonce has 12 bytes, and a tag of 16 bytes follows the ciphertext. The cipher in
 * JavaScript writes to `place` if it is given, which has room for both; the browser's own allocates its result.
 */
export type Aead = (
  nonce: Uint8Array<ArrayBuffer>,
  text: Uint8Array<ArrayBuffer>,
  place?: Uint8Array<ArrayBuffer>,
) => Promise<Uint8Array<ArrayBuffer>>
/** One implementation of it. */
export type Backend = (key: Uint8Array<ArrayBuffer>) => Promise<Aead>

/** In WebCrypto since Chromium 156; about six times as fast as JavaScript (measured). */
export const native: Backend = async bytes => {
  const name = 'ChaCha20-Poly1305'
  // TypeScript's DOM types do not have this format yet.
  const key = await crypto.subtle.importKey('raw-secret' as 'raw', bytes, name, false, ['encrypt'])
  return async (iv, text) =>
    new Uint8Array(await crypto.subtle.encrypt({ name, iv } as AesGcmParams, key, text))
}

export const noble: Backend = async key => async (nonce, text, place) =>
  chacha20poly1305(key, nonce).encrypt(text, place) as Uint8Array<ArrayBuffer>

let chosen: Promise<Backend> | undefined

/** The fastest implementation in this browser, found once per worker by trying. */
export const backend = (): Promise<Backend> => {
  chosen ??= native(new Uint8Array(32))
    .then(aead => aead(new Uint8Array(12), new Uint8Array(1)))
    .then(
      () => native,
      () => noble,
    )
  return chosen
}
