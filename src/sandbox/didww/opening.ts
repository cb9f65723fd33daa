import { constants, createDecipheriv, createHash, privateDecrypt } from 'node:crypto'
import type { KeySet } from '../keys.ts'

/** What one private key made of an upload. */
export type Opened =
  | { readonly sha256: string; readonly size: number; readonly type: string }
  | { readonly error: string }

export interface Verification {
  readonly ok: boolean
  readonly why: string
}

const MAX_DOCUMENT_BYTES = 20 * 1024 * 1024

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Opens DIDWW's layout with one of the two private keys: the block for key A, the block for key B, then AES-256-CBC
 * under the 32-byte key and 16-byte IV that either block holds. Throws where anything does not fit. Shares no line
 * with the library, so that the two can disagree.
 */
export const openWith = (sealed: Buffer, keys: KeySet, which: 'a' | 'b'): Buffer => {
  const { privateKey, blockBytes } = keys[which]
  const start = which === 'a' ? 0 : keys.a.blockBytes
  const credentials = privateDecrypt(
    { key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
    sealed.subarray(start, start + blockBytes),
  )
  if (credentials.length !== 48) throw new Error(`the block holds ${credentials.length} bytes`)
  const decipher = createDecipheriv(
    'aes-256-cbc',
    credentials.subarray(0, 32),
    credentials.subarray(32),
  )
  const body = sealed.subarray(keys.a.blockBytes + keys.b.blockBytes)
  return Buffer.concat([decipher.update(body), decipher.final()])
}

/** The same without throwing, as facts. */
export const describeOpened = (sealed: Buffer, keys: KeySet, which: 'a' | 'b'): Opened => {
  try {
    const document = openWith(sealed, keys, which)
    return { sha256: sha256(document), size: document.length, type: typeOf(document) }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

/** What the people at DIDWW find when they open it, long after the 201. */
export const verify = (a: Opened, b: Opened): Verification => {
  if ('error' in a || 'error' in b) {
    const shut = 'error' in a ? ('error' in b ? 'Neither key opens' : 'Key A does not open') : ''
    return { ok: false, why: `${shut || 'Key B does not open'} it.` }
  }
  if (a.sha256 !== b.sha256)
    return { ok: false, why: 'The two keys open it to different documents.' }
  if (a.size > MAX_DOCUMENT_BYTES) return { ok: false, why: 'The document is larger than 20 MB.' }
  if (a.type === 'application/octet-stream') return { ok: false, why: 'Not a PDF, JPG or PNG.' }
  return { ok: true, why: 'A PDF, JPG or PNG of at most 20 MB, the same with both keys.' }
}

const PNG = Buffer.from('89504e470d0a1a0a', 'hex')
const JPG = Buffer.from('ffd8ff', 'hex')

const typeOf = (document: Buffer): string =>
  document.subarray(0, PNG.length).equals(PNG)
    ? 'image/png'
    : document.subarray(0, JPG.length).equals(JPG)
      ? 'image/jpeg'
      : document.subarray(0, 1024).includes('%PDF-')
        ? 'application/pdf'
        : 'application/octet-stream'
