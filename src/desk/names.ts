import { safeName } from '../core/name.ts'
import { splitName } from './text.ts'

/** Leaves room for a number within the 255 bytes that file systems allow. */
const MAX_BYTES = 240

/**
 * A name that every system can save unchanged: as `safeName` makes it, without the characters that Windows refuses or reads as
 * another stream of a file (`a.pdf:b.exe`), and without a dot in front, which would hide the file.
 */
export const savedName = (name: string): string =>
  safeName(name.replace(/[<>:"|?*]/g, '_').replace(/^\.+/, '_'), MAX_BYTES)

/** Equal for names that some file system takes for the same one: case, width and ligatures are ignored. */
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
