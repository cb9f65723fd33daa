import { SealDropError } from '../core/errors.ts'
import { WRAP_HEAD_BYTES, WRAP_MARK } from '../seal/wrap/mark.ts'
import { WRAP_TAIL_BYTES, wrapperOf } from '../seal/wrap/pdf.ts'
import { typeOf } from './type.ts'

/** One character per byte. */
const textOf = async (blob: Blob): Promise<string> =>
  new TextDecoder('latin1').decode(await blob.arrayBuffer())

const ADVICE =
  'If it has a sealed attachment, save that with any PDF reader (or pdfdetach -saveall) and open it by itself.'

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
  const id = /\/ID\[<([0-9a-f]{32})>/.exec(tail)?.[1]
  if (id !== undefined && end >= WRAP_HEAD_BYTES) {
    const expected = wrapperOf(end - WRAP_HEAD_BYTES, id)
    if (head === expected.head && tail === expected.tail) return file.slice(WRAP_HEAD_BYTES, end)
  }
  const what = head.includes(`\n${WRAP_MARK} `)
    ? 'This wrapper was changed, cut or saved again, or is of a version not known here.'
    : 'This PDF is not a wrapper of a sealed file.'
  throw new SealDropError('unsupported', `${what} ${ADVICE}`, { details: { found: 'PDF' } })
}
