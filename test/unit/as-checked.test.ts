import { describe, expect, it } from 'vitest'
import { backgroundJob } from '../../src/core/abort.ts'
import type { Reading, ReadPiece } from '../../src/core/contracts.ts'
import { readingKey, tagOf } from '../../src/core/reading.ts'
import { hashBlob } from '../../src/digest/hash.ts'
import { examine } from '../../src/intake/content/walk.ts'
import { generateIdentity, recipientOf } from '../../src/open/index.ts'
import { noble } from '../../src/seal/schemes/age/aead.ts'
import { sealPayload } from '../../src/seal/schemes/age/payload.ts'
import { compareWith } from '../../src/seal/schemes/as-checked.ts'
import { bodyInMemory } from '../../src/seal/schemes/body.ts'
import { didwwScheme } from '../../src/seal/schemes/didww.ts'
import { noneScheme } from '../../src/seal/schemes/none.ts'
import { ageScheme } from '../age/scheme.ts'
import { sample } from './intake-build.ts'
import { rsaKey } from './rsa-key.ts'

const MIB = 1024 * 1024
const CHANGED = { code: 'changed' }
const recipients = [await recipientOf(await generateIdentity())]
const publicKeys = [rsaKey(), rsaKey()] as const
const plainOf = (bytes: Uint8Array<ArrayBuffer>, read: Reading) => ({
  blob: new Blob([bytes]),
  name: 'a',
  type: 'a/b',
  remarks: [],
  reading: read,
})
const seals = {
  age: (bytes: Uint8Array<ArrayBuffer>, read: Reading) =>
    ageScheme.seal(plainOf(bytes, read), { scheme: 'age', recipients }, backgroundJob),
  didww: (bytes: Uint8Array<ArrayBuffer>, read: Reading) =>
    didwwScheme.seal(plainOf(bytes, read), { scheme: 'didww', publicKeys }, backgroundJob),
  none: (bytes: Uint8Array<ArrayBuffer>, read: Reading) =>
    noneScheme(hashBlob).seal(
      plainOf(bytes, read),
      { scheme: 'none', because: 'a test' },
      backgroundJob,
    ),
}
const readOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<Reading> =>
  (await examine(new Blob([bytes]), backgroundJob)).reading

const flipped = (bytes: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> => {
  const other = bytes.slice()
  other[at] = (other[at] ?? 0) ^ 1
  return other
}

/** A whole PDF of more than the walk reads. */
const largePdf = (): Uint8Array<ArrayBuffer> => {
  const pdf = sample('pdf/doc_1_3_pages.pdf')
  const end = Buffer.from(pdf).lastIndexOf('startxref')
  const padded = new Uint8Array(pdf.length + MIB).fill(10)
  padded.set(pdf.subarray(0, end))
  padded.set(pdf.subarray(end), end + MIB)
  return padded
}

describe.each(Object.entries(seals))('sealed with %s', (_name, seal) => {
  it.each(['pdf/doc_1_3_pages.pdf', 'jpg/DSCN0010.jpg', 'png/basn3p08.png'])(
    '%s goes through as it was checked, and with any byte changed it does not',
    async path => {
      const bytes = sample(path)
      const read = await readOf(bytes)
      await expect(seal(bytes, read)).resolves.toMatchObject({ facts: {} })
      for (const at of [0, 1, bytes.length >> 1, bytes.length - 1])
        await expect(seal(flipped(bytes, at), read)).rejects.toMatchObject(CHANGED)
    },
  )

  it('a large PDF does not go through where a byte that was looked at is another one', async () => {
    const bytes = largePdf()
    const read = await readOf(bytes)
    expect(read.pieces.every(({ length }) => length < bytes.length)).toBe(true)
    await expect(seal(bytes, read)).resolves.toMatchObject({ facts: {} })
    for (const { at, length } of read.pieces)
      for (const byte of [at, at + length - 1])
        await expect(seal(flipped(bytes, byte), read)).rejects.toMatchObject(CHANGED)
  })

  it('a file that is shorter than what was read does not go through', async () => {
    const bytes = largePdf()
    const read = await readOf(bytes)
    await expect(seal(bytes.slice(0, -1), read)).rejects.toMatchObject(CHANGED)
  })

  it('what was read twice, each time otherwise, goes through with neither', async () => {
    const [first, second] = [sample('pdf/doc_1_3_pages.pdf'), largePdf().slice(0, 70_000)]
    const { key, pieces } = await readOf(first)
    const imported = await readingKey(key)
    const tag = await tagOf(imported, 0, second)
    const both = { key, pieces: [...pieces, { at: 0, length: second.length, tag }] }
    await expect(seal(second, both)).rejects.toMatchObject(CHANGED)
  })
})

describe('read first and encrypted while the rest is read', () => {
  it('is what the whole begins with, or the file is not sealed', async () => {
    const before = new Uint8Array(3 * 65_536 + 5).fill(1)
    const blob = new Blob([before])
    blob.slice = (from, to) => new Blob([flipped(before, 65_535)]).slice(from, to)
    const aead = await noble(new Uint8Array(32))
    await expect(
      sealPayload(blob, aead, bodyInMemory(), backgroundJob, 65_536),
    ).rejects.toMatchObject(CHANGED)
  })
})

describe('what goes by bit by bit', async () => {
  const bytes = Uint8Array.from({ length: 100 }, (_, at) => at)
  const key = new Uint8Array(16).fill(7)
  const imported = await readingKey(key)
  const piece = async (at: number, length: number): Promise<ReadPiece> => ({
    at,
    length,
    tag: await tagOf(imported, at, bytes.slice(at, at + length)),
  })
  const go = async (pieces: readonly ReadPiece[], step: number, given = bytes): Promise<void> => {
    const comparison = compareWith({ key, pieces })
    for (let at = 0; at < given.length; at += step) {
      const bit = given.slice(at, at + step)
      await comparison.see(at, bit)
      // As memory that is used again is overwritten.
      bit.fill(255)
    }
    comparison.end()
  }

  it.each([1, 7, 10, 33, 100])('is compared, %i bytes at a time', async step => {
    const pieces = await Promise.all([piece(0, 10), piece(5, 50), piece(9, 1), piece(54, 46)])
    await go(pieces, step)
    await go(pieces.toReversed(), step)
    for (const at of [0, 9, 10, 54, 55, 99])
      await expect(go(pieces, step, flipped(bytes, at))).rejects.toMatchObject(CHANGED)
    await expect(go(pieces, step, bytes.slice(0, 99))).rejects.toMatchObject(CHANGED)
  })

  it('is not found at another place', async () => {
    const same = new Uint8Array(100)
    const { tag } = { tag: await tagOf(imported, 0, same.slice(0, 10)) }
    await go([{ at: 0, length: 10, tag }], 100, same)
    await expect(go([{ at: 10, length: 10, tag }], 100, same)).rejects.toMatchObject(CHANGED)
  })

  it('is nothing to compare where nothing was checked', async () => {
    const comparison = compareWith(undefined)
    await comparison.see(0, bytes)
    comparison.end()
  })
})

describe('over 64 MiB', { timeout: 60_000 }, () => {
  /** Its scan goes on and on: all of it is read. */
  const picture = (): Uint8Array<ArrayBuffer> => {
    const scan = new Uint8Array(65 * MIB).fill(1)
    const photo = sample('jpg/DSCN0010.jpg')
    scan.set(photo.subarray(0, -2))
    scan.set(photo.subarray(-2), scan.length - 2)
    return scan
  }

  it('a picture is compared slice by slice, also where no slice was read alone', async () => {
    const bytes = picture()
    const read = await readOf(bytes)
    expect(Math.max(...read.pieces.map(({ length }) => length))).toBe(MIB / 4)
    const aead = async (): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(0)
    const seal = (given: Uint8Array<ArrayBuffer>) =>
      sealPayload(new Blob([given]), aead, bodyInMemory(), backgroundJob, undefined, read)
    await seal(bytes)
    await expect(seal(flipped(bytes, 33 * MIB))).rejects.toMatchObject(CHANGED)
    await expect(seals.none(flipped(bytes, 8 * MIB), read)).rejects.toMatchObject(CHANGED)
  })
})
