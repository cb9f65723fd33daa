import { createDecipheriv, createECDH, createHash, createHmac } from 'node:crypto'
import { ml_kem768_p256 } from '@noble/post-quantum/hybrid.js'
import { toBech32 } from './bech32.ts'

/**
 * The private half of tagged recipients, which otherwise hardware holds: by OpenSSL and noble's hybrid KEM, from C2SP age and RFC 9180
 * alone. It shares no line with `src`.
 */
export interface Card {
  /** `age1tag1…` */
  readonly classic: string
  /** `age1tagpq1…` */
  readonly hybrid: string
  /** The file key in the first stanza that is for one of them; null where there is none. Throws for one that is malformed. */
  fileKeyIn(
    stanzas: readonly { readonly args: readonly string[]; readonly body: Uint8Array }[],
  ): Uint8Array<ArrayBuffer> | null
}

const hmac = (key: Uint8Array | string, ...parts: readonly (Uint8Array | string)[]): Buffer =>
  parts.reduce((all, part) => all.update(part), createHmac('sha256', key)).digest()

const number = (value: number): Buffer => Buffer.from([value >> 8, value & 255])

const KEM = { p256tag: 0x10, mlkem768p256tag: 0x50 } as const
type Type = keyof typeof KEM
const SHARE_BYTES = { p256tag: 65, mlkem768p256tag: 1153 } as const

/** RFC 9180, 4: HKDF-SHA-256 with labels. */
const kdf = (suite: Buffer) => ({
  extract: (label: string, ikm: Uint8Array): Buffer => hmac('', 'HPKE-v1', suite, label, ikm),
  expand: (secret: Uint8Array, label: string, info: Uint8Array, length: number): Buffer =>
    hmac(
      secret,
      Buffer.concat([number(length), Buffer.from('HPKE-v1'), suite, Buffer.from(label), info]),
      Buffer.from([1]),
    ).subarray(0, length),
})

const kemSuite = (type: Type): Buffer => Buffer.concat([Buffer.from('KEM'), number(KEM[type])])

/** RFC 9180, 5.1, base mode. */
const scheduled = (type: Type, shared: Uint8Array): { key: Buffer; nonce: Buffer } => {
  const suite = Buffer.concat([Buffer.from('HPKE'), number(KEM[type]), number(1), number(3)])
  const { expand } = kdf(suite)
  const extract = (label: string, ikm: Uint8Array, salt: Uint8Array | string = ''): Buffer =>
    hmac(salt, 'HPKE-v1', suite, label, ikm)
  const context = Buffer.concat([
    Buffer.from([0]),
    extract('psk_id_hash', Buffer.alloc(0)),
    extract('info_hash', Buffer.from(`age-encryption.org/${type}`)),
  ])
  const secret = extract('secret', Buffer.alloc(0), shared)
  return {
    key: expand(secret, 'key', context, 32),
    nonce: expand(secret, 'base_nonce', context, 12),
  }
}

const bytesOf = (text: string | undefined, length: number): Buffer => {
  const bytes = Buffer.from(text ?? '', 'base64')
  if (bytes.length !== length || bytes.toString('base64').replace(/=+$/, '') !== text)
    throw new Error('The stanza is malformed.')
  return bytes
}

/** RFC 9180, 7.1.3. */
const p256Secret = (seed: string): Buffer => {
  const { extract, expand } = kdf(kemSuite('p256tag'))
  return expand(extract('dkp_prk', Buffer.from(seed)), 'candidate', Buffer.from([0]), 32)
}

/** draft-ietf-hpke-pq, "DeriveKeyPair": SHAKE256 with labels. */
const hybridSeed = (seed: string): Buffer =>
  createHash('shake256', { outputLength: 32 })
    .update(seed)
    .update('HPKE-v1')
    .update(kemSuite('mlkem768p256tag'))
    .update(number('DeriveKeyPair'.length))
    .update('DeriveKeyPair')
    .update(number(32))
    .digest()

/** The keys that filippo.io/age makes of a seed for its own tests. */
export const createCard = (seed: string): Card => {
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(p256Secret(seed))
  const pair = ml_kem768_p256.keygen(hybridSeed(seed))
  const named = {
    p256tag: curve.getPublicKey(null, 'compressed'),
    mlkem768p256tag: pair.publicKey.subarray(1184),
  }
  const secretOf = {
    p256tag(share: Buffer): Uint8Array {
      const { extract, expand } = kdf(kemSuite('p256tag'))
      const context = Buffer.concat([share, curve.getPublicKey()])
      return expand(extract('eae_prk', curve.computeSecret(share)), 'shared_secret', context, 32)
    },
    mlkem768p256tag: (share: Buffer): Uint8Array =>
      ml_kem768_p256.decapsulate(share, pair.secretKey),
  }
  const tagOf = (type: Type, share: Buffer): Buffer => {
    const hash = createHash('sha256').update(named[type]).digest()
    return hmac(`age-encryption.org/${type}`, share, hash.subarray(0, 4)).subarray(0, 4)
  }
  return {
    classic: toBech32('age1tag', named.p256tag),
    hybrid: toBech32('age1tagpq', pair.publicKey),
    fileKeyIn(stanzas) {
      for (const { args, body } of stanzas) {
        const [type, tag, share] = args
        if (type !== 'p256tag' && type !== 'mlkem768p256tag') continue
        if (args.length !== 3 || body.length !== 32) throw new Error('The stanza is malformed.')
        const bytes = bytesOf(share, SHARE_BYTES[type])
        if (!bytesOf(tag, 4).equals(tagOf(type, bytes))) continue
        const { key, nonce } = scheduled(type, secretOf[type](bytes))
        const cipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 })
        cipher.setAuthTag(body.subarray(16))
        return new Uint8Array(Buffer.concat([cipher.update(body.subarray(0, 16)), cipher.final()]))
      }
      return null
    },
  }
}

/** The seed of filippo.io/age's own test plugin, whose recipients are published with it. */
export const CARD: Card = createCard('age-plugin-tagtest')
