import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bytes, chunk, gpsTiff, jpeg, png, segment } from '../unit/intake-build.ts'
import type { Bytes } from './mutate.ts'

export interface Sample {
  readonly name: string
  readonly bytes: Bytes
}

/** Larger ones are walked by other tests: here a case must be quick. */
const MOST_BYTES = 200_000

const realFiles = (folder: string): Sample[] => {
  const path = join(process.cwd(), 'test/samples', folder)
  return readdirSync(path)
    .sort()
    .map(name => ({ name, bytes: new Uint8Array(readFileSync(join(path, name))) }))
    .filter(({ bytes }) => bytes.length <= MOST_BYTES)
}

const text = (words: string): Bytes => new Uint8Array(Buffer.from(words, 'latin1'))

/** Put together here, for what no real sample has. */
export const BUILT = 'with metadata'

export const pngs: readonly Sample[] = [
  ...realFiles('png').filter(({ name }) => name !== 'badcrc.png'),
  {
    name: BUILT,
    bytes: png(
      chunk('gAMA', bytes(0, 0, 0xb1, 0x8f)),
      chunk('tEXt', text('Title\0A picture')),
      chunk('eXIf', gpsTiff(true, [1, 2])),
      chunk('tIME', bytes(7, 230, 1, 1, 0, 0, 0)),
    ),
  },
]

export const jpegs: readonly Sample[] = [
  ...realFiles('jpg'),
  {
    name: BUILT,
    bytes: jpeg(
      segment(0xe0, text('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')),
      segment(0xe1, bytes('Exif\0\0', gpsTiff(false, [2]))),
      segment(0xfe, text('a comment')),
      segment(0xe2, text('ICC_PROFILE\0\x01\x01')),
    ),
  },
]

export const pdfs: readonly Sample[] = realFiles('pdf')
