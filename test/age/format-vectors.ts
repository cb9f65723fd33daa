import { fromHex } from '../../src/core/bytes.ts'
import { readRecipient } from '../../src/core/recipient.ts'
import type { SealRecord } from '../../src/core/record.ts'
import type { Backend } from '../../src/seal/schemes/age/aead.ts'
import { recordStanza } from '../../src/seal/schemes/age/record.ts'
import { wrapWith } from '../../src/seal/schemes/age/x25519.ts'
import { identityText } from './bech32.ts'
import { assemble, type Bytes, forgeRecord, keyPairOf } from './forge.ts'

/** One entry of `test/vectors/format/vectors.json`, as FORMAT.md explains it. */
export interface FormatVector {
  readonly name: string
  readonly about: string
  readonly recipients: readonly string[]
  /** Hex. */
  readonly fileKey: string
  /** Hex. */
  readonly nonce: string
  /** Of the plaintext: byte number i is 7 i mod 256. */
  readonly size: number
  /** What a sealer is given; absent where no honest sealer writes such a file. */
  readonly record?: SealRecord
  /** The stanzas of records that are in the file. */
  readonly stanzas: readonly { readonly arguments: readonly string[]; readonly text: string }[]
  readonly sealed: { readonly size: number; readonly sha256: string; readonly base64?: string }
  readonly reader: 'intact' | 'no record' | 'damaged'
}

export const readFormatVectors = (text: string): readonly FormatVector[] =>
  (JSON.parse(text) as { readonly vectors: readonly FormatVector[] }).vectors

/** The rule of FORMAT.md: no private key stands in the vectors. */
const secretOf = async (label: string): Promise<Bytes> => {
  const text = new TextEncoder().encode(`sealdrop.dev/test ${label}`)
  return new Uint8Array(await crypto.subtle.digest('SHA-256', text))
}

/** The private key of test recipient 1, 2 or 3. */
const scalarOf = (which: number): Promise<Bytes> => secretOf(`identity ${which}`)
export const identityOf = async (which: number): Promise<string> =>
  identityText(await scalarOf(which))
/** The ephemeral private key for a vector's recipient 1, 2 or 3. */
const ephemeralOf = (vector: string, which: number): Promise<Bytes> =>
  secretOf(`ephemeral ${vector} ${which}`)

export const plaintextOf = (size: number): Bytes =>
  Uint8Array.from({ length: size }, (_, at) => (7 * at) % 256)

type Ingredients = Pick<FormatVector, 'name' | 'recipients' | 'fileKey' | 'nonce' | 'record'> &
  Partial<Pick<FormatVector, 'stanzas'>>

/** Seals with the encoder's own functions and the vector's keys. */
export const sealVector = async (
  { name, recipients, record, stanzas = [], ...hexes }: Ingredients,
  plaintext: Bytes,
  makeAead: Backend,
): Promise<Bytes> => {
  const fileKey = fromHex(hexes.fileKey)
  const wrapped = recipients.map(async (recipient, at) => {
    const ephemeral = await keyPairOf(await ephemeralOf(name, at + 1))
    return wrapWith(ephemeral, fileKey, readRecipient(recipient).key, makeAead)
  })
  const records = record
    ? [recordStanza(record, fileKey, makeAead)]
    : stanzas.map(({ arguments: args, text }) => forgeRecord({ args, text }, fileKey, makeAead))
  const all = await Promise.all([...wrapped, ...records])
  return assemble(all, fileKey, fromHex(hexes.nonce), plaintext, makeAead)
}
