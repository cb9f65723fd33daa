import type { SealSpec } from '../core/contracts.ts'
import { stanzaBytes } from '../core/recipient.ts'
import { derOf, modulusBytes } from '../core/rsa.ts'
import type { Seal } from './choice.ts'

const AES_BLOCK = 16
/** DIDWW's keys have been RSA-4096 so far, which DIDWW does not promise. Assumed until the keys were fetched. */
const USUAL_MODULUS_BYTES = 512

const rsaBlock = (pem: string): number => {
  try {
    return modulusBytes(derOf(pem)) ?? USUAL_MODULUS_BYTES
  } catch {
    return USUAL_MODULUS_BYTES // not a key at all: sealing will refuse it
  }
}

/** The bytes in front of DIDWW's ciphertext: one RSA block for each key. */
const didwwHead = (seal: Extract<Seal | SealSpec, { scheme: 'didww' }>): number =>
  'publicKeys' in seal
    ? seal.publicKeys.reduce((sum, pem) => sum + rsaBlock(pem), 0)
    : 2 * USUAL_MODULUS_BYTES

const AGE_CHUNK = 65_536
const AGE_TAG = 16
/** Version line 22, MAC line 48, payload nonce 16; the record's stanza: its line 26, 1,040 bytes as base64 in lines 1,409. */
const AGE_FIXED = 22 + 48 + 16 + 26 + 1409

/** How many bytes the PDF wrapper adds to a file of any size. */
export const WRAP_BYTES = 4096

const ageHead = ({ recipients, wrap }: Extract<Seal | SealSpec, { scheme: 'age' }>): number =>
  AGE_FIXED + stanzaBytes(recipients) + (wrap === 'pdf' ? WRAP_BYTES : 0)

/** The exact size, in bytes, of a file of `plainSize` bytes once it is sealed. Until DIDWW's keys are known: with RSA-4096. */
export const sealedSize = (plainSize: number, seal: Seal | SealSpec): number => {
  switch (seal.scheme) {
    case 'none':
      return plainSize
    case 'age':
      return ageHead(seal) + plainSize + AGE_TAG * Math.max(1, Math.ceil(plainSize / AGE_CHUNK))
    case 'didww':
      return didwwHead(seal) + AES_BLOCK * (Math.floor(plainSize / AES_BLOCK) + 1)
  }
}

/** The inverse: the largest file, in bytes, whose sealed size is at most `maxBytes`; -1 where not even an empty one fits. */
export const plainLimit = (maxBytes: number, seal: Seal | SealSpec): number => {
  switch (seal.scheme) {
    case 'none':
      return maxBytes
    case 'age': {
      const room = maxBytes - ageHead(seal)
      if (room < AGE_TAG) return -1
      const whole = Math.floor(room / (AGE_CHUNK + AGE_TAG))
      const rest = room - whole * (AGE_CHUNK + AGE_TAG)
      return whole * AGE_CHUNK + Math.max(0, rest - AGE_TAG)
    }
    case 'didww':
      return Math.max(-1, AES_BLOCK * Math.floor((maxBytes - didwwHead(seal)) / AES_BLOCK) - 1)
  }
}
