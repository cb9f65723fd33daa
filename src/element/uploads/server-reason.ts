import { sanitizeText } from '../../core/answer.ts'
import type { SealDropError } from '../../core/errors.ts'

const MOST_CHARACTERS = 200

/** An address of the web, of a mailbox or of a machine, also without its scheme. */
const ADDRESS =
  /:\/\/|@|^\W*[a-z][a-z\d+.-]*:\S|[\p{L}\p{N}-][.。](\p{L}{2}|xn--)|\d+\.\d+\.\d+\.\d+/iu
/** No top-level domain is called so. */
const FILE_NAME = /^[^/:@?#]+\.(pdf|jpe?g|png|heic|docx?|xlsx?)\W*$/i

const leadsAway = (word: string): boolean => {
  const plain = word.normalize('NFKC') // a browser reads ．as the dot of a host, too
  return ADDRESS.test(plain) && !FILE_NAME.test(plain)
}

/**
 * What the server said of a failure, to be shown in quotation marks: a line of at most 200 characters that names no place to
 * go to and cannot end the quotation. '' where it said nothing. Whoever runs the server may be hostile, or echo what is.
 */
export const serverReason = ({ provider }: SealDropError): string => {
  const words = (sanitizeText(provider?.message) ?? '').replace(/[“”„‟«»"]/g, "'").split(' ')
  const text = words
    .map(word => (leadsAway(word) ? '…' : word))
    .join(' ')
    .replace(/…( …)+/g, '…')
  if (!/[\p{L}\p{N}]/u.test(text)) return ''
  const characters = [...text]
  return characters.length > MOST_CHARACTERS
    ? `${characters
        .slice(0, MOST_CHARACTERS - 1)
        .join('')
        .trimEnd()}…`
    : text
}
