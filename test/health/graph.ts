import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

export const dist: string = join(import.meta.dirname, '..', '..', 'dist')

export const built = (name: string): string => readFileSync(join(dist, name), 'utf8')

/** What a browser loads for a module before it runs: the file and all it imports at once. */
export const loadedWith = (name: string, known: Set<string> = new Set()): Set<string> => {
  known.add(name)
  for (const [, other = ''] of built(name).matchAll(/\b(?:from|import)\s*["'`]\.\/([^"'`]+)/g))
    if (!known.has(other)) loadedWith(other, known)
  return known
}

/** The file and all it can ever load, at once or later. */
export const reachableFrom = (name: string, known: Set<string> = new Set()): Set<string> => {
  known.add(name)
  for (const [, other = ''] of built(name).matchAll(/["'`]\.\/([^"'`]+\.js)["'`]/g))
    if (!known.has(other) && existsSync(join(dist, other))) reachableFrom(other, known)
  return known
}

export const gzippedBytes = (names: Iterable<string>): number =>
  [...names].reduce((total, name) => total + gzipSync(built(name)).length, 0)
