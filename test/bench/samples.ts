import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'

export const kinds = ['pdf', 'jpg', 'png'] as const
export type Kind = (typeof kinds)[number]

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')

/** One big stream, a catalog, and a cross-reference table that is right. */
const pdf = (bytes: number): Buffer => {
  const object = (number: number, body: string): string => `${number} 0 obj\n${body}\nendobj\n`
  const assemble = (streamBytes: number): Buffer => {
    const parts = [latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')]
    const offsets: number[] = []
    const length = (): number => parts.reduce((total, part) => total + part.length, 0)
    const add = (...more: Buffer[]): void => {
      offsets.push(length())
      parts.push(...more)
    }
    add(latin(object(1, '<< /Type /Catalog /Pages 2 0 R >>')))
    add(latin(object(2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>')))
    add(latin(object(3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>')))
    add(
      latin(`4 0 obj\n<< /Length ${String(streamBytes).padStart(9, '0')} >>\nstream\n`),
      randomBytes(streamBytes),
      latin('\nendstream\nendobj\n'),
    )
    const start = length()
    const rows = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`)
    parts.push(latin(`xref\n0 5\n0000000000 65535 f \n${rows.join('')}`))
    parts.push(latin('trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n'))
    parts.push(latin(`${String(start).padStart(9, '0')}\n%%EOF\n`))
    return Buffer.concat(parts)
  }
  return assemble(bytes - assemble(0).length)
}

/** Baseline, one scan of random data with every FF stuffed. Decodes to noise, but walks like a photograph. */
const jpg = (bytes: number): Buffer => {
  const segment = (marker: number, body: readonly number[]): number[] => {
    const length = body.length + 2
    return [0xff, marker, length >> 8, length & 255, ...body]
  }
  const table = [0, ...Array.from({ length: 64 }, () => 1)]
  const huffman = [0, 0, 1, ...Array.from({ length: 14 }, () => 0), 0]
  const head = Buffer.from([
    0xff,
    0xd8,
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xdb, table),
    ...segment(0xc0, [8, 16, 0, 16, 0, 1, 1, 0x11, 0]),
    ...segment(0xc4, huffman),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
  ])
  const scan = randomBytes(bytes - head.length - 2)
  for (let at = scan.indexOf(0xff); at >= 0; at = scan.indexOf(0xff, at + 1))
    scan[at + 1 < scan.length ? at + 1 : at] = 0
  return Buffer.concat([head, scan, Buffer.from([0xff, 0xd9])])
}

/** Image data in chunks of 32 KiB, as most encoders write it, each with its CRC. */
const png = (bytes: number): Buffer => {
  const chunk = (type: string, body: Buffer): Buffer => {
    const named = Buffer.concat([latin(type), body])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(body.length)
    const check = Buffer.alloc(4)
    check.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, check])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(4096, 0)
  header.writeUInt32BE(4096, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const parts = [latin('\x89PNG\r\n\x1a\n'), chunk('IHDR', header)]
  let left = bytes - 8 - 25 - 12
  while (left > 0) {
    // What is left over must have room for a chunk's own 12 bytes.
    const take = left > 2 * 32_780 ? 32_780 : left
    parts.push(chunk('IDAT', randomBytes(take - 12)))
    left -= take
  }
  parts.push(chunk('IEND', Buffer.alloc(0)))
  return Buffer.concat(parts)
}

const makers = { pdf, jpg, png } as const

/** Writes a document of exactly `bytes` bytes, whole enough to be accepted. */
export const writeSample = (path: string, kind: Kind, bytes: number): void =>
  writeFileSync(path, makers[kind](bytes))
