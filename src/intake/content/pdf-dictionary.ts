import { fromHex } from '../../core/bytes.ts'
import { bytesOf, textOf } from './slices.ts'

/**
 * The entries of one PDF dictionary (ISO 32000-2, 7.3.7): each value as it is written, by its key without the slash. Names
 * in nested dictionaries, strings and comments are no keys of it.
 */
export type PdfDictionary = ReadonlyMap<string, string>

const token = /%[^\r\n]*|<<|>>|[[\](){}]|<[^<>]*>|\/[^\s\0()<>[\]{}/%]*|[^\s\0()<>[\]{}/%]+/g

/** The offset behind a string whose opening parenthesis ends at `at`. Parentheses nest; a backslash escapes one character. */
const stringEnd = (text: string, at: number): number => {
  const mark = /\\.|[()]/gs
  mark.lastIndex = at
  for (let depth = 1; depth > 0; ) {
    const found = mark.exec(text)
    if (!found) return text.length
    if (found[0] === '(') depth++
    if (found[0] === ')') depth--
  }
  return mark.lastIndex
}

/** The key that a name stands for: any character may be written as `#` and two hex digits. */
const keyOf = (name: string): string =>
  name
    .slice(1)
    .replace(/#([\da-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))

/** Parses the dictionary that `text` starts with; undefined where there is none, or where it does not end. */
export const parseDictionary = (text: string): PdfDictionary | undefined => {
  const entries = new Map<string, string>()
  const tokens = new RegExp(token)
  let depth = 0
  let key: string | undefined
  let start = 0
  let end = 0
  const endEntry = (): void => {
    if (key !== undefined && end) entries.set(key, text.slice(start, end))
  }
  for (let found = tokens.exec(text); found; found = tokens.exec(text)) {
    const [raw] = found
    if (raw.startsWith('%')) continue
    if (depth === 0 && raw !== '<<') return undefined
    if (raw === '(') tokens.lastIndex = stringEnd(text, tokens.lastIndex)
    if ((raw === '>>' || raw === ']') && --depth === 0) {
      endEntry()
      return entries
    }
    // A name where a value should be is that value.
    if (depth === 1 && raw.startsWith('/') && (key === undefined || end)) {
      endEntry()
      key = keyOf(raw)
      end = 0
    } else if (key !== undefined) {
      if (!end) start = found.index
      end = tokens.lastIndex
    }
    if (raw === '<<' || raw === '[') depth++
  }
  return undefined
}

/** The longest string that is read, as it is written: those of an encryption take 200 characters at most. */
const MAX_STRING = 4096

/** The bytes of the string that a value is, or that an array begins with; undefined where there is none. */
export const stringIn = (value: string | undefined = ''): Uint8Array<ArrayBuffer> | undefined => {
  const [opened = '', mark] = /^\[?[\s\0]*([(<])(?!<)/.exec(value) ?? []
  if (!mark) return undefined
  if (mark === '<') {
    const digits = value.slice(opened.length, MAX_STRING).split('>', 1)[0] ?? ''
    return fromHex(`${digits.replace(/[^\da-f]/gi, '')}0`)
  }
  const end = Math.min(stringEnd(value, opened.length) - 1, MAX_STRING)
  const text = value
    .slice(opened.length, end)
    .replace(/\\([0-7]{1,3}|\r\n|.)|\r\n?/gs, (_, escaped = 'n') => {
      if (/[0-7]/.test(escaped)) return textOf(Number.parseInt(escaped, 8))
      if (/[\r\n]/.test(escaped)) return ''
      // What is not among these stands for itself.
      return '\n\r\t\b\f'['nrtbf'.indexOf(escaped)] ?? escaped
    })
  return bytesOf(text)
}

/** Whether a trailer's dictionary says that the document is encrypted. */
export const isEncryptedBy = (trailer: PdfDictionary | undefined): boolean =>
  (trailer?.get('Encrypt') ?? 'null') !== 'null'
