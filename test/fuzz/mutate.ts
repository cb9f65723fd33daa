import type { Chance } from './chance.ts'

export type Bytes = Uint8Array<ArrayBuffer>

export const join = (...parts: readonly Uint8Array[]): Bytes => new Uint8Array(Buffer.concat(parts))
export const latin1 = (text: string): Bytes => new Uint8Array(Buffer.from(text, 'latin1'))
export const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')

/** Another value at this place, for sure. */
export const changedAt = (bytes: Uint8Array, at: number, chance: Chance): Bytes => {
  const copy = new Uint8Array(bytes)
  copy[at] = (copy[at] ?? 0) ^ (chance.isOneIn(2) ? 1 + chance.int(255) : 1 << chance.int(8))
  return copy
}

/** One change that knows nothing of what the bytes mean. */
export const changeBytes = (
  bytes: Uint8Array,
  chance: Chance,
  other: Uint8Array = bytes,
): Bytes => {
  const { length } = bytes
  const at = chance.int(length + 1)
  const count = Math.min(chance.isOneIn(3) ? chance.int(length + 1) : chance.int(33), length - at)
  const [before, piece, after] = [
    bytes.subarray(0, at),
    bytes.subarray(at, at + count),
    bytes.subarray(at + count),
  ]
  switch (chance.int(7)) {
    case 0:
      return join(before) // cut
    case 1:
      return join(before, after) // taken out
    case 2:
      return join(before, piece, piece, after) // twice
    case 3:
      return join(before, chance.bytes(1 + chance.int(64)), after) // put in
    case 4:
      return join(before, new Uint8Array(count).fill(chance.pick([0, 0xff, 0x20])), after)
    case 5:
      return join(before, other.subarray(chance.int(other.length + 1)))
    default:
      return length > 0 ? changedAt(bytes, Math.min(at, length - 1), chance) : join(bytes)
  }
}

/** The list with one of its parts taken out, put twice, moved, or exchanged with another. */
export const changeList = <Part>(parts: readonly Part[], chance: Chance): Part[] => {
  const copy = [...parts]
  if (copy.length === 0) return copy
  const [from, to] = [chance.int(copy.length), chance.int(copy.length)]
  const part = copy[from]
  const other = copy[to]
  if (part === undefined || other === undefined) return copy
  switch (chance.int(4)) {
    case 0:
      copy.splice(from, 1)
      break
    case 1:
      copy.splice(to, 0, part)
      break
    case 2:
      copy.splice(from, 1)
      copy.splice(to, 0, part)
      break
    default:
      copy[from] = other
      copy[to] = part
  }
  return copy
}

export const shuffled = <Part>(parts: readonly Part[], chance: Chance): Part[] => {
  const copy = [...parts]
  for (let at = copy.length - 1; at > 0; at--) {
    const to = chance.int(at + 1)
    const [a, b] = [copy[at], copy[to]]
    if (a !== undefined && b !== undefined) [copy[at], copy[to]] = [b, a]
  }
  return copy
}

const LETTERS = [
  ...['\0', '\n', '\r\n', '\t', ' ', '"', "'", '\\', '/', '..', '%2e', ';', ',', '<', '&', '='],
  ...['\u202e', '\u200b', '\u200d', '\ufeff', '\ud800', '\udfff', 'e\u0301', 'Å', '😀', '字'],
  ...[
    '__proto__',
    'constructor',
    'then',
    'toString',
    'CON',
    'nul.',
    '.pdf',
    'data:',
    'javascript:',
  ],
]

/** A text that somebody hostile, or careless, might write. */
export const hostileText = (chance: Chance, most = 40): string => {
  if (chance.isOneIn(12)) return chance.pick(LETTERS).repeat(1 + chance.int(20_000))
  let text = ''
  for (let left = chance.int(most); left > 0; left--)
    text += chance.isOneIn(3)
      ? chance.pick(LETTERS)
      : String.fromCodePoint(chance.isOneIn(4) ? chance.int(0x11_0000) : 32 + chance.int(95))
  return text
}

/** One change to a text. */
export const changeText = (text: string, chance: Chance): string => {
  const at = chance.int(text.length + 1)
  const to = Math.min(text.length, at + chance.int(9))
  switch (chance.int(6)) {
    case 0:
      return text.slice(0, at) + text.slice(to)
    case 1:
      return text.slice(0, at) + hostileText(chance, 4) + text.slice(at)
    case 2:
      return text.slice(0, at) + hostileText(chance, 2) + text.slice(at + 1)
    case 3:
      return chance.pick([text.toUpperCase(), ` ${text}`, `${text}\n`, text + text])
    case 4:
      return text.slice(0, to) + text.slice(at)
    default:
      return hostileText(chance)
  }
}
