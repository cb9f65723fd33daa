import { describe, expect, it } from 'vitest'
import { crc32 } from '../../src/intake/content/crc32.ts'
import {
  bytes,
  chunk,
  gpsTiff,
  idat,
  iend,
  ihdr,
  png,
  pngSignature,
  u32,
  walk,
  zeros,
} from './intake-build.ts'

const whole = { format: 'PNG', type: 'image/png', remarks: [] }

describe('CRC-32', () => {
  it.each([
    ['', 0],
    ['1', 0x83dcefb7],
    ['12345678', 0x9ae0daaf],
    ['123456789', 0xcbf43926],
    ['The quick brown fox jumps over the lazy dog', 0x414fa339],
  ])('of %j is %i', (text, sum) => expect(crc32(bytes(text))).toBe(sum))

  it('is the same in one step and in many', () => {
    const all = Uint8Array.from({ length: 100 }, (_, i) => i * 37)
    for (let cut = 0; cut <= 100; cut++)
      expect(crc32(all.subarray(cut), crc32(all.subarray(0, cut)))).toBe(crc32(all))
  })
})

describe('a PNG is whole', () => {
  it.each([
    ['with the least chunks', png()],
    [
      'with several images, as an animation has',
      png(chunk('acTL', zeros(8)), chunk('fcTL', zeros(26)), idat, chunk('fdAT', zeros(9))),
    ],
    ['with a spoilt ancillary chunk', png(chunk('tEXt', bytes('Comment'), 1))],
    ['with an empty image chunk', png(chunk('IDAT'))],
    ['with 2,048 bytes behind its end', bytes(png(), zeros(2048))],
  ])('%s', async (_, content) => {
    expect(await walk(content)).toEqual(whole)
  })

  it('with more behind its end, which gets a remark', async () => {
    expect(await walk(bytes(png(), zeros(2049)))).toEqual({ ...whole, remarks: ['trailing-data'] })
  })
})

/** A PNG of one pixel with these fields in its header, and no palette. */
const headed = (width: number, height: number, ...fields: number[]) =>
  bytes(pngSignature, chunk('IHDR', bytes(u32(width), u32(height), ...fields)), idat, iend)

describe('a PNG is let through as one that no browser shows', () => {
  it.each([
    ['with an empty image', bytes(pngSignature, ihdr, chunk('IDAT'), chunk('IDAT'), iend)],
    ['without width', headed(0, 1, 8, 0, 0, 0, 0)],
    ['without height', headed(1, 0, 8, 0, 0, 0, 0)],
    ['wider than the format can be', headed(0x8000_0000, 1, 8, 0, 0, 0, 0)],
    ['higher than the format can be', headed(1, 0xffff_ffff, 8, 0, 0, 0, 0)],
    ['of no bits', headed(1, 1, 0, 2, 0, 0, 0)],
    ['of two bits a sample in colours', headed(1, 1, 2, 2, 0, 0, 0)],
    ['of 16 bits a sample with a palette', headed(1, 1, 16, 3, 0, 0, 0)],
    ['of an unknown colour type', headed(1, 1, 8, 1, 0, 0, 0)],
    ['of an unknown compression', headed(1, 1, 8, 0, 1, 0, 0)],
    ['of an unknown filter', headed(1, 1, 8, 0, 0, 1, 0)],
    ['of an unknown interlacing', headed(1, 1, 8, 0, 0, 0, 2)],
  ])('%s', async (_, content) => {
    expect(await walk(content)).toEqual({ ...whole, remarks: ['not-shown'] })
  })

  it.each([
    [0, [1, 2, 4, 8, 16]],
    [2, [8, 16]],
    [3, [1, 2, 4, 8]],
    [4, [8, 16]],
    [6, [8, 16]],
  ])('but not of colour type %i with %j bits', async (colours, depths) => {
    for (let bits = 0; bits <= 17; bits++) {
      const { remarks } = await walk(headed(0x7fff_ffff, 1, bits, colours, 0, 0, 1))
      expect(remarks).toEqual(depths.includes(bits) ? [] : ['not-shown'])
    }
  })
})

describe('a PNG is damaged', () => {
  it.each([
    ['when only the signature is left', bytes(pngSignature)],
    ['when cut within the signature', bytes(pngSignature.subarray(0, 5))],
    ['when only its first byte is left', bytes(0x89)],
    ['when sent as text', bytes('\x89PNG\n\x1a\n', ihdr, idat, iend)],
    [
      'with a signature of which one byte was changed',
      bytes('\x89PNG\r\n\x1a\r', ihdr, idat, iend),
    ],
    ['without its head', bytes(pngSignature, chunk('IDAT', zeros(13)), idat, iend)],
    ['with a head of another length', bytes(pngSignature, chunk('IHDR', zeros(12)), idat, iend)],
    ['without an image', bytes(pngSignature, ihdr, iend)],
    ['without an end', bytes(pngSignature, ihdr, idat)],
    ['when the last byte is missing', png().subarray(0, -1)],
    ['with a wrong CRC of its palette', png(chunk('PLTE', zeros(3), 1))],
    ['with a wrong CRC of its end', bytes(pngSignature, ihdr, idat, chunk('IEND', bytes(), 0))],
    [
      'with a chunk that is longer than the file',
      bytes(pngSignature, ihdr, u32(1000), 'IDAT', zeros(500)),
    ],
    [
      'with a chunk over the format’s limit',
      bytes(pngSignature, ihdr, u32(0x8000_0000), 'tEXt', zeros(500)),
    ],
    ['with a chunk whose type is no word', png(chunk('ID T'))],
  ])('%s', async (_, content) => {
    const { format, damage } = await walk(Uint8Array.from(content))
    expect(format).toBe('PNG')
    expect(damage).toBeTypeOf('string')
  })
})

describe('a PNG’s eXIf chunk', () => {
  it.each([
    ['with a latitude', gpsTiff(false, [2]), ['location-data']],
    [
      'with a latitude, in the form that JPEG has',
      bytes('Exif\0\0', gpsTiff(true, [2])),
      ['location-data'],
    ],
    ['without a latitude', gpsTiff(true, [1]), []],
    ['of nothing', bytes(), []],
  ])('%s gives %j', async (_, tiff, remarks) => {
    expect(await walk(png(chunk('eXIf', tiff)))).toEqual({ ...whole, remarks })
  })
})

describe('a PNG’s XMP', () => {
  const packet = (words: string) => chunk('iTXt', bytes('XML:com.adobe.xmp\0\0\0\0\0', words))
  it.each([
    ['with a latitude', '<x exif:GPSLatitude="52,30.0N"/>', ['location-data']],
    ['without one', '<x exif:GPSVersionID="2.2.0.0"/>', []],
  ])('%s gives %j', async (_, words, remarks) => {
    expect(await walk(png(packet(words)))).toEqual({ ...whole, remarks })
  })
})
