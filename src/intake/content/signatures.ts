// biome-ignore-all lint/suspicious/noControlCharactersInRegex: signatures are made of control characters

/** A format by its first bytes. `name` is for people, `type` is a media type. */
export interface Signature {
  readonly name: string
  readonly type: string
}

/** How many bytes at the start are examined. */
export const HEAD_BYTES = 4096

/**
 * Tried in order, the first match wins. A PDF's header may stand anywhere in the first 1,024 bytes, so PDF comes after
 * all formats that are known by their very first bytes. A JPEG with `%PDF-` in a comment is a picture. A ZIP or TAR whose first
 * entry is a PDF, and an HTML page or a program that is a PDF too, count as what a browser or an operating system would open
 * them as. No honest PDF starts like one of these. With other junk in front (a mail header, a printer command, a PHP warning)
 * it is a PDF, as it is for PDF readers.
 */
const signatures: readonly (readonly [name: string, type: string, pattern: RegExp])[] = [
  // A file that ends within its signature is a damaged picture, not an unknown format, so a single byte may be enough.
  ['JPG', 'image/jpeg', /^\xff(\xd8(\xff|$)|$)/],
  ['PNG', 'image/png', /^\x89(P(N(G|$)|$)|$)/],
  ['AVIF', 'image/avif', /^.{4}ftyp(.{4}){0,16}?avi[fs]/s],
  ['HEIC', 'image/heic', /^.{4}ftyp(.{4}){0,16}?he[iv][cmsx]/s],
  ['HEIF', 'image/heif', /^.{4}ftyp(.{4}){0,16}?m[is]f1/s],
  ['MOV', 'video/quicktime', /^.{4}(ftypqt|moov|wide|mdat)/s],
  ['MP4', 'video/mp4', /^.{4}ftyp/s],
  ['GIF', 'image/gif', /^GIF8/],
  ['WEBP', 'image/webp', /^RIFF.{4}WEBP/s],
  ['TIFF', 'image/tiff', /^(II\*\0|MM\0\*)/],
  ['BMP', 'image/bmp', /^BM.{4}\0{4}/s],
  ['JXL', 'image/jxl', /^(\xff\n|\0{3}\fJXL )/],
  ['EXE', 'application/vnd.microsoft.portable-executable', /^MZ/],
  ['ELF', 'application/x-elf', /^\x7fELF/],
  ['ZIP', 'application/zip', /^PK(\x03\x04|\x05\x06|\x07\x08)/],
  ['OLE', 'application/x-ole-storage', /^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/],
  ['7Z', 'application/x-7z-compressed', /^7z\xbc\xaf\x27\x1c/],
  ['RAR', 'application/vnd.rar', /^Rar!\x1a\x07/],
  ['GZIP', 'application/gzip', /^\x1f\x8b\x08/],
  ['TAR', 'application/x-tar', /^.{257}ustar/s],
  ['RTF', 'application/rtf', /^\{\\rtf/],
  ['AGE', 'application/age', /^(age-encryption\.org\/v1|-----BEGIN AGE ENCRYPTED)/],
  ['PGP', 'application/pgp-encrypted', /^-----BEGIN PGP/],
  ['SVG', 'image/svg+xml', /^(\xef\xbb\xbf)?\s*(<[?!][^>]*>\s*)*<svg\b/i],
  [
    'HTML',
    'text/html',
    /^(\xef\xbb\xbf)?\s*(<[?!][^>]*>\s*)*<(!doctype html|html|head|body|script)\b/i,
  ],
  ['XML', 'application/xml', /^(\xef\xbb\xbf)?\s*<\?xml\b/],
  ['PDF', 'application/pdf', /^.{0,1019}%PDF-/s],
]

/** The format of a file by its first bytes. `head`: the first 4,096 of them, or all if there are fewer. */
export const sniff = (head: Uint8Array): Signature | undefined => {
  const start = String.fromCharCode(...head.subarray(0, HEAD_BYTES))
  const found = signatures.find(([, , pattern]) => pattern.test(start))
  return found && { name: found[0], type: found[1] }
}
