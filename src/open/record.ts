import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { SealDropError } from '../core/errors.ts'
import {
  isTime,
  RECORD_BYTES,
  RECORD_INFO,
  RECORD_TYPE,
  RECORD_VERSION,
  type SealRecord,
} from '../core/record.ts'
import type { ReadStanza } from './header.ts'

const damaged = (cause?: unknown): SealDropError =>
  new SealDropError('damaged', 'The record in the file is malformed.', { cause })

/** A record as it is read, and as it was written. */
export interface FoundRecord {
  readonly record: SealRecord
  readonly text: Uint8Array<ArrayBuffer>
}

/** Whether there is a record that this version cannot read. */
export const hasLaterRecord = (stanzas: readonly ReadStanza[]): boolean =>
  stanzas.some(({ args }) => args[0] === RECORD_TYPE && args[1] !== RECORD_VERSION)

/**
 * The record in a header whose MAC was checked. Undefined where there is none, or one of an unknown version. Throws `damaged`
 * where there are two or it is malformed: no honest sender makes such a file.
 */
export const readRecord = async (
  stanzas: readonly ReadStanza[],
  fileKey: Uint8Array,
): Promise<FoundRecord | undefined> => {
  const [first, ...others] = stanzas.filter(({ args }) => args[0] === RECORD_TYPE)
  if (!first) return undefined
  if (others.length > 0 || first.args.length !== 2) throw damaged()
  if (first.args[1] !== RECORD_VERSION) return undefined
  if (first.body.length !== RECORD_BYTES + 16) throw damaged()
  const key = hkdf(sha256, fileKey, undefined, new TextEncoder().encode(RECORD_INFO), 32)
  try {
    const text = chacha20poly1305(key, new Uint8Array(12)).decrypt(first.body).slice()
    const record = shaped(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text)))
    return { record, text }
  } catch (cause) {
    throw damaged(cause)
  } finally {
    key.fill(0)
  }
}

const strings = (value: unknown): readonly string[] => {
  if (Array.isArray(value) && value.length <= 64 && value.every(one => typeof one === 'string'))
    return value
  throw new TypeError('not a list of strings')
}

/** Takes only the fields of the format, and checks the type of each. The sender chose every string: each may be hostile. */
const shaped = (value: unknown): SealRecord => {
  const fields = value as Readonly<Record<string, unknown>>
  const { v, name, type, size, sha256: digest, lastModified, sealedAt, by } = fields
  if (
    v !== 1 ||
    typeof name !== 'string' ||
    typeof type !== 'string' ||
    typeof size !== 'number' ||
    !Number.isSafeInteger(size) ||
    size < 0 ||
    typeof digest !== 'string' ||
    !/^[0-9a-f]{64}$/.test(digest) ||
    (lastModified !== undefined && !isTime(lastModified)) ||
    typeof sealedAt !== 'string' ||
    typeof by !== 'string'
  )
    throw new TypeError('not a record')
  const checks = strings(fields.checks)
  const remarks = strings(fields.remarks)
  return {
    v,
    name,
    type,
    size,
    sha256: digest,
    checks,
    remarks,
    sealedAt,
    by,
    ...(typeof lastModified === 'number' && { lastModified }),
  }
}
