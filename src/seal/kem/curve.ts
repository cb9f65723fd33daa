import { generateEphemeral } from '../../core/ephemeral.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** An agreement of a fresh key pair with a public key. */
export interface Agreement {
  /** The fresh public key: X25519 (32 bytes), or a whole point of P-256 (65). */
  readonly share: Bytes
  /** 32 bytes. */
  readonly secret: Bytes
}

/** The curves, as WebCrypto calls them. */
const ALGORITHMS = {
  X25519: 'X25519',
  'P-256': { name: 'ECDH', namedCurve: 'P-256' },
} as const

export type Curve = keyof typeof ALGORITHMS

/** With a key pair of its own, or a given one, for the published test vectors. */
export const agreeOn = async (
  curve: Curve,
  key: Bytes,
  given?: CryptoKeyPair,
): Promise<Agreement> => {
  const algorithm = ALGORITHMS[curve]
  const ephemeral = given ?? (await generateEphemeral(algorithm))
  const [share, theirs] = await Promise.all([
    crypto.subtle.exportKey('raw', ephemeral.publicKey),
    crypto.subtle.importKey('raw', key, algorithm, false, []),
  ])
  const name = curve === 'X25519' ? curve : 'ECDH'
  const secret = await crypto.subtle.deriveBits({ name, public: theirs }, ephemeral.privateKey, 256)
  return { share: new Uint8Array(share), secret: new Uint8Array(secret) }
}
