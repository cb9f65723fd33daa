import type { Cuts } from './cuts.ts'
import { bytesOf, latin1, textOf } from './slices.ts'

/** A segment's marker and the first letters of its body, as text: what tells one kind from another, and a bare header from a longer one. */
export const kindOfSegment = (code: number, body: Uint8Array): string =>
  textOf(code) + latin1.decode(body.subarray(0, 15))

/**
 * What a decoder looks at: frames, tables, scans and intervals (T.81, table B.1); the shape of a pixel (JFIF without a thumbnail), and
 * what its numbers mean.
 */
const NEEDED = /^([\xc0-\xdf]|\xe0JFIF\0.{7}\0\0$|\xeeAdobe.{7}$|\xe2ICC_PROFILE\0)/s

/**
 * The frames that browsers decode: baseline, extended and progressive, by Huffman's or by arithmetic coding; eight bits a sample, and
 * some pixels. The height comes before the width.
 */
export const SHOWN_FRAME: RegExp = /^[\xc0-\xc2\xc9\xca][\b](?!\0\0)..(?!\0\0)../s

/** Of marker APP1. */
const EXIF = '\xe1Exif\0\0'

/** Cuts out what is not needed of a segment of this kind, whose marker is `at`. */
export const cutSegment = (cuts: Cuts, at: number, kind: string, body: Uint8Array): void => {
  if (NEEDED.test(kind)) return
  const turn = kind.startsWith(EXIF) && cuts.turn(body.subarray(6))
  let put = ''
  if (turn) put = `\xff\xe1\0${textOf(8 + turn.length)}Exif\0\0${turn}`
  // A bare one is put in for a longer one.
  if (kind.startsWith('\xe0JFIF\0')) put = `\xff\xe0\0\x10${kind.slice(1, 13)}\0\0`
  if (kind.startsWith('\xeeAdobe')) cuts.fail()
  cuts.add(at, at + 4 + body.length, bytesOf(put))
}
