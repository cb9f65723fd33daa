import { createCipheriv, createHash } from 'node:crypto'
import { backgroundJob } from '../../src/core/abort.ts'
import { hkdf } from '../../src/core/kdf.ts'
import { readRecipient } from '../../src/core/recipient.ts'
import type { Backend } from '../../src/seal/schemes/age/aead.ts'
import { formatHeader } from '../../src/seal/schemes/age/header.ts'
import { sealPayload } from '../../src/seal/schemes/age/payload.ts'
import { recordStanza } from '../../src/seal/schemes/age/record.ts'
import { wrapX25519 } from '../../src/seal/schemes/age/x25519.ts'
import { bodyInMemory } from '../../src/seal/schemes/body.ts'

const TAG_BYTES = 16

const openssl: Backend = async key => async (nonce, text) => {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG_BYTES })
  const sealed = new Uint8Array(text.length + TAG_BYTES)
  sealed.set(cipher.update(text))
  cipher.final()
  sealed.set(cipher.getAuthTag(), text.length)
  return sealed
}

/** What is said of a document in its record. */
export interface Named {
  readonly name: string
  readonly type: string
}

/** Sealed as SealDrop seals. Ten times as fast in Node as its own cipher: what takes hundreds of documents needs that. */
export const sealFast = async (
  recipient: string,
  bytes: Buffer<ArrayBuffer>,
  { name, type }: Named,
): Promise<Buffer> => {
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const [fileKey, nonce] = [random(16), random(16)]
  const record = await recordStanza(
    {
      v: 1,
      ...{ name, type, size: bytes.length },
      sha256: createHash('sha256').update(bytes).digest('hex'),
      checks: ['size', 'type', 'structure'],
      remarks: [],
      sealedAt: new Date().toISOString(),
      by: 'sealdrop/test',
    },
    fileKey,
    openssl,
  )
  const wrapped = await wrapX25519(fileKey, readRecipient(recipient).key, openssl)
  const payload = await openssl(await hkdf(fileKey, nonce, 'payload'))
  const body = bodyInMemory()
  await sealPayload(new Blob([bytes]), payload, body, backgroundJob)
  const header = await formatHeader([wrapped, record], fileKey)
  return Buffer.from(await (await body.end([header, nonce])).arrayBuffer())
}
