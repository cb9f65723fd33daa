import { sha256 } from '@noble/hashes/sha2.js'
import type { Job } from '../../../core/contracts.ts'
import { readBytes } from '../../../core/read.ts'
import type { Aead } from './aead.ts'
import { CHUNK_BYTES, sealChunks } from './stream.ts'

/** Up to here a file is read whole and hashed by WebCrypto; beyond it slice by slice, and memory stays bounded. */
const WHOLE_BYTES = 64 * 1024 * 1024
const SLICE_BYTES = 128 * CHUNK_BYTES

export interface Payload {
  readonly parts: readonly Blob[]
  /** SHA-256 of exactly the bytes that were encrypted. */
  readonly digest: Uint8Array
}

const sameSize = (bytes: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> => {
  if (bytes.length === size) return bytes
  throw new DOMException('The file has another size now.', 'NotReadableError')
}

/** Encrypts all of a blob in one pass: what is hashed is what is encrypted. */
export const sealPayload = async (blob: Blob, aead: Aead, job: Job): Promise<Payload> => {
  let done = 0
  const sealed = (bytes: number): void => {
    done += bytes
    job.progress(done, blob.size)
  }
  if (blob.size <= WHOLE_BYTES) {
    const bytes = sameSize(await readBytes(blob), blob.size)
    const digest = crypto.subtle.digest('SHA-256', bytes)
    digest.catch(() => {}) // awaited below, unless sealing fails first
    const out = await sealChunks(aead, bytes, 0, true, sealed, job.signal)
    return { parts: [new Blob([out])], digest: new Uint8Array(await digest) }
  }
  const hash = sha256.create()
  const parts: Blob[] = []
  for (let at = 0; at < blob.size; at += SLICE_BYTES) {
    job.signal.throwIfAborted()
    const slice = blob.slice(at, at + SLICE_BYTES)
    const bytes = sameSize(await readBytes(slice), slice.size)
    hash.update(bytes)
    const isEnd = at + SLICE_BYTES >= blob.size
    const out = await sealChunks(aead, bytes, at / CHUNK_BYTES, isEnd, sealed, job.signal)
    parts.push(new Blob([out]))
  }
  return { parts, digest: hash.digest() }
}
