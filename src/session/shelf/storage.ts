import { LARGE_BYTES } from '../../core/body-files.ts'
import { openDatabase } from './database.ts'
import { type Folder, isThere, openFolder } from './folder.ts'
import type { ShelfStorage } from './place.ts'

/** IndexedDB, and files for large bodies where the browser has them: a database would read and write those in one piece. */
export const openStorage = async (): Promise<ShelfStorage> => {
  const database = await openDatabase()
  let opening: Promise<Folder | undefined> | undefined
  const folder = (): Promise<Folder | undefined> => {
    opening ??= openFolder()
    return opening
  }
  /** Bodies that this page is writing as files, or has written: what is done with one later waits for that. */
  const files = new Map<string, Promise<void>>()
  /** Bodies that this page has put into the database: no file needs to be looked for. */
  const small = new Set<string>()

  const putLarge = async (id: string, record: unknown, body: Blob): Promise<void> => {
    const directory = await folder()
    const isFile = await directory?.write(id, body)
    // Last: where there is a record, the body is whole.
    await database.put(id, record, isFile ? undefined : body)
  }

  return {
    async list() {
      const records = new Map(await database.list())
      for (const id of (await (await folder())?.ids()) ?? [])
        if (!records.has(id)) records.set(id, undefined)
      return [...records]
    },
    get: database.get,
    async body(id) {
      const found = await database.body(id)
      return found instanceof Blob ? found : (await folder())?.read(id)
    },
    put(entry, body) {
      const { id } = entry
      if (body.size <= LARGE_BYTES && !isThere(id, body)) {
        small.add(id)
        return database.put(id, entry, body)
      }
      const written = putLarge(id, entry, body)
      files.set(id, written)
      return written
    },
    async update(entry) {
      await files.get(entry.id)
      await database.update(entry.id, entry)
    },
    async delete(id, isFileKept) {
      await files.get(id)?.catch(() => {})
      files.delete(id)
      await database.delete(id)
      if (!small.delete(id) && !isFileKept) await (await folder())?.delete(id)
    },
    async clear() {
      await Promise.allSettled(files.values())
      files.clear()
      await database.clear()
      const directory = await folder()
      for (const id of (await directory?.ids()) ?? []) await directory?.delete(id)
    },
  }
}
