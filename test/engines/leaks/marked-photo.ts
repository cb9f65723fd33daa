import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Marked } from './scene.ts'

const SAMPLE = join(import.meta.dirname, '..', '..', 'samples', 'jpg', 'landscape_6.jpg')

const segment = (marker: number, ...content: readonly (Uint8Array | string)[]): Buffer => {
  const body = Buffer.concat(content.map(part => Buffer.from(part as string, 'latin1')))
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** EXIF whose first directory has a GPS directory alone, and this one a latitude and a longitude: three fractions each. */
const exifAt = (latitude: Uint8Array, longitude: Uint8Array): Buffer => {
  const tiff = Buffer.alloc(56)
  tiff.write('MM\0*', 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.set([0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26], 10)
  tiff.writeUInt16BE(2, 26)
  tiff.set([0, 2, 0, 5, 0, 0, 0, 3, 0, 0, 0, 56], 28)
  tiff.set([0, 4, 0, 5, 0, 0, 0, 3, 0, 0, 0, 80], 40)
  return segment(0xe1, 'Exif\0\0', tiff, latitude, longitude)
}

const xmpAt = (position: string): Buffer =>
  segment(
    0xe1,
    'http://ns.adobe.com/xap/1.0/\0',
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="${position}"/></rdf:RDF></x:xmpmeta>`,
  )

/** Where the tables of a picture begin: behind what describes it. */
const tablesIn = (jpeg: Buffer): number => {
  let at = 2
  while (jpeg[at + 1] !== 0xdb) at += 2 + jpeg.readUInt16BE(at + 2)
  return at
}

/** The picture itself of a JPEG: from its tables to its end. */
export const pictureOf = (jpeg: Buffer): Buffer =>
  jpeg.subarray(tablesIn(jpeg), jpeg.indexOf(Buffer.from([0xff, 0xd9]), tablesIn(jpeg)) + 2)

/** A photo that says where it was taken in each way that there is, also behind its end. */
export const markedPhoto = async (begin: string, end: string): Promise<Marked> => {
  const jpeg = await readFile(SAMPLE)
  const at = tablesIn(jpeg)
  const [latitude, longitude, second] = [randomBytes(24), randomBytes(24), randomBytes(24)]
  const bytes = Buffer.concat([
    jpeg.subarray(0, at),
    exifAt(latitude, longitude),
    xmpAt(begin),
    segment(0xed, 'Photoshop 3.0\0', `8BIM\x04\x04\0\0\0\0\0\x24\x1c\x02\x5a\0\x1f${begin}`),
    segment(0xfe, `Taken at ${begin}`),
    jpeg.subarray(at),
    // As phones put a second picture behind the first.
    jpeg.subarray(0, at),
    exifAt(second, longitude),
    segment(0xfe, `Taken at ${end}`),
    jpeg.subarray(at),
  ])
  return {
    suffix: 'jpg',
    bytes,
    secrets: {
      'its latitude': latitude,
      'its longitude': longitude,
      'the latitude of the picture behind it': second,
    },
  }
}
