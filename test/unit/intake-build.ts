import { readFileSync } from 'node:fs'
import { backgroundJob } from '../../src/core/abort.ts'
import type { Content, Job } from '../../src/core/contracts.ts'
import { crc32 } from '../../src/intake/content/crc32.ts'
import { walkContent } from '../../src/intake/content/walk.ts'

/** Bytes from text (one byte per character), numbers and other bytes. */
export const bytes = (...parts: (string | number | Uint8Array)[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    Buffer.concat(
      parts.map(part => {
        if (typeof part === 'number') return Uint8Array.of(part)
        return typeof part === 'string' ? Buffer.from(part, 'latin1') : part
      }),
    ),
  )

/** `count` zeros: bytes that mean nothing to any format. */
export const zeros = (count: number): Uint8Array => new Uint8Array(count)

export const u16 = (value: number, little = false): Uint8Array => {
  const both = Uint8Array.of((value >> 8) & 255, value & 255)
  return little ? both.reverse() : both
}

export const u32 = (value: number, little = false): Uint8Array => {
  const four = Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255)
  return little ? four.reverse() : four
}

export const sample = (path: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(readFileSync(new URL(`../samples/${path}`, import.meta.url)))

export const walk = (
  content: Uint8Array<ArrayBuffer> | Blob,
  job: Job = backgroundJob,
): Promise<Content> => walkContent(content instanceof Blob ? content : new Blob([content]), job)

/** One JPEG segment; its length is counted unless given. */
export const segment = (
  code: number,
  body: Uint8Array,
  length: number = body.length + 2,
): Uint8Array => bytes(0xff, code, u16(length), body)

export const soi: Uint8Array = bytes(0xff, 0xd8)
export const eoi: Uint8Array = bytes(0xff, 0xd9)
export const frame: Uint8Array = segment(0xc0, bytes(8, u16(8), u16(8), 1, 1, 0x11, 0))
/** A scan of one component, with a stuffed zero and a restart in its data. */
export const scan: Uint8Array = bytes(
  segment(0xda, bytes(1, 1, 0, 0, 63, 0)),
  bytes('data', 0xff, 0, 'data', 0xff, 0xd0, 'data'),
)

/** The smallest JPEG that a walk accepts, with more segments before its frame where given. */
export const jpeg = (...segments: Uint8Array[]): Uint8Array<ArrayBuffer> =>
  bytes(soi, ...segments, frame, scan, eoi)

/** A TIFF structure whose first directory points to a GPS directory with these tags. */
export const gpsTiff = (little: boolean, tags: readonly number[], gpsOffset = 26): Uint8Array => {
  const entry = (tag: number, value: number) =>
    bytes(u16(tag, little), u16(4, little), u32(1, little), u32(value, little))
  return bytes(
    little ? 'II' : 'MM',
    u16(42, little),
    u32(8, little),
    bytes(u16(1, little), entry(0x8825, gpsOffset), u32(0, little)),
    bytes(u16(tags.length, little), ...tags.map(tag => entry(tag, 0)), u32(0, little)),
  )
}

/** One PNG chunk; its CRC is right unless given. */
export const chunk = (type: string, body: Uint8Array = bytes(), crc?: number): Uint8Array => {
  const summed = bytes(type, body)
  return bytes(u32(body.length), summed, u32(crc ?? crc32(summed)))
}

export const pngSignature: Uint8Array = bytes('\x89PNG\r\n\x1a\n')
export const ihdr: Uint8Array = chunk('IHDR', bytes(u32(1), u32(1), 8, 0, 0, 0, 0))
export const idat: Uint8Array = chunk('IDAT', bytes('not deflated'))
export const iend: Uint8Array = chunk('IEND')

/** The smallest PNG that a walk accepts, with more chunks before its image where given. */
export const png = (...chunks: Uint8Array[]): Uint8Array<ArrayBuffer> =>
  bytes(pngSignature, ihdr, ...chunks, idat, iend)
