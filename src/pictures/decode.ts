import { withTimeout } from '../core/timer.ts'
import { type PictureSize, pictureSize } from './picture-size.ts'

/** A larger picture is not decoded: four bytes a pixel, and as many again while the browser works. */
const MOST_PIXELS = 50_000_000

let turn: Promise<unknown> = Promise.resolve()

/** A file that comes from a cloud, or never, holds up no other for longer than this, in milliseconds. */
const TURN_MS = 20_000

/** One picture is decoded at a time, whatever number of elements the page has. */
export const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
  const done = turn.then(work)
  turn = withTimeout<unknown>(done, TURN_MS, () => {}).catch(() => {})
  return done
}

/** Behind a JPEG's own end nobody looks. Without one Chromium shows it in an `<img>`, and makes no ImageBitmap of it. */
const JPEG_END = Uint8Array.of(0xff, 0xd9)

const decodable = (file: Blob, type: string): Blob =>
  new Blob(type === 'image/jpeg' ? [file, JPEG_END] : [file], { type })

/** Most that a canvas may have on some phones, and a side of it anywhere. */
const LARGEST_PIXELS = 16_777_216
const LARGEST_SIDE = 8_192

/** As large as a canvas can be, and no larger than it is. */
const largest = ({ width, height }: PictureSize): PictureSize => {
  const bySides = LARGEST_SIDE / Math.max(width, height)
  const scale = Math.min(1, bySides, Math.sqrt(LARGEST_PIXELS / (width * height)))
  return scaled(width, height, scale, Math.floor)
}

/** Both sides have `least` pixels, but none more than four times as many: a panorama is cut anyway. */
const smallest = ({ width, height }: PictureSize, least: number): PictureSize => {
  const scale = Math.min(1, least / Math.min(width, height), (least * 4) / Math.max(width, height))
  return scaled(width, height, scale, Math.round)
}

const scaled = (
  width: number,
  height: number,
  scale: number,
  round: (side: number) => number,
): PictureSize => ({
  width: Math.max(1, round(width * scale)),
  height: Math.max(1, round(height * scale)),
})

/** What the bytes of a picture became. */
export type Decoded =
  | { readonly is: 'shown'; readonly canvas: HTMLCanvasElement }
  /** This browser cannot show it. */
  | { readonly is: 'not-shown' }
  /** Nobody can tell: it is too large, its size is not known, or it could not be read. */
  | { readonly is: 'unknown' }

const UNKNOWN: Decoded = { is: 'unknown' }

/** Whether this is how browsers say that they do not understand the bytes (HTML, "createImageBitmap"). */
const isUndecodable = (thrown: unknown): boolean =>
  thrown instanceof DOMException && thrown.name === 'InvalidStateError'

/** It may have gone from the disk, or have been changed, in the meantime. */
const canStillBeRead = (file: Blob): Promise<boolean> =>
  file
    .slice(-1)
    .arrayBuffer()
    .then(
      ({ byteLength }) => byteLength === 1,
      () => false,
    )

/** Whether a picture would take more memory than anybody should give for looking at it. */
export const isTooLarge = ({ width, height }: PictureSize): boolean => width * height > MOST_PIXELS

type Draw = (picture: Blob, size: PictureSize) => Promise<ImageBitmap>

/** Upright, as its orientation says: browsers ask for the sides of that. Without a height it follows from the width. */
const bitmapOf = (
  picture: Blob | ImageBitmap,
  { width, height }: { readonly width: number; readonly height?: number },
  resizeQuality: ResizeQuality = 'medium',
): Promise<ImageBitmap> =>
  createImageBitmap(picture, {
    resizeWidth: width,
    ...(height !== undefined && { resizeHeight: height }),
    resizeQuality,
    imageOrientation: 'from-image',
  })

const isTall = ({ width, height }: PictureSize): boolean => height > width

/** The sides as they are drawn: an orientation may turn what the header says. `drawn`: the same picture in any size. */
const sidesAs = (drawn: PictureSize, { width, height }: PictureSize): PictureSize =>
  isTall(drawn) === height > width ? { width, height } : { width: height, height: width }

const uprightSize = async (picture: Blob, size: PictureSize): Promise<PictureSize> => {
  // No wider than it is in any orientation: what is long and turned is as high as it is long.
  const probe = await bitmapOf(picture, { width: Math.min(16, size.width, size.height) })
  const upright = sidesAs(probe, size)
  probe.close()
  return upright
}

/** So many times as wide it is drawn first, without care. */
const ROUGHLY = 4

/**
 * A photo in two steps. Decoders have threads of their own, but pixels are averaged on the page's: all of 12 megapixels took it 11 ms
 * in Chromium, a few and then the average of those 3 (measured). The first shows how it is turned, too. What is little costs little to
 * look at before, and what is long would be far too large if it were turned.
 */
const drawSmall = async (picture: Blob, size: PictureSize, least: number): Promise<ImageBitmap> => {
  const [shorter, longer] = [Math.min(size.width, size.height), Math.max(size.width, size.height)]
  const isLong = longer > shorter * 2
  const isLittle = shorter <= least * ROUGHLY
  const wanted = isLong || isLittle ? smallest(await uprightSize(picture, size), least) : undefined
  if (wanted && isLittle) return bitmapOf(picture, wanted)
  const rough = await bitmapOf(picture, { width: (wanted?.width ?? least) * ROUGHLY }, 'low')
  try {
    return await bitmapOf(rough, smallest(sidesAs(rough, size), least))
  } finally {
    rough.close()
  }
}

const decode = async (file: Blob, type: string, draw: Draw): Promise<Decoded> => {
  try {
    const size = await pictureSize(file, type)
    if (!size || !(size.width > 0 && size.height > 0)) return UNKNOWN
    if (isTooLarge(size)) return UNKNOWN
    const canvas = canvasOf(await draw(decodable(file, type), size))
    return canvas ? { is: 'shown', canvas } : UNKNOWN
  } catch (thrown) {
    return isUndecodable(thrown) && (await canStillBeRead(file)) ? { is: 'not-shown' } : UNKNOWN
  }
}

/**
 * Draws an accepted picture of this type, by content, small: its shorter side has about `least` pixels, the longer one at most four
 * times as many, and none more than the picture has. Upright, as its orientation says. Never rejects.
 */
export const decodeSmall = (file: Blob, type: string, least: number): Promise<Decoded> =>
  decode(file, type, (picture, size) => drawSmall(picture, size, least))

/** The same, as large as it is, or as a canvas can be. */
export const decodeLarge = (file: Blob, type: string): Promise<Decoded> =>
  decode(file, type, async (picture, size) =>
    bitmapOf(picture, largest(await uprightSize(picture, size))),
  )

/** On a canvas: an `<img>` would need a `blob:` URL, which a strict policy forbids. Undefined where there is no room for it. */
const canvasOf = (bitmap: ImageBitmap): HTMLCanvasElement | undefined => {
  const canvas = document.createElement('canvas')
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  const context = canvas.getContext('2d')
  context?.drawImage(bitmap, 0, 0)
  bitmap.close()
  return context ? canvas : undefined
}

/** Gives the memory of its pixels back at once. */
export const release = (canvas: HTMLCanvasElement): void => {
  canvas.width = 0
  canvas.height = 0
}
