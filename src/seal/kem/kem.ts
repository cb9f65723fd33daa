import type { KemShare, WrapKey } from '../../core/contracts.ts'
import { hmac } from '../../core/kdf.ts'
import { MLKEM_BYTES, type Recipient } from '../../core/recipient.ts'
import { base64 } from '../schemes/age/stanza.ts'
import { type Encapsulate, KEMS } from './encapsulate.ts'
import { keySchedule } from './hpke.ts'
import { joined } from './joined.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** A recipient of a type whose stanza the page makes ready. */
export type KemRecipient = Recipient & { readonly type: keyof typeof KEMS }

const isKem = (recipient: Recipient): recipient is KemRecipient => recipient.type !== 'X25519'

const TAG_BYTES = 4

/**
 * By what a stanza is found to be for somebody, without any private key, by whoever knows the recipient (C2SP age, "The tagged recipient types").
 * Of a post-quantum one the point of P-256 alone counts.
 */
const tagOf = async (
  { type, key }: KemRecipient,
  ciphertext: Bytes,
  info: Bytes,
): Promise<Bytes> => {
  const named = type === 'p256tag' ? key : key.slice(MLKEM_BYTES)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', named))
  const tag = await hmac(info, joined(ciphertext, hash.subarray(0, TAG_BYTES)))
  return tag.slice(0, TAG_BYTES)
}

/** The parts of a recipient's stanza, made on the page, because the worker is one file and cannot load code later. It takes 1 to 3 ms. */
export const shareFor = async (
  recipient: KemRecipient,
  by: Encapsulate = KEMS[recipient.type].encapsulate,
): Promise<KemShare> => {
  const { type, key: theirs } = recipient
  const info = new TextEncoder().encode(`age-encryption.org/${type}`)
  const { ciphertext, secret } = await by(theirs)
  const schedule = keySchedule(KEMS[type].id, secret, info).finally(() => secret.fill(0))
  const { key, nonce } = await schedule
  const tags = type === 'mlkem768x25519' ? [] : [base64(await tagOf(recipient, ciphertext, info))]
  return { args: [type, ...tags, base64(ciphertext)], key, nonce }
}

/** What the worker wraps a file's key with for this recipient. */
export const wrapKeyFor = async (recipient: Recipient): Promise<WrapKey> =>
  isKem(recipient) ? shareFor(recipient) : recipient.key
