import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateIdentity, recipientOf } from '../../src/open/index.ts'
import { sealFast } from './openssl-seal.ts'
import { pdfFrame } from './pdf.ts'

/** Sealed documents on the disk. */
export interface SealedFolder {
  /** The file of the identity that opens all of them. */
  readonly identity: string
  readonly paths: readonly string[]
  /** Stands every 4 KiB in each of the documents: no block of any of them is without it. */
  readonly canary: string
}

const BLOCK_BYTES = 4_096

/** Bytes that nothing packs, with the canary at the start of each block. */
const marked = (canary: string, length: number): Buffer => {
  const bytes = randomBytes(length)
  for (let at = 0; at + canary.length <= length; at += BLOCK_BYTES)
    bytes.write(canary, at, 'latin1')
  return bytes
}

const pdfOf = (content: Buffer, bytes: number): Buffer<ArrayBuffer> => {
  const { head, length, tail } = pdfFrame(bytes)
  return Buffer.concat([Buffer.from(head), content.subarray(0, length), Buffer.from(tail)])
}

const COMMENT_BYTES = 65_537

/** A photo, grown by comments (COM, ITU-T T.81, B.2.4.5). */
const jpegOf = (photo: Buffer, content: Buffer, bytes: number): Buffer<ArrayBuffer> => {
  const comments: Buffer[] = []
  for (let room = bytes - photo.length, at = 0; room > 0; ) {
    const next = Math.min(room, COMMENT_BYTES)
    // A segment takes four bytes at least.
    const length = room - next > 0 && room - next < 4 ? next - 4 : next
    const head = Buffer.from([0xff, 0xfe, (length - 2) >> 8, (length - 2) & 255])
    comments.push(head, content.subarray(at, at + length - 4))
    at += length - 4
    room -= length
  }
  return Buffer.concat([photo.subarray(0, 2), ...comments, photo.subarray(2)])
}

/** Half of them photos, if there is one, and half PDFs; each of so many bytes, and no two alike. */
export const sealFolder = async (
  folder: string,
  count: number,
  bytes: number,
  photo?: Buffer,
): Promise<SealedFolder> => {
  const secret = await generateIdentity()
  const recipient = await recipientOf(secret)
  const identity = join(folder, 'identity.txt')
  await writeFile(identity, `${secret}\n`)
  const canary = `canary-${randomBytes(12).toString('hex')}`
  const content = marked(canary, bytes)
  const paths: string[] = []
  for (let n = 0; n < count; n++) {
    content.writeUInt32BE(n, canary.length)
    const isPhoto = photo !== undefined && n % 2 === 1
    const document = isPhoto ? jpegOf(photo, content, bytes) : pdfOf(content, bytes)
    const facts = isPhoto
      ? { name: `Passport ${n}.jpg`, type: 'image/jpeg' }
      : { name: `Lease ${n}.pdf`, type: 'application/pdf' }
    const path = join(folder, `${n}.age`)
    await writeFile(path, await sealFast(recipient, document, facts))
    paths.push(path)
  }
  return { identity, paths, canary }
}
