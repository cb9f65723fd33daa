import { generateEphemeral } from '../../../core/ephemeral.ts'
import { SealDropError } from '../../../core/errors.ts'
import { hkdf } from '../../../core/kdf.ts'
import type { Backend } from './aead.ts'
import { base64, type Stanza } from './stanza.ts'

const INFO = 'age-encryption.org/v1/X25519'

/**
 * Wraps the file key for one X25519 recipient (C2SP age, "The X25519 recipient type"), with an ephemeral key of its own.
 * Throws `bad-recipient` for a point of low order: its shared secret is all zeros, known to everybody.
 */
export const wrapX25519 = async (
  fileKey: Uint8Array<ArrayBuffer>,
  recipient: Uint8Array<ArrayBuffer>,
  makeAead: Backend,
): Promise<Stanza> => {
  return wrapWith(await generateEphemeral('X25519'), fileKey, recipient, makeAead)
}

/** The same with a given ephemeral key, for the published test vectors. */
export const wrapWith = async (
  ephemeral: CryptoKeyPair,
  fileKey: Uint8Array<ArrayBuffer>,
  recipient: Uint8Array<ArrayBuffer>,
  makeAead: Backend,
): Promise<Stanza> => {
  const share = new Uint8Array(await crypto.subtle.exportKey('raw', ephemeral.publicKey))
  const secret = await sharedSecret(ephemeral.privateKey, recipient)
  const salt = new Uint8Array([...share, ...recipient])
  const wrapKey = await hkdf(secret, salt, INFO).finally(() => secret.fill(0))
  try {
    const aead = await makeAead(wrapKey)
    const body = await aead(new Uint8Array(12), fileKey)
    return { args: ['X25519', base64(share)], body }
  } finally {
    wrapKey.fill(0)
  }
}

const sharedSecret = async (
  privateKey: CryptoKey,
  recipient: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> => {
  try {
    const publicKey = await crypto.subtle.importKey('raw', recipient, 'X25519', false, [])
    const algorithm = { name: 'X25519', public: publicKey }
    const secret = new Uint8Array(await crypto.subtle.deriveBits(algorithm, privateKey, 256))
    // WebCrypto must refuse such a key itself (RFC 7748, 6.1). Checked again, for a browser that did not would give the file away.
    if (secret.every(byte => byte === 0)) throw new Error('an all-zero secret')
    return secret
  } catch (cause) {
    throw new SealDropError(
      'bad-recipient',
      'A recipient is a key that nothing can be encrypted for.',
      { cause },
    )
  }
}
