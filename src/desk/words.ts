import { formats } from '../intake/formats.ts'
import { fill } from '../words/fill.ts'
import { type Gaps, isForeign, listedWith } from '../words/gaps.ts'
import { NEUTRAL } from '../words/neutral.ts'
import { createNumbers, type Numbers } from '../words/numbers.ts'
import { type PluralText, pluralIn } from '../words/plural.ts'
import { en } from './strings/en.ts'
import type { DeskStrings } from './strings/strings.ts'
import { visible } from './text.ts'

/** The words of one language, with numbers and times as its reader writes them. */
export interface DeskWords extends Numbers {
  readonly strings: DeskStrings
  readonly plural: PluralText
  /** All bytes of it: "1,234 bytes". */
  bytes(bytes: number): string
  /** From 0 to 100. */
  percent(percent: number): string
  /** A time in a record (ISO 8601, UTC). Any other text is only made safe to show. */
  time(text: string): string
  /** A media type as a sender claims it. */
  kind(type: string): string
  remark(remark: string): string
  check(check: string): string
  /** Kinds of documents that can be checked: "PDF, JPG or PNG". */
  readonly types: string
}

/** `Object.hasOwn`, because a record may contain the word `constructor`. */
const known = (words: Readonly<Record<string, string>>, code: string): string | undefined =>
  Object.hasOwn(words, code) ? words[code] : undefined

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

/** Without other words it is English. `gaps`: where the browser itself may not have the language. */
export const createDeskWords = (
  locale = 'en-GB',
  strings: DeskStrings = en,
  gaps?: Pick<Gaps, 'or'>,
): DeskWords => {
  const own = gaps && isForeign(strings.lang) ? gaps : undefined
  const numbers = createNumbers(locale, strings.lang)
  const { lang } = numbers
  const lists = new Intl.ListFormat(strings.lang, { type: 'disjunction' })
  const times = new Intl.DateTimeFormat(own ? NEUTRAL : lang, {
    dateStyle: own ? 'short' : 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  const codeWords = (words: Readonly<Record<string, string>>, code: string): string =>
    known(words, code) ?? fill(strings.quoted, { code: visible(code, 60) })
  return {
    ...numbers,
    strings,
    plural: pluralIn(lang, numbers),
    bytes: bytes => numbers.number(bytes, { style: 'unit', unit: 'byte', unitDisplay: 'long' }),
    percent: percent => numbers.number(percent / 100, { style: 'percent' }),
    time: text =>
      ISO.test(text) && !Number.isNaN(Date.parse(text))
        ? `${times.format(new Date(text))} UTC`
        : visible(text),
    kind: type =>
      formats.find(format => format.type === type)?.name ??
      (visible(type, 60) || strings.table.nothing),
    remark: remark => codeWords(strings.remark, remark),
    check: check => codeWords(strings.check, check),
    types: (own ? listedWith(own.or) : (names: string[]) => lists.format(names))(
      formats.map(({ name }) => name),
    ),
  }
}

/** A warning about a document that is not a PDF, JPG or PNG; undefined for those. */
export const cautionFor = (
  { strings: { caution }, types }: DeskWords,
  format: string,
): string | undefined => {
  if (formats.some(({ name }) => name === format)) return undefined
  if (['EXE', 'ELF'].includes(format)) return caution.program
  if (['HTML', 'SVG', 'XML'].includes(format)) return fill(caution.script, { format })
  return fill(format ? caution.other : caution.unknown, { format, types })
}

/** A step of several: "1. Your identity". */
export const numbered = ({ number }: DeskWords, n: number, text: string): string =>
  `${number(n)}. ${text}`
