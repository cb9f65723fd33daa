import { hkdf } from '../../../core/kdf.ts'
import {
  RECORD_BYTES,
  RECORD_INFO,
  RECORD_TYPE,
  RECORD_VERSION,
  type SealRecord,
} from '../../../core/record.ts'
import type { Backend } from './aead.ts'
import type { Stanza } from './stanza.ts'

const encoder = new TextEncoder()

/** The record as exactly 1,024 bytes of JSON, padded with spaces. A name that is too long for that is cut. */
const formatRecord = (record: SealRecord): Uint8Array<ArrayBuffer> => {
  const padded = new Uint8Array(RECORD_BYTES).fill(0x20)
  const letters = [...record.name]
  for (;;) {
    const json = encoder.encode(JSON.stringify({ ...record, name: letters.join('') }))
    if (json.length <= RECORD_BYTES) {
      padded.set(json)
      return padded
    }
    if (letters.length === 0) throw new RangeError('The record is too long without a name, too.')
    letters.length -= Math.min(
      letters.length,
      Math.max(1, Math.floor((json.length - RECORD_BYTES) / 6)),
    )
  }
}

export const recordStanza = (
  record: SealRecord,
  fileKey: Uint8Array<ArrayBuffer>,
  makeAead: Backend,
): Promise<Stanza> => recordTextStanza(formatRecord(record), fileKey, makeAead)

/**
 * The stanza that carries a record, given as its 1,024 bytes. Its nonce is all zeros, which is safe because its key is used only once: there is only one
 * header for each file key, ever.
 */
export const recordTextStanza = async (
  text: Uint8Array<ArrayBuffer>,
  fileKey: Uint8Array<ArrayBuffer>,
  makeAead: Backend,
): Promise<Stanza> => {
  const key = await hkdf(fileKey, new Uint8Array(0), RECORD_INFO)
  try {
    const aead = await makeAead(key)
    const body = await aead(new Uint8Array(12), text)
    return { args: [RECORD_TYPE, RECORD_VERSION], body }
  } finally {
    key.fill(0)
  }
}
