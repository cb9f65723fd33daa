import { sha256 } from '@noble/hashes/sha2.js'
import type { Algorithm, Job } from '../core/contracts.ts'
import { SealDropError } from '../core/errors.ts'
import { readBytes, yieldToEventLoop } from '../core/read.ts'
import { release } from '../core/release.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** A file up to this size is read whole and hashed by WebCrypto, about ten times as fast. A larger one must not fill the memory. */
const ONE_SHOT_BYTES = 64 * 1024 * 1024
const SLICE_BYTES = 4 * 1024 * 1024

/**
 * The digest of all bytes of a blob; runs in the worker. Over 64 MiB only SHA-256 is computed, in slices; another algorithm is
 * `unsupported`. `see` is shown all bytes, in order, and gives back those that count. Rejects with the browser's read errors.
 */
export const hashBlob = async (
  blob: Blob,
  algorithm: Algorithm,
  job: Job,
  see: (at: number, bytes: Bytes) => Promise<Bytes> = async (_at, bytes) => bytes,
): Promise<Bytes> => {
  if (blob.size <= ONE_SHOT_BYTES) {
    const bytes = await see(0, await readBytes(blob))
    const hashing = crypto.subtle.digest(algorithm, bytes)
    release(bytes) // it has a copy
    const digest = await hashing
    job.progress(blob.size, blob.size)
    return new Uint8Array(digest)
  }
  if (algorithm !== 'SHA-256')
    throw new SealDropError('unsupported', `${algorithm} is not computed over 64 MiB.`)
  const hash = sha256.create()
  for (let at = 0; at < blob.size; at += SLICE_BYTES) {
    job.signal.throwIfAborted()
    const bytes = await see(at, await readBytes(blob.slice(at, at + SLICE_BYTES)))
    hash.update(bytes)
    release(bytes)
    job.progress(Math.min(at + SLICE_BYTES, blob.size), blob.size)
    await yieldToEventLoop()
  }
  return new Uint8Array(hash.digest())
}
