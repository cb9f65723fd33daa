import { posix } from 'node:path'
import type { Files } from './layers.ts'
import { readSource, specifiersOf } from './source-text.ts'

/** Files that import each other in a ring, types included, as `a.ts > b.ts > a.ts`: every ring shows at least once. */
export const cyclesIn = (files: Files): string[] => {
  const importsOf = (path: string): string[] =>
    specifiersOf(readSource(files.get(path) ?? ''))
      .filter(specifier => specifier.startsWith('.'))
      .map(specifier => posix.join(posix.dirname(path), specifier))
      .filter(target => files.has(target))
  const found: string[] = []
  const done = new Set<string>()
  const visit = (path: string, from: readonly string[]): void => {
    const start = from.indexOf(path)
    if (start >= 0) found.push([...from.slice(start), path].join(' > '))
    if (start >= 0 || done.has(path)) return
    for (const target of importsOf(path)) visit(target, [...from, path])
    done.add(path)
  }
  for (const path of files.keys()) visit(path, [])
  return found
}
