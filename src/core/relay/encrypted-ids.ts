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

/** One for each key of a signer, so that there is one secret to configure. */
type Keys = readonly [encrypts: CryptoKey, ...earlier: CryptoKey[]]
const keys = new WeakMap<Signer, Promise<readonly CryptoKey[]>>()

const makeKeys = async (signer: Signer): Promise<readonly CryptoKey[]> =>
  Promise.all(
    (await signer.signByEach([PURPOSE])).map(mac =>
      crypto.subtle.importKey('raw', fromBase64url(mac) ?? new Uint8Array(), 'AES-GCM', false, [
        'encrypt',
        'decrypt',
      ]),
    ),
  )

const keysOf = (signer: Signer): Promise<readonly CryptoKey[]> => {
  const made = keys.get(signer) ?? makeKeys(signer)
  keys.set(signer, made)
  return made
}

const encoder = new TextEncoder()

export const createEncryptedIds = (signer: Signer, provider: string): EncryptedIds => {
  const algorithm = (iv: Uint8Array<ArrayBuffer>, client: string) => ({
    name: 'AES-GCM',
    iv,
    additionalData: encoder.encode(JSON.stringify([PURPOSE, provider, client])),
  })
  return {
    async encrypt(text, client) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
      const [key] = (await keysOf(signer)) as Keys
      const sealed = await crypto.subtle.encrypt(algorithm(iv, client), key, encoder.encode(text))
      return toBase64url(Uint8Array.from([...iv, ...new Uint8Array(sealed)]))
    },
    async decrypt(id, client) {
      const bytes = fromBase64url(id)
      if (!bytes) return undefined
      const iv = bytes.slice(0, IV_BYTES)
      for (const key of await keysOf(signer))
        try {
          const sealed = bytes.slice(IV_BYTES)
          const text = await crypto.subtle.decrypt(algorithm(iv, client), key, sealed)
          return new TextDecoder().decode(text)
        } catch {
          // It is forged, or of another key.
        }
      return undefined
    },
  }
}
