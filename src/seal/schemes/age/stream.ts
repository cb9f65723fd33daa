import type { Aead } from './aead.ts'

export const CHUNK_BYTES = 65_536

/** An 11-byte big-endian counter and a byte that is 1 in the last chunk (C2SP age, "Payload"). */
export const chunkNonce = (index: number, isLast: boolean): Uint8Array<ArrayBuffer> => {
  const nonce = new Uint8Array(12)
  const view = new DataView(nonce.buffer)
  view.setUint32(3, Math.floor(index / 2 ** 32))
  view.setUint32(7, index >>> 0)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

/** Chunks in the cipher at once, for browsers whose WebCrypto has threads of its own (Chromium's has none); more only cost memory. */
const IN_FLIGHT = 8

/**
 * Encrypts consecutive chunks, each to a piece of its own. `bytes` starts at chunk `first` and holds whole chunks, but for the
 * file's last one. An empty file is one empty chunk.
 */
export const sealChunks = async (
  aead: Aead,
  bytes: Uint8Array<ArrayBuffer>,
  first: number,
  isEnd: boolean,
  sealed: (bytes: number) => void,
  signal: AbortSignal,
): Promise<readonly Uint8Array<ArrayBuffer>[]> => {
  const count = Math.max(1, Math.ceil(bytes.length / CHUNK_BYTES))
  const pieces = new Array<Uint8Array<ArrayBuffer>>(count)
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < count) {
      const index = next++
      signal.throwIfAborted()
      const chunk = bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES)
      const nonce = chunkNonce(first + index, isEnd && index === count - 1)
      pieces[index] = await aead(nonce, chunk)
      sealed(chunk.length)
    }
  }
  await Promise.all(Array.from({ length: Math.min(IN_FLIGHT, count) }, lane))
  return pieces
}
