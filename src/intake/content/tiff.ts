/**
 * A TIFF structure as EXIF embeds it (TIFF 6.0, section 2). Offsets count from its start; an offset outside leads to an empty
 * directory.
 */
export interface Tiff {
  /** The directory at `offset`, the first one when left out: by tag, the 32 bits that are a value or say where it lies. */
  directory(offset?: number): ReadonlyMap<number, number>
}

/** Parses the TIFF structure at the start of `bytes`; undefined where there is none. */
export const readTiff = (bytes: Uint8Array): Tiff | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  if (view.byteLength < 8) return undefined
  const order = view.getUint16(0)
  if (order !== 0x4949 && order !== 0x4d4d) return undefined
  const isLittleEndian = order === 0x4949
  const short = (at: number) => view.getUint16(at, isLittleEndian)
  const long = (at: number) => view.getUint32(at, isLittleEndian)
  return {
    directory: (offset = long(4)) => {
      const entries = new Map<number, number>()
      if (offset + 2 > view.byteLength) return entries
      const end = Math.min(offset + 2 + 12 * short(offset), view.byteLength)
      for (let at = offset + 2; at + 12 <= end; at += 12) entries.set(short(at), long(at + 8))
      return entries
    },
  }
}
