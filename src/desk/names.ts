import { numberedName, savedName } from '../open/saved-name.ts'

/** Equal for names that some file system takes for the same one: case, width and ligatures are ignored. */
export const folded = (name: string): string => name.normalize('NFKC').toUpperCase().toLowerCase()

/** Names for files that go into one folder, in order: `a.pdf`, `a (2).pdf`. */
export const namesForFolder = (names: readonly string[]): readonly string[] => {
  const taken = new Set<string>()
  return names.map(name => {
    const first = savedName(name)
    let free = first
    for (let n = 2; taken.has(folded(free)); n++) free = numberedName(first, n)
    taken.add(folded(free))
    return free
  })
}
