import { backgroundJob } from '../../src/core/abort.ts'
import { hkdf } from '../../src/core/kdf.ts'
import type { Backend } from '../../src/seal/schemes/age/aead.ts'
import { formatHeader } from '../../src/seal/schemes/age/header.ts'
import { sealPayload } from '../../src/seal/schemes/age/payload.ts'
import type { Stanza } from '../../src/seal/schemes/age/stanza.ts'
import { bodyInMemory } from '../../src/seal/schemes/body.ts'

export type Bytes = Uint8Array<ArrayBuffer>

/** What leads to the 32 bytes of an X25519 private key in PKCS #8 (RFC 8410). */
const PKCS8 = [48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 110, 4, 34, 4, 32]

const fromBase64Url = (text: string): Bytes =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0))

/** The key pair of a given private key, for WebCrypto. */
export const keyPairOf = async (scalar: Uint8Array): Promise<CryptoKeyPair> => {
  const der = new Uint8Array([...PKCS8, ...scalar])
  const privateKey = await crypto.subtle.importKey('pkcs8', der, 'X25519', true, ['deriveBits'])
  const { x = '' } = await crypto.subtle.exportKey('jwk', privateKey)
  const publicKey = await crypto.subtle.importKey('raw', fromBase64Url(x), 'X25519', true, [])
  return { privateKey, publicKey }
}

export const publicBytes = async ({ publicKey }: CryptoKeyPair): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))

export const bytesOf = async (blob: Blob): Promise<Bytes> =>
  new Uint8Array(await blob.arrayBuffer())

/** A sealed file of given parts, whatever they are: its MAC and its payload are right. */
export const assemble = async (
  stanzas: readonly Stanza[],
  fileKey: Bytes,
  nonce: Bytes,
  plaintext: Bytes,
  makeAead: Backend,
): Promise<Bytes> => {
  const header = await formatHeader(stanzas, fileKey)
  const aead = await makeAead(await hkdf(fileKey, nonce, 'payload'))
  const body = bodyInMemory()
  await sealPayload(new Blob([plaintext]), aead, body, backgroundJob)
  return bytesOf(await body.end([header, nonce]))
}

const TYPE = 'sealdrop.dev/record'

/** A record as somebody hostile could write one: text is padded to 1,024 bytes, bytes are taken as they are. */
export interface Forged {
  readonly text: string | Bytes
  readonly args?: readonly string[]
}

export const forgeRecord = async (
  { text, args = [TYPE, 'v1'] }: Forged,
  fileKey: Bytes,
  makeAead: Backend,
): Promise<Stanza> => {
  const aead = await makeAead(await hkdf(fileKey, new Uint8Array(0), `${TYPE} v1`))
  const padded = new Uint8Array(1024).fill(0x20)
  if (typeof text === 'string') padded.set(new TextEncoder().encode(text))
  const body = await aead(new Uint8Array(12), typeof text === 'string' ? padded : text)
  return { args, body }
}
