import type { Remark } from '../../core/contracts.ts'
import { type PdfDictionary, parseDictionary, stringIn } from './pdf-dictionary.ts'
import { opensWithoutPassword } from './pdf-password.ts'
import { dictionaryAt } from './pdf-xref.ts'
import type { Slices } from './slices.ts'

const SPAN_BYTES = 1 << 20
/** So many spans are searched: the last one, the first, and those before the last. Nobody has seen the object elsewhere. */
const MAX_SPANS = 64
/** How much the number of an object takes, with the white space in it. */
const HEAD_BYTES = 64

/**
 * The dictionary that is the object `number`, without its cross-reference: that one may be in a compressed stream, and this
 * object may not (ISO 32000-2, 7.5.7). What is written last counts.
 */
const findObject = async (
  slices: Slices,
  number: string,
  generation: string,
): Promise<PdfDictionary | undefined> => {
  const head = new RegExp(`\\D${number}[\\s\\0]+${generation}[\\s\\0]+obj`, 'g')
  const last = Math.max(0, Math.ceil(slices.size / SPAN_BYTES) - 1)
  const spans = new Set([last, 0])
  for (let span = last - 1; span > 0 && spans.size < MAX_SPANS; span--) spans.add(span)
  for (const span of spans) {
    const start = Math.max(0, span * SPAN_BYTES - HEAD_BYTES)
    const end = (span + 1) * SPAN_BYTES
    const found = [...(await slices.text(start, end - start)).matchAll(head)].at(-1)
    const object = found && (await dictionaryAt(slices, start + found.index + found[0].length))
    if (object?.has('Filter')) return object
  }
  return undefined
}

/** The encryption dictionary of a trailer: in it, or an object of its own. */
const encryptionOf = async (slices: Slices, value: string): Promise<PdfDictionary | undefined> => {
  const [, number, generation] = /^0*(\d{1,9})[\s\0]+0*(\d{1,5})[\s\0]+R$/.exec(value) ?? []
  return number && generation ? findObject(slices, number, generation) : parseDictionary(value)
}

/** Whether a crypt filter leaves what it is for as it is, as where nothing but the attachments is encrypted. */
const isIdentity = (filter = '/Identity'): boolean => filter === '/Identity'

/**
 * How a document is protected whose trailer says that it is: `encrypted` where it opens without a password, and where nobody
 * can tell. Never rejects because of the bytes.
 */
export const protectionOf = async (slices: Slices, trailer: PdfDictionary): Promise<Remark> => {
  const encryption = await encryptionOf(slices, trailer.get('Encrypt') ?? '')
  if (!encryption) return 'encrypted'
  const version = Number(encryption.get('V'))
  if (version >= 4 && ['StmF', 'StrF'].every(key => isIdentity(encryption.get(key))))
    return 'encrypted'
  switch (encryption.get('Filter')) {
    case '/Standard': {
      const id = trailer.has('ID') ? stringIn(trailer.get('ID')) : new Uint8Array(0)
      // Without WebCrypto nobody can tell: a page of the desk's that is not secure has none.
      const isOpen = id && (await opensWithoutPassword(encryption, id).catch(() => undefined))
      return isOpen === false ? 'password-needed' : 'encrypted'
    }
    case '/Adobe.PubSec':
      return 'certificate-needed'
    default:
      return 'encrypted'
  }
}
