import { deflateSync } from 'node:zlib'
import { pngAround } from '../../drawn-png.ts'
import type { Marked } from './scene.ts'

const [WIDTH, HEIGHT] = [2_000, 1_500] as const

/** A marker as pixels: three of its letters are the colours of one. */
const pixelsOf = (marker: string, isBlueFirst: boolean): Buffer => {
  const letters = Buffer.from(marker, 'latin1')
  const pixels = Array.from({ length: Math.floor(letters.length / 3) }, (_, n) => {
    const colours = [...letters.subarray(3 * n, 3 * n + 3)]
    return [...(isBlueFirst ? colours.reverse() : colours), 255]
  })
  return Buffer.from(pixels.flat())
}

/** A PNG with a marker in its first row and one in its last, as a browser has them in memory once they are decoded. */
export const markedPicture = async (begin: string, end: string): Promise<Marked> => {
  const row = 1 + 3 * WIDTH
  const rows = Buffer.alloc(row * HEIGHT)
  for (let at = 0; at < rows.length; at++) rows[at] = at % row === 0 ? 0 : (at * 7) % 251
  rows.write(begin, 1)
  rows.write(end, row * (HEIGHT - 1) + 1)
  return {
    suffix: 'png',
    // Not compressed: its letters are to be found in the file, too.
    bytes: pngAround(WIDTH, HEIGHT, deflateSync(rows, { level: 0 })),
    secrets: {
      'its first pixels': pixelsOf(begin, false),
      'its last pixels': pixelsOf(end, false),
      'its first pixels, blue first': pixelsOf(begin, true),
    },
  }
}
