import { armor, Decrypter } from 'age-encryption'
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
import { readHeader } from './header.ts'
import { notAnIdentity } from './identity.ts'
import { readRecord } from './record.ts'
import { assertWorkFactor } from './scrypt-limit.ts'
import { sourceOf } from './source.ts'
import { typeOf } from './type.ts'
import { unwrapped } from './wrapper.ts'

/** What a file is opened with: one identity (`AGE-SECRET-KEY-1…`), several that are tried, or a passphrase. */
export type Opener = string | readonly string[] | { readonly passphrase: string }

export interface Opened {
  /** The original. Its type comes from its content, its safe name from the record; without one it is `document` and a suffix. */
  readonly file: File
  /** What the sender claims. Absent where the file has no record, or one of an unknown version. */
  readonly record?: SealRecord
  /** There is a record, and its SHA-256 and size match: unchanged since it was sealed. That does not prove who sealed it. */
  readonly intact: boolean
}

const ARMOR = '-----BEGIN AGE ENCRYPTED FILE-----'

const damaged = (message: string, cause?: unknown): SealDropError =>
  new SealDropError('damaged', message, { cause })

const isPassphrase = (opener: Opener): opener is { readonly passphrase: string } =>
  typeof opener === 'object' && 'passphrase' in opener

const decrypterFor = (opener: Opener): Decrypter => {
  const decrypter = new Decrypter()
  try {
    if (isPassphrase(opener)) decrypter.addPassphrase(opener.passphrase)
    else
      for (const identity of typeof opener === 'string' ? [opener] : opener)
        decrypter.addIdentity(identity.trim())
  } catch {
    throw notAnIdentity()
  }
  return decrypter
}

const unarmored = async (sealed: Blob): Promise<Blob> => {
  const start = (await sealed.slice(0, 256).text()).trimStart()
  if (!start.startsWith(ARMOR)) return sealed
  const text = await sealed.text()
  try {
    return new Blob([armor.decode(text) as Uint8Array<ArrayBuffer>])
  } catch (cause) {
    throw damaged('The armor of the file is broken.', cause)
  }
}

/** The file key; the library has checked the header's MAC with it. */
const fileKeyOf = async (
  decrypter: Decrypter,
  header: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> => {
  try {
    return (await decrypter.decryptHeader(header)) as Uint8Array<ArrayBuffer>
  } catch (cause) {
    if (cause instanceof Error && cause.message.startsWith('no identity matched'))
      throw new SealDropError('no-identity', 'The file is not for any of these identities.', {
        cause,
      })
    throw damaged('The header of the file is broken, or was changed.', cause)
  }
}

const decrypted = async (decrypter: Decrypter, sealed: Blob, job: Partial<Job>): Promise<Blob> => {
  const { signal } = job
  const source = sourceOf(sealed, job)
  try {
    const stream = await decrypter.decrypt(source.stream)
    // Nothing is returned before the last chunk was authenticated, so nobody ever sees half a file.
    const plain = await collect(stream)
    // The abort may have come after the last chunk was read.
    signal?.throwIfAborted()
    return plain
  } catch (cause) {
    signal?.throwIfAborted()
    throw source.readError ?? damaged('The file was cut or changed.', cause)
  }
}

/**
 * Opens an age v1 file, armored or not, also in our PDF wrapper. Throws `unsupported` for any other file (also for a wrapper that
 * was changed or saved again) and for a passphrase that takes too much work; `misconfigured` where a script added to
 * `Object.prototype` what the browser reads from any object; `no-identity` where no given key opens it;
 * `unreadable` where the browser cannot read it (any more); and `damaged` for a file that was cut or changed, or whose record is
 * malformed or does not match the content. When it throws, nothing of the content was released.
 */
export const open = async (
  sealed: Blob,
  opener: Opener,
  job: Partial<Job> = {},
): Promise<Opened> => {
  const error = additionError()
  if (error) throw error
  try {
    return await opened(sealed, opener, job)
  } catch (cause) {
    if (!isReadError(cause)) throw cause
    throw new SealDropError('unreadable', 'The file cannot be read.', { cause })
  }
}

const opened = async (sealed: Blob, opener: Opener, job: Partial<Job>): Promise<Opened> => {
  job.signal?.throwIfAborted()
  const decrypter = decrypterFor(opener)
  const whole = await unarmored(await unwrapped(sealed))
  const header = await readHeader(whole)
  if (isPassphrase(opener)) assertWorkFactor(header.stanzas)
  const fileKey = await fileKeyOf(decrypter, header.bytes)
  const record = await readRecord(header.stanzas, fileKey).finally(() => fileKey.fill(0))
  const plain = await decrypted(decrypter, whole, job)
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
    throw damaged('What came out is not what the record says.')
}
