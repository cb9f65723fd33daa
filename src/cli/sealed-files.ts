import { openAsBlob } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { visible } from '../desk/text.ts'
import { systemWords, UsageError } from './exit.ts'

/** A file that is to be opened. */
export interface SealedFile {
  /** `-`: standard input. */
  readonly path: string
  /** It stands in the call by its name; otherwise its folder does. */
  readonly isNamed: boolean
}

/** The files right in a folder, by their names. No links, no folders, nothing that is hidden. Rejects with the system's error. */
export const filesIn = async (folder: string): Promise<readonly SealedFile[]> => {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort()
    .map(name => ({ path: join(folder, name), isNamed: false }))
}

export const isFolder = async (path: string): Promise<boolean> =>
  path !== '-' &&
  (await stat(path).then(
    found => found.isDirectory(),
    () => false,
  ))

/** The files that are named, and those in folders; each once. */
export const listFiles = async (paths: readonly string[]): Promise<readonly SealedFile[]> => {
  const files = new Map<string, SealedFile>()
  for (const path of paths) {
    const found = (await isFolder(path))
      ? await filesIn(path).catch(cause => {
          throw new UsageError(`${visible(path, 400)}: ${systemWords(cause)}.`)
        })
      : [{ path, isNamed: true }]
    for (const file of found) {
      const key = resolve(file.path)
      if (!files.has(key)) files.set(key, file)
    }
  }
  return [...files.values()]
}

/** A file of the disk, read in slices when they are asked for. Rejects with the system's error for what is no file. */
export const blobAt = async (path: string): Promise<Blob> => {
  const found = await stat(path)
  if (found.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
  // A pipe would wait for somebody who writes into it.
  if (!found.isFile()) throw Object.assign(new Error('no file'), { code: 'it is no file' })
  return openAsBlob(path)
}
