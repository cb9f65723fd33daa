import { open } from 'node:fs/promises'

/**
 * Writes a PDF of exactly so many bytes that is whole for any reader: one stream of zeros, which a file system that can keeps as a
 * hole. No browser packs what it holds, so zeros take as much of its memory as any other bytes.
 */
export const writePdf = async (path: string, bytes: number): Promise<void> => {
  const head = '%PDF-1.7\n'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ].map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`)
  const offsets = objects.map((_, index) => head.length + objects.slice(0, index).join('').length)
  const streamAt = head.length + objects.join('').length
  const padded = (number: number): string => String(number).padStart(10, '0')
  const tailOf = (startXref: number): string =>
    `\nendstream\nendobj\nxref\n0 5\n0000000000 65535 f \n${[...offsets, streamAt]
      .map(offset => `${padded(offset)} 00000 n \n`)
      .join('')}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${padded(startXref)}\n%%EOF\n`
  const streamHead = (length: number): string =>
    `4 0 obj\n<< /Length ${padded(length)} >>\nstream\n`
  const start = streamAt + streamHead(0).length
  const length = bytes - start - tailOf(0).length
  const xrefAt = start + length + '\nendstream\nendobj\n'.length
  const file = await open(path, 'w')
  try {
    await file.write(`${head}${objects.join('')}${streamHead(length)}`, 0)
    await file.write(tailOf(xrefAt), start + length)
  } finally {
    await file.close()
  }
}
