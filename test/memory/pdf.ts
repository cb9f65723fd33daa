import { open } from 'node:fs/promises'

/** What stands around the bytes of a PDF of exactly so many bytes that is whole for any reader. */
export interface PdfFrame {
  readonly head: string
  /** So many bytes are its one stream. */
  readonly length: number
  readonly tail: string
}

export const pdfFrame = (bytes: number): PdfFrame => {
  const start = '%PDF-1.7\n'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ].map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`)
  const offsets = objects.map((_, index) => start.length + objects.slice(0, index).join('').length)
  const streamAt = start.length + objects.join('').length
  const padded = (number: number): string => String(number).padStart(10, '0')
  const tailOf = (startXref: number): string =>
    `\nendstream\nendobj\nxref\n0 5\n0000000000 65535 f \n${[...offsets, streamAt]
      .map(offset => `${padded(offset)} 00000 n \n`)
      .join('')}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${padded(startXref)}\n%%EOF\n`
  const headOf = (length: number): string =>
    `${start}${objects.join('')}4 0 obj\n<< /Length ${padded(length)} >>\nstream\n`
  const length = bytes - headOf(0).length - tailOf(0).length
  const xrefAt = headOf(length).length + length + '\nendstream\nendobj\n'.length
  return { head: headOf(length), length, tail: tailOf(xrefAt) }
}

/**
 * Writes such a PDF: one stream of zeros, which a file system that can keeps as a hole. No browser packs what it holds, so zeros
 * take as much of its memory as any other bytes.
 */
export const writePdf = async (path: string, bytes: number): Promise<void> => {
  const { head, length, tail } = pdfFrame(bytes)
  const file = await open(path, 'w')
  try {
    await file.write(head, 0)
    await file.write(tail, head.length + length)
  } finally {
    await file.close()
  }
}
