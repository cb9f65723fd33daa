/** What file systems take, in bytes of UTF-8. */
export const MAX_NAME_BYTES = 255
/** More than this behind a dot, the dot included, is the end of a sentence and no extension: it need not be kept. */
const MAX_EXTENSION_BYTES = 32
const FALLBACK = 'file'

/**
 * Invisible characters, which can make a name look like another one: control characters, line and paragraph separators, lone
 * surrogates, and all format characters (bidi controls, byte-order mark, zero-width space, word joiner, soft hyphen, tags).
 * U+200C and U+200D stay: Persian, the Indic scripts and emoji are spelled with them.
 */
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** Windows opens a device instead of a file of this name, whatever its extension. */
const device = /^(con|prn|aux|nul|(com|lpt)[\d¹²³])\s*(\.|$)/i

/**
 * The longest start of `text` that fits `maxBytes` of UTF-8; never half of what a reader takes for one character, such as a family or
 * an Indic syllable, where the browser knows (Firefox does from 125 on) and there is another one before it.
 */
const cut = (text: string, maxBytes: number): string => {
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(maxBytes))
  if (read === text.length || !('Segmenter' in Intl)) return text.slice(0, read)
  const across = new Intl.Segmenter().segment(text).containing(read)
  return text.slice(0, across?.index || read)
}

/**
 * The name without dots and spaces at its end: Windows drops them, so `..` and `a.exe.` mean something else there. A joiner at
 * the end has nothing to join, so it goes too.
 */
const withoutTail = (name: string): string => {
  let end = name.length
  while (end > 0 && /[.\s\u200c\u200d]/.test(name.charAt(end - 1))) end--
  return name.slice(0, end)
}

/**
 * A file's name made safe to show, to send and to save: NFC, no invisible or bidi characters, no path, no device name,
 * 1 to `maxBytes` (255) bytes of UTF-8 with the extension kept. `file` where nothing is left. A safe name stays as it is.
 */
export const safeName = (name: string, maxBytes: number = MAX_NAME_BYTES): string => {
  const seen = name.replace(unseen, '').normalize('NFC')
  const path = Math.max(seen.lastIndexOf('/'), seen.lastIndexOf('\\'))
  const last = withoutTail(seen.slice(path + 1)).trimStart() || FALLBACK
  const whole = device.test(last) ? `_${last}` : last
  const dot = whole.lastIndexOf('.')
  const extension = dot > 0 ? whole.slice(dot) : ''
  const { length } = new TextEncoder().encode(extension)
  if (!length || length > MAX_EXTENSION_BYTES) return withoutTail(cut(whole, maxBytes)) || FALLBACK
  return cut(whole.slice(0, whole.length - extension.length), maxBytes - length) + extension
}

const SUFFIX_OF_TYPE: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
}

/** The usual extension for this media type, with its dot; empty where we know none. */
export const suffixOf = (type: string): string => SUFFIX_OF_TYPE[type] ?? ''
