import type { Job } from '../core/contracts.ts'
import type { SealRecord } from '../core/record.ts'
import { dearmored, isArmored } from './armor.ts'
import { ByteReader, type Pull } from './byte-reader.ts'
import { readHeader } from './header.ts'
import { keyFinder, type Opener } from './opener.ts'
import { decryptPayload } from './payload.ts'
import { hasLaterRecord, readRecord } from './record.ts'
import { type Source, sourceOf } from './source.ts'
import { unwrapped, unwrapping } from './wrapper.ts'

/** A sealed file whose header was read: the key is found, and nothing of the content is decrypted yet. */
export interface Unsealed {
  readonly record: SealRecord | undefined
  /** The record as it was written, to seal it anew. */
  readonly recordText: Uint8Array<ArrayBuffer> | undefined
  /** There is a record of a version that is not known here. */
  readonly hasLaterRecord: boolean
  /** The content, in chunks that are authenticated. */
  readonly pull: Pull
  /** Nothing more will be asked for: overwrites the key, and lets the source go. */
  end(reason: unknown): Promise<void>
}

/** The age file itself, where it is armored. */
export const binaryIn = async (reader: ByteReader): Promise<ByteReader> =>
  (await isArmored(reader)) ? new ByteReader(dearmored(reader)) : reader

/** A blob was unwrapped before: there is one wrapper, not one in another. */
const insideOf = async ({ pull }: Source, isUnwrapped: boolean): Promise<ByteReader> => {
  const reader = new ByteReader(pull)
  const inside = isUnwrapped ? undefined : await unwrapping(reader)
  return inside ? new ByteReader(inside) : reader
}

/** Throws as `open` does, but for what is wrong behind the header. `keep` is given a copy of the file's key. */
export const unseal = async (
  sealed: Blob | ReadableStream<Uint8Array>,
  opener: Opener,
  job: Partial<Job>,
  keep?: (fileKey: Uint8Array) => void,
): Promise<Unsealed> => {
  job.signal?.throwIfAborted()
  const finder = keyFinder(opener)
  const source = sourceOf(sealed instanceof Blob ? await unwrapped(sealed) : sealed, job)
  try {
    const reader = await binaryIn(await insideOf(source, sealed instanceof Blob))
    const header = await readHeader(reader)
    const fileKey = await finder.fileKeyOf(header.bytes, header.stanzas)
    const payload = decryptPayload(reader, fileKey)
    try {
      const found = await readRecord(header.stanzas, fileKey)
      keep?.(fileKey.slice())
      const end = async (reason: unknown): Promise<void> => {
        payload.end()
        await source.cancel(reason)
      }
      return {
        record: found?.record,
        recordText: found?.text,
        hasLaterRecord: hasLaterRecord(header.stanzas),
        pull: payload.pull,
        end,
      }
    } catch (thrown) {
      payload.end()
      throw thrown
    }
  } catch (thrown) {
    await source.cancel(thrown)
    throw thrown
  }
}
