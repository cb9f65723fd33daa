import type { Remark } from '../../core/contracts.ts'
import { isEncryptedBy } from './pdf-dictionary.ts'
import { protectionOf } from './pdf-encryption.ts'
import { encryptedTrailer } from './pdf-rebuild.ts'
import { type XrefSection, xrefSections } from './pdf-xref.ts'
import { damaged, type Findings, type Slices, STRAY_BYTES } from './slices.ts'

const KEYWORD = 'startxref'

/** The last `startxref`: the offset that it gives, and its own end, with the end-of-file marker. */
interface LastXref {
  readonly offset: number
  readonly end: number
}

/** Searches backwards from the end: in a whole file, one small read finds it. */
const lastXref = async (slices: Slices): Promise<LastXref | undefined> => {
  for (let end = slices.size, span = 1 << 16; end > 0; span = 1 << 20) {
    const start = Math.max(0, end - span)
    // A little more than the span, in case the previous step cut the keyword in two.
    const text = await slices.text(start, end - start + KEYWORD.length - 1)
    const at = text.lastIndexOf(KEYWORD)
    if (at >= 0) {
      const found = /^startxref[\s\0]*(\d*)[\s\0]*(?:%%EOF\r?\n?)?/.exec(
        await slices.text(start + at, 64),
      )
      // Without a number it is -1, an offset where nothing is found. It must not be 0: isFirstPageEnd looks for a real 0.
      return { offset: Number(found?.[1] || -1), end: start + at + (found?.[0].length ?? 0) }
    }
    end = start
  }
  return undefined
}

/**
 * Whether the only end seen is the one at the start of a linearized file: its first section closes with `startxref 0` and
 * an end-of-file marker of its own, a few hundred bytes into the file (ISO 32000-2, F.3.4).
 */
const isFirstPageEnd = async (slices: Slices, header: number, last: LastXref | undefined) =>
  last?.offset === 0 && (await slices.text(header, 1024)).includes('/Linearized')

/** What the end of a PDF says. */
interface PdfEnd {
  readonly last: LastXref | undefined
  /** Of the last `startxref`, newest first; none where it leads nowhere. */
  readonly sections: readonly XrefSection[]
}

const endOf = async (slices: Slices, header: number): Promise<PdfEnd> => {
  const last = await lastXref(slices)
  return { last, sections: last ? await xrefSections(slices, header, last.offset) : [] }
}

/** Whether the file ends as a PDF whose header is at `header`. */
export const isWholePdf = async (slices: Slices, header: number): Promise<boolean> =>
  (await endOf(slices, header)).sections.length > 0

/** Whether there is more behind the document than white space: an update that was cut, such as that of a signature, or a stranger's data. */
const isMoreBehind = async (slices: Slices, end: number): Promise<boolean> =>
  slices.size - end > STRAY_BYTES || /[^\s\0]/.test(await slices.text(end, STRAY_BYTES))

/**
 * Checks the beginning and the end of a PDF only, because readers can rebuild almost everything between. A file is whole if its
 * last `startxref` points to a cross-reference section, whatever follows it. If not, an end marker in the last 2,048 bytes tells
 * an untidy file from one that was cut: of 965 real files this refuses 5, three of which no reader opens.
 */
export const walkPdf = async (
  slices: Slices,
  { header, isLed }: { readonly header: number; readonly isLed: boolean },
): Promise<Findings> => {
  const { size } = slices
  const remarks: Remark[] = isLed ? ['leading-data'] : []
  const { last, sections } = await endOf(slices, header)
  if (last && sections.length) {
    if (await isMoreBehind(slices, last.end)) remarks.push('trailing-data')
  } else {
    const tail = await slices.text(Math.max(0, size - 2048), 2048)
    if (!/%%EOF|startxref/.test(tail) || (await isFirstPageEnd(slices, header, last)))
      return damaged('no end marker: the file was cut')
    remarks.push('no-end-marker')
  }
  const trailer = sections[0]?.dictionary
    ? sections.find(({ dictionary }) => isEncryptedBy(dictionary))?.dictionary
    : await encryptedTrailer(slices)
  if (trailer) remarks.push(await protectionOf(slices, trailer))
  return { remarks }
}
