import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

export interface ProfileFile {
  /** Below the profile. */
  readonly path: string
  readonly bytes: Buffer
}

/** Everything that a browser has written down. */
export const readProfile = async (folder: string): Promise<readonly ProfileFile[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter(entry => entry.isFile())
    .map(async (entry): Promise<ProfileFile[]> => {
      const path = join(entry.parentPath, entry.name)
      // A browser that runs may take it away meanwhile.
      const bytes = await readFile(path).catch(() => undefined)
      return bytes ? [{ path: relative(folder, path), bytes }] : []
    })
  return (await Promise.all(files)).flat()
}

/** A secret in the forms in which somebody might have written it down. */
const formsOf = (secret: Buffer | string): readonly Buffer[] => {
  const raw = Buffer.from(secret as string)
  const shifted = [0, 1, 2].map(shift => {
    const text = Buffer.concat([Buffer.alloc(shift), raw]).toString('base64')
    // Its ends depend on what stands beside it.
    return text.slice(shift === 0 ? 0 : 4, -4)
  })
  const texts = [raw.toString('hex'), ...shifted, ...(typeof secret === 'string' ? [secret] : [])]
  return [raw, ...texts.flatMap(text => [Buffer.from(text), Buffer.from(text, 'utf16le')])]
}

/** Where these secrets stand, in words: file names count, too. */
export const searchProfile = (
  files: readonly ProfileFile[],
  secrets: Readonly<Record<string, Buffer | string>>,
): readonly string[] =>
  Object.entries(secrets).flatMap(([what, secret]) => {
    const forms = formsOf(secret)
    return files
      .filter(
        ({ path, bytes }) =>
          forms.some(form => bytes.includes(form)) ||
          (typeof secret === 'string' && path.includes(secret)),
      )
      .map(({ path }) => `${what} in ${path}`)
  })

/** Where Chromium and Firefox keep what pages store: IndexedDB, and files of their own. */
const STORES = /^(Default\/(IndexedDB|File System)|storage\/default)\/.*127\.0\.0\.1/

/** Bytes of what pages stored beyond a few numbers: databases without entries take some ten thousand. */
export const bytesStored = (files: readonly ProfileFile[]): number =>
  files.filter(({ path }) => STORES.test(path)).reduce((sum, { bytes }) => sum + bytes.length, 0)
