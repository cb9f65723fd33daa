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
