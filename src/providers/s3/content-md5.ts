import { toBase64 } from '../../core/base64.ts'
import { SealDropError } from '../../core/errors.ts'
import { readBytes, yieldToEventLoop } from '../../core/read.ts'
import { release } from '../../core/release.ts'

/** Hashed on the page's own thread, so that the worker has no code for it: a slice takes some milliseconds. */
const SLICE_BYTES = 512 * 1024

const load = async () => {
  try {
    return (await import('./md5.ts')).md5
  } catch (cause) {
    const facts = { cause, retryable: true, outcome: 'unsent' } as const
    throw new SealDropError('network', 'The code of MD5 could not be loaded.', facts)
  }
}

/**
 * What `Content-MD5` says of these bytes: the base64 of their MD5 (RFC 1864), which no browser computes. Rejects with the browser's read
 * errors, with `network` where its code does not load, and with `signal.reason`.
 */
export const contentMd5 = async (blob: Blob, signal: AbortSignal): Promise<string> => {
  const md5 = await load()
  const hash = md5.create()
  for (let at = 0; at < blob.size; at += SLICE_BYTES) {
    signal.throwIfAborted()
    const bytes = await readBytes(blob.slice(at, at + SLICE_BYTES))
    hash.update(bytes)
    release(bytes)
    await yieldToEventLoop()
  }
  return toBase64(hash.digest())
}
