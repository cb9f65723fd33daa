import type { Bytes } from './forge.ts'
import type { Cipher } from './wycheproof-judges.ts'

const name = 'ChaCha20-Poly1305'
const importKey = (key: Bytes): Promise<CryptoKey> =>
  // A format TypeScript's DOM does not know yet.
  crypto.subtle.importKey('raw-secret' as 'raw', key, name, false, ['encrypt', 'decrypt'])

/** Asked without our own code: whether this browser has the cipher is not for our code to say. */
export const hasNativeCipher = (): Promise<boolean> =>
  importKey(new Uint8Array(32)).then(
    () => true,
    () => false,
  )

const algorithm = (iv: Bytes, additionalData: Bytes): AesGcmParams => ({ name, iv, additionalData })

/** The browser's own ChaCha20-Poly1305. */
export const nativeCipher: Cipher = {
  async seal(key, nonce, aad, text) {
    const sealed = await crypto.subtle.encrypt(algorithm(nonce, aad), await importKey(key), text)
    return new Uint8Array(sealed)
  },
  async open(key, nonce, aad, sealed) {
    const text = await crypto.subtle.decrypt(algorithm(nonce, aad), await importKey(key), sealed)
    return new Uint8Array(text)
  },
}
