import { latin1 } from './slices.ts'
import { readTiff } from './tiff.ts'

/** EXIF 2.32, 4.6.3 and 4.6.6: where IFD0 says the GPS directory lies, and the latitude in it. */
const GPS_DIRECTORY = 0x8825
const LATITUDE = 2

/** Whether an EXIF block says where the picture was taken. A GPS directory without a latitude does not. */
export const hasLatitude = (exif: Uint8Array): boolean => {
  const tiff = readTiff(exif)
  const gps = tiff?.directory().get(GPS_DIRECTORY)
  return gps !== undefined && tiff?.directory(gps).has(LATITUDE) === true
}

/** XMP has the same as text (part 2 of its specification, 3.3): an attribute or an element, whatever the prefix. */
const XMP_LATITUDE = /GPSLatitude\s*(=\s*["']|>)\s*[^\s<"']/

/** Whether an XMP packet says where the picture was taken. */
export const hasXmpLatitude = (xmp: Uint8Array): boolean => XMP_LATITUDE.test(latin1.decode(xmp))
