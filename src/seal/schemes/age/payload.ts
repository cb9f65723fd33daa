import { sha256 } from '@noble/hashes/sha2.js'
import type { Job } from '../../../core/contracts.ts'
import { readBytes, yieldToEventLoop } from '../../../core/read.ts'
import type { Aead } from './aead.ts'
import { CHUNK_BYTES, type Chunker, roomFor, sealChunks } from './stream.ts'

/** Up to this size a file is read whole and hashed by WebCrypto; a larger one in slices, so that memory stays bounded. */
const WHOLE_BYTES = 64 * 1024 * 1024
const SLICE_BYTES = 128 * CHUNK_BYTES
/** Bytes in one Blob. The browser moves them out of the worker while the next part is encrypted. */
const PART_BYTES = 64 * CHUNK_BYTES

export interface Payload {
  readonly parts: readonly Blob[]
  /** SHA-256 of exactly the bytes that were encrypted. */
  readonly digest: Uint8Array
}

/**
 * Reads a blob's slices in order, each while the previous one is in use: the `first` bytes, then `then` bytes at a time.
 * Rejects with the browser's read errors.
 */
export async function* slicesOf(
  blob: Blob,
  first: number,
  then: number,
): AsyncGenerator<{ readonly at: number; readonly slice: Uint8Array<ArrayBuffer> }> {
  const read = (from: number, to: number): Promise<Uint8Array<ArrayBuffer>> =>
    readBytes(blob.slice(from, to))
  let next = read(0, first)
  for (let at = 0, end = first; at === 0 || at < blob.size; at = end, end += then) {
    const slice = await next
    if (end < blob.size) {
      next = read(end, end + then)
      next.catch(() => {}) // awaited in the next turn, if there is one
    }
    yield { at, slice }
  }
}

interface FileHash {
  /** @returns the same bytes in the memory where they are kept for hashing, so that the slice can be freed. */
  take(slice: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>
  digest(): Promise<Uint8Array>
}

/** WebCrypto takes all bytes at once, so it hashes what is kept whole; a larger file is hashed in JavaScript, slice by slice. */
const hashFor = (size: number): FileHash => {
  if (size > WHOLE_BYTES) {
    const hash = sha256.create()
    return {
      take(slice) {
        hash.update(slice)
        return slice
      },
      digest: async () => hash.digest(),
    }
  }
  let whole: Uint8Array<ArrayBuffer> | undefined
  let filled = 0
  let digest: Promise<ArrayBuffer> | undefined
  return {
    take(slice) {
      const at = filled
      filled += slice.length
      if (slice.length === size) whole = slice
      else {
        whole ??= new Uint8Array(size)
        whole.set(slice, at)
      }
      if (filled === size) {
        digest = crypto.subtle.digest('SHA-256', whole)
        digest.catch(() => {}) // awaited at the end, unless sealing fails first
      }
      return whole.subarray(at, filled)
    },
    async digest() {
      if (!digest) throw new Error('Not all bytes came.')
      return new Uint8Array(await digest)
    },
  }
}

/**
 * Encrypts a blob in one pass, so that the bytes that are hashed are those that are encrypted. `headBytes` (a multiple of the
 * chunk) are read before the rest, and encrypted while the rest is read.
 */
export const sealPayload = async (
  blob: Blob,
  aead: Aead,
  { progress, signal }: Job,
  headBytes: number = WHOLE_BYTES,
): Promise<Payload> => {
  let done = 0
  const chunker: Chunker = {
    aead,
    sealed(bytes) {
      done += bytes
      progress(done, blob.size)
    },
    signal,
    room: roomFor(Math.min(PART_BYTES, blob.size)),
  }
  const parts: Blob[] = []
  const hash = hashFor(blob.size)
  const isLarge = blob.size > WHOLE_BYTES
  const slices = isLarge
    ? slicesOf(blob, SLICE_BYTES, SLICE_BYTES)
    : slicesOf(blob, headBytes, WHOLE_BYTES)
  for await (const { at: from, slice } of slices) {
    signal.throwIfAborted()
    const bytes = hash.take(slice)
    for (let at = 0; at === 0 || at < bytes.length; at += PART_BYTES) {
      const part = bytes.subarray(at, at + PART_BYTES)
      const isEnd = from + at + part.length >= blob.size
      parts.push(new Blob([...(await sealChunks(part, (from + at) / CHUNK_BYTES, isEnd, chunker))]))
      // The cipher in JavaScript runs in microtasks only, so without this no abort and no other call would arrive before its end.
      if (!isEnd) await yieldToEventLoop()
    }
  }
  return { parts, digest: await hash.digest() }
}
