import { createCipheriv } from 'node:crypto'

/** Bytes that look random and are the same every time. */
export const pseudoRandom = (size: number, seed = 1): Uint8Array<ArrayBuffer> => {
  const iv = Buffer.alloc(16)
  iv.writeUInt32BE(seed)
  const stream = createCipheriv('aes-128-ctr', Buffer.alloc(16), iv)
  return new Uint8Array(stream.update(new Uint8Array(size)))
}
