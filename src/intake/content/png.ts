import type { Remark } from '../../core/contracts.ts'
import { crc32 } from './crc32.ts'
import { hasLatitude, hasXmpLatitude } from './exif.ts'
import { damaged, type Findings, type Slices, STRAY_BYTES } from './slices.ts'

const SIGNATURE = '\x89PNG\r\n\x1a\n'
/** Length and type before a chunk's content, CRC after it. */
const CHUNK_HEAD_BYTES = 8
const CHUNK_CRC_BYTES = 4
const MAX_CHUNK_BYTES = 2 ** 31 - 1
/** Real EXIF blocks are much smaller. A hostile one must not be able to fill the memory. */
const MAX_EXIF_BYTES = 1 << 20

/** Bits a sample, by the colour type they go with; the one compression, the one filter, interlaced or not (11.2.1). */
const DECODED = /^([124] [03]|8 [02346]|16 [0246]) 0 0 [01]$/

/** Whether a header's fields are such as a decoder knows. */
const isDecoded = (header: Uint8Array): boolean => {
  const view = new DataView(header.buffer, header.byteOffset)
  const isSide = (pixels: number) => pixels > 0 && pixels <= MAX_CHUNK_BYTES
  return (
    isSide(view.getUint32(0)) &&
    isSide(view.getUint32(4)) &&
    DECODED.test(header.subarray(8, 13).join(' '))
  )
}

/** What IHDR, PLTE, IDAT and IEND become when their first letter is damaged. No extension has such a chunk. */
const NEARLY_CRITICAL = /.(HDR|LTE|DAT|END)/

/** CRC-32 of `length` bytes from `start`, slice by slice. */
const crcOf = async (slices: Slices, start: number, length: number): Promise<number> => {
  let crc = 0
  for (let at = start; at < start + length; ) {
    const bytes = (await slices.from(at, 1)).subarray(0, start + length - at)
    if (!bytes.length) break
    crc = crc32(bytes, crc)
    at += bytes.length
  }
  return crc
}

/** EXIF or XMP. Some programs begin EXIF as in JPEG, with `Exif` and two zero bytes. */
const isLocated = async (slices: Slices, start: number, length: number): Promise<boolean> => {
  const kept = Math.min(length, MAX_EXIF_BYTES)
  const exif = (await slices.from(start, kept)).subarray(0, kept)
  return hasLatitude(exif) || hasLatitude(exif.subarray(6)) || hasXmpLatitude(exif)
}

/**
 * Walks a PNG (ISO 15948) chunk by chunk from IHDR to IEND. The CRC is checked in critical chunks only, because decoders skip a
 * damaged ancillary one. The chunks of APNG and other extensions are ancillary.
 */
export const walkPng = async (slices: Slices): Promise<Findings> => {
  const { size } = slices
  const remarks = new Set<Remark>()
  const head = await slices.from(0, SIGNATURE.length)
  for (let i = 0; i < SIGNATURE.length; i++)
    if (head[i] !== SIGNATURE.charCodeAt(i)) return damaged('the signature is cut or was changed')
  let at = SIGNATURE.length
  let isImageSeen = false
  let pixelBytes = 0
  for (let type = ''; type !== 'IEND'; ) {
    const start = await slices.from(at, CHUNK_HEAD_BYTES)
    if (start.length < CHUNK_HEAD_BYTES) return damaged('no IEND chunk: the picture was cut')
    const length = new DataView(start.buffer, start.byteOffset).getUint32(0)
    const isFirst = type === ''
    type = String.fromCharCode(...start.subarray(4, CHUNK_HEAD_BYTES))
    const content = at + CHUNK_HEAD_BYTES
    const next = content + length + CHUNK_CRC_BYTES
    if (!/^[a-z]{4}$/i.test(type)) return damaged(`no chunk at ${at}`)
    if (isFirst && (type !== 'IHDR' || length !== 13)) return damaged('no IHDR chunk first')
    if (length > MAX_CHUNK_BYTES || next > size) return damaged(`the ${type} chunk at ${at} is cut`)
    if (/eXIf|iTXt/.test(type) && (await isLocated(slices, content, length)))
      remarks.add('location-data')
    // A critical chunk's type begins with an upper-case letter, unless that letter is what was changed.
    if (type < 'a' || NEARLY_CRITICAL.test(type)) {
      const crc = await crcOf(slices, content - 4, length + 4)
      const sum = await slices.from(content + length, CHUNK_CRC_BYTES)
      if (new DataView(sum.buffer, sum.byteOffset).getUint32(0) !== crc)
        return damaged(`the CRC of the ${type} chunk at ${at} is wrong`)
    }
    if (isFirst && !isDecoded(await slices.from(content, length))) remarks.add('not-shown')
    if (type === 'IDAT') {
      isImageSeen = true
      pixelBytes += length
    }
    at = next
  }
  if (!isImageSeen) return damaged('no IDAT chunk')
  if (!pixelBytes) remarks.add('not-shown')
  if (size - at > STRAY_BYTES) remarks.add('trailing-data')
  return { remarks: [...remarks] }
}
