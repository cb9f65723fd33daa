/** Large bodies as files, in the origin's private file system. */
export interface Folder {
  ids(): Promise<readonly string[]>
  read(id: string): Promise<Blob | undefined>
  write(id: string, body: Blob): Promise<void>
  delete(id: string): Promise<void>
}

const NAME = 'sealdrop'

/** Undefined where the browser has none, or cannot write in one from the page. */
export const openFolder = async (): Promise<Folder | undefined> => {
  if (!globalThis.FileSystemFileHandle?.prototype.createWritable) return undefined
  let directory: FileSystemDirectoryHandle
  try {
    const root = await navigator.storage.getDirectory()
    directory = await root.getDirectoryHandle(NAME, { create: true })
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
      const file = await directory.getFileHandle(id, { create: true })
      await body.stream().pipeTo(await file.createWritable())
    },
    async delete(id) {
      // What is not there need not be deleted; what cannot be deleted is looked at again by the next sweep.
      await directory.removeEntry(id).catch(() => {})
    },
  }
}
