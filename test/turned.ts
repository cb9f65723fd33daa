/** A TIFF of one entry in an APP1 segment: the first row is the right side, the first column the top (EXIF, orientation 6). */
export const TURNED: Buffer = Buffer.from(
  'ffe10022457869660000' + '4d4d002a00000008' + '0001011200030000000100060000' + '00000000',
  'hex',
)
