import type { SealSpec } from '../core/contracts.ts'
import { derOf, modulusBytes } from '../core/rsa.ts'
import type { Seal } from './choice.ts'
import {
  AES_BLOCK,
  AGE_CHUNK,
  AGE_TAG,
  headBytes,
  plainWithin,
  USUAL_MODULUS_BYTES,
} from './limit.ts'

const rsaBlock = (pem: string): number => {
  try {
    return modulusBytes(derOf(pem)) ?? USUAL_MODULUS_BYTES
  } catch {
    return USUAL_MODULUS_BYTES // not a key at all: sealing will refuse it
  }
}

/** Of keys that many files are sealed for. */
const blocks = new WeakMap<readonly string[], number>()

const rsaBlocks = (pems: readonly string[]): number => {
  const bytes = blocks.get(pems) ?? pems.reduce((sum, pem) => sum + rsaBlock(pem), 0)
  blocks.set(pems, bytes)
  return bytes
}

/** The bytes in front of the ciphertext. */
export const headSize = (seal: Seal | SealSpec): number =>
  'publicKeys' in seal ? rsaBlocks(seal.publicKeys) : headBytes(seal)

/** The exact size, in bytes, of a file of `plainSize` bytes once it is sealed. Until DIDWW's keys are known: with RSA-4096. */
export const sealedSize = (plainSize: number, seal: Seal | SealSpec): number => {
  const head = headSize(seal)
  switch (seal.scheme) {
    case 'none':
      return plainSize
    case 'age':
      return head + plainSize + AGE_TAG * Math.max(1, Math.ceil(plainSize / AGE_CHUNK))
    case 'didww':
      return head + AES_BLOCK * (Math.floor(plainSize / AES_BLOCK) + 1)
  }
}

/** The inverse: the largest file, in bytes, whose sealed size is at most `maxBytes`; -1 where not even an empty one fits. */
export const plainLimit = (maxBytes: number, seal: Seal | SealSpec): number =>
  plainWithin(maxBytes, seal.scheme, headSize(seal))
