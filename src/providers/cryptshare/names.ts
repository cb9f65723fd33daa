import { MAX_NAME_BYTES, safeName } from '../../core/name.ts'

/** Names that differ only in case, or in their Unicode form, may be the same name for the server. */
const keyOf = (name: string): string => name.normalize('NFC').toLowerCase()

/** A name no other file of the transfer has: `a.pdf`, `a (2).pdf`, `a (3).pdf`; at most 255 bytes. */
export const uniqueName = (name: string, taken: Iterable<string>): string => {
  const keys = new Set([...taken].map(keyOf))
  const [, stem = name, ending = ''] = /^(.+?)((?:\.[^.]{1,31})?(?:\.age)?)$/s.exec(name) ?? []
  let unique = name
  for (let count = 2; keys.has(keyOf(unique)); count++) {
    const tail = ` (${count})${ending}`
    unique = safeName(stem, MAX_NAME_BYTES - new TextEncoder().encode(tail).length) + tail
  }
  return unique
}
