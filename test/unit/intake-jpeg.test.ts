import { describe, expect, it } from 'vitest'
import {
  bytes,
  eoi,
  frame,
  gpsTiff,
  jpeg,
  scan,
  segment,
  soi,
  u16,
  u32,
  walk,
  zeros,
} from './intake-build.ts'

const exif = (tiff: Uint8Array) => segment(0xe1, bytes('Exif\0\0', tiff))
const whole = { format: 'JPG', type: 'image/jpeg', remarks: [] }
const table = segment(0xc4, zeros(17))

describe('a JPEG is whole', () => {
  it.each([
    ['with one scan', jpeg()],
    ['with several scans and tables between them', bytes(soi, frame, scan, table, scan, scan, eoi)],
    [
      'with fill bytes before its markers',
      bytes(soi, 0xff, 0xff, frame, 0xff, scan, 0xff, 0xff, 0xff, eoi),
    ],
    [
      'with a comment between scans',
      bytes(soi, frame, scan, segment(0xfe, bytes('hello')), scan, eoi),
    ],
    ['with a thumbnail that has an end of its own', jpeg(exif(bytes('MM', zeros(40), jpeg())))],
    [
      'with data behind a restart that looks like a length',
      bytes(soi, frame, scan, 0xff, 0xd0, 0, 4, eoi, 0xff),
    ],
    ['with junk between two segments of its head', bytes(soi, frame, 'junk', scan, eoi)],
    ['with a segment of the greatest length', jpeg(segment(0xe4, zeros(65533)))],
    ['with 2,048 bytes behind its end', bytes(jpeg(), zeros(2048))],
    [
      'with a segment between two scans that holds an end of its own',
      bytes(soi, frame, scan, segment(0xe2, bytes('x', eoi, 'y')), scan, zeros(3000), eoi),
    ],
    [
      'with a second scan whose head holds what looks like an end',
      bytes(soi, frame, scan, segment(0xda, bytes(1, eoi, 0, 63, 0)), zeros(3000), eoi),
    ],
    [
      'where spoilt scan data looks like a marker of no length',
      bytes(soi, frame, scan, 0xff, 0xc4, 0, 1, 'x', eoi),
    ],
    [
      'where it looks like a marker of a great length',
      bytes(soi, frame, scan, 0xff, 0x9f, 0xff, 0xf0, 'x', eoi),
    ],
    [
      'where it looks like a marker that skips the end',
      bytes(soi, frame, scan, 0xff, 0xe9, 0, 6, eoi, 'trailer'),
    ],
    [
      'where it looks like the start of a scan',
      bytes(soi, frame, scan, 0xff, 0xda, 0, 9, 1, eoi, 'trailer'),
    ],
  ])('%s', async (_, content) => {
    expect(await walk(content)).toEqual(whole)
  })

  it('whichever slice its last marker falls in', async () => {
    for (const gap of [-3, -2, -1, 0, 1, 2]) {
      // The walk reads 8 MiB from the first marker that the first 64 KiB do not hold.
      for (const size of [1 << 16, (1 << 16) + (1 << 23), 1 << 23]) {
        const head = bytes(soi, frame, scan)
        const blob = new Blob(
          [head, zeros(size + gap - head.length), eoi].map(p => Uint8Array.from(p)),
        )
        expect(await walk(blob)).toEqual(whole)
      }
    }
  })
})

describe('a JPEG is damaged', () => {
  it.each([
    ['without an end', bytes(soi, frame, scan)],
    ['when only the first half of its end is left', bytes(soi, frame, scan, 0xff)],
    ['without a scan', bytes(soi, frame, eoi)],
    ['when cut in its head', jpeg().subarray(0, 10)],
    [
      'when cut in its thumbnail, behind the thumbnail’s end',
      bytes(soi, exif(bytes(jpeg(), zeros(9))).subarray(0, 60)),
    ],
    [
      'when a segment of its head has no length',
      bytes(soi, segment(0xe0, bytes(), 1), frame, scan, eoi),
    ],
    ['when cut within its signature', bytes(0xff, 0xd8)],
    ['when only its first byte is left', bytes(0xff)],
    ['when the picture close behind it was cut', bytes(jpeg(), 'pad', soi, frame, scan)],
    ['when full of fill bytes', bytes(soi, frame, scan, new Uint8Array(70_000).fill(255))],
  ])('%s', async (_, content) => {
    const { format, damage } = await walk(Uint8Array.from(content))
    expect(format).toBe('JPG')
    expect(damage).toBeTypeOf('string')
  })
})

/** A frame of one component with this kind, precision, height and width. */
const frameOf = (code: number, bits: number, height: number, width: number) =>
  segment(code, bytes(bits, u16(height), u16(width), 1, 1, 0x11, 0))

describe('a JPEG is let through as one that no browser shows', () => {
  it.each([
    ['without a frame', bytes(soi, scan, eoi)],
    ['with its frame behind its scan', bytes(soi, scan, frame, eoi)],
    ['lossless', bytes(soi, frameOf(0xc3, 8, 8, 8), scan, eoi)],
    ['in layers', bytes(soi, frameOf(0xc5, 8, 8, 8), scan, eoi)],
    ['of 12 bits', bytes(soi, frameOf(0xc1, 12, 8, 8), scan, eoi)],
    ['without height', bytes(soi, frameOf(0xc0, 8, 0, 256), scan, eoi)],
    ['without width', bytes(soi, frameOf(0xc0, 8, 256, 0), scan, eoi)],
  ])('%s', async (_, content) => {
    expect(await walk(content)).toEqual({ ...whole, remarks: ['not-shown'] })
  })

  it.each([0xc0, 0xc1, 0xc2, 0xc9, 0xca])('but not with frame %i', async code => {
    expect(await walk(bytes(soi, frameOf(code, 8, 256, 1), scan, eoi))).toEqual(whole)
  })

  it('but not for a second picture, which nobody is shown', async () => {
    expect(await walk(bytes(jpeg(), soi, scan, eoi))).toEqual(whole)
  })
})

describe('behind a JPEG’s end', () => {
  it.each([
    ['2,049 bytes', bytes(jpeg(), zeros(2049)), ['trailing-data']],
    ['a gain map as phones add it', bytes(jpeg(), jpeg(segment(0xe4, zeros(9000)))), []],
    [
      'previews, each close to the last',
      bytes(jpeg(), zeros(2000), jpeg(), zeros(2000), jpeg()),
      [],
    ],
    [
      'a gain map and a video',
      bytes(jpeg(), jpeg(), '\0\0\0\x18ftypmp42', zeros(4000)),
      ['trailing-data'],
    ],
    [
      'what merely starts like a picture',
      bytes(jpeg(), soi, 0xff, 0xe1, 0xff, 0xff, zeros(4000)),
      ['trailing-data'],
    ],
  ])('%s: %j', async (_, content, remarks) => {
    expect(await walk(content)).toEqual({ ...whole, remarks })
  })
})

/** A TIFF structure whose one directory holds this one tag. */
const tiffWith = (tag: number) =>
  bytes('MM\0*', u32(8), u16(1), u16(tag), u16(4), u32(1), u32(0), u32(0))

describe('EXIF', () => {
  it.each([
    ['a latitude, little-endian', gpsTiff(true, [0, 1, 2, 3, 4]), ['location-data']],
    ['a latitude, big-endian', gpsTiff(false, [1, 2]), ['location-data']],
    ['a GPS directory with a version alone', gpsTiff(true, [0]), []],
    ['no entry in its GPS directory', gpsTiff(false, []), []],
    ['a GPS directory behind its end', gpsTiff(true, [2], 0xffff_ffff), []],
    ['a GPS directory that is its own first one', gpsTiff(true, [2], 8), []],
    ['a first directory behind its end', bytes('II*\0', u32(0xffff_fff0, true)), []],
    ['more entries claimed than it holds', bytes('MM\0*', u32(8), u16(65535), zeros(5)), []],
    ['no byte order', bytes('XX\0*', u32(8), zeros(40)), []],
    ['half a byte order', bytes('IM', gpsTiff(true, [2]).subarray(2)), []],
    ['the number of a latitude in its first directory', tiffWith(2), []],
    ['a latitude that ends with the block', gpsTiff(true, [2]).subarray(0, 40), ['location-data']],
    ['a latitude that is cut', gpsTiff(true, [2]).subarray(0, 39), []],
    ['seven bytes', bytes('MM\0*', zeros(3)), []],
    ['nothing', bytes(), []],
  ])('with %s gives %j', async (_, tiff, remarks) => {
    expect(await walk(jpeg(exif(tiff)))).toEqual({ ...whole, remarks })
  })

  it('is not what only begins like it', async () => {
    const photo = jpeg(segment(0xe1, bytes('Exit\0\0', gpsTiff(false, [2]))))
    expect((await walk(photo)).remarks).toEqual([])
  })

  it('is found behind other segments', async () => {
    const photo = jpeg(segment(0xe0, bytes('JFIF\0')), exif(gpsTiff(false, [2])))
    expect((await walk(photo)).remarks).toEqual(['location-data'])
  })
})

const xmp = (packet: string) => segment(0xe1, bytes('http://ns.adobe.com/xap/1.0/\0', packet))

describe('XMP', () => {
  it.each([
    ['a latitude as an attribute', '<x exif:GPSLatitude="52,30.0N"/>', ['location-data']],
    ['a latitude as an element', '<e:GPSLatitude>52,30N</e:GPSLatitude>', ['location-data']],
    [
      'a latitude without a value',
      '<x exif:GPSLatitude="" /><e:GPSLatitude></e:GPSLatitude>\n<x/>',
      [],
    ],
    ['a reference alone', '<x exif:GPSLatitudeRef="N" exif:GPSVersionID="2.2.0.0"/>', []],
  ])('with %s gives %j', async (_, packet, remarks) => {
    expect(await walk(jpeg(xmp(packet)))).toEqual({ ...whole, remarks })
  })
})

/** A Samsung trailer: data, and a directory that says where they begin. */
const trailer = (() => {
  const data = bytes('\0\0\x01\x0a', u32(14, true), 'Image_UTC_Data', '1500000000000')
  const entry = bytes('\0\0\x01\x0a', u32(data.length, true), u32(data.length, true))
  const directory = bytes('SEFH', u32(107, true), u32(1, true), entry)
  return bytes(data, directory, u32(directory.length, true), 'SEFT')
})()

describe('a picture without an end', () => {
  const open = bytes(soi, frame, scan)
  it('is whole if its trailer is', async () => {
    expect(await walk(bytes(open, trailer))).toEqual(whole)
  })

  it('is damaged wherever that is cut', async () => {
    const all = bytes(open, trailer)
    for (let cut = open.length; cut < all.length; cut++)
      expect((await walk(all.slice(0, cut))).damage).toBeTypeOf('string')
  })

  it.each([
    ['without a directory', bytes(u32(0, true), 'SEFT')],
    ['that something follows', bytes(trailer, 0)],
  ])('is damaged with a trailer %s', async (_, tail) => {
    expect((await walk(bytes(open, tail))).damage).toBeTypeOf('string')
  })
})
