import { looksSealed } from '../open/looks-sealed.ts'

/** So many files of a folder are looked at, and so deep: a folder may be a whole disk. */
const MOST_FILES = 5_000
const MOST_DEPTH = 16

type Found = (file: File) => Promise<boolean>

const isFolder = (handle: FileSystemHandle): handle is FileSystemDirectoryHandle =>
  handle.kind === 'directory'
const isFile = (handle: FileSystemHandle): handle is FileSystemFileHandle => handle.kind === 'file'
const isFolderEntry = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry =>
  entry.isDirectory
const isFileEntry = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile

/** Returns whether there is to be more. */
const walkHandle = async (
  folder: FileSystemHandle,
  found: Found,
  depth: number,
): Promise<boolean> => {
  if (!isFolder(folder) || depth > MOST_DEPTH) return true
  for await (const one of folder.values()) {
    if (isFolder(one) && !(await walkHandle(one, found, depth + 1))) return false
    if (isFile(one) && !(await found(await one.getFile()))) return false
  }
  return true
}

/** Gives a hundred at most each time, until there are none. */
const readSome = (reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> =>
  new Promise((resolve, reject) => reader.readEntries(resolve, reject))

const walkEntry = async (
  folder: FileSystemDirectoryEntry,
  found: Found,
  depth: number,
): Promise<boolean> => {
  if (depth > MOST_DEPTH) return true
  const reader = folder.createReader()
  for (let some = await readSome(reader); some.length > 0; some = await readSome(reader))
    for (const one of some) {
      if (isFolderEntry(one) && !(await walkEntry(one, found, depth + 1))) return false
      if (!isFileEntry(one)) continue
      const file = await new Promise<File>((resolve, reject) => one.file(resolve, reject))
      if (!(await found(file))) return false
    }
  return true
}

/** The sealed ones of those that a walk finds, by their names. What cannot be read is taken, too: the list says so. */
const sealedOf = async (walk: (found: Found) => Promise<unknown>): Promise<readonly File[]> => {
  const files: File[] = []
  let looked = 0
  await walk(async file => {
    if (await looksSealed(file.name, file).catch(() => true)) files.push(file)
    return ++looked < MOST_FILES
  })
  const { compare } = new Intl.Collator(undefined, { numeric: true })
  return files.sort((one, other) => compare(one.name, other.name))
}

/** The sealed files in a folder, and in those in it. Rejects with the browser's error where it cannot be read. */
export const sealedIn = (folder: FileSystemDirectoryHandle): Promise<readonly File[]> =>
  sealedOf(found => walkHandle(folder, found, 0))

/** What Chromium has: unlike the entry, it can be read on a page that was opened from the disk. */
interface HandleItem extends DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>
}

const filesOf = async (
  file: File | null,
  entry: FileSystemEntry | null,
  handle: Promise<FileSystemHandle | null> | undefined,
): Promise<readonly File[]> => {
  if (entry && !isFolderEntry(entry)) return file ? [file] : []
  const folder = await handle
  if (folder && isFolder(folder)) return sealedIn(folder)
  if (entry && isFolderEntry(entry)) return sealedOf(found => walkEntry(entry, found, 0))
  return file ? [file] : []
}

/** What was dropped: files as they are, and of folders what is sealed. Has to be called while the event is under way. */
export const droppedFiles = async (dropped: DataTransfer): Promise<readonly File[]> => {
  const items: readonly HandleItem[] = [...dropped.items].filter(({ kind }) => kind === 'file')
  const all = items.map(item => {
    const [file, entry] = [item.getAsFile(), item.webkitGetAsEntry?.() ?? null]
    const handle = entry?.isDirectory === true ? item.getAsFileSystemHandle?.() : undefined
    // As a file, a folder cannot be read, which the list then says.
    return filesOf(file, entry, handle).catch(() => (file ? [file] : []))
  })
  return (await Promise.all(all)).flat()
}
