import type { Remark } from '../../core/contracts.ts'
import type { Cuts } from './cuts.ts'
import { hasPlace } from './exif.ts'
import { cutSegment, kindOfSegment, SHOWN_FRAME } from './jpeg-segments.ts'
import { MPF, picturesOver } from './mpf.ts'
import { bytesOf, damaged, type Findings, type Slices, STRAY_BYTES } from './slices.ts'

const SOI = '\xff\xd8\xff'
const RST0 = 0xd0
const SOI_CODE = 0xd8
const EOI = 0xd9
const SOS = 0xda
const APP1 = 0xe1
/** How many bytes of scan data are searched in one step. */
const SCAN_STEP_BYTES = 1 << 19

/**
 * The offset of the next marker's code. Skips scan data, stuffed zeros, restarts, fill bytes, and before the first scan also the
 * junk that decoders skip. The blob's size where no marker follows. Where another picture begins, `cuts` fail: the one before has no
 * end.
 */
const nextMarker = async (slices: Slices, from: number, cuts?: Cuts): Promise<number> => {
  for (let at = from; ; ) {
    // In steps, because the thread can do other work only between two reads.
    const bytes = (await slices.from(at, 2)).subarray(0, SCAN_STEP_BYTES)
    if (bytes.length < 2) return slices.size
    let i = bytes.indexOf(0xff)
    for (; i >= 0; i = bytes.indexOf(0xff, i)) {
      while (bytes[i] === 0xff) i++
      const code = bytes[i]
      if (code === undefined) break
      // Markers without a segment are skipped: TEM, the restarts, SOI.
      if (code > SOI_CODE || (code > 1 && code < RST0)) return at + i
      if (code === SOI_CODE) cuts?.fail()
    }
    // An FF at the slice's end is read again together with what follows it.
    at += i < 0 ? bytes.length : i - 1
  }
}

/**
 * Where the directory of a Samsung phone's trailer starts, which ends with the file; undefined where there is none. `cuts` fail where
 * something that it names begins before `end`: of a picture that was cut that is no end, but two bytes of a video that look like one.
 */
const samsungTrailer = async (
  slices: Slices,
  end = 0,
  cuts?: Cuts,
): Promise<number | undefined> => {
  const last = Math.max(0, slices.size - STRAY_BYTES)
  const text = await slices.text(last, STRAY_BYTES)
  const found = text.search(/SEFH.*SEFT$/s)
  if (found < 0) return undefined
  const start = last + found
  // Behind 12 bytes 12 for each: type, how far before the directory it begins, length (4 each). Then 8 more. Where it names nothing,
  // nobody can tell.
  for (const entry of text.slice(found + 12, -8).match(/.{12}/gs) ?? ['']) {
    const [, before = start] = new Uint32Array(bytesOf(entry).buffer)
    if (start - before < end) cuts?.fail()
  }
  return start
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
    at = await nextMarker(slices, at, cuts)
    const [code, high = 0, low = 0] = await slices.from(at, 3)
    const found = { isScanSeen, isShown, isLocated, over }
    if (code === undefined) return { ...found, damage: 'no EOI' }
    if (!isInScan) {
      // Decoders show what they find in scan data: junk behind a scan may be some of it.
      if (isScanSeen && end < at - 1) cuts?.fail()
      cuts?.add(end, at - 1)
    }
    if (code === EOI)
      return isScanSeen ? { ...found, end: at + 1 } : { ...found, damage: 'no scan' }
    const length = high * 256 + low
    const segment = await slices.from(at + 1, length + 2)
    // A damaged byte of scan data can look like a marker. Behind a scan, a segment counts only if another marker follows it, or,
    // for SOS, which scan data must follow, if its length fits its number of components.
    const isBelieved =
      !isScanSeen ||
      (code === SOS ? length === 6 + 2 * (segment[2] ?? 0) : segment[length] === 0xff)
    if (length < 2 || segment.length <= length || !isBelieved) {
      if (isScanSeen) {
        // Nobody can tell whether this is a damaged scan, or where the place of the picture stands.
        cuts?.fail()
        continue
      }
      return { ...found, damage: `the segment at ${at - 1} is cut` }
    }
    const body = segment.subarray(2, length)
    const kind = kindOfSegment(code, body)
    isLocated ||= code === APP1 && hasPlace(body)
    if (kind.startsWith(MPF)) over = picturesOver(body.subarray(4), at + 7, slices.size)
    if (cuts) cutSegment(cuts, at - 1, kind, body)
    isShown ||= !isScanSeen && SHOWN_FRAME.test(kind)
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
      if (!picture.end) cuts?.fail()
      else if (cuts) {
        cuts.add(picture.end, slices.size)
        await samsungTrailer(slices, picture.end, cuts)
      }
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
