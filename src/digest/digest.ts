import { hex } from '../core/bytes.ts'
import type { Algorithm, Job } from '../core/contracts.ts'
import type { Thread } from '../thread/thread.ts'

/** The digest of a blob, computed off the main thread. */
export const digestBytes = (
  thread: Thread,
  blob: Blob,
  algorithm: Algorithm,
  job: Job,
): Promise<Uint8Array<ArrayBuffer>> => thread.call('digest', { blob, algorithm }, job)

/** The SHA-256 of a blob, hex. */
export const sha256Hex = async (thread: Thread, blob: Blob, job: Job): Promise<string> =>
  hex(await digestBytes(thread, blob, 'SHA-256', job))
