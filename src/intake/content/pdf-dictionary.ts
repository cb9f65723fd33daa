/**
 * The entries of one PDF dictionary (ISO 32000-2, 7.3.7): the first token of each value, by its key without the slash. Nested
 * dictionaries, strings and comments are skipped, whatever is in them.
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
  for (let found = tokens.exec(text); found; found = tokens.exec(text)) {
    const [raw] = found
    if (raw.startsWith('%')) continue
    if (depth === 0 && raw !== '<<') return undefined
    if (raw === '(') tokens.lastIndex = stringEnd(text, tokens.lastIndex)
    if (raw === '>>' || raw === ']') depth--
    else if (depth === 1) {
      if (key !== undefined) entries.set(key, raw)
      // The other tokens of a value such as `12 0 R` are not names, so they do not start an entry.
      key = key === undefined && raw.startsWith('/') ? keyOf(raw) : undefined
    }
    if (raw === '<<' || raw === '[') depth++
    if (depth === 0) return entries
  }
  return undefined
}

/** Whether a trailer's dictionary says that the document is encrypted. */
export const isEncryptedBy = (trailer: PdfDictionary | undefined): boolean =>
  (trailer?.get('Encrypt') ?? 'null') !== 'null'
