import { sha256 } from '@noble/hashes/sha2.js'
import { backend } from '../../../src/seal/schemes/age/aead.ts'
import { CHUNK_BYTES, roomFor, sealChunks } from '../../../src/seal/schemes/age/stream.ts'

/**
 * What sealing is made of, each by itself. `slowHash`: the hash of a file above 64 MiB, in
 * JavaScript. `overlapped`: hash and cipher, begun together in one thread.
 */
export type Part = 'read' | 'hash' | 'slowHash' | 'cipher' | 'overlapped'

export interface PartOrder {
  readonly part: Part
  /** What is read, for `read`; what is hashed or encrypted, for the others: it goes back. */
  readonly file?: File
  readonly bytes?: Uint8Array<ArrayBuffer>
}
export type PartOutcome =
  | { readonly ms: number; readonly bytes?: Uint8Array<ArrayBuffer> }
  | { readonly error: string }

const key = crypto.getRandomValues(new Uint8Array(32))
const { signal } = new AbortController()
const room = roomFor(64 * CHUNK_BYTES)

const encrypt = async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
  const aead = await (await backend())(key)
  const chunker = { aead, sealed: () => {}, signal, room }
  for (let at = 0; at < bytes.length; at += 64 * CHUNK_BYTES)
    await sealChunks(bytes.subarray(at, at + 64 * CHUNK_BYTES), at / CHUNK_BYTES, false, chunker)
}

const act = async ({ part, file, bytes }: PartOrder): Promise<unknown> => {
  if (part === 'read') return file?.arrayBuffer()
  if (!bytes) throw new Error('No bytes came.')
  if (part === 'hash') return crypto.subtle.digest('SHA-256', bytes)
  if (part === 'slowHash') return sha256(bytes)
  return Promise.all([
    part === 'overlapped' && crypto.subtle.digest('SHA-256', bytes),
    encrypt(bytes),
  ])
}

self.onmessage = async ({ data }: MessageEvent<PartOrder>) => {
  try {
    await backend()
    const start = performance.now()
    await act(data)
    const outcome: PartOutcome = {
      ms: performance.now() - start,
      ...(data.bytes && { bytes: data.bytes }),
    }
    self.postMessage(outcome, { transfer: data.bytes ? [data.bytes.buffer] : [] })
  } catch (error) {
    self.postMessage({ error: `${data.part}: ${error}` } satisfies PartOutcome)
  }
}
