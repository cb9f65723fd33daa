import { fromHex } from '../../src/core/bytes.ts'
import type { Bytes } from './forge.ts'

/** What Wycheproof says of a vector. `acceptable`: for X25519, keys off the curve or of low order; for P-256, a compressed point. */
type Result = 'valid' | 'invalid' | 'acceptable'

interface Vector {
  readonly tcId: number
  readonly result: Result
  readonly flags: readonly string[]
  /** Bytes asked for, of HKDF. */
  readonly size?: number
}
/** The files of `test/vectors/wycheproof`, and which of their fields are bytes. */
const FIELDS = {
  chacha20_poly1305: ['key', 'iv', 'aad', 'msg', 'ct', 'tag'],
  hkdf_sha256: ['ikm', 'salt', 'info', 'okm'],
  hmac_sha256: ['key', 'msg', 'tag'],
  x25519: ['public', 'private', 'shared'],
  ecdh_secp256r1_ecpoint: ['public', 'private', 'shared'],
} as const

export type Name = keyof typeof FIELDS
export type Read<File extends Name> = Vector & {
  readonly [Field in (typeof FIELDS)[File][number]]: Bytes
}

export const fileOf = (name: Name): string => `vectors/wycheproof/${name}_test.json`

/** All vectors of a file, their hex as bytes. Throws where it has not as many as it says. */
export const readWycheproof = <File extends Name>(
  name: File,
  text: string,
): readonly Read<File>[] => {
  const { numberOfTests, testGroups } = JSON.parse(text) as {
    readonly numberOfTests: number
    readonly testGroups: readonly { readonly tests: readonly (Vector & Record<string, string>)[] }[]
  }
  const vectors = testGroups.flatMap(({ tests }) => tests)
  if (vectors.length === 0 || vectors.length !== numberOfTests)
    throw new Error(`${name} has ${vectors.length} vectors, not ${numberOfTests}.`)
  return vectors.map(vector => {
    const bytes = FIELDS[name].map(field => [field, fromHex(vector[field] ?? '')])
    return { ...vector, ...Object.fromEntries(bytes) } as Read<File>
  })
}
