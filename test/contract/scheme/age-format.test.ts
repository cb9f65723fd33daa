import { describe, expect, it } from 'vitest'
import { hex } from '../../../src/core/bytes.ts'
import { open } from '../../../src/open/index.ts'
import { backend, native, noble } from '../../../src/seal/schemes/age/aead.ts'
import { identityOf, plaintextOf, readFormatVectors, sealVector } from '../../age/format-vectors.ts'
import { hasNativeCipher } from '../../age/native-cipher.ts'
import { readTestFile } from '../../contract-tools.ts'
import { bytesOf } from '../transport.ts'

const text = new TextDecoder().decode(await readTestFile('vectors/format/vectors.json'))
const vectors = readFormatVectors(text)

const hasNative = await hasNativeCipher()
const ways = hasNative ? ({ native, noble } as const) : ({ noble } as const)

const MIB = 1024 * 1024
const sizes = [0, 1, 65_535, 65_536, 65_537, 131_072, 131_073, 5 * MIB]

/** Not toEqual: it takes seconds over megabytes. */
const firstDifference = (a: Uint8Array, b: Uint8Array): number =>
  a.length === b.length ? a.findIndex((byte, at) => byte !== b[at]) : Math.min(a.length, b.length)

describe(`age’s seal with the same keys, ${hasNative ? 'this browser has the cipher' : 'a browser without the cipher'}`, () => {
  it('uses the browser’s own cipher where there is one', async () => {
    expect(await backend()).toBe(hasNative ? native : noble)
  })

  for (const [way, makeAead] of Object.entries(ways))
    it.each(vectors)(`$name: the published bytes (${way})`, async vector => {
      const bytes = await sealVector(vector, plaintextOf(vector.size), makeAead)
      const sha256 = hex(await crypto.subtle.digest('SHA-256', bytes))
      expect({ size: bytes.length, sha256 }).toEqual({
        size: vector.sealed.size,
        sha256: vector.sealed.sha256,
      })
      const opening = open(new Blob([bytes]), await identityOf(1))
      if (vector.reader === 'damaged')
        await expect(opening).rejects.toMatchObject({ name: 'SealDropError', code: 'damaged' })
      else expect((await opening).intact).toBe(vector.reader === 'intact')
    })

  it('has vectors to compare with', () => {
    expect(vectors.length).toBe(20)
  })

  it.each(sizes)(
    hasNative
      ? 'is the same from the browser’s cipher and from JavaScript’s, and opens: %i bytes'
      : 'comes from JavaScript alone, there being no other cipher, and opens: %i bytes',
    async size => {
      const model = vectors.find(({ name }) => name === 'three-recipients')
      if (!model?.record) return expect.unreachable()
      const plaintext = bytesOf(size)
      const sha256 = hex(await crypto.subtle.digest('SHA-256', plaintext))
      const vector = { ...model, record: { ...model.record, size, sha256 } }
      const sealing = Object.values(ways).map(way => sealVector(vector, plaintext, way))
      const [sealed, ...others] = await Promise.all(sealing)
      if (!sealed) return expect.unreachable()
      expect(others.length).toBe(hasNative ? 1 : 0)
      expect(others.map(other => firstDifference(sealed, other))).toEqual(others.map(() => -1))
      const { file, intact } = await open(new Blob([sealed]), await identityOf(3))
      expect(intact).toBe(true)
      expect(firstDifference(new Uint8Array(await file.arrayBuffer()), plaintext)).toBe(-1)
    },
  )
})
