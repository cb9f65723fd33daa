import { isWholePdf } from './pdf.ts'
import { HEAD_BYTES, type Signature, sniff } from './signatures.ts'
import type { Slices } from './slices.ts'

/** What a file is by its bytes. */
export interface Kind extends Signature {
  /** The offset of a PDF's header; meaningless for other formats. */
  readonly header: number
  /** Whether something other than white space stands before that. */
  readonly isLed: boolean
}

const PDF = { name: 'PDF', type: 'application/pdf' }
/** Readers look for a header in the first 1,024 bytes: it may begin in the last of them. */
const LAST_HEADER = 1023
/** What a text may be that junk in front of a PDF looks like. */
const MARKUP: readonly string[] = ['HTML', 'XML', 'SVG']
/** A header, comments, and the first object: no text that only speaks of PDFs goes on like this. */
const BEGINNING = /^(%[^\r\n]*[\r\n][\s\0]*)+\d+[\s\0]+\d+[\s\0]+obj\b/

/**
 * The format of a file. Behind a mail's header, a printer's command, a warning of PHP and the like, a PDF is one, as it is for PDF
 * readers; behind tags, which may be a page that shows how PDFs are made, only if it is whole.
 *
 * @param ahead how many bytes are read at once, by whoever goes on reading
 */
export const kindOf = async (
  slices: Slices,
  ahead: number = 1 << 16,
): Promise<Kind | undefined> => {
  const found = sniff(await slices.from(0, HEAD_BYTES, ahead))
  const head = await slices.text(0, HEAD_BYTES)
  const header = head.indexOf('%PDF-')
  const isMarkup = found !== undefined && MARKUP.includes(found.name)
  const isPossible = (!found || isMarkup) && header >= 0 && header <= LAST_HEADER
  const isLed =
    isPossible &&
    ((!found && BEGINNING.test(head.slice(header))) || (await isWholePdf(slices, header)))
  const signature = isLed ? PDF : found
  return signature && { ...signature, header, isLed }
}
