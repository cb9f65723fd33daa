import { misconfigured } from '../core/errors.ts'
import { type Format, formats } from './formats.ts'

/** Which files are accepted, as an integrator writes it. */
export interface Limits {
  /** Tokens as on `<input type=file>`; `.pdf,.jpg,.png` when left out. Compared with the content, not with the name. */
  readonly accept?: string
  /** The largest file that may be sent, sealed: `20MiB`, `500kB`, or a number of bytes (20 MiB when left out). */
  readonly maxSize?: string | number
  readonly maxFiles?: number
  /** Whether a PDF is refused that opens only with a password or a certificate (no). */
  readonly refuseProtected?: boolean
}

/** The same, parsed. */
export interface Rules {
  /** Never empty. */
  readonly accept: readonly Format[]
  /** The most bytes of a sealed file. */
  readonly maxBytes: number
  /** Infinity where there is no limit. */
  readonly maxFiles: number
  readonly refuseProtected: boolean
  /** Whether what a picture holds beside the picture is left out. */
  readonly strips?: boolean
}

const DEFAULT_MAX_BYTES = 20 * 1024 ** 2

/** Parses `.pdf`, `image/png`, `image/*`. A token that matches no format is an error: intake could not check such files. */
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

/** kB, MB and GB are powers of 1,000, KiB, MiB and GiB powers of 1,024, in upper or lower case; a fraction of a byte is dropped. */
const parseSize = (size: string | number): number => {
  const [, number, unit = ' ', binary] =
    /^\s*(\d+(?:\.\d+)?)\s*(?:(?:([kmgt])(i?))?b)?\s*$/i.exec(`${size}`) ?? []
  const factor = (binary ? 1024 : 1000) ** ' kmgt'.indexOf(unit.toLowerCase())
  const bytes = Math.floor(Number(number) * factor)
  if (!(bytes >= 1 && Number.isSafeInteger(bytes)))
    throw misconfigured(`maxSize: "${size}" is no size; use 20MiB, 500kB or a number of bytes.`)
  return bytes
}

/** Throws `misconfigured`, with what to change, for a limit that cannot be parsed or checked. */
export const parseLimits = (limits: Limits = {}): Rules => {
  const { accept = '', maxSize, maxFiles = Number.POSITIVE_INFINITY, refuseProtected } = limits
  if (!(maxFiles >= 1 && (Number.isSafeInteger(maxFiles) || maxFiles === Number.POSITIVE_INFINITY)))
    throw misconfigured(`maxFiles: "${maxFiles}" is no number of files; use 1 or more.`)
  return {
    accept: parseAccept(accept),
    maxBytes: maxSize === undefined ? DEFAULT_MAX_BYTES : parseSize(maxSize),
    maxFiles,
    refuseProtected: Boolean(refuseProtected),
  }
}
