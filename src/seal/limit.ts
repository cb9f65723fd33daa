import type { SealSpec } from '../core/contracts.ts'
import { stanzaBytes } from '../core/stanza-bytes.ts'
import type { Seal } from './named.ts'

export const AES_BLOCK = 16
/** DIDWW's keys have been RSA-4096 so far, which DIDWW does not promise. Assumed until the keys were fetched. */
export const USUAL_MODULUS_BYTES = 512

export const AGE_CHUNK = 65_536
export const AGE_TAG = 16
/** Version line 22, MAC line 48, payload nonce 16; the record's stanza: its line 26, 1,040 bytes as base64 in lines 1,409. */
const AGE_FIXED = 22 + 48 + 16 + 26 + 1409

/** How many bytes the PDF wrapper adds to a file of any size. */
export const WRAP_BYTES = 4096

/** The bytes in front of the ciphertext. With DIDWW's keys, which a choice does not hold, as long as they usually are. */
export const headBytes = (seal: Seal): number => {
  switch (seal.scheme) {
    case 'none':
      return 0
    case 'age':
      return AGE_FIXED + stanzaBytes(seal.recipients) + (seal.wrap === 'pdf' ? WRAP_BYTES : 0)
    case 'didww':
      return 2 * USUAL_MODULUS_BYTES // one RSA block for each key
  }
}

/** The largest file, in bytes, whose sealed size is at most `maxBytes` with this head; -1 where not even an empty one fits. */
export const plainWithin = (maxBytes: number, scheme: SealSpec['scheme'], head: number): number => {
  const room = maxBytes - head
  switch (scheme) {
    case 'none':
      return room
    case 'age': {
      if (room < AGE_TAG) return -1
      const whole = Math.floor(room / (AGE_CHUNK + AGE_TAG))
      const rest = room - whole * (AGE_CHUNK + AGE_TAG)
      return whole * AGE_CHUNK + Math.max(0, rest - AGE_TAG)
    }
    case 'didww':
      return Math.max(-1, AES_BLOCK * Math.floor(room / AES_BLOCK) - 1)
  }
}
