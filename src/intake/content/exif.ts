import { latin1, textOf } from './slices.ts'
import { readTiff } from './tiff.ts'

/** EXIF 2.32, 4.6.3 and 4.6.6: where IFD0 says the GPS directory lies, and the latitude in it. */
const GPS_DIRECTORY = 0x8825
const LATITUDE = 2

/** Whether an EXIF block says where the picture was taken. A GPS directory without a latitude does not. */
const hasLatitude = (exif: Uint8Array): boolean => {
  const tiff = readTiff(exif)
  const gps = tiff.directory().get(GPS_DIRECTORY)
  return !!gps && tiff.directory(tiff.long(gps + 8)).has(LATITUDE)
}

/** EXIF 2.32, 4.6.4: how the picture must be turned or mirrored to be upright; one number of 16 bits. */
const ORIENTATION = 0x112
const SHORT = 3

/**
 * EXIF that says of a picture how it must be turned, and nothing else, no longer than `exif`. Empty where that says upright, undefined
 * where it does not say.
 */
export const orientationAlone = (exif: Uint8Array): string | undefined => {
  const tiff = readTiff(exif)
  const at = tiff.directory().get(ORIENTATION)
  if (!at || tiff.short(at + 2) !== SHORT || tiff.long(at + 4) !== 1) return undefined
  const turn = tiff.short(at + 8)
  if (turn < 1 || turn > 8) return undefined
  const alone = `MM\0*\0\0\0\b\0\x01\x01\x12\0\x03\0\0\0\x01\0${textOf(turn)}\0\0\0\0\0\0`
  return turn > 1 ? alone.slice(0, exif.length) : ''
}

/** XMP has the same as text (part 2 of its specification, 3.3): an attribute or an element, whatever the prefix. */
const XMP_LATITUDE = /GPSLatitude\s*(=\s*["']|>)\s*[^\s<"']/

/** Whether EXIF, with or without the six bytes before it that it has in JPEG, or an XMP packet says where the picture was taken. */
export const hasPlace = (content: Uint8Array): boolean => {
  const text = latin1.decode(content)
  return (
    hasLatitude(content.subarray(text.startsWith('Exif\0\0') ? 6 : 0)) || XMP_LATITUDE.test(text)
  )
}
