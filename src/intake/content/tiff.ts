/**
 * A TIFF structure as EXIF embeds it (TIFF 6.0, section 2). Offsets count from its start; an offset outside leads to an empty
 * directory.
 */
export interface Tiff {
  /**
   * The directory at `offset`, the first one when left out: by tag, where its entry lies. That has the tag itself, the type (2
   * bytes each), the count, and a value or where it lies (4 each).
   */
  directory(offset?: number): ReadonlyMap<number, number>
  /** 16 bits. Throws a RangeError outside. */
  short(at: number): number
  /** 32 bits. Throws a RangeError outside. */
  long(at: number): number
}

/** Parses the TIFF structure at the start of `bytes`; an empty one where there is none. */
export const readTiff = (bytes: Uint8Array): Tiff => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const order = view.byteLength < 8 ? 0 : view.getUint16(0)
  const isLittleEndian = order === 0x4949
  const short = (at: number) => view.getUint16(at, isLittleEndian)
  const long = (at: number) => view.getUint32(at, isLittleEndian)
  const first = isLittleEndian || order === 0x4d4d ? long(4) : view.byteLength
  return {
    short,
    long,
    directory: (offset = first) => {
      const entries = new Map<number, number>()
      if (offset + 2 > view.byteLength) return entries
      const end = Math.min(offset + 2 + 12 * short(offset), view.byteLength)
      for (let at = offset + 2; at + 12 <= end; at += 12) entries.set(short(at), at)
      return entries
    },
  }
}
