import { expect } from 'vitest'
import { backgroundJob } from '../../src/core/abort.ts'
import { hex } from '../../src/core/bytes.ts'
import type { Plain } from '../../src/core/contracts.ts'
import { readRecipient } from '../../src/core/recipient.ts'
import { generateIdentity, open, recipientOf } from '../../src/open/index.ts'
import { noble } from '../../src/seal/schemes/age/aead.ts'
import type { Stanza } from '../../src/seal/schemes/age/stanza.ts'
import { wrapX25519 } from '../../src/seal/schemes/age/x25519.ts'
import { assemble, type Bytes, bytesOf, type Forged, forgeRecord } from '../age/forge.ts'
import { ageScheme } from '../age/scheme.ts'

/** Who the files of these tests are for; new in every run. */
export const identity: string = await generateIdentity()
export const recipient: string = await recipientOf(identity)
export const stranger: string = await generateIdentity()

export const PDF: Bytes = new TextEncoder().encode('%PDF-1.7\nwhatever follows')

export const sha256 = async (bytes: Bytes): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', bytes))

/** What the scheme makes of the bytes, for these recipients. */
export const sealed = async (
  bytes: Bytes,
  facts: Partial<Plain> = {},
  recipients: readonly string[] = [recipient],
): Promise<Bytes> => {
  const plain = { blob: new Blob([bytes]), name: 'a.pdf', type: 'application/pdf', remarks: [] }
  const { body } = await ageScheme.seal(
    { ...plain, ...facts },
    { scheme: 'age', recipients },
    backgroundJob,
  )
  return bytesOf(body)
}

/** That nothing comes out of the file but an error of this code. */
export const refused = async (
  file: BlobPart,
  code: string,
  opener: string = identity,
): Promise<void> => {
  await expect(open(new Blob([file]), opener)).rejects.toMatchObject({
    name: 'SealDropError',
    code,
  })
}

export const TYPE = 'sealdrop.dev/record'

/** A file for `recipient` with whatever somebody hostile writes as records, its MAC and all else right. */
export const forged = async (
  bytes: Bytes,
  records: readonly Forged[],
  more: readonly Stanza[] = [],
): Promise<Bytes> => {
  const fileKey = crypto.getRandomValues(new Uint8Array(16))
  const nonce = crypto.getRandomValues(new Uint8Array(16))
  const stanzas = await Promise.all([
    wrapX25519(fileKey, readRecipient(recipient).key, noble),
    ...records.map(record => forgeRecord(record, fileKey, noble)),
  ])
  return assemble([...stanzas, ...more], fileKey, nonce, bytes, noble)
}
