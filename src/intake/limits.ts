import { misconfigured } from '../core/errors.ts'
import { type Format, formats } from './formats.ts'

/** What may come in. */
export interface Limits {
  /** Tokens as on `<input type=file>`: `.pdf,.jpg,.png` when left out. Judged by content. */
  readonly accept?: string
  /** What may be sent: `20MiB`, `500kB`, or bytes (20 MiB). */
  readonly maxSize?: string | number
  readonly maxFiles?: number
}

/** The same, read once. */
export interface Rules {
  /** Never empty. */
  readonly accept: readonly Format[]
  /** The most bytes of what is sent. */
  readonly maxBytes: number
  /** Infinity where there is no limit. */
  readonly maxFiles: number
}

const defaultMaxBytes = 20 * 1024 ** 2

/** `.pdf`, `image/png`, `image/*`; one that selects none of the three is an error: intake could not judge the file. */
const parseAccept = (accept: string): readonly Format[] => {
  const tokens = accept
    .toLowerCase()
    .split(',')
    .map(token => token.trim())
    .filter(Boolean)
  if (!tokens.length) return formats
  const chosen = new Set<Format>()
  for (const token of tokens) {
    const selected = formats.filter(
      ({ type, extensions }) =>
        token === type ||
        (token === 'image/jpg' && type === 'image/jpeg') || // not a media type, but many write it
        token === '*/*' ||
        (token.endsWith('/*') && type.startsWith(token.slice(0, -1))) ||
        extensions.includes(token.slice(token.startsWith('.') ? 1 : token.length)),
    )
    if (!selected.length)
      throw misconfigured(`accept: "${token}" cannot be checked; use .pdf, .jpg or .png.`)
    for (const format of selected) chosen.add(format)
  }
  return formats.filter(format => chosen.has(format))
}

/** kB, MB and GB count in thousands, KiB, MiB and GiB in 1,024s, in any case; a fraction of a byte is dropped. */
const parseSize = (size: string | number): number => {
  const [, number, unit = ' ', binary] =
    /^\s*(\d+(?:\.\d+)?)\s*(?:(?:([kmgt])(i?))?b)?\s*$/i.exec(`${size}`) ?? []
  const factor = (binary ? 1024 : 1000) ** ' kmgt'.indexOf(unit.toLowerCase())
  const bytes = Math.floor(Number(number) * factor)
  if (!(bytes >= 1 && Number.isSafeInteger(bytes)))
    throw misconfigured(`maxSize: "${size}" is no size; use 20MiB, 500kB or a number of bytes.`)
  return bytes
}

/** Throws `misconfigured`, with what to change, for what cannot be read or cannot be judged. */
export const parseLimits = (limits: Limits = {}): Rules => {
  const { accept = '', maxSize, maxFiles = Number.POSITIVE_INFINITY } = limits
  if (!(maxFiles >= 1 && (Number.isSafeInteger(maxFiles) || maxFiles === Number.POSITIVE_INFINITY)))
    throw misconfigured(`maxFiles: "${maxFiles}" is no number of files; use 1 or more.`)
  return {
    accept: parseAccept(accept),
    maxBytes: maxSize === undefined ? defaultMaxBytes : parseSize(maxSize),
    maxFiles,
  }
}
