/** What file systems take, in bytes of UTF-8. */
export const maxNameBytes = 255
/** A longer "extension" is the end of a sentence, not a type, and may be cut. */
const maxExtensionBytes = 32
const fallback = 'file'

/**
 * What is never shown and can lie about what is: control characters, line and paragraph separators, lone surrogates, and
 * all format characters (bidi controls, byte-order mark, zero-width space, word joiner, soft hyphen, tags). U+200C and
 * U+200D stay: Persian, the Indic scripts and emoji are spelled with them.
 */
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** Windows opens a device instead of a file of this name, whatever its extension. */
const device = /^(con|prn|aux|nul|(com|lpt)[\d¹²³])\s*(\.|$)/i

/** The longest start of `text` that fits `maxBytes` of UTF-8; never half a character. */
const cut = (text: string, maxBytes: number): string =>
  text.slice(0, new TextEncoder().encodeInto(text, new Uint8Array(maxBytes)).read)

/** Windows drops dots and spaces at the end, so `..` and `a.exe.` mean something else there. Joiners join nothing there. */
const withoutTail = (name: string): string => {
  let end = name.length
  while (end > 0 && /[.\s\u200c\u200d]/.test(name.charAt(end - 1))) end--
  return name.slice(0, end)
}

/**
 * A file's name made safe to show, to send and to save: NFC, no invisible or bidi characters, no path, no device name,
 * 1 to `maxBytes` (255) bytes of UTF-8 with the extension kept. `file` where nothing is left. A safe name stays as it is.
 */
export const safeName = (name: string, maxBytes: number = maxNameBytes): string => {
  const seen = name.replace(unseen, '').normalize('NFC')
  const path = Math.max(seen.lastIndexOf('/'), seen.lastIndexOf('\\'))
  const last = withoutTail(seen.slice(path + 1)).trimStart() || fallback
  const whole = device.test(last) ? `_${last}` : last
  const dot = whole.lastIndexOf('.')
  const extension = dot > 0 ? whole.slice(dot) : ''
  const { length } = new TextEncoder().encode(extension)
  if (!length || length > maxExtensionBytes) return withoutTail(cut(whole, maxBytes)) || fallback
  return cut(whole.slice(0, whole.length - extension.length), maxBytes - length) + extension
}

const SUFFIX_OF_TYPE: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
}

/** The usual end of a name for this media type; empty where we know none. */
export const suffixOf = (type: string): string => SUFFIX_OF_TYPE[type] ?? ''
