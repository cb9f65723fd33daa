import { crc32 } from '../../../src/intake/content/crc32.ts'
import { u32 } from '../../unit/intake-build.ts'
import type { Chance } from '../chance.ts'
import {
  type Bytes,
  changeBytes,
  changedAt,
  changeList,
  join,
  latin1,
  shuffled,
  textOf,
} from '../mutate.ts'
import { pngs, type Sample } from '../samples.ts'
import type { Mutant } from './intake.ts'

interface Chunk {
  readonly type: string
  readonly body: Bytes
  readonly crc: Bytes
}

const SIGNATURE_BYTES = 8

/** The chunks of a picture that is whole. */
const chunksOf = (bytes: Bytes): Chunk[] => {
  const chunks: Chunk[] = []
  for (let at = SIGNATURE_BYTES; at + 12 <= bytes.length; ) {
    const length = Buffer.from(bytes.buffer, bytes.byteOffset).readUInt32BE(at)
    const end = at + 8 + length
    const type = textOf(bytes.subarray(at + 4, at + 8))
    chunks.push({ type, body: bytes.slice(at + 8, end), crc: bytes.slice(end, end + 4) })
    if (type === 'IEND') break
    at = end + 4
  }
  return chunks
}

const written = ({ type, body, crc }: Chunk): Bytes =>
  join(u32(body.length), latin1(type), body, crc)
const assembled = (head: Bytes, chunks: readonly Chunk[]): Bytes =>
  join(head, ...chunks.map(written))

/** The same with the sum that belongs to it. */
const summed = (chunk: Chunk): Chunk => ({
  ...chunk,
  crc: join(u32(crc32(join(latin1(chunk.type), chunk.body)))),
})

/** Text and times may stand anywhere before IEND, but not between the parts of the image. */
const METADATA = new Set(['tEXt', 'zTXt', 'iTXt', 'tIME', 'eXIf'])

const shuffleMetadata = (chunks: readonly Chunk[], chance: Chance): Chunk[] => {
  const more: Chunk[] = [1, 2, 3]
    .slice(chance.int(3))
    .map(nth => summed({ type: 'tEXt', body: latin1(`Comment\0number ${nth}`), crc: join() }))
  const moved = shuffled([...chunks.filter(({ type }) => METADATA.has(type)), ...more], chance)
  const rest = chunks.filter(({ type }) => !METADATA.has(type))
  const firstData = rest.findIndex(({ type }) => type === 'IDAT')
  const cut = chance.int(moved.length + 1)
  return [
    ...rest.slice(0, 1),
    ...moved.slice(0, cut),
    ...rest.slice(1, firstData),
    ...rest.slice(firstData, -1),
    ...moved.slice(cut),
    ...rest.slice(-1),
  ]
}

const isCritical = ({ type }: Chunk): boolean => type < 'a'

const changeCritical = (head: Bytes, chunks: readonly Chunk[], chance: Chance): Bytes => {
  const critical = chunks.filter(isCritical)
  const target = critical[chance.int(critical.length)]
  const before = chunks.slice(0, target ? chunks.indexOf(target) : 0)
  const start = assembled(head, before).length
  const whole = assembled(head, chunks)
  const length = target ? written(target).length : 1
  // The signature counts, too. Half of the draws go to length, type and sum.
  if (chance.isOneIn(10)) return changedAt(whole, chance.int(SIGNATURE_BYTES), chance)
  const frame = [0, 1, 2, 3, 4, 5, 6, 7, length - 4, length - 3, length - 2, length - 1]
  const at = chance.isOneIn(2) ? chance.pick(frame) : chance.int(length)
  return changedAt(whole, start + at, chance)
}

const TYPES = [
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tEXt',
  'eXIf',
  'iCCP',
  'acTL',
  'fdAT',
  'aaaa',
  'ABCD',
  '\0\0\0\0',
]

/** Changes that a program with a bug would make: the sums are right. */
const changeChunks = (head: Bytes, given: readonly Chunk[], chance: Chance): Bytes => {
  let chunks = [...given]
  for (let left = 1 + chance.int(3); left > 0; left--) {
    const at = chance.int(chunks.length)
    const chunk = chunks[at]
    if (!chunk || chance.isOneIn(2)) {
      chunks = changeList(chunks, chance)
      continue
    }
    const type = chance.isOneIn(3) ? chance.pick(TYPES) : chunk.type
    const body = chance.isOneIn(2) ? changeBytes(chunk.body, chance) : chunk.body
    chunks[at] = summed({ ...chunk, type, body })
  }
  const whole = assembled(head, chunks)
  if (!chance.isOneIn(4)) return whole
  // A length that lies.
  const place = chance.int(whole.length)
  const lie = chance.pick([0, 1, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, whole.length])
  return join(whole.subarray(0, place), u32(lie), whole.subarray(place + 4))
}

export const makePng = (chance: Chance): Mutant => {
  const sample: Sample = chance.pick(pngs)
  const head = sample.bytes.slice(0, SIGNATURE_BYTES)
  const chunks = chunksOf(sample.bytes)
  const whole = assembled(head, chunks)
  const base = { name: `${sample.name}.png`, original: whole }
  switch (chance.int(5)) {
    case 0:
      return {
        ...base,
        bytes: changeCritical(head, chunks, chance),
        promise: 'not accepted unsaid',
      }
    case 1:
      return {
        ...base,
        bytes: whole.slice(0, 1 + chance.int(whole.length - 1)),
        promise: 'not accepted unsaid',
      }
    case 2:
      return {
        ...base,
        bytes: assembled(head, shuffleMetadata(chunks, chance)),
        promise: 'same verdict',
      }
    case 3:
      return { ...base, bytes: changeChunks(head, chunks, chance), promise: 'only errors of ours' }
    default:
      return { ...base, bytes: changeBytes(whole, chance), promise: 'only errors of ours' }
  }
}
