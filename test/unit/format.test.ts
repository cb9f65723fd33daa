import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Decrypter } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { open } from '../../src/open/index.ts'
import { noble } from '../../src/seal/schemes/age/aead.ts'
import { sealedSize } from '../../src/seal/size.ts'
import { recipientText } from '../age/bech32.ts'
import {
  type FormatVector,
  identityOf,
  plaintextOf,
  readFormatVectors,
  sealVector,
} from '../age/format-vectors.ts'
import { recipientBytes, sealByOpenssl } from './openssl-age.ts'

const path = new URL('../vectors/format/vectors.json', import.meta.url)
const vectors = readFormatVectors(readFileSync(path, 'utf8')).map(
  vector => [vector.name, vector] as const,
)

const summary = (bytes: Uint8Array): FormatVector['sealed'] => ({
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  ...(bytes.length < 4000 && { base64: Buffer.from(bytes).toString('base64') }),
})
const sealed = (vector: FormatVector): Uint8Array<ArrayBuffer> =>
  new Uint8Array(sealByOpenssl(vector))

describe('the format’s test vectors', { timeout: 60_000 }, () => {
  it('are for sealers and for readers, of every verdict, each of its own name', () => {
    const count = (verdict: string): number =>
      vectors.filter(([, { reader }]) => reader === verdict).length
    expect(['intact', 'no record', 'damaged'].map(count)).toEqual([8, 2, 10])
    expect(vectors.filter(([, { record }]) => record).length).toBe(7)
    expect(new Set(vectors.map(([name]) => name)).size).toBe(vectors.length)
  })

  it('hold no private key: every recipient follows from the rule', () => {
    const recipients = [1, 2, 3].map(which => recipientText(recipientBytes(which)))
    for (const [, vector] of vectors)
      expect(vector.recipients).toEqual(recipients.slice(0, vector.recipients.length))
    expect(readFileSync(path, 'utf8')).not.toMatch(/secret-key|private/i)
  })

  it.each(vectors)('%s: OpenSSL makes it by the words of FORMAT.md', (_, vector) => {
    expect(summary(sealByOpenssl(vector))).toEqual(vector.sealed)
  })

  it.each(vectors)('%s: the encoder makes the same bytes', async (_, vector) => {
    const bytes = await sealVector(vector, plaintextOf(vector.size), noble)
    expect(summary(bytes)).toEqual(vector.sealed)
    if (vector.record)
      expect(bytes.length).toBe(
        sealedSize(vector.size, { scheme: 'age', recipients: vector.recipients }),
      )
  })

  it.each(vectors)('%s: the reader’s verdict, with every identity', async (_, vector) => {
    for (const [at] of vector.recipients.entries()) {
      const opening = open(new Blob([sealed(vector)]), await identityOf(at + 1))
      if (vector.reader === 'damaged') {
        await expect(opening).rejects.toMatchObject({ name: 'SealDropError', code: 'damaged' })
        continue
      }
      const { file, intact, record } = await opening
      const opened = Buffer.from(await file.arrayBuffer())
      expect(opened.equals(plaintextOf(vector.size))).toBe(true)
      expect(intact).toBe(vector.reader === 'intact')
      if (intact) expect(JSON.parse(vector.stanzas[0]?.text ?? '')).toMatchObject(record ?? {})
      else expect(record).toBeUndefined()
    }
  })

  it.each(vectors)('%s: another age client opens it to the original', async (_, vector) => {
    for (const [at] of vector.recipients.entries()) {
      const decrypter = new Decrypter()
      decrypter.addIdentity(await identityOf(at + 1))
      const opened = Buffer.from(await decrypter.decrypt(sealed(vector)))
      expect(opened.equals(plaintextOf(vector.size))).toBe(true)
    }
  })

  it.each(vectors)('%s: is for nobody else', async (_, vector) => {
    const stranger = await identityOf(vector.recipients.length + 1)
    await expect(open(new Blob([sealed(vector)]), stranger)).rejects.toMatchObject({
      code: 'no-identity',
    })
  })
})
