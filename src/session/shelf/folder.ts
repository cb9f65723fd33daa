import { BODY_FOLDER } from '../../core/body-files.ts'

/** Large bodies as files, in the origin's private file system. */
export interface Folder {
  ids(): Promise<readonly string[]>
  read(id: string): Promise<Blob | undefined>
  /** Whether it is there now: some browsers let only a worker write. */
  write(id: string, body: Blob): Promise<boolean>
  delete(id: string): Promise<void>
}

/** A worker that is told to stop sealing still writes the file for a moment. */
const isWritten = (thrown: unknown): boolean =>
  thrown instanceof DOMException && thrown.name === 'NoModificationAllowedError'
const TRIES = 20
const WRITTEN_MS = 100

/** The worker made it there, as it sealed. */
export const isThere = (id: string, body: Blob): boolean => body instanceof File && body.name === id

/** Undefined where the browser has none. */
export const openFolder = async (): Promise<Folder | undefined> => {
  let directory: FileSystemDirectoryHandle
  try {
    const root = await navigator.storage.getDirectory()
    directory = await root.getDirectoryHandle(BODY_FOLDER, { create: true })
  } catch {
    return undefined // Firefox has none in private windows
  }
  const ids = async (): Promise<string[]> => {
    const names: string[] = []
    for await (const name of directory.keys()) names.push(name)
    return names
  }
  return {
    ids,
    async read(id) {
      try {
        return await (await directory.getFileHandle(id)).getFile()
      } catch {
        return undefined
      }
    },
    async write(id, body) {
      if (isThere(id, body)) return true
      if (!globalThis.FileSystemFileHandle?.prototype.createWritable) return false
      const file = await directory.getFileHandle(id, { create: true })
      await body.stream().pipeTo(await file.createWritable())
      return true
    },
    async delete(id) {
      for (let tries = 0; tries < TRIES; tries++)
        try {
          return await directory.removeEntry(id)
        } catch (thrown) {
          // What is not there need not be deleted; what cannot be deleted is looked at again by the next sweep.
          if (!isWritten(thrown)) return
          await new Promise(resolve => setTimeout(resolve, WRITTEN_MS))
        }
    },
  }
}
