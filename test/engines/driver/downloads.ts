import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Download } from './engine.ts'
import { eventually } from './eventually.ts'

const cache = join(import.meta.dirname, '..', '..', '..', '.cache', 'engines')

/** A folder for one browser, which goes with it. */
export const createFolder = async (
  name: string,
  later: (undo: () => Promise<unknown>) => void,
): Promise<string> => {
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, `${name}-`))
  // The browser's own processes may still write for a moment.
  later(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }))
  return folder
}

/** A browser writes beside the file until it is whole; Firefox puts an empty one in its place meanwhile. */
const isUnderWay = (name: string): boolean => /\.(part|wkdownload)$/.test(name)

/** The one file that a browser saves in a folder, taken out of it when it is whole: two looks find the same length. */
export const savedIn = (folder: string): Promise<Download> => {
  let before = 0
  return eventually(async () => {
    const names = await readdir(folder)
    const [name] = names
    const bytes = name && !names.some(isUnderWay) && (await readFile(join(folder, name)))
    const isWhole = bytes && bytes.length === before
    before = bytes ? bytes.length : 0
    if (!bytes || !isWhole || bytes.length === 0)
      throw new Error(`No whole download: ${names.join(' ')}`)
    await rm(join(folder, name))
    return { name, bytes }
  })
}
