import { createHash, randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A document on the disk that nobody else has. */
export interface Document {
  readonly path: string
  readonly size: number
  readonly sha256: string
  /** Its name has this in it, and nothing else has. */
  readonly nameMark: string
  /** So have its bytes, every 4 KiB. */
  readonly mark: string
}

const PIECE = 4096

/** Writes a whole PDF of about this size into the folder. */
export const writeDocument = async (folder: string, bytes: number): Promise<Document> => {
  const nameMark = randomBytes(12).toString('hex')
  const mark = randomBytes(16).toString('hex')
  const head = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n2 0 obj\n<< /Length 0 >>\nstream\n'
  const tail = '\nendstream\nendobj\n'
  const noise = randomBytes(Math.ceil(bytes / PIECE) * PIECE)
  for (let at = 0; at < noise.length; at += PIECE) noise.write(mark, at)
  const at = head.length + noise.length + tail.length
  const foot = `xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`
  const whole = Buffer.concat([Buffer.from(head), noise, Buffer.from(tail + foot)])
  const path = join(folder, `passport-${nameMark}.pdf`)
  await writeFile(path, whole)
  const sha256 = createHash('sha256').update(whole).digest('hex')
  return { path, size: whole.length, sha256, nameMark, mark }
}
