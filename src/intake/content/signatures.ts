// biome-ignore-all lint/suspicious/noControlCharactersInRegex: signatures are made of control characters

/** A format by its first bytes. `name` is for people, `type` is a media type. */
export interface Signature {
  readonly name: string
  readonly type: string
}

/** How many bytes at the start are examined. */
export const HEAD_BYTES = 4096

/** A text whose first tag is one of these, behind declarations and comments. */
const markup = (tags: string): RegExp =>
  new RegExp(`^(\\xef\\xbb\\xbf)?\\s*(<[?!][^>]*>\\s*)*<(${tags})\\b`, 'i')

/**
 * Tried in order, the first match wins. A JPEG with `%PDF-` in a comment is a picture. A ZIP, TAR or signed message (CMS) that
 * begins with a PDF, and a program that is a PDF too, count as what a browser or an operating system would open them as. No honest
 * PDF starts like one of these. A PDF behind anything else is found by `kindOf`.
 */
const signatures: readonly (readonly [name: string, type: string, pattern: RegExp])[] = [
  // A file that ends within its signature is a damaged picture, not an unknown format, so a single byte may be enough.
  ['JPG', 'image/jpeg', /^\xff(\xd8(\xff|$)|$)/],
  // What Xcode makes of a PNG: only Apple's systems decode it.
  ['CGBI', 'image/x-cgbi', /^\x89PNG\r\n\x1a\n.{4}CgBI/s],
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
  // Signed data in DER or BER (RFC 5652). Its first bytes hold those of the document that was signed.
  ['P7M', 'application/pkcs7-mime', /^0.{1,5}?\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02/s],
  ['FDF', 'application/fdf', /^%FDF-/],
  ['EPS', 'application/postscript', /^(\xc5\xd0\xd3\xc6|\x04?%!PS-Adobe-\S+ EPSF-)/],
  ['PS', 'application/postscript', /^\x04?%!PS/],
  ['SVG', 'image/svg+xml', markup('svg')],
  ['XFDF', 'application/xfdf', markup('xfdf')],
  ['HTML', 'text/html', markup('!doctype html|html|head|body|script')],
  ['XML', 'application/xml', /^(\xef\xbb\xbf)?\s*<\?xml\b/],
  ['PDF', 'application/pdf', /^(\xef\xbb\xbf)?[\t\n\f\r \0]{0,1020}%PDF-/],
]

/** The format of a file by its first bytes. `head`: the first 4,096 of them, or all if there are fewer. */
export const sniff = (head: Uint8Array): Signature | undefined => {
  const start = String.fromCharCode(...head.subarray(0, HEAD_BYTES))
  const found = signatures.find(([, , pattern]) => pattern.test(start))
  return found && { name: found[0], type: found[1] }
}
