import { hex } from '../../../core/bytes.ts'
import type { KemShare, Plain, Scheme, SealSpec } from '../../../core/contracts.ts'
import { hkdf } from '../../../core/kdf.ts'
import { type Recipient, readRecipients } from '../../../core/recipient.ts'
import { isTime } from '../../../core/record.ts'
import { type Backend, backend, noble } from './aead.ts'
import { formatHeader } from './header.ts'
import { sealPayload } from './payload.ts'
import { recordStanza } from './record.ts'
import { base64, type Stanza } from './stanza.ts'
import { wrapX25519 } from './x25519.ts'

const FILE_KEY_BYTES = 16
const NONCE_BYTES = 16
/**
 * JavaScript's cipher holds its thread: it begins with these, while the rest is read in one go. More and smaller reads let it
 * begin sooner, but WebCrypto hashes nothing before all is there (measured in Firefox and WebKit). The browser's own cipher is
 * faster than any such reads.
 */
export const HEAD_BYTES: number = 4 * 1024 * 1024
/** What the page's intake did before a file got here. */
const CHECKS = ['size', 'type', 'structure']

/** `shares`: one for each recipient, where they are post-quantum; the page makes them. */
type AgeSpec = Extract<SealSpec, { scheme: 'age' }> & { readonly shares?: readonly KemShare[] }

/** HPKE's one message, the file key, and in front of it what tells the recipient its key. */
const wrapHybrid = async (
  fileKey: Uint8Array<ArrayBuffer>,
  { ciphertext, key, nonce }: KemShare,
  makeAead: Backend,
): Promise<Stanza> => {
  const aead = await makeAead(key)
  const body = await aead(nonce, fileKey)
  key.fill(0)
  return { args: ['mlkem768x25519', base64(ciphertext)], body }
}

const wrap = (
  fileKey: Uint8Array<ArrayBuffer>,
  { type, key }: Recipient,
  share: KemShare | undefined,
  makeAead: Backend,
): Promise<Stanza> => {
  if (type === 'X25519') return wrapX25519(fileKey, key, makeAead)
  if (share) return wrapHybrid(fileKey, share, makeAead)
  throw new Error('A post-quantum recipient came without its share.')
}

/**
 * age v1 (C2SP age) for X25519 or MLKEM768-X25519 recipients, with the record as one more stanza: any age client opens it to the original bytes.
 * Throws `no-recipient` or `bad-recipient`. A fresh file key, nonce and ephemeral key for every file.
 */
export const ageScheme: Scheme<AgeSpec> = {
  name: 'age',
  async seal(plain, { recipients, shares = [] }, job) {
    const keys = readRecipients(recipients)
    const makeAead = await backend()
    const fileKey = crypto.getRandomValues(new Uint8Array(FILE_KEY_BYTES))
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
    try {
      const wrapped = await Promise.all(
        keys.map(([, recipient], at) => wrap(fileKey, recipient, shares[at], makeAead)),
      )
      const payloadKey = await hkdf(fileKey, nonce, 'payload')
      const aead = await makeAead(payloadKey)
      const sealing = sealPayload(
        plain.blob,
        aead,
        job,
        makeAead === noble ? HEAD_BYTES : undefined,
      )
      const { parts, digest } = await sealing.finally(() => payloadKey.fill(0))
      const sha256 = hex(digest)
      const record = await recordStanza(recordOf(plain, sha256), fileKey, makeAead)
      // Last, though it stands first: it needs the hash of what was encrypted.
      const header = await formatHeader([...wrapped, record], fileKey)
      const body = new Blob([header, nonce, ...parts])
      return { body, facts: {}, digests: Promise.resolve({ digest: sha256 }) }
    } finally {
      fileKey.fill(0)
    }
  },
}

const recordOf = ({ blob, name, type, lastModified, remarks }: Plain, sha256: string) => ({
  v: 1 as const,
  name,
  type,
  size: blob.size,
  sha256,
  // A file may have any number here; a record with no time in it is refused by its reader.
  ...(isTime(lastModified) && { lastModified }),
  checks: CHECKS,
  remarks,
  sealedAt: new Date().toISOString(),
  by: 'sealdrop/0.1.0',
})
