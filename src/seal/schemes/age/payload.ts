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

/** Reads a blob's slices in order, each while the one before is in use. */
export async function* slicesOf(
  blob: Blob,
  bytes: number,
): AsyncGenerator<{ readonly at: number; readonly slice: Uint8Array<ArrayBuffer> }> {
  const read = async (at: number): Promise<Uint8Array<ArrayBuffer>> => {
    const part = blob.slice(at, at + bytes)
    const slice = await readBytes(part)
    if (slice.length === part.size) return slice
    throw new DOMException('The file has another size now.', 'NotReadableError')
  }
  let next = read(0)
  for (let at = 0; at === 0 || at < blob.size; at += bytes) {
    const slice = await next
    if (at + bytes < blob.size) {
      next = read(at + bytes)
      next.catch(() => {}) // awaited in the next turn, if there is one
    }
    yield { at, slice }
  }
}

interface Hash {
  update(slice: Uint8Array<ArrayBuffer>): void
  digest(): Promise<Uint8Array>
}

/** WebCrypto's, which takes all bytes at once, where the whole fits; it begins with the last slice. */
const hashFor = (size: number): Hash => {
  if (size > WHOLE_BYTES) {
    const hash = sha256.create()
    return { update: slice => void hash.update(slice), digest: async () => hash.digest() }
  }
  let whole: Uint8Array<ArrayBuffer> | undefined
  let filled = 0
  let digest: Promise<ArrayBuffer> | undefined
  return {
    update(slice) {
      if (slice.length === size) whole = slice
      else {
        whole ??= new Uint8Array(size)
        whole.set(slice, filled)
      }
      filled += slice.length
      if (filled < size) return
      digest = crypto.subtle.digest('SHA-256', whole)
      digest.catch(() => {}) // awaited at the end, unless sealing fails first
    },
    async digest() {
      if (!digest) throw new Error('Not all bytes came.')
      return new Uint8Array(await digest)
    },
  }
}

/** Encrypts all of a blob in one pass: what is hashed is what is encrypted. `sliceBytes` are whole chunks, or all of it. */
export const sealPayload = async (
  blob: Blob,
  aead: Aead,
  job: Job,
  sliceBytes: number = blob.size,
): Promise<Payload> => {
  let done = 0
  const sealed = (bytes: number): void => {
    done += bytes
    job.progress(done, blob.size)
  }
  const parts: Blob[] = []
  const hash = hashFor(blob.size)
  const bytesAtOnce = blob.size > WHOLE_BYTES ? SLICE_BYTES : Math.max(CHUNK_BYTES, sliceBytes)
  for await (const { at: from, slice } of slicesOf(blob, bytesAtOnce)) {
    job.signal.throwIfAborted()
    hash.update(slice)
    for (let at = 0; at === 0 || at < slice.length; at += PART_BYTES) {
      const part = slice.subarray(at, at + PART_BYTES)
      const isEnd = from + at + part.length >= blob.size
      const first = (from + at) / CHUNK_BYTES
      parts.push(new Blob([...(await sealChunks(aead, part, first, isEnd, sealed, job.signal))]))
    }
  }
  return { parts, digest: await hash.digest() }
}
