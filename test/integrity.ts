import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A file's hash as the attribute `integrity` takes it. */
export const integrityOf = (bytes: Uint8Array | string): string =>
  `sha384-${createHash('sha384').update(bytes).digest('base64')}`

/** The hashes of files in a folder, by name. */
export const integritiesIn = async (
  folder: string,
  names: readonly string[],
): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    await Promise.all(
      names
        .toSorted()
        .map(async name => [name, integrityOf(await readFile(join(folder, name)))] as const),
    ),
  )
