import type { Remark } from '../../core/contracts.ts'
import { crc32 } from './crc32.ts'
import type { Cuts } from './cuts.ts'
import { hasPlace } from './exif.ts'
import { bytesOf, damaged, type Findings, type Slices, STRAY_BYTES, textOf } from './slices.ts'

const SIGNATURE = '\x89PNG\r\n\x1a\n'
/** Length and type before a chunk's content, CRC after it. */
const CHUNK_HEAD_BYTES = 8
const CHUNK_CRC_BYTES = 4
/** Real EXIF blocks are much smaller. A hostile one must not be able to fill the memory. */
const MAX_EXIF_BYTES = 1 << 20

/** Bits a sample, by the colour type they go with; the one compression, the one filter, interlaced or not (11.2.1). */
const DECODED = /^([124] [03]|8 [02346]|16 [0246]) 0 0 [01]$/

/** Whether a header's fields are such as a decoder knows. */
const isDecoded = (header: Uint8Array): boolean => {
  const view = new DataView(header.buffer, header.byteOffset)
  // No side has more than 2³¹ − 1 pixels.
  return (
    view.getInt32(0) > 0 && view.getInt32(4) > 0 && DECODED.test(header.subarray(8, 13).join(' '))
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

/**
 * Ancillary chunks that a decoder may look at, APNG's among them (ISO 15948 and PNG's third edition, 11.3, without texts, EXIF and
 * the time).
 */
const SHOWN = /tRNS|cHRM|gAMA|iCCP|sBIT|sRGB|cICP|mDCV|cLLI|bKGD|hIST|pHYs|sPLT|acTL|fcTL|fdAT/

/** A chunk of this EXIF. */
const exifChunk = (exif: string): Uint8Array<ArrayBuffer> => {
  const chunk = bytesOf(`\0\0\0${textOf(exif.length)}eXIf${exif}\0\0\0\0`)
  const sum = crc32(chunk.subarray(4, -CHUNK_CRC_BYTES))
  new DataView(chunk.buffer).setUint32(chunk.length - CHUNK_CRC_BYTES, sum)
  return chunk
}

/**
 * Walks a PNG (ISO 15948) chunk by chunk from IHDR to IEND. The CRC is checked in critical chunks only, because decoders skip a
 * damaged ancillary one. The chunks of APNG and other extensions are ancillary. `cuts` hears what is no part of the picture.
 */
export const walkPng = async (slices: Slices, _kind?: unknown, cuts?: Cuts): Promise<Findings> => {
  const { size } = slices
  const remarks = new Set<Remark>()
  const head = await slices.from(0, SIGNATURE.length)
  if (String.fromCharCode(...head.subarray(0, SIGNATURE.length)) !== SIGNATURE)
    return damaged('no signature')
  let at = SIGNATURE.length
  let isImageSeen = false
  let pixelBytes = 0
  for (let type = ''; type !== 'IEND'; ) {
    const start = await slices.from(at, CHUNK_HEAD_BYTES)
    if (start.length < CHUNK_HEAD_BYTES) return damaged('no IEND')
    // Below 0 from 2³¹ on, which no chunk may have.
    const length = new DataView(start.buffer, start.byteOffset).getInt32(0)
    const isFirst = type === ''
    type = String.fromCharCode(...start.subarray(4, 8))
    const content = at + CHUNK_HEAD_BYTES
    const next = content + length + CHUNK_CRC_BYTES
    if (!/^[a-z]{4}$/i.test(type)) return damaged(`no chunk at ${at}`)
    if (isFirst && (type !== 'IHDR' || length !== 13)) return damaged('no IHDR')
    if (length < 0 || next > size) return damaged(`the ${type} chunk at ${at} is cut`)
    let put: Uint8Array<ArrayBuffer> | undefined
    if (/eXIf|iTXt/.test(type)) {
      const kept = Math.min(length, MAX_EXIF_BYTES)
      const bytes = (await slices.from(content, kept)).subarray(0, kept)
      if (hasPlace(bytes)) remarks.add('location-data')
      // Some programs begin EXIF as in JPEG, with `Exif` and two zero bytes: decoders read no orientation there.
      const turn = type === 'eXIf' && cuts?.turn(bytes)
      if (turn) put = exifChunk(turn)
    }
    if (type > 'a' && !SHOWN.test(type)) cuts?.add(at, next, put)
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
  if (!isImageSeen) return damaged('no IDAT')
  if (!pixelBytes) remarks.add('not-shown')
  if (size - at > STRAY_BYTES) remarks.add('trailing-data')
  cuts?.add(at, size)
  return { remarks: [...remarks] }
}
