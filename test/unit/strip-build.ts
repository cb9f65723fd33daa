import { backgroundJob } from '../../src/core/abort.ts'
import type { Content, Cut } from '../../src/core/contracts.ts'
import { cutOut } from '../../src/core/cuts.ts'
import { examine } from '../../src/intake/content/walk.ts'
import { bytes, gpsTiff, segment, u16, u32 } from './intake-build.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** What a check that strips says of these bytes. */
export const examined = (content: Bytes): Promise<Content> =>
  examine(new Blob([content]), backgroundJob, true)

/** The cuts of a picture; fails where they are not known. */
export const cutsOf = async (content: Bytes): Promise<readonly Cut[]> => {
  const { cuts, damage } = await examined(content)
  if (!cuts || damage !== undefined) throw new Error(`no cuts: ${damage}`)
  return cuts
}

/** What is sealed of these bytes. */
export const stripped = async (content: Bytes): Promise<Bytes> =>
  cutOut(await cutsOf(content), 0, content.slice()).slice()

export const exif = (tiff: Uint8Array): Uint8Array => segment(0xe1, bytes('Exif\0\0', tiff))

/** A TIFF structure that says how the picture must be turned, and where it was taken. */
export const turnedTiff = (turn: number, little = false): Uint8Array => {
  const entry = (tag: number, type: number, value: Uint8Array) =>
    bytes(u16(tag, little), u16(type, little), u32(1, little), value)
  const gps = 8 + 2 + 24 + 4
  return bytes(
    gpsTiff(little, []).subarray(0, 8),
    u16(2, little),
    entry(0x112, 3, bytes(u16(turn, little), 0, 0)),
    entry(0x8825, 4, u32(gps, little)),
    u32(0, little),
    bytes(u16(1, little), entry(2, 4, u32(0, little)), u32(0, little)),
  )
}

/** The only EXIF that stays: how the picture must be turned. */
export const orientationTiff = (turn: number): Uint8Array =>
  bytes('MM', u16(42), u32(8), u16(1), u16(0x112), u16(3), u32(1), u16(turn), u16(0), u32(0))

/** An MPF segment that says of one more picture how large it is, and where it starts behind the block's own beginning. */
export const mpf = (size: number, offset: number, little = false): Uint8Array =>
  segment(
    0xe2,
    bytes(
      'MPF\0',
      bytes(little ? 'II' : 'MM', u16(42, little), u32(8, little)),
      bytes(u16(1, little), u16(0xb002, little), u16(7, little), u32(32, little), u32(26, little)),
      u32(0, little),
      bytes(u32(0, little), u32(0, little), u32(0, little), u32(0, little)),
      bytes(u32(0, little), u32(size, little), u32(offset, little), u32(0, little)),
    ),
  )
