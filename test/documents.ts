import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const sample = (name: string): string => join(import.meta.dirname, 'samples', name)

export const PDF: string = sample('pdf/doc_1_3_pages.pdf')
/** It asks for a password. */
export const LOCKED_PDF: string = sample('pdf/print_protection.pdf')
/** It is protected, and the empty password opens it. */
export const OPEN_PDF: string = sample('pdf/empty_protected.pdf')
export const PNG: string = sample('png/basn3p08.png')
export const JPG: string = sample('jpg/DSCN0010.jpg')
export const HEIC: string = sample('heic/IMG_5195.HEIC')

/** A whole PDF with so many bytes more. */
export const paddedPdf = async (bytes: number): Promise<Buffer> => {
  const pdf = await readFile(PDF)
  const end = pdf.lastIndexOf('startxref')
  return Buffer.concat([pdf.subarray(0, end), Buffer.alloc(bytes, '\n'), pdf.subarray(end)])
}
