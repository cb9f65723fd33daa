import { SealDropError } from '../core/errors.ts'
import type { ByteReader, Pull } from './byte-reader.ts'

type Bytes = Uint8Array<ArrayBuffer>

const BEGIN = '-----BEGIN AGE ENCRYPTED FILE-----'
const END = '-----END AGE ENCRYPTED FILE-----'
/** So much white space may stand before it. */
const MAX_SPACE = 256
const LINE = 64
const LINE_BYTES = 48
/** Of an armored text that is read at once: nearly 700 lines. */
const BLOCK_BYTES = 45_056

const PAD = 64
const NEW_LINE = 10
const DASH = 45
const RETURN = 13

/** What each character stands for: 6 bits, `PAD`, or -1. */
const values = new Int8Array(256).fill(-1)
for (const [value, letter] of [
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=',
].entries())
  values[letter.charCodeAt(0)] = value

const broken = (): SealDropError => new SealDropError('damaged', 'The armor of the file is broken.')

const textOf = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

/** What may stand before it: white space, and the mark that some editors put before a text. */
const LEAD = /^(\xef\xbb\xbf)?\s*/

const leadOf = async (reader: ByteReader): Promise<{ length: number; text: string }> => {
  const text = textOf(await reader.peek(MAX_SPACE + BEGIN.length))
  const length = LEAD.exec(text)?.[0].length ?? 0
  return { length, text: text.slice(length) }
}

/** Whether an armored file begins here, behind at most 256 bytes of white space. */
export const isArmored = async (reader: ByteReader): Promise<boolean> =>
  (await leadOf(reader)).text.startsWith(BEGIN)

/** A line of base64 into `room` at `start`; how many bytes it stands for. Throws where it is not canonical (RFC 4648, 3.5). */
const decodeLine = (line: Uint8Array, room: Bytes, start: number): number => {
  const valueAt = (at: number): number => values[line[at] ?? 0] ?? -1
  let at = start
  for (let from = 0; from < line.length; from += 4) {
    const [a, b, c, d] = [valueAt(from), valueAt(from + 1), valueAt(from + 2), valueAt(from + 3)]
    if (a < 0 || b < 0 || c < 0 || d < 0 || a === PAD || b === PAD) throw broken()
    if (d === PAD) {
      const unused = c === PAD ? b & 15 : c & 3
      if (from + 4 < line.length || unused !== 0) throw broken()
    } else if (c === PAD) throw broken()
    room[at++] = (a << 2) | (b >> 4)
    if (c !== PAD) room[at++] = ((b & 15) << 4) | (c >> 2)
    if (d !== PAD) room[at++] = ((c & 3) << 6) | d
  }
  return at - start
}

/** What was read of an armored text so far: which lines may come next. */
type Place = 'begin' | 'lines' | 'end' | 'behind'

/**
 * What an armored file holds (C2SP age, "ASCII armor"), in pieces: lines of 64 columns, the last one shorter, ends of lines LF or CRLF,
 * and nothing but white space behind it. Throws `damaged` where it is not so, before it tells the end.
 */
export const dearmored = (reader: ByteReader): Pull => {
  let place: Place = 'begin'

  /** Takes one line, without its end; how many bytes it stood for. */
  const take = (line: Uint8Array, room: Bytes, at: number): number => {
    if (place === 'lines' && line.length === LINE && line[0] !== DASH) {
      const length = decodeLine(line, room, at)
      if (length < LINE_BYTES) place = 'end'
      return length
    }
    const text = textOf(line)
    if (place === 'begin') {
      if (text !== BEGIN) throw broken()
      place = 'lines'
    } else if (place === 'behind') {
      if (text.trim() !== '') throw broken()
    } else if (text.trimEnd() === END) place = 'behind'
    else if (place === 'lines' && text.length > 0 && text.length < LINE && text.length % 4 === 0) {
      place = 'end'
      return decodeLine(line, room, at)
    } else throw broken()
    return 0
  }

  return async () => {
    if (place === 'begin') await reader.read((await leadOf(reader)).length)
    for (;;) {
      const block = await reader.peek(BLOCK_BYTES)
      if (block.length === 0) {
        if (place !== 'behind') throw broken()
        return undefined
      }
      const isLast = block.length < BLOCK_BYTES
      const room = new Uint8Array(Math.ceil(block.length / 4) * 3)
      let [from, at] = [0, 0]
      while (from < block.length) {
        const found = block.indexOf(NEW_LINE, from)
        if (found < 0 && !isLast) break
        const end = found < 0 ? block.length : found
        const isCrlf = end > from && block[end - 1] === RETURN
        at += take(block.subarray(from, isCrlf ? end - 1 : end), room, at)
        from = end + 1
      }
      if (from === 0) throw broken() // a line that does not end
      await reader.read(Math.min(from, block.length))
      if (at > 0) return room.subarray(0, at)
    }
  }
}
