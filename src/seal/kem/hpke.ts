import { hmac } from '../../core/kdf.ts'
import { joined } from './joined.ts'

type Bytes = Uint8Array<ArrayBuffer>

const encoder = new TextEncoder()
const NOTHING = new Uint8Array(0)
/** HMAC pads a short key with zeros, so this is the same as an empty key, which WebCrypto does not accept. */
const NO_SALT = new Uint8Array(32)

/** Labels everything that it derives with its suite (RFC 9180, 4). */
interface Kdf {
  extract(label: string, ikm: Uint8Array, salt?: Bytes): Promise<Bytes>
  /** To at most 32 bytes: one block of HKDF-Expand. */
  expand(secret: Bytes, label: string, info: Uint8Array, length: number): Promise<Bytes>
}

const kdfOf = (suite: Uint8Array): Kdf => ({
  async extract(label, ikm, salt = NO_SALT) {
    const labeled = joined(encoder.encode('HPKE-v1'), suite, encoder.encode(label), ikm)
    return hmac(salt, labeled).finally(() => labeled.fill(0))
  },
  async expand(secret, label, info, length) {
    const labeled = joined(
      new Uint8Array([0, length]),
      encoder.encode('HPKE-v1'),
      suite,
      encoder.encode(label),
      info,
      new Uint8Array([1]),
    )
    const whole = await hmac(secret, labeled)
    const wanted = whole.slice(0, length)
    whole.fill(0)
    return wanted
  },
})

/** This KEM, KDF HKDF-SHA-256, AEAD ChaCha20-Poly1305 (RFC 9180, 5.1). */
const suiteOf = (kem: number): Uint8Array =>
  new Uint8Array([...encoder.encode('HPKE'), kem >> 8, kem & 255, 0, 1, 0, 3])

/** The key and nonce of the one message that HPKE in base mode sends under a shared secret (RFC 9180, 5.1), as age uses it. */
export const keySchedule = async (
  kem: number,
  shared: Bytes,
  info: Uint8Array,
): Promise<{ key: Bytes; nonce: Bytes }> => {
  const { extract, expand } = kdfOf(suiteOf(kem))
  const context = joined(
    new Uint8Array([0]),
    await extract('psk_id_hash', NOTHING),
    await extract('info_hash', info),
  )
  const secret = await extract('secret', NOTHING, shared)
  const key = await expand(secret, 'key', context, 32)
  const nonce = await expand(secret, 'base_nonce', context, 12)
  secret.fill(0)
  return { key, nonce }
}

/** DHKEM's secret of an agreement on P-256 (RFC 9180, 4.1, "ExtractAndExpand"). `context`: the share and the recipient's point, both whole. */
export const dhkemSecret = async (
  kem: number,
  agreed: Bytes,
  context: Uint8Array,
): Promise<Bytes> => {
  const { extract, expand } = kdfOf(new Uint8Array([...encoder.encode('KEM'), kem >> 8, kem & 255]))
  const secret = await extract('eae_prk', agreed)
  return expand(secret, 'shared_secret', context, 32).finally(() => secret.fill(0))
}
