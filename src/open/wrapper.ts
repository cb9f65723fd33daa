import { SealDropError } from '../core/errors.ts'
import { WRAP_BEGINNING, WRAP_HEAD_BYTES, WRAP_MARK } from '../seal/wrap/mark.ts'
import { WRAP_TAIL_BYTES, wrapperOf } from '../seal/wrap/pdf.ts'
import type { ByteReader, Pull } from './byte-reader.ts'
import { typeOf } from './type.ts'

/** One character per byte. */
const lettersOf = (bytes: BufferSource): string => new TextDecoder('latin1').decode(bytes)

const textOf = async (blob: Blob): Promise<string> => lettersOf(await blob.arrayBuffer())

const ADVICE =
  'If it has a sealed attachment, save that with any PDF reader (or pdfdetach -saveall) and open it by itself.'

const otherPdf = (head: string): SealDropError => {
  const what = head.includes(`\n${WRAP_MARK} `)
    ? 'This wrapper was changed, cut or saved again, or is of a version not known here.'
    : 'This PDF is not a wrapper of a sealed file.'
  return new SealDropError('unsupported', `${what} ${ADVICE}`, { details: { found: 'PDF' } })
}

const ID = /\/ID\[<([0-9a-f]{32})>/

/**
 * The sealed file inside our own PDF wrapper. This needs no PDF parser, because every byte around the sealed file is known. A file
 * that is not a PDF is returned as it is. Throws `unsupported` for any other PDF, also for a wrapper that was stamped, cut or
 * saved again.
 */
export const unwrapped = async (file: Blob): Promise<Blob> => {
  if ((await typeOf(file)) !== 'application/pdf') return file
  const end = file.size - WRAP_TAIL_BYTES
  const head = await textOf(file.slice(0, WRAP_HEAD_BYTES))
  const tail = await textOf(file.slice(Math.max(0, end)))
  const id = ID.exec(tail)?.[1]
  if (id !== undefined && end >= WRAP_HEAD_BYTES) {
    const expected = wrapperOf(end - WRAP_HEAD_BYTES, id)
    if (head === expected.head && tail === expected.tail) return file.slice(WRAP_HEAD_BYTES, end)
  }
  throw otherPdf(head)
}

/** Readers of PDFs look so far for its beginning. */
const PDF_HEAD_BYTES = 1024
/** The size of the sealed file, and the day, where a head says them. */
const SAYS = /\/ModDate\(D:(\d{8})\)>>\/Length (\d{1,15}) *>>\nstream\n$/

/**
 * The same from a stream: undefined where it is no PDF. The head tells how long the sealed file is; its end is told only once the tail
 * was compared, too.
 */
export const unwrapping = async (reader: ByteReader): Promise<Pull | undefined> => {
  const beginning = lettersOf(await reader.peek(PDF_HEAD_BYTES))
  if (!beginning.startsWith('%PDF-')) return undefined
  if (!beginning.startsWith(WRAP_BEGINNING)) throw otherPdf(beginning)
  const head = lettersOf(await reader.read(WRAP_HEAD_BYTES))
  const [, day = '', digits = ''] = SAYS.exec(head) ?? []
  const size = Number(digits)
  if (wrapperOf(size, day.padEnd(32, '0')).head !== head) throw otherPdf(head)
  let left = size
  return async () => {
    if (left > 0) {
      const bytes = await reader.next(left)
      if (!bytes) throw otherPdf(head)
      left -= bytes.length
      return bytes
    }
    if (left === 0) {
      const tail = lettersOf(await reader.read(WRAP_TAIL_BYTES + 1))
      const id = ID.exec(tail)?.[1] ?? ''
      if (!id.startsWith(day) || wrapperOf(size, id).tail !== tail) throw otherPdf(head)
      left = -1
    }
    return undefined
  }
}
