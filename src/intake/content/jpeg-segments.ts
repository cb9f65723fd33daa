import type { Cuts } from './cuts.ts'
import { orientationAlone } from './exif.ts'
import { bytesOf, latin1, textOf } from './slices.ts'

/** A segment's marker and the first letters of its body, as text: what tells one kind from another. */
export const kindOfSegment = (code: number, body: Uint8Array): string =>
  textOf(code) + latin1.decode(body.subarray(0, 12))

/**
 * Whether a decoder looks at segments of this kind: frames, tables, scans and intervals (T.81, table B.1); the shape of a pixel, and
 * what its numbers mean.
 */
export const isNeeded = (kind: string): boolean =>
  /^([\xc0-\xdf]|\xe0JFIF\0|\xeeAdobe|\xe2ICC_PROFILE\0)/.test(kind)

/** Of marker APP1. */
export const EXIF = '\xe1Exif\0\0'

/** Cuts out a segment of this kind, whose marker is `at`. */
export const cutSegment = (cuts: Cuts, at: number, kind: string, body: Uint8Array): void => {
  const turn = kind.startsWith(EXIF) && orientationAlone(body.subarray(6))
  const put = turn ? bytesOf(`\xff\xe1\0"Exif\0\0${turn}`) : undefined
  cuts.add(at, at + 4 + body.length, put)
}
