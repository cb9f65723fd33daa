import { readBytes } from '../core/read.ts'

/** In pixels, as the header says: before a JPEG's orientation turns them. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** Read at once. What cameras put before the frame is mostly smaller. */
const HEAD_BYTES = 1 << 16
/** Read at once behind that: a jump over a segment needs little of what follows it. */
const NEXT_BYTES = 1 << 12
/** A hostile file may have any number of segments, or of bytes between them. */
const MOST_STEPS = 512

/** SOF0 to SOF15 (ITU-T T.81, table B.1) without DHT, JPG and DAC, which lie among them. */
const isFrame = (code: number): boolean =>
  code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code)
/** Markers without a segment: TEM, the restarts, SOI. */
const isLone = (code: number): boolean => code === 1 || (code >= 0xd0 && code <= 0xd8)

const jpegSize = async (file: Blob): Promise<PictureSize | undefined> => {
  let [from, bytes] = [0, await readBytes(file.slice(0, HEAD_BYTES))]
  for (let at = 2, step = 0; step < MOST_STEPS && at < file.size; step++) {
    // A marker, a length, and what a frame says of its size.
    if (at + 9 > from + bytes.length) {
      from = at
      bytes = await readBytes(file.slice(at, at + NEXT_BYTES))
    }
    const view = new DataView(bytes.buffer, at - from)
    if (view.byteLength < 9) return undefined
    const [mark, code] = [view.getUint8(0), view.getUint8(1)]
    // SOS and EOI: decoders look for no frame behind them.
    if (mark === 0xff && (code === 0xda || code === 0xd9)) return undefined
    if (mark === 0xff && isFrame(code))
      return { width: view.getUint16(7), height: view.getUint16(5) }
    // Junk between segments, and fill bytes, are skipped one by one.
    if (mark !== 0xff || code === 0 || code === 0xff) at += 1
    else at += isLone(code) ? 2 : 2 + view.getUint16(2)
  }
  return undefined
}

/** IHDR comes first: its width lies at 16. */
const pngSize = async (file: Blob): Promise<PictureSize | undefined> => {
  const bytes = await readBytes(file.slice(16, 24))
  const view = new DataView(bytes.buffer)
  return bytes.length < 8 ? undefined : { width: view.getUint32(0), height: view.getUint32(4) }
}

const readers: Readonly<Record<string, typeof jpegSize>> = {
  'image/jpeg': jpegSize,
  'image/png': pngSize,
}

/** Whether a file of this type, by content, is a picture. */
export const isPicture = (type: string): boolean => type in readers

/**
 * The size of an accepted picture, of which no more than its head is read; undefined where that does not tell. Rejects with the
 * browser's read error.
 */
export const pictureSize = async (file: Blob, type: string): Promise<PictureSize | undefined> =>
  readers[type]?.(file)
