import { RECORD_TYPE } from '../core/record.ts'
import { ByteReader } from '../open/byte-reader.ts'
import { readHeader } from '../open/header.ts'
import { sourceOf } from '../open/source.ts'
import { binaryIn } from '../open/unseal.ts'
import { unwrapped } from '../open/wrapper.ts'

/** What is seen of a sealed file without a key. Nothing of it is authenticated. */
export interface Envelope {
  readonly shape: 'age' | 'armored age' | 'age in a PDF'
  /** The kinds of its recipients' stanzas, in their order. */
  readonly recipients: readonly string[]
  /** Whether it has the stanza of a record. */
  readonly hasRecord: boolean
  readonly header: Header
}

/** Its bytes and stanzas, as they came. */
export type Header = Awaited<ReturnType<typeof readHeader>>

/** Throws as `open` does. */
export const readEnvelope = async (sealed: Blob): Promise<Envelope> => {
  const inside = await unwrapped(sealed)
  const plain = new ByteReader(sourceOf(inside, {}).pull)
  const reader = await binaryIn(plain)
  const header = await readHeader(reader)
  const kinds = header.stanzas.map(({ args }) => args[0] ?? '')
  const shape = inside !== sealed ? 'age in a PDF' : reader !== plain ? 'armored age' : 'age'
  return {
    shape,
    recipients: kinds.filter(kind => kind !== RECORD_TYPE),
    hasRecord: kinds.includes(RECORD_TYPE),
    header,
  }
}
