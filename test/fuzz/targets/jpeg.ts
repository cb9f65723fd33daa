import type { Chance } from '../chance.ts'
import { type Bytes, changeBytes, changeList, join, shuffled } from '../mutate.ts'
import { jpegs } from '../samples.ts'
import type { Mutant } from './intake.ts'

/** What stands before the first scan, and the scan with all behind it. */
interface Parts {
  readonly segments: readonly Bytes[]
  readonly rest: Bytes
  /** How long the first picture is, from SOI to EOI. */
  readonly size: number
}

/** The first picture of a file that is whole: read here by itself, for the walk under test must not judge itself. */
const partsOf = (bytes: Bytes): Parts => {
  const segments: Bytes[] = []
  let at = 2
  for (; bytes[at] === 0xff && bytes[at + 1] !== 0xda; ) {
    const length = 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)
    segments.push(bytes.slice(at, at + length))
    at += length
  }
  let end = at
  while (end < bytes.length && !(bytes[end] === 0xff && bytes[end + 1] === 0xd9)) end++
  return { segments, rest: bytes.slice(at), size: Math.min(end + 2, bytes.length) }
}

const SOI = Uint8Array.of(0xff, 0xd8)
const assembled = (segments: readonly Uint8Array[], rest: Uint8Array): Bytes =>
  join(SOI, ...segments, rest)

/** Application data and comments; decoders read the first one in order, so APP0 stays where it is. */
const isMetadata = (segment: Uint8Array): boolean => {
  const code = segment[1] ?? 0
  return (code >= 0xe1 && code <= 0xef && code !== 0xee) || code === 0xfe
}

const shuffleMetadata = ({ segments, rest }: Parts, chance: Chance): Bytes => {
  const comment = Uint8Array.of(0xff, 0xfe, 0, 6, 0x61, 0x62, 0x63, 0x64)
  const moved = shuffled(
    [...segments.filter(isMetadata), ...(chance.isOneIn(2) ? [comment] : [])],
    chance,
  )
  const others = segments.filter(segment => !isMetadata(segment))
  const cut = chance.int(moved.length + 1)
  return assembled(
    [...others.slice(0, 1), ...moved.slice(0, cut), ...others.slice(1), ...moved.slice(cut)],
    rest,
  )
}

const CODES = [0x00, 0x01, 0xc0, 0xc2, 0xc4, 0xd0, 0xd8, 0xd9, 0xda, 0xdb, 0xdd, 0xe1, 0xff]

const changeSegments = ({ segments, rest }: Parts, chance: Chance): Bytes => {
  let list = [...segments]
  for (let left = 1 + chance.int(3); left > 0; left--) {
    const at = chance.int(list.length || 1)
    const segment = list[at]
    if (!segment || chance.isOneIn(2)) {
      list = changeList(list, chance)
      continue
    }
    const copy = new Uint8Array(segment)
    if (chance.isOneIn(2)) copy[1] = chance.pick(CODES)
    // A length that lies.
    if (chance.isOneIn(2))
      copy.set(chance.bytes(2).subarray(0, copy.length), Math.min(2, Math.max(0, copy.length - 2)))
    list[at] = chance.isOneIn(3) ? changeBytes(copy, chance) : copy
  }
  const tail = chance.isOneIn(3) ? changeBytes(rest, chance) : rest
  const marker = Uint8Array.of(0xff, chance.pick(CODES), ...chance.bytes(2))
  const at = chance.int(tail.length + 1)
  return assembled(
    list,
    chance.isOneIn(3) ? join(tail.subarray(0, at), marker, tail.subarray(at)) : tail,
  )
}

export const makeJpeg = (chance: Chance): Mutant => {
  const { name, bytes } = chance.pick(jpegs)
  const parts = partsOf(bytes)
  const base = { name: `${name}.jpg`, original: bytes }
  switch (chance.int(5)) {
    case 0:
    case 1:
      return {
        ...base,
        bytes: bytes.slice(0, 1 + chance.int(parts.size - 1)),
        promise: 'not accepted unsaid',
      }
    case 2:
      return { ...base, bytes: shuffleMetadata(parts, chance), promise: 'same verdict' }
    case 3:
      return { ...base, bytes: changeSegments(parts, chance), promise: 'only errors of ours' }
    default:
      return { ...base, bytes: changeBytes(bytes, chance), promise: 'only errors of ours' }
  }
}
