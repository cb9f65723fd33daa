import { hex } from '../../../core/bytes.ts'
import type { Plain, Scheme, SealSpec } from '../../../core/contracts.ts'
import { readRecipients } from '../../../core/recipient.ts'
import { backend } from './aead.ts'
import { formatHeader } from './header.ts'
import { hkdf } from './kdf.ts'
import { sealPayload } from './payload.ts'
import { recordStanza } from './record.ts'
import { wrapX25519 } from './x25519.ts'

const FILE_KEY_BYTES = 16
const NONCE_BYTES = 16
/** What the page's intake did before a file got here. */
const CHECKS = ['size', 'type', 'structure']

/**
 * age v1 (C2SP age) for X25519 recipients, with the record as one more stanza: any age client opens it to the original bytes.
 * Throws `no-recipient` or `bad-recipient`. A fresh file key, nonce and ephemeral key for every file.
 */
export const ageScheme: Scheme<Extract<SealSpec, { scheme: 'age' }>> = {
  name: 'age',
  async seal(plain, { recipients }, job) {
    const keys = readRecipients(recipients)
    const makeAead = await backend()
    const fileKey = crypto.getRandomValues(new Uint8Array(FILE_KEY_BYTES))
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
    try {
      const wrapped = await Promise.all(keys.map(([, key]) => wrapX25519(fileKey, key, makeAead)))
      const payloadKey = await hkdf(fileKey, nonce, 'payload')
      const aead = await makeAead(payloadKey)
      const sealing = sealPayload(plain.blob, aead, job)
      const { parts, digest } = await sealing.finally(() => payloadKey.fill(0))
      const sha256 = hex(digest)
      const record = await recordStanza(recordOf(plain, sha256), fileKey, makeAead)
      // Last, though it stands first: it needs the hash of what was encrypted.
      const header = await formatHeader([...wrapped, record], fileKey)
      const body = new Blob([header, nonce, ...parts])
      return { body, facts: {}, later: Promise.resolve({ digest: sha256 }) }
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
  ...(lastModified !== undefined && { lastModified }),
  checks: CHECKS,
  remarks,
  sealedAt: new Date().toISOString(),
  by: 'sealdrop/0.1.0',
})
