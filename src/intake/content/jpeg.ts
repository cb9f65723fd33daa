import type { Remark } from '../../core/contracts.ts'
import type { Cuts } from './cuts.ts'
import { hasLatitude, hasXmpLatitude } from './exif.ts'
import { cutSegment, EXIF, isNeeded, kindOfSegment } from './jpeg-segments.ts'
import { MPF, picturesOver } from './mpf.ts'
import { damaged, type Findings, type Slices, STRAY_BYTES } from './slices.ts'

const SOI = '\xff\xd8\xff'
const EOI = 0xd9
const SOS = 0xda
const APP0 = 0xe0
const APP1 = 0xe1
/** The frames that browsers decode: baseline, extended and progressive, by Huffman's or by arithmetic coding. */
const SHOWN_FRAMES: readonly number[] = [0xc0, 0xc1, 0xc2, 0xc9, 0xca]
/** How many bytes of scan data are searched in one step. */
const SCAN_STEP_BYTES = 1 << 19

/** Markers without a segment: TEM, the restarts, SOI. The walk skips them. */
const isLone = (code: number) => code === 1 || (code >= 0xd0 && code <= 0xd8)
/** Whether this byte behind an FF makes a marker of it that no scan data holds. */
const isMarker = (code = 0) => code >= 0xc0 && !isLone(code)

/**
 * The offset of the next marker's code. Skips scan data, stuffed zeros, restarts, fill bytes, and before the first scan also the
 * junk that decoders skip. The blob's size where no marker follows.
 */
const nextMarker = async (slices: Slices, from: number): Promise<number> => {
  for (let at = from; ; ) {
    // In steps, because the thread can do other work only between two reads.
    const bytes = (await slices.from(at, 2)).subarray(0, SCAN_STEP_BYTES)
    if (bytes.length < 2) return slices.size
    let i = bytes.indexOf(0xff)
    for (; i >= 0; i = bytes.indexOf(0xff, i)) {
      while (bytes[i] === 0xff) i++
      const code = bytes[i]
      if (code === undefined) break
      if (code && !isLone(code)) return at + i
    }
    // An FF at the slice's end is read again together with what follows it.
    at += i < 0 ? bytes.length : i - 1
  }
}

/** Whether browsers decode what this segment announces: eight bits a sample, and some pixels. The height comes before the width. */
const isShownFrame = (code: number, [bits, ...size]: Uint8Array): boolean =>
  SHOWN_FRAMES.includes(code) && bits === 8 && !!(size[0] || size[1]) && !!(size[2] || size[3])

/** Where the directory of a Samsung phone's trailer starts, which ends with the file; undefined where there is none. */
const samsungTrailer = async (slices: Slices): Promise<number | undefined> => {
  const start = Math.max(0, slices.size - STRAY_BYTES)
  const found = (await slices.text(start, STRAY_BYTES)).search(/SEFH.*SEFT$/s)
  return found < 0 ? undefined : start + found
}

/** One picture from SOI to EOI. */
interface Picture {
  /** Behind its EOI; absent when it has none. */
  readonly end?: number
  readonly damage?: string
  readonly isScanSeen: boolean
  /** Whether a frame that browsers decode stands before its first scan. */
  readonly isShown: boolean
  readonly isLocated: boolean
  /** Where further pictures begin that, as it says, end behind the file's end. */
  readonly over: readonly number[]
}

/**
 * Walks the picture whose SOI is at `start`. Segments are skipped by their length, so the end of a thumbnail in EXIF is never
 * taken for the end of the picture. Damage to pixels alone is ignored: decoders show such pictures. `cuts` hears what is no part of
 * the picture.
 */
const walkPicture = async (slices: Slices, start: number, cuts?: Cuts): Promise<Picture> => {
  let isScanSeen = false
  let isShown = false
  let isLocated = false
  let over: readonly number[] = []
  /** Behind the last segment that counts. */
  let end = start + 2
  let isInScan = false
  for (let at = end; ; ) {
    at = await nextMarker(slices, at)
    const [code, high = 0, low = 0] = await slices.from(at, 3)
    const found = { isScanSeen, isShown, isLocated, over }
    if (code === undefined) return { ...found, damage: 'no EOI marker: the picture was cut' }
    if (!isInScan) cuts?.add(end, at - 1)
    if (code === EOI)
      return isScanSeen
        ? { ...found, end: at + 1 }
        : { ...found, damage: 'an EOI marker before any scan' }
    const length = high * 256 + low
    const segment = await slices.from(at + 1, length + 2)
    // A damaged byte of scan data can look like a marker. Behind a scan, a segment counts only if another marker follows it, or,
    // for SOS, which scan data must follow, if its length fits its number of components.
    const isBelieved =
      !isScanSeen ||
      (code === SOS ? length === 6 + 2 * (segment[2] ?? 0) : segment[length] === 0xff)
    const kind = kindOfSegment(code, segment.subarray(2))
    const isCut = cuts && !isNeeded(kind)
    // Nobody can tell whether this is a damaged scan, or where the place of the picture stands.
    if (isCut && isScanSeen && code >= APP0 && !(isBelieved && isMarker(segment[length + 1])))
      cuts.fail()
    if (length < 2 || segment.length <= length || !isBelieved) {
      if (isScanSeen) continue
      return { ...found, damage: `the segment at ${at - 1} claims ${length} bytes` }
    }
    const body = segment.subarray(2, length)
    if (code === APP1)
      isLocated ||= kind.startsWith(EXIF) ? hasLatitude(body.subarray(6)) : hasXmpLatitude(body)
    if (kind.startsWith(MPF)) over = picturesOver(body.subarray(4), at + 7, slices.size)
    if (isCut) cutSegment(cuts, at - 1, kind, body)
    isShown ||= !isScanSeen && isShownFrame(code, body)
    isInScan = code === SOS
    isScanSeen ||= isInScan
    at += 1 + length
    end = at
  }
}

/**
 * Walks a JPEG (ITU-T T.81, annex B). Cameras and phones put further pictures close behind the first: previews, HDR gain
 * maps, depth maps. They belong to the file, so they are no trailing data, and one without an end means that the file was cut;
 * unless, as in panoramas of Samsung, the phone's trailer is whole. Anything else behind them, such as a phone's video, is data
 * that people do not see: it gets a remark, and is cut out with them. Where the first picture names them and says where they end
 * (MPF), one of them may lie anywhere.
 */
export const walkJpeg = async (slices: Slices, _kind?: unknown, cuts?: Cuts): Promise<Findings> => {
  const remarks = new Set<Remark>()
  for (let start = 0, end = 0; ; ) {
    const isFirst = start === 0
    const picture = await walkPicture(slices, start, isFirst ? cuts : undefined)
    const found = picture.end ?? (picture.isScanSeen ? await samsungTrailer(slices) : undefined)
    // Behind the first picture, bytes that only look like another one have no scan.
    if (found === undefined && picture.damage && (isFirst || picture.isScanSeen))
      return damaged(picture.damage)
    if (isFirst) {
      // People are shown the first picture alone.
      if (!picture.isShown) remarks.add('not-shown')
      for (const other of picture.over)
        if ((await slices.text(other, SOI.length)) === SOI) {
          const { damage } = await walkPicture(slices, other)
          if (damage) return damaged(damage)
        }
      if (picture.end) cuts?.add(picture.end, slices.size)
      else cuts?.fail()
    }
    if (picture.isLocated) remarks.add('location-data')
    end = found ?? end
    const gap = found ? (await slices.text(end, STRAY_BYTES)).indexOf(SOI) : -1
    if (gap < 0) {
      if (slices.size - end > STRAY_BYTES) remarks.add('trailing-data')
      return { remarks: [...remarks] }
    }
    start = end + gap
  }
}
