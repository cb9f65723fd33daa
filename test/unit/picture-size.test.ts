import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inTurn } from '../../src/pictures/decode.ts'
import { pictureSize } from '../../src/pictures/picture-size.ts'
import { pngAround } from '../drawn-png.ts'

const JPEG = 'image/jpeg'
const samples = join(import.meta.dirname, '..', 'samples')

const jpeg = (...parts: readonly (readonly number[])[]): Blob =>
  new Blob([Uint8Array.from([0xff, 0xd8, ...parts.flat()])])
const segment = (code: number, length: number): readonly number[] => [
  0xff,
  code,
  length >> 8,
  length & 255,
  ...Array(Math.max(0, length - 2)).fill(0xff),
]
/** A frame of 640 by 480. */
const frame = (code = 0xc0): readonly number[] => [0xff, code, 0, 8, 8, 1, 0xe0, 2, 0x80, 3]
const SIZE = { width: 640, height: 480 }

test.each([
  ['the frame first', jpeg(frame())],
  ['progressive', jpeg(frame(0xc2))],
  ['behind tables and EXIF', jpeg(segment(0xe1, 5_000), segment(0xdb, 67), frame())],
  ['behind more than is read at once', jpeg(segment(0xe2, 65_535), segment(0xe2, 65_000), frame())],
  ['a frame across what is read at once', jpeg(segment(0xe2, 65_528), frame())],
  ['fill bytes and junk between', jpeg([7, 8, 9], [0xff, 0xff], frame())],
  ['a Huffman table, whose code lies among the frames', jpeg(segment(0xc4, 30), frame())],
])('the size of a JPEG is found: %s', async (_, file) => {
  expect(await pictureSize(file, JPEG)).toEqual(SIZE)
})

test.each([
  ['nothing', new Blob([])],
  ['no frame before the scan', jpeg(segment(0xda, 12), frame())],
  ['cut within the frame', jpeg(frame().slice(0, 8))],
  ['a segment longer than the file', jpeg(segment(0xe1, 60_000).slice(0, 90))],
  ['a length of nothing, again and again', jpeg(...Array(5_000).fill([0xff, 0xe1, 0, 0]))],
  ['nothing but junk', new Blob([new Uint8Array(3_000_000)])],
])('of a JPEG without a size nobody guesses one: %s', async (_, file) => {
  expect(await pictureSize(file, JPEG)).toBeUndefined()
})

test('the size of a PNG is what its header says, however large', async () => {
  const png = new Blob([new Uint8Array(pngAround(30_000, 20_000, Buffer.alloc(4)))])
  expect(await pictureSize(png, 'image/png')).toEqual({ width: 30_000, height: 20_000 })
  expect(await pictureSize(png.slice(0, 20), 'image/png')).toBeUndefined()
})

test('what is no picture has no size', async () => {
  expect(await pictureSize(jpeg(frame()), 'application/pdf')).toBeUndefined()
})

test('of every photo among the samples the size is known, but of the one without a frame', async () => {
  const names = await readdir(join(samples, 'jpg'))
  const unknown: string[] = []
  for (const name of names) {
    const file = new Blob([new Uint8Array(await readFile(join(samples, 'jpg', name)))])
    if (!(await pictureSize(file, JPEG))) unknown.push(name)
  }
  expect(unknown).toEqual(['no-frame.jpg'])
})

test('one is decoded at a time, in the order they were asked for, also after one that failed', async () => {
  const log: string[] = []
  const work = (name: string, fails: boolean) => async (): Promise<string> => {
    log.push(`${name} begins`)
    await new Promise(resolve => setImmediate(resolve))
    log.push(`${name} ends`)
    if (fails) throw new Error(name)
    return name
  }
  const all = await Promise.allSettled([
    inTurn(work('first', false)),
    inTurn(work('second', true)),
    inTurn(work('third', false)),
  ])
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(log).toEqual(
    ['first', 'second', 'third'].flatMap(name => [`${name} begins`, `${name} ends`]),
  )
})
