import { deflateSync } from 'node:zlib'
import { crc32 } from '../src/intake/content/crc32.ts'

const chunk = (type: string, content: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(body, 0))
  return Buffer.concat([length, body, sum])
}

/** Eight bits of red, green and blue for each pixel; one bit of grey (PNG, 11.2.1). */
const DEPTHS = { colours: [8, 2], bits: [1, 0] } as const

/** A PNG around pixel data as it is: whole as far as its chunks go, whatever is in it. */
export const pngAround = (
  width: number,
  height: number,
  pixels: Uint8Array,
  depth: keyof typeof DEPTHS = 'colours',
): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set(DEPTHS[depth], 8)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A PNG of red, green and blue, 0 to 255, as a function says for each pixel. */
export const drawnPng = (
  width: number,
  height: number,
  colour: (x: number, y: number) => readonly [number, number, number],
): Buffer => {
  const rows = Array.from({ length: height }, (_, y) => [
    0,
    ...Array.from({ length: width }, (_, x) => colour(x, y)).flat(),
  ])
  return pngAround(width, height, deflateSync(Uint8Array.from(rows.flat())))
}
