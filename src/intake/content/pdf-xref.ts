import { type PdfDictionary, parseDictionary } from './pdf-dictionary.ts'
import type { Slices } from './slices.ts'

/** One cross-reference section: a table or a stream object. */
export interface XrefSection {
  /** The trailer of a table, or the dictionary of a stream; absent where it cannot be parsed. */
  readonly dictionary?: PdfDictionary | undefined
}

/** No document seen has more updates. A hostile chain of sections ends here. */
const MAX_SECTIONS = 64

/** The dictionary at `start`. Most fit into the first read; those of some streams list thousands of numbers. */
export const dictionaryAt = async (
  slices: Slices,
  start: number,
): Promise<PdfDictionary | undefined> =>
  parseDictionary(await slices.text(start, 1 << 12)) ??
  parseDictionary(await slices.text(start, 1 << 20))

/** The trailer behind a table that starts at `start`: a table holds nothing but digits, `f`, `n` and white space. */
const trailerAfter = async (slices: Slices, start: number): Promise<PdfDictionary | undefined> => {
  for (let at = start; at < slices.size; ) {
    const text = await slices.text(at, 1 << 16)
    const end = text.search(/[^\d\s\0fn]/)
    if (end >= 0)
      return (await slices.text(at + end, 7)) === 'trailer'
        ? dictionaryAt(slices, at + end + 7)
        : undefined
    at += text.length
  }
  return undefined
}

/** White space and comments before a section. */
const TABLE = /^(?:[\s\0]|%[^\r\n]*[\r\n])*xref[\s\0]+(?=\d+[\s\0]+\d|trailer)/
const STREAM = /^(?:[\s\0]|%[^\r\n]*[\r\n])*\d+[\s\0]+\d+[\s\0]+obj/

const sectionAt = async (slices: Slices, start: number): Promise<XrefSection | undefined> => {
  const text = await slices.text(start, 1024)
  const table = TABLE.exec(text)
  if (table) return { dictionary: await trailerAfter(slices, start + table[0].length) }
  const stream = STREAM.exec(text)
  if (!stream) return undefined
  const dictionary = await dictionaryAt(slices, start + stream[0].length)
  return dictionary?.get('Type') === '/XRef' ? { dictionary } : undefined
}

/**
 * The sections from the one at `offset` on, newest first, following `/XRefStm` and `/Prev`; none where there is no section at
 * `offset`. Offsets count from the file's start or, where something stands before the header, from `header`.
 */
export const xrefSections = async (
  slices: Slices,
  header: number,
  offset: number,
): Promise<readonly XrefSection[]> => {
  const sections: XrefSection[] = []
  const offsets = new Set([offset])
  // Iterating over a Set includes what is added meanwhile, and nothing twice, so a chain that leads back to itself ends.
  for (const at of offsets) {
    const section =
      (await sectionAt(slices, at)) ?? (header ? await sectionAt(slices, at + header) : undefined)
    if (section) sections.push(section)
    for (const key of ['XRefStm', 'Prev']) {
      const next = section?.dictionary?.get(key)
      if (next && offsets.size < MAX_SECTIONS) offsets.add(Number.parseInt(next, 10))
    }
  }
  return sections
}
