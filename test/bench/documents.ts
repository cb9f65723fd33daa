import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { cache } from './cache.ts'
import { type Kind, writeSample } from './samples.ts'

/** The largest, in round numbers, that fits 20 MiB when sealed for DIDWW. */
export const fileBytes: number = 20 * 1024 * 1024 - 1100

/** Writes so many documents, of different sizes as different documents are; the first has `fileBytes` bytes. */
export const writeDocuments = (kind: Kind, count: number): string[] => {
  mkdirSync(cache, { recursive: true })
  return Array.from({ length: count }, (_, index) => {
    const path = join(cache, `document-${index}.${kind}`)
    writeSample(path, kind, fileBytes - index * 16)
    return path
  })
}
