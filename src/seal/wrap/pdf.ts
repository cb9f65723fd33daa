import { randomHex } from '../../core/bytes.ts'
import { WRAP_BYTES } from '../limit.ts'
import { WRAP_BEGINNING, WRAP_HEAD_BYTES } from './mark.ts'
import { courier, helvetica, PAGE, PAYLOAD_NAME } from './page.ts'

/** The size of what follows the payload. */
export const WRAP_TAIL_BYTES: number = WRAP_BYTES - WRAP_HEAD_BYTES
/** The most digits that a size can have. A shorter one is padded with spaces. */
const DIGITS = 16

/** The name of our cryptographic filter, and its version. */
const EP = `<</Type/EncryptedPayload/Subtype/${PAYLOAD_NAME}/Version/1>>`

const objects = (): readonly string[] => [
  `<</Type/Catalog/Pages 2 0 R/Lang(en)/AF[9 0 R]/Collection<</Type/Collection/View/H/D(${PAYLOAD_NAME})>>/Names<</EmbeddedFiles<</Names[(${PAYLOAD_NAME})9 0 R]>>>>>>`,
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</H 5 0 R/C 7 0 R>>>>/Contents 4 0 R>>',
  `<</Length ${PAGE.length}>>\nstream\n${PAGE}\nendstream`,
  ...helvetica(6),
  ...courier(8),
  `<</Type/Filespec/F(${PAYLOAD_NAME})/UF(${PAYLOAD_NAME})/Desc(The encrypted document)/EF<</F 10 0 R/UF 10 0 R>>/AFRelationship/EncryptedPayload/EP${EP}>>`,
]

/**
 * The head and the tail of a wrapper around `size` bytes, one character for each byte. `id` is 32 hex digits, the first eight
 * of them the day it was made (`20261121`): it identifies the file (ISO 32000-2, 14.4). Equal arguments give equal bytes, in
 * every release: `open` compares with them. Any change, even of a word on the page, needs a new version.
 */
export const wrapperOf = (size: number, id: string): { head: string; tail: string } => {
  const length = `${size}`.padEnd(DIGITS)
  const day = id.slice(0, 8)
  const offsets: number[] = []
  let head = WRAP_BEGINNING
  for (const object of objects()) head += `${offsets.push(head.length)} 0 obj\n${object}\nendobj\n`
  const payload = `\n${offsets.length + 1} 0 obj\n<</Type/EmbeddedFile/Subtype/application#2Foctet-stream/Params<</Size ${length}/ModDate(D:${day})>>/Length ${length}>>\nstream\n`
  offsets.push(WRAP_HEAD_BYTES - payload.length + 1)
  const count = offsets.length + 1
  const body = '\nendstream\nendobj\n'
  const rows = offsets.map(offset => `${`${offset}`.padStart(10, '0')} 00000 n \n`).join('')
  const table = `${body}xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer\n<</Size ${count}/Root 1 0 R/ID[<${id}><${id}>]>>\n`
  const end = `\nstartxref\n${WRAP_HEAD_BYTES + size + body.length}\n%%EOF\n`
  return {
    head: head.padEnd(WRAP_HEAD_BYTES - payload.length) + payload,
    tail: table.padEnd(WRAP_TAIL_BYTES - end.length) + end,
  }
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, letter => letter.charCodeAt(0))

/**
 * Wraps a sealed file in a PDF 2.0 "unencrypted wrapper document" (ISO 32000-2, 7.6.7): a page for people, and the file as its
 * encrypted payload. Adds 4,096 bytes, never copies the payload, and reveals nothing of its content.
 */
export const wrapPdf = (sealed: Blob): Blob => {
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '')
  const { head, tail } = wrapperOf(sealed.size, day + randomHex(12))
  return new Blob([bytesOf(head), sealed, bytesOf(tail)], { type: 'application/pdf' })
}
