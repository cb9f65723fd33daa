import { fromBase64 } from '../core/base64.ts'
import { SealDropError } from '../core/errors.ts'
import type { ByteReader } from './byte-reader.ts'

/** A stanza of a header that was read; not yet authenticated. */
export interface ReadStanza {
  readonly args: readonly string[]
  readonly body: Uint8Array<ArrayBuffer>
}

const VERSION_LINE = 'age-encryption.org/v1\n'
/** Headers are much smaller. A hostile one must not be able to fill the memory. */
const MAX_HEADER_BYTES = 64 * 1024

const damaged = (message: string): SealDropError => new SealDropError('damaged', message)

/**
 * The header of an age v1 file (C2SP age, "Header"): its bytes up to and including the MAC line, and its stanzas. Nothing here
 * checks the MAC: use the stanzas only after it was checked. The reader stands behind it then. Throws `unsupported` where the first line is not age's, `damaged` for
 * a malformed header.
 */
export const readHeader = async (
  reader: ByteReader,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; stanzas: readonly ReadStanza[] }> => {
  const head = await reader.peek(MAX_HEADER_BYTES)
  // latin1 gives one character per byte. A header is ASCII; other characters fail the patterns below.
  const text = new TextDecoder('latin1').decode(head)
  if (!text.startsWith(VERSION_LINE))
    throw new SealDropError('unsupported', 'This is not a file sealed with age v1.')
  const mac = /^--- [A-Za-z0-9+/]{43}\n/m.exec(text)
  if (!mac) throw damaged('The header does not end within 64 KiB.')
  const end = mac.index + mac[0].length
  const stanzas = stanzasOf(text.slice(VERSION_LINE.length, mac.index))
  // age requires this: otherwise the holder of another key could replace what the passphrase seems to vouch for.
  if (stanzas.length > 1 && stanzas.some(({ args }) => args[0] === 'scrypt'))
    throw damaged('A passphrase stands beside other recipients.')
  return { bytes: (await reader.read(end)).slice(), stanzas }
}

const stanzasOf = (text: string): readonly ReadStanza[] => {
  if (!text.endsWith('\n')) throw damaged('The header is malformed.')
  const stanzas: { args: string[]; lines: string[] }[] = []
  for (const line of text.slice(0, -1).split('\n')) {
    if (line.startsWith('-> ')) {
      stanzas.push({ args: line.slice(3).split(' '), lines: [] })
      continue
    }
    const last = stanzas.at(-1)
    if (!last || !/^[A-Za-z0-9+/]{0,64}$/.test(line)) throw damaged('The header is malformed.')
    last.lines.push(line)
  }
  return stanzas.map(({ args, lines }) => ({ args, body: bodyOf(lines.join('')) }))
}

const bodyOf = (text: string): Uint8Array<ArrayBuffer> => {
  try {
    return fromBase64(text)
  } catch {
    throw damaged('The header is malformed.')
  }
}
