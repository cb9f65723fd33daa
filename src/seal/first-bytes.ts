import type { Parcel } from '../core/contracts.ts'
import { readBytes } from '../core/read.ts'
import { WRAP_BEGINNING, WRAP_HEAD_BYTES } from './wrap/mark.ts'

/** The version line, and the arrow of the first stanza (C2SP age, "Header"). */
const AGE_BEGINNING = 'age-encryption.org/v1\n-> '
/** A document as intake accepts it: a PDF's header may stand anywhere in the first 1,024 bytes. */
const DOCUMENT = /^\xff\xd8\xff[\xc0-\xff]|^\x89PNG|^.{0,1019}%PDF-/s
const DOCUMENT_BYTES = 1024

/** One character for each byte. */
const textAt = async (body: Blob, start: number, length: number): Promise<string> =>
  String.fromCharCode(...(await readBytes(body.slice(start, start + length))))

const isAt = async (body: Blob, start: number, text: string): Promise<boolean> =>
  (await textAt(body, start, text.length)) === text

/**
 * Whether a body begins as its scheme makes it: the last look before bytes become a Parcel, whoever sealed them. DIDWW's format
 * begins with a block of RSA, which has no mark: there it must not begin as a document does. One sealed body in 16 million would
 * by chance.
 */
export const beginsSealed = async (
  body: Blob,
  { scheme, wrap }: Pick<Parcel, 'scheme' | 'wrap'>,
): Promise<boolean> => {
  switch (scheme) {
    case 'none':
      return true // nothing is promised of it
    case 'didww':
      return !DOCUMENT.test(await textAt(body, 0, DOCUMENT_BYTES))
    case 'age':
      return wrap === 'pdf'
        ? (await isAt(body, 0, WRAP_BEGINNING)) && isAt(body, WRAP_HEAD_BYTES, AGE_BEGINNING)
        : isAt(body, 0, AGE_BEGINNING)
  }
}
