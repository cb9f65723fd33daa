import { release } from '../../../core/release.ts'
import type { Aead } from './aead.ts'

export const CHUNK_BYTES = 65_536

/** An 11-byte big-endian counter and a byte that is 1 in the last chunk (C2SP age, "Payload"). */
const chunkNonce = (index: number, isLast: boolean): Uint8Array<ArrayBuffer> => {
  const nonce = new Uint8Array(12)
  const view = new DataView(nonce.buffer)
  view.setUint32(3, Math.floor(index / 2 ** 32))
  view.setUint32(7, index >>> 0)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

/** Chunks that are encrypted at once, for browsers whose WebCrypto has threads (Chromium's has none). More only cost memory. */
const IN_FLIGHT = 8

const TAG_BYTES = 16
const SEALED_CHUNK_BYTES: number = CHUNK_BYTES + TAG_BYTES

/** What encrypts the chunks of one file. */
export interface Chunker {
  readonly aead: Aead
  /** Called after each chunk with its number of bytes. */
  sealed(bytes: number): void
  readonly signal: AbortSignal
  /** The ciphertext is laid here, over what was here before: fresh memory would cost a tenth of the time (measured). */
  readonly room: Uint8Array<ArrayBuffer>
}

/** Memory for the encrypted chunks of so many bytes. */
export const roomFor = (bytes: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(SEALED_CHUNK_BYTES * Math.max(1, Math.ceil(bytes / CHUNK_BYTES)))

/**
 * Encrypts consecutive chunks. What it returns lies in the room: the next call overwrites it. `bytes` starts at chunk `first` and holds
 * whole chunks, except for the file's last one; the room must be large enough. An empty file is one empty chunk.
 */
export const sealChunks = async (
  bytes: Uint8Array<ArrayBuffer>,
  first: number,
  isEnd: boolean,
  { aead, sealed, signal, room }: Chunker,
): Promise<Uint8Array<ArrayBuffer>> => {
  const count = Math.max(1, Math.ceil(bytes.length / CHUNK_BYTES))
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < count) {
      const index = next++
      signal.throwIfAborted()
      const chunk = bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES)
      const nonce = chunkNonce(first + index, isEnd && index === count - 1)
      const start = index * SEALED_CHUNK_BYTES
      const place = room.subarray(start, start + chunk.length + TAG_BYTES)
      const piece = await aead(nonce, chunk, place)
      if (piece.buffer !== room.buffer) {
        place.set(piece)
        release(piece)
      }
      sealed(chunk.length)
    }
  }
  await Promise.all(Array.from({ length: Math.min(IN_FLIGHT, count) }, lane))
  return room.subarray(0, bytes.length + count * TAG_BYTES)
}
