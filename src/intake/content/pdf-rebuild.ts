import { isEncryptedBy, type PdfDictionary } from './pdf-dictionary.ts'
import { dictionaryAt } from './pdf-xref.ts'
import type { Slices } from './slices.ts'

const SPAN_BYTES = 1 << 20
/** How many bytes before its `/Encrypt` key a trailer's dictionary may start. */
const LOOK_BACK_BYTES = 1 << 16
/** A hostile file may have a million such keys, and each costs a read backwards. */
const MAX_KEYS = 64

/** The trailer or cross-reference stream whose entry the key at `at` is; undefined for words on a page. */
const trailerOf = async (slices: Slices, at: number): Promise<PdfDictionary | undefined> => {
  const start = Math.max(0, at - LOOK_BACK_BYTES)
  const before = await slices.text(start, at - start)
  const trailer = before.lastIndexOf('trailer')
  const object = before.lastIndexOf('obj')
  const isTrailer = trailer > object
  const dictionary = await dictionaryAt(slices, start + (isTrailer ? trailer + 7 : object + 3))
  const isOne = isTrailer || dictionary?.get('Type') === '/XRef'
  return isOne && isEncryptedBy(dictionary) ? dictionary : undefined
}

/**
 * The trailer that says that a PDF is encrypted whose cross-references cannot be followed. Reads the whole file, as PDF readers
 * do when they rebuild the cross-references from the trailers they find.
 */
export const encryptedTrailer = async (slices: Slices): Promise<PdfDictionary | undefined> => {
  let keys = 0
  for (let start = 0; start < slices.size; start += SPAN_BYTES) {
    // The slices overlap by the length of a key, so that none is cut in two.
    const text = await slices.text(start, SPAN_BYTES + 16)
    for (const { index } of text.matchAll(/\/Encrypt(?=[\s\0<])/g)) {
      if (keys++ === MAX_KEYS) return undefined
      const trailer = await trailerOf(slices, start + index)
      if (trailer) return trailer
    }
  }
  return undefined
}
