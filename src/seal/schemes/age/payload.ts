import { sha256 } from '@noble/hashes/sha2.js'
import type { Job } from '../../../core/contracts.ts'
import { readBytes } from '../../../core/read.ts'
import type { Aead } from './aead.ts'
import { CHUNK_BYTES, sealChunks } from './stream.ts'

/** Up to here a file is read whole and hashed by WebCrypto; beyond it slice by slice, and memory stays bounded. */
const WHOLE_BYTES = 64 * 1024 * 1024
const SLICE_BYTES = 128 * CHUNK_BYTES
/** What becomes one Blob: the browser carries its bytes away while the next part is in the cipher. */
const PART_BYTES = 64 * CHUNK_BYTES

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
  const parts: Blob[] = []
  const seal = async (bytes: Uint8Array<ArrayBuffer>, from: number): Promise<void> => {
    for (let at = 0; at === 0 || at < bytes.length; at += PART_BYTES) {
      const part = bytes.subarray(at, at + PART_BYTES)
      const isEnd = from + at + PART_BYTES >= blob.size
      const first = (from + at) / CHUNK_BYTES
      parts.push(new Blob([...(await sealChunks(aead, part, first, isEnd, sealed, job.signal))]))
    }
  }
  if (blob.size <= WHOLE_BYTES) {
    const bytes = sameSize(await readBytes(blob), blob.size)
    const digest = crypto.subtle.digest('SHA-256', bytes)
    digest.catch(() => {}) // awaited below, unless sealing fails first
    await seal(bytes, 0)
    return { parts, digest: new Uint8Array(await digest) }
  }
  const hash = sha256.create()
  for (let at = 0; at < blob.size; at += SLICE_BYTES) {
    job.signal.throwIfAborted()
    const slice = blob.slice(at, at + SLICE_BYTES)
    const bytes = sameSize(await readBytes(slice), slice.size)
    hash.update(bytes)
    await seal(bytes, at)
  }
  return { parts, digest: hash.digest() }
}
