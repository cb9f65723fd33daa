import { createHash } from 'node:crypto'

const PIECE_BYTES = 65_536

/** The same bytes in each run, which look like no text and no zeros. */
const piece = Buffer.alloc(PIECE_BYTES)
for (let at = 0, word = 1; at < PIECE_BYTES; at += 4) {
  // Xorshift, 32 bits (Marsaglia 2003).
  word ^= word << 13
  word ^= word >>> 17
  word ^= word << 5
  piece.writeInt32LE(word, at)
}

/** Bytes of a body from one place on: at most so many, and fewer where the piece ends. They are shared, and must not be changed. */
export const bytesAt = (offset: number, most: number): Buffer => {
  const from = offset % PIECE_BYTES
  return piece.subarray(from, Math.min(PIECE_BYTES, from + most))
}

const digests = new Map<number, string>()

/** SHA-256 of a body of this size, base64. */
export const sha256Of = (bytes: number): string => {
  const known = digests.get(bytes)
  if (known !== undefined) return known
  const hash = createHash('sha256')
  for (let at = 0; at < bytes; at += PIECE_BYTES) hash.update(bytesAt(at, bytes - at))
  const digest = hash.digest('base64')
  digests.set(bytes, digest)
  return digest
}

/** As `Content-Digest` has it. */
export const digestOf = (bytes: number): string => `sha-256=:${sha256Of(bytes)}:`
