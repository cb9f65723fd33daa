// biome-ignore-all lint/suspicious/noControlCharactersInRegex: signatures are made of control characters
import type { Signature } from './signatures.ts'
import type { Slices } from './slices.ts'

const office = 'application/vnd.openxmlformats-officedocument.'
const openDocument = 'application/vnd.oasis.opendocument.'

/** The formats that are ZIP files, by the name of an entry. OpenDocument and EPUB begin with `mimetype`, not compressed. */
const zips: readonly (readonly [name: string, type: string, entry: string])[] = [
  ['DOCX', `${office}wordprocessingml.document`, 'word/'],
  ['XLSX', `${office}spreadsheetml.sheet`, 'xl/'],
  ['PPTX', `${office}presentationml.presentation`, 'ppt/'],
  ['ODT', `${openDocument}text`, `mimetype${openDocument}text`],
  ['ODS', `${openDocument}spreadsheet`, `mimetype${openDocument}spreadsheet`],
  ['ODP', `${openDocument}presentation`, `mimetype${openDocument}presentation`],
  ['EPUB', 'application/epub+zip', 'mimetypeapplication/epub+zip'],
]

/** The formats that are OLE files (Office up to 2003), by the streams in the directory. */
const oles: readonly (readonly [name: string, type: string, stream: string])[] = [
  ['DOC', 'application/msword', 'WordDocument'],
  ['XLS', 'application/vnd.ms-excel', 'Workbook'],
  ['PPT', 'application/vnd.ms-powerpoint', 'PowerPoint'],
]

const zipName = async (slices: Slices): Promise<Signature | undefined> => {
  // Local headers at the start, and the central directory at the end, which names every entry.
  const text =
    (await slices.text(0, 4096)) + (await slices.text(Math.max(0, slices.size - 65536), 65536))
  // A lookahead: the match must not consume the name, because the next header may follow directly behind it.
  const header = /PK(?:\x03\x04.{26}|\x01\x02.{42})(?=([ -~]{3,70}))/gs
  const names = Array.from(text.matchAll(header), ([, name = '']) => name)
  const found = zips.find(([, , entry]) => names.some(name => name.startsWith(entry)))
  return found && { name: found[0], type: found[1] }
}

const oleName = async (slices: Slices): Promise<Signature | undefined> => {
  // [MS-CFB] 2.2: the sector's size as a power of two at byte 30, the directory's first sector at byte 48.
  const header = (await slices.from(0, 512, 512)).slice(0, 512)
  if (header.length < 512) return undefined
  const view = new DataView(header.buffer)
  const start = (view.getUint32(48, true) + 1) * 2 ** view.getUint8(30)
  const directory = (await slices.text(start, 4096)).replaceAll('\0', '')
  const found = oles.find(([, , stream]) => directory.includes(stream))
  return found && { name: found[0], type: found[1] }
}

/** Looks into a ZIP or OLE file for the format that people know it by, such as DOCX. */
export const nameContainer = async (outer: Signature, slices: Slices): Promise<Signature> =>
  (outer.name === 'ZIP' && (await zipName(slices))) ||
  (outer.name === 'OLE' && (await oleName(slices))) ||
  outer
