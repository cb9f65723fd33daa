import { formats } from '../intake/formats.ts'
import { visible } from './text.ts'

/** Why a file did not open. */
export type Trouble =
  | 'damaged'
  | 'no-identity'
  | 'unsupported'
  | 'other-pdf'
  | 'too-slow'
  | 'unreadable'
  | 'failed'

export const troubleWords: Readonly<Record<Trouble, string>> = {
  damaged:
    'Damaged. It was cut or changed after sealing, or what it says of itself is not true. Nothing of it is released. Ask for it again.',
  'no-identity':
    'Nothing you gave above opens it: it was sealed for someone else. Add the right identity and it is tried again.',
  unsupported: 'Not a sealed file: this desk opens what was sealed with age.',
  'other-pdf':
    'A PDF that this desk finds no sealed file in. It may have been stamped or saved again on its way: if it has an attachment, save that and add it here.',
  'too-slow':
    'Its passphrase takes more work than this page does: it would stand still for seconds. Open it with the age command: age -d.',
  unreadable: 'It could not be read. It may be a folder, or have been moved or deleted.',
  failed: 'It could not be opened. It may be too large for this browser.',
}

/** A media type as a sender claims it. */
export const kindWords = (type: string): string =>
  formats.find(format => format.type === type)?.name ?? (visible(type, 60) || 'Nothing')

const REMARKS: Readonly<Record<string, string>> = {
  'name-mismatch': 'The name says another kind of file.',
  encrypted: 'The PDF is protected. It seems to open without a password.',
  'password-needed': 'The PDF asks for a password. Only the sender can tell it.',
  'certificate-needed': 'The PDF opens only with a certificate that it was encrypted for.',
  'no-end-marker': 'The PDF may have been cut off. See that its last page is there.',
  'location-data': 'The photo says where it was taken.',
  'leading-data':
    'Something stands before the document. Open it with a PDF reader, and with nothing else.',
  'trailing-data': 'Something follows the document, or its last change was cut off.',
  'not-shown': 'A browser cannot show this picture.',
  'near-limit': 'It is close to the largest size.',
}

/** What a remark means, if we know it. `Object.hasOwn`, because a record may contain the word `constructor`. */
const known = (words: Readonly<Record<string, string>>, code: string): string =>
  (Object.hasOwn(words, code) ? words[code] : undefined) ?? `“${visible(code, 60)}”.`

export const remarkWords = (remark: string): string => known(REMARKS, remark)

const CHECKS: Readonly<Record<string, string>> = {
  size: 'Its size.',
  type: 'Its kind, by content.',
  structure: 'That it is whole.',
}

export const checkWords = (check: string): string => known(CHECKS, check)

/** A warning about a document that is not a PDF, JPG or PNG; undefined for those. */
export const cautionFor = (format: string): string | undefined => {
  if (formats.some(({ name }) => name === format)) return undefined
  if (['EXE', 'ELF'].includes(format)) return 'This is a program. Do not start it.'
  if (['HTML', 'SVG', 'XML'].includes(format))
    return `This is ${format}, which can run scripts when it is opened. Open it only in a text editor.`
  return `This is no PDF, JPG or PNG${format && `, but ${format}`}. Open it only if you expected it.`
}
