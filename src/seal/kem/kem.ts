import type { KemShare } from '../../core/contracts.ts'
import { keySchedule } from './hpke.ts'
import type { Encapsulated } from './noble.ts'

type Encapsulate = (key: Uint8Array<ArrayBuffer>) => Promise<Encapsulated>

/** Part of WICG "Modern Algorithms in WebCrypto", for which TypeScript has no types yet. */
interface ModernSubtle {
  importKey(
    format: 'raw-public',
    key: Uint8Array<ArrayBuffer>,
    algorithm: string,
    extractable: boolean,
    usages: readonly string[],
  ): Promise<CryptoKey>
  encapsulateBits(
    algorithm: string,
    key: CryptoKey,
  ): Promise<{ sharedKey: ArrayBuffer; ciphertext: ArrayBuffer }>
}

const NAME = 'MLKEM768-X25519'

/** In WebCrypto since Chromium 156. */
export const native: Encapsulate = async bytes => {
  const subtle = crypto.subtle as unknown as ModernSubtle
  const key = await subtle.importKey('raw-public', bytes, NAME, false, ['encapsulateBits'])
  const { sharedKey, ciphertext } = await subtle.encapsulateBits(NAME, key)
  return { ciphertext: new Uint8Array(ciphertext), secret: new Uint8Array(sharedKey) }
}

/** Its code is larger than all the rest of the seal: it loads only where it is needed. */
export const noble: Encapsulate = async key => {
  const { encapsulate } = await import('./noble.ts')
  return encapsulate(key)
}

/** By the browser where it can, in JavaScript elsewhere. */
export const encapsulate: Encapsulate = key => native(key).catch(() => noble(key))

/**
 * The shares for a file's post-quantum stanzas, in the order of the keys. Made on the page, because the worker is one file and
 * cannot load code later. One takes 1 to 3 ms.
 */
export const sharesFor = (
  keys: readonly Uint8Array<ArrayBuffer>[],
  by: Encapsulate = encapsulate,
): Promise<KemShare[]> =>
  Promise.all(
    keys.map(async key => {
      const { ciphertext, secret } = await by(key)
      const schedule = await keySchedule(secret).finally(() => secret.fill(0))
      return { ciphertext, ...schedule }
    }),
  )
