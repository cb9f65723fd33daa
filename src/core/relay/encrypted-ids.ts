import { fromBase64url, type Signer, toBase64url } from './sign.ts'

const PURPOSE = 'sealdrop encrypted id v1'
const IV_BYTES = 12

/** Texts of an upstream that no page may read, as ids that only the caller they were made for can use. */
export interface EncryptedIds {
  /** In characters of base64url; another one each time. */
  encrypt(text: string, client: string): Promise<string>
  /** Undefined where it is forged, of another provider, or another caller's. */
  decrypt(id: string, client: string): Promise<string | undefined>
}

/** One for each signer, so that there is one secret to configure. */
const keys = new WeakMap<Signer, Promise<CryptoKey>>()

const makeKey = async (signer: Signer): Promise<CryptoKey> => {
  const bytes = fromBase64url(await signer.sign([PURPOSE])) ?? new Uint8Array()
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

const keyOf = (signer: Signer): Promise<CryptoKey> => {
  const key = keys.get(signer) ?? makeKey(signer)
  keys.set(signer, key)
  return key
}

export const createEncryptedIds = (signer: Signer, provider: string): EncryptedIds => {
  const encoder = new TextEncoder()
  const algorithm = (iv: Uint8Array<ArrayBuffer>, client: string) => ({
    name: 'AES-GCM',
    iv,
    additionalData: encoder.encode(JSON.stringify([PURPOSE, provider, client])),
  })
  return {
    async encrypt(text, client) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
      const key = await keyOf(signer)
      const sealed = await crypto.subtle.encrypt(algorithm(iv, client), key, encoder.encode(text))
      return toBase64url(Uint8Array.from([...iv, ...new Uint8Array(sealed)]))
    },
    async decrypt(id, client) {
      const bytes = fromBase64url(id)
      if (!bytes) return undefined
      const iv = bytes.slice(0, IV_BYTES)
      try {
        const key = await keyOf(signer)
        const text = await crypto.subtle.decrypt(algorithm(iv, client), key, bytes.slice(IV_BYTES))
        return new TextDecoder().decode(text)
      } catch {
        return undefined
      }
    },
  }
}
