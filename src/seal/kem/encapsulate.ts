import { wholePoint } from '../../core/p256.ts'
import { MLKEM_BYTES, type Recipient } from '../../core/recipient.ts'
import { agreeOn, type Curve } from './curve.ts'
import { dhkemSecret } from './hpke.ts'
import { joined } from './joined.ts'
import type { Encapsulated } from './noble.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Makes a fresh secret, and a ciphertext of it for one key. */
export type Encapsulate = (key: Bytes) => Promise<Encapsulated>

/** Part of WICG "Modern Algorithms in WebCrypto", for which TypeScript has no types yet. */
interface ModernSubtle {
  importKey(
    format: 'raw-public',
    key: Bytes,
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

/** MLKEM768-X25519, in WebCrypto since Chromium 156. */
export const native: Encapsulate = async bytes => {
  const subtle = crypto.subtle as unknown as ModernSubtle
  const key = await subtle.importKey('raw-public', bytes, NAME, false, ['encapsulateBits'])
  const { sharedKey, ciphertext } = await subtle.encapsulateBits(NAME, key)
  return {
    ciphertext: new Uint8Array(ciphertext),
    secret: new Uint8Array(sharedKey),
  }
}

/**
 * ML-KEM-768 in JavaScript beside an agreement on a curve, combined as draft-ietf-hpke-pq has it for both: MLKEM768-X25519 (X-Wing,
 * draft-connolly-cfrg-xwing-kem, whose label is a drawing) and MLKEM768-P256. The code of ML-KEM is larger than all the rest of the
 * seal: it loads only where it is needed.
 */
export const hybrid =
  (curve: Curve, label: string): Encapsulate =>
  async key => {
    const { encapsulateMlKem, sha3 } = await import('./noble.ts')
    const theirs = key.slice(MLKEM_BYTES)
    const { share, secret: agreed } = await agreeOn(curve, theirs)
    const { ciphertext, secret } = encapsulateMlKem(key.subarray(0, MLKEM_BYTES))
    const all = joined(secret, agreed, share, theirs, new TextEncoder().encode(label))
    const combined = sha3(all)
    for (const spent of [secret, agreed, all]) spent.fill(0)
    return { ciphertext: joined(ciphertext, share), secret: combined }
  }

/** MLKEM768-X25519 where WebCrypto has it not. */
export const xWing: Encapsulate = hybrid('X25519', '\\.//^\\')

const DHKEM_P256 = 0x10

/** DHKEM(P-256, HKDF-SHA256) (RFC 9180, 4.1) for a compressed point. A key pair is given for the published test vectors. */
export const dhkem = async (key: Bytes, given?: CryptoKeyPair): Promise<Encapsulated> => {
  const theirs = wholePoint(key)
  if (!theirs) throw new Error('The recipient is no point of P-256.')
  const { share, secret: agreed } = await agreeOn('P-256', theirs, given)
  const secret = await dhkemSecret(DHKEM_P256, agreed, joined(share, theirs))
  agreed.fill(0)
  return { ciphertext: share, secret }
}

/** The KEM of each type of recipient, and its number in HPKE. */
export const KEMS: Readonly<
  Record<
    Exclude<Recipient['type'], 'X25519'>,
    { readonly id: number; readonly encapsulate: Encapsulate }
  >
> = {
  mlkem768x25519: {
    id: 0x647a,
    encapsulate: key => native(key).catch(() => xWing(key)),
  },
  p256tag: { id: DHKEM_P256, encapsulate: key => dhkem(key) },
  mlkem768p256tag: { id: 0x50, encapsulate: hybrid('P-256', 'MLKEM768-P256') },
}
