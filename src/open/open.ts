import { backgroundJob, neverAborted } from '../core/abort.ts'
import { additionError } from '../core/additions.ts'
import { hex } from '../core/bytes.ts'
import type { Job } from '../core/contracts.ts'
import { SealDropError } from '../core/errors.ts'
import { safeName, suffixOf } from '../core/name.ts'
import { isReadError } from '../core/read.ts'
import type { SealRecord } from '../core/record.ts'
import { hashBlob } from '../digest/hash.ts'
import { collect } from './collect.ts'
import type { Opener } from './opener.ts'
import { typeOf } from './type.ts'
import { unseal } from './unseal.ts'

export interface Opened {
  /** The original. Its type comes from its content, its safe name from the record; without one it is `document` and a suffix. */
  readonly file: File
  /** What the sender claims. Absent where the file has no record, or one of an unknown version. */
  readonly record?: SealRecord
  /** There is a record, and its SHA-256 and size match: unchanged since it was sealed. That does not prove who sealed it. */
  readonly intact: boolean
}

/**
 * Opens an age v1 file, armored or not, also in our PDF wrapper. Throws `unsupported` for any other file (also for a wrapper that
 * was changed or saved again) and for a passphrase that takes too much work; `misconfigured` where a script added to
 * `Object.prototype` what the browser reads from any object; `no-identity` where no given key opens it;
 * `unreadable` where the browser cannot read it (any more); and `damaged` for a file that was cut or changed, or whose record is
 * malformed or does not match the content. When it throws, nothing of the content was released.
 */
export const open = (sealed: Blob, opener: Opener, job: Partial<Job> = {}): Promise<Opened> =>
  openAndKeep(sealed, opener, job)

/** The same; `keep` is given the file's own key, which opens this file again and no other. */
export const openAndKeep = async (
  sealed: Blob,
  opener: Opener,
  job: Partial<Job>,
  keep?: (fileKey: Uint8Array) => void,
): Promise<Opened> => {
  const error = additionError()
  if (error) throw error
  try {
    return await opened(sealed, opener, job, keep)
  } catch (cause) {
    if (!isReadError(cause)) throw cause
    throw new SealDropError('unreadable', 'The file cannot be read.', { cause })
  }
}

const opened = async (
  sealed: Blob,
  opener: Opener,
  job: Partial<Job>,
  keep?: (fileKey: Uint8Array) => void,
): Promise<Opened> => {
  const { record, pull, end } = await unseal(sealed, opener, job, keep)
  // Nothing is returned before the last chunk was authenticated, so nobody ever sees half a file.
  const plain = await collect(pull).catch(async thrown => {
    await end(thrown)
    throw thrown
  })
  // The abort may have come after the last chunk was read.
  job.signal?.throwIfAborted()
  const type = await typeOf(plain)
  const name = safeName(record?.name ?? `document${suffixOf(type)}`)
  if (record) await expectMatch(record, plain, job)
  job.signal?.throwIfAborted()
  const lastModified = record?.lastModified
  const file = new File([plain], name, {
    type,
    ...(lastModified !== undefined && { lastModified }),
  })
  return { file, ...(record && { record }), intact: record !== undefined }
}

/** Throws `damaged` where the content is not what the record says, although the right key opened it. */
const expectMatch = async (record: SealRecord, plain: Blob, job: Partial<Job>): Promise<void> => {
  // hashBlob reads a large file in slices, so it need not fit into memory.
  const digest = hex(
    await hashBlob(plain, 'SHA-256', {
      ...backgroundJob,
      signal: job.signal ?? neverAborted,
    }),
  )
  if (record.size !== plain.size || record.sha256 !== digest)
    throw new SealDropError('damaged', 'What came out is not what the record says.')
}
