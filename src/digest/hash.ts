import { sha256 } from '@noble/hashes/sha2.js'
import type { Algorithm, Job } from '../core/contracts.ts'
import { SealDropError } from '../core/errors.ts'
import { readBytes, yieldToEventLoop } from '../core/read.ts'

/** Up to here a file is read whole and hashed by WebCrypto, about ten times as fast; beyond it memory stays bounded. */
const ONE_SHOT_BYTES = 64 * 1024 * 1024
const SLICE_BYTES = 4 * 1024 * 1024

/**
 * The worker's half: the digest of all bytes of a blob. Over 64 MiB only SHA-256, in slices; another algorithm is
 * `unsupported` there. Rejects with the browser's read errors.
 */
export const hashBlob = async (
  blob: Blob,
  algorithm: Algorithm,
  job: Job,
): Promise<Uint8Array<ArrayBuffer>> => {
  if (blob.size <= ONE_SHOT_BYTES) {
    const digest = await crypto.subtle.digest(algorithm, await readBytes(blob))
    job.progress(blob.size, blob.size)
    return new Uint8Array(digest)
  }
  if (algorithm !== 'SHA-256')
    throw new SealDropError('unsupported', `${algorithm} is not computed over 64 MiB.`)
  const hash = sha256.create()
  for (let at = 0; at < blob.size; at += SLICE_BYTES) {
    job.signal.throwIfAborted()
    hash.update(await readBytes(blob.slice(at, at + SLICE_BYTES)))
    job.progress(Math.min(at + SLICE_BYTES, blob.size), blob.size)
    await yieldToEventLoop()
  }
  return new Uint8Array(hash.digest())
}
