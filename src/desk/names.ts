import { safeName } from '../core/name.ts'
import { splitName } from './text.ts'

/** So that a number still fits into the 255 bytes that file systems take. */
const MAX_BYTES = 240

/**
 * A name that every system saves as it stands: what `safeName` promises, none of the signs that Windows refuses or reads as
 * a stream of another file (`a.pdf:b.exe`), and no dot in front, which hides a file.
 */
export const savedName = (name: string): string =>
  safeName(name.replace(/[<>:"|?*]/g, '_').replace(/^\.+/, '_'), MAX_BYTES)

/** Equal where any file system would take two names for one: case, width and ligatures do not count. */
const folded = (name: string): string => name.normalize('NFKC').toUpperCase().toLowerCase()

/** Names for files that go into one folder, in order: `a.pdf`, `a (2).pdf`. */
export const namesForFolder = (names: readonly string[]): readonly string[] => {
  const taken = new Set<string>()
  return names.map(name => {
    const first = savedName(name)
    const [stem, extension] = splitName(first)
    let free = first
    for (let n = 2; taken.has(folded(free)); n++) free = `${stem} (${n})${extension}`
    taken.add(folded(free))
    return free
  })
}
