import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { extract } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { backgroundJob } from '../core/abort.ts'
import { fromBase64, toBase64 } from '../core/base64.ts'
import { SealDropError } from '../core/errors.ts'
import { hkdf } from '../core/kdf.ts'
import { formatHeader } from '../seal/schemes/age/header.ts'
import { base64 } from '../seal/schemes/age/stanza.ts'
import { ByteReader } from './byte-reader.ts'
import { type ReadStanza, readHeader } from './header.ts'
import { open } from './open.ts'
import {
  type PasskeyIdentity,
  passkeyIdentityText,
  readPasskeyIdentity,
} from './passkey-identity.ts'
import { sourceOf } from './source.ts'
import { binaryIn } from './unseal.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Two inputs to a passkey's pseudo-random function, or what it makes of them (WebAuthn Level 3, 10.1.4). */
export interface PrfPair {
  readonly first: Bytes
  readonly second: Bytes
}

/** The stanza of age-encryption and age-plugin-fido2prf. */
const TYPE = 'age-encryption.org/fido2prf'
/** Ours beside it: which passkey it is. Any age program passes over it. */
const HINT = 'sealdrop.dev/passkey'
const NONCE_BYTES = 16
const FILE_KEY_BYTES = 16
const TAG_BYTES = 16

const CHUNK_BYTES = 64 * 1024

const encoder = new TextEncoder()
const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

/** Both are asked for, so that nobody can have two files opened by one touch. */
const inputsOf = (nonce: Uint8Array): PrfPair => {
  const input = (which: number): Bytes =>
    Uint8Array.from([...encoder.encode(TYPE), which, ...nonce])
  return { first: input(1), second: input(2) }
}

/** Overwrites what the passkey answered. */
const wrapKeyOf = ({ first, second }: PrfPair): Uint8Array => {
  const secret = new Uint8Array(first.length + second.length)
  secret.set(first)
  secret.set(second, first.length)
  const key = extract(sha256, secret, encoder.encode(TYPE))
  for (const bytes of [secret, first, second]) bytes.fill(0)
  return key
}

const aeadOf = (key: Uint8Array) => chacha20poly1305(key, new Uint8Array(12))

/** The payload of a text that fits into one chunk (C2SP age, "Payload"): a salt, and the chunk that is the first and the last. */
const payloadOf = async (text: string, fileKey: Bytes): Promise<readonly Uint8Array[]> => {
  const plain = encoder.encode(text)
  if (plain.length > CHUNK_BYTES) throw new RangeError('It is too long.')
  const salt = randomBytes(NONCE_BYTES)
  const key = await hkdf(fileKey, salt, 'payload')
  const nonce = new Uint8Array(12)
  nonce[11] = 1
  try {
    return [salt, chacha20poly1305(key, nonce).encrypt(plain)]
  } finally {
    for (const bytes of [key, plain]) bytes.fill(0)
  }
}

/** C2SP age, "ASCII armor". */
const armored = (parts: readonly Uint8Array[]): string => {
  const text = toBase64(Uint8Array.from(parts.flatMap(part => [...part])))
  const lines = text.match(/.{1,64}/g) ?? []
  return [
    '-----BEGIN AGE ENCRYPTED FILE-----',
    ...lines,
    '-----END AGE ENCRYPTED FILE-----',
    '',
  ].join('\n')
}

/**
 * Seals a text with a passkey: the armored text of an age file. `ask` is handed the inputs, and gives which passkey answered and
 * what; the arrays are overwritten. What it rejects with, this rejects with.
 */
export const sealWithPasskey = async (
  text: string,
  ask: (inputs: PrfPair) => Promise<{ readonly passkey: PasskeyIdentity; readonly prf: PrfPair }>,
): Promise<string> => {
  const nonce = randomBytes(NONCE_BYTES)
  const { passkey, prf } = await ask(inputsOf(nonce))
  const key = wrapKeyOf(prf)
  const fileKey = randomBytes(FILE_KEY_BYTES)
  try {
    const stanzas = [
      { args: [TYPE, base64(nonce)], body: aeadOf(key).encrypt(fileKey) },
      { args: [HINT, passkeyIdentityText(passkey)], body: new Uint8Array(0) },
    ]
    return armored([await formatHeader(stanzas, fileKey), ...(await payloadOf(text, fileKey))])
  } finally {
    key.fill(0)
    fileKey.fill(0)
  }
}

const stanzasOf = async (sealed: Blob): Promise<readonly ReadStanza[]> => {
  const source = sourceOf(sealed, backgroundJob)
  try {
    return (await readHeader(await binaryIn(new ByteReader(source.pull)))).stanzas
  } finally {
    await source.cancel(undefined)
  }
}

const isForPasskey = ({ args }: ReadStanza): boolean => args[0] === TYPE

const hintIn = (stanzas: readonly ReadStanza[]): PasskeyIdentity | undefined => {
  const hint = stanzas.find(({ args }) => args[0] === HINT && args.length === 2)
  return hint && readPasskeyIdentity(hint.args[1] ?? '')
}

/** Whether it is an age file, armored or not, that a passkey opens. Rejects where it cannot be read at all. */
export const isSealedWithPasskey = (sealed: Blob): Promise<boolean> =>
  stanzasOf(sealed).then(
    stanzas => stanzas.some(isForPasskey),
    thrown => {
      if (thrown instanceof SealDropError && thrown.code !== 'unreadable') return false
      throw thrown
    },
  )

const nonceOf = ({ args }: ReadStanza): Bytes => {
  const nonce = args.length === 2 ? fromBase64(args[1] ?? '') : new Uint8Array(0)
  if (nonce.length !== NONCE_BYTES) throw new TypeError('It is no such stanza.')
  return nonce
}

/**
 * Opens what was sealed with a passkey, here or by age's own programs. `ask` is handed the inputs and, where the file says it, which
 * passkey it is, which nobody has vouched for; the arrays it gives are overwritten. Throws as `open` does: `no-identity` where it was
 * another passkey. What `ask` rejects with, this rejects with.
 */
export const openWithPasskey = async (
  sealed: Blob,
  ask: (inputs: PrfPair, passkey: PasskeyIdentity | undefined) => Promise<PrfPair>,
): Promise<string> => {
  const unwrapFileKey = async (stanzas: readonly ReadStanza[]): Promise<Uint8Array | null> => {
    const passkey = hintIn(stanzas)
    for (const stanza of stanzas.filter(isForPasskey)) {
      const key = wrapKeyOf(await ask(inputsOf(nonceOf(stanza)), passkey))
      try {
        if (stanza.body.length === FILE_KEY_BYTES + TAG_BYTES)
          return aeadOf(key).decrypt(stanza.body)
      } catch {
        // Not by this passkey: perhaps another stanza is.
      } finally {
        key.fill(0)
      }
    }
    return null
  }
  const { file } = await open(sealed, { unwrapFileKey })
  return file.text()
}
