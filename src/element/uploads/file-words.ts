import type { SealDropError } from '../../core/errors.ts'
import type { Format } from '../../intake/formats.ts'
import type { FaultCode, FileStrings } from '../strings/strings.ts'
import { fill, type Words } from '../words.ts'

/** The words of one language for files, with sizes and dates as its reader writes them. */
export interface FileWords extends Words {
  readonly fileStrings: FileStrings
  /** Two or three digits; `floor` for a limit, which must not promise more than fits. */
  size(bytes: number, round?: 'round' | 'floor'): string
  /** `share` from 0 to 1; never says 100% too early. */
  percent(share: number): string
  seconds(seconds: number): string
  /** Day and time, such as "tomorrow, 10:42". */
  when(iso: string, now: number): string
  error(error: SealDropError): string
  /** What may be added; '' while the largest size is not known. */
  hint(formats: readonly Format[], largest: number | undefined, isMultiple: boolean): string
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
const DAY_MS = 86_400_000

/** What is to be done about a format that is not taken depends on its kind. */
const KINDS: readonly (readonly [keyof FileStrings['wrongType'], RegExp])[] = [
  ['unknown', /^$/],
  ['heic', /^HEI[CF]$/],
  ['office', /^(DOC|XLS|PPT)X?$|^OD[TSP]$|^RTF$/],
  ['archive', /^(ZIP|RAR|7Z|TAR|GZIP)$/],
  ['program', /^(EXE|ELF)$/],
  ['page', /^HTML$/],
]

export const createFileWords = (words: Words, fileStrings: FileStrings): FileWords => {
  const { lang, strings, plural } = words
  // Made once: making one costs more than all the rest of a row.
  const numbers = new Map<string, Intl.NumberFormat>()
  const number = (value: number, style: string, unit = '', unitDisplay = ''): string => {
    const key = style + unit + unitDisplay
    const options = { style, ...(unit && { unit, unitDisplay }) } as Intl.NumberFormatOptions
    const format = numbers.get(key) ?? new Intl.NumberFormat(lang, options)
    numbers.set(key, format)
    return format.format(value)
  }
  const days = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' })
  const dates = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short' })
  const times = new Intl.DateTimeFormat(lang, { hour: 'numeric', minute: '2-digit' })
  const lists = new Intl.ListFormat(fileStrings.listLang, { type: 'disjunction' })

  const size: FileWords['size'] = (bytes, round = 'round') => {
    let power = 0
    let value = bytes
    // 999.5 would be written as 1,000.
    while (value >= 999.5 && power < BYTE_UNITS.length - 1) {
      value /= 1000
      power++
    }
    const steps = power < 2 || value >= 100 ? 1 : 10
    const unit = BYTE_UNITS[power] ?? 'byte'
    return number(Math[round](value * steps) / steps, 'unit', unit, power === 0 ? 'long' : 'short')
  }

  return {
    ...words,
    fileStrings,
    size,
    percent: share => number(Math.floor(share * 100) / 100, 'percent'),
    seconds: seconds =>
      seconds < 100
        ? number(seconds, 'unit', 'second', 'short')
        : number(Math.ceil(seconds / 60), 'unit', 'minute', 'short'),
    when(iso, now) {
      const at = new Date(iso)
      const midnight = (time: number | string): number => new Date(time).setHours(0, 0, 0, 0)
      const ahead = Math.round((midnight(iso) - midnight(now)) / DAY_MS)
      const day = ahead === 0 || ahead === 1 ? days.format(ahead, 'day') : dates.format(at)
      return `${day}, ${times.format(at)}`
    },
    error({ code, details = {} }) {
      const { maxBytes, maxFiles, found = '', accepted = '' } = details
      if (code === 'too-large' && typeof maxBytes === 'number')
        return fill(fileStrings.tooLarge, { size: size(maxBytes, 'floor') })
      if (code === 'too-many' && typeof maxFiles === 'number')
        return plural(fileStrings.tooMany, maxFiles)
      if (code === 'wrong-type' && 'found' in details) {
        const [kind = 'other'] = KINDS.find(([, pattern]) => pattern.test(`${found}`)) ?? []
        const types = lists.format(`${accepted}`.split(', '))
        return fill(fileStrings.wrongType[kind], { found, types })
      }
      const texts: Readonly<Record<string, string>> = { ...strings.fault, ...fileStrings.error }
      return texts[code] ?? fileStrings.error.protocol
    },
    hint(formats, largest, isMultiple) {
      if (largest === undefined) return ''
      const types = lists.format(formats.map(({ name }) => name))
      const template = isMultiple ? fileStrings.hint.each : fileStrings.hint.one
      return fill(template, { types, size: size(largest, 'floor') })
    },
  }
}

export const isFault = (code: string): code is FaultCode =>
  code === 'misconfigured' || code === 'insecure-context' || code === 'unsupported'
