import { looksSealed } from '../open/looks-sealed.ts'

/** So many files and folders of a folder are looked at, and so deep: a folder may be a whole disk. */
const MOST_ENTRIES = 5_000
const MOST_DEPTH = 16

/** What was found. */
export interface Found {
  readonly files: readonly File[]
  /** Otherwise something in it could not be read, or was beyond what is looked at. */
  readonly isWhole: boolean
}

/** What a walk tells. */
interface Walker {
  /** Whether one more is to be looked at, which it counts. */
  isNext(): boolean
  found(file: File): Promise<void>
  missed(): void
}

const isFolder = (handle: FileSystemHandle): handle is FileSystemDirectoryHandle =>
  handle.kind === 'directory'
const isFile = (handle: FileSystemHandle): handle is FileSystemFileHandle => handle.kind === 'file'
const isFolderEntry = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry =>
  entry.isDirectory
const isFileEntry = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile

const readHandle = async (one: FileSystemHandle, walker: Walker, depth: number): Promise<void> => {
  if (isFolder(one)) await walkHandle(one, walker, depth + 1)
  if (isFile(one)) await walker.found(await one.getFile())
}

/** Rejects where the folder itself cannot be read: what is in it is missed then, each for itself. */
const walkHandle = async (
  folder: FileSystemDirectoryHandle,
  walker: Walker,
  depth: number,
): Promise<void> => {
  if (depth > MOST_DEPTH) return walker.missed()
  for await (const one of folder.values()) {
    if (!walker.isNext()) return
    await readHandle(one, walker, depth).catch(walker.missed)
  }
}

/** Gives a hundred at most each time, until there are none. */
const readSome = (reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> =>
  new Promise((resolve, reject) => reader.readEntries(resolve, reject))

const readEntry = async (one: FileSystemEntry, walker: Walker, depth: number): Promise<void> => {
  if (isFolderEntry(one)) await walkEntry(one, walker, depth + 1)
  if (isFileEntry(one))
    await walker.found(await new Promise<File>((resolve, reject) => one.file(resolve, reject)))
}

/** As `walkHandle`. */
const walkEntry = async (
  folder: FileSystemDirectoryEntry,
  walker: Walker,
  depth: number,
): Promise<void> => {
  if (depth > MOST_DEPTH) return walker.missed()
  const reader = folder.createReader()
  for (let some = await readSome(reader); some.length > 0; some = await readSome(reader))
    for (const one of some) {
      if (!walker.isNext()) return
      await readEntry(one, walker, depth).catch(walker.missed)
    }
}

/** The sealed ones of those that a walk finds, by their names. What cannot be read is taken, too: the list says so. */
const sealedOf = async (walk: (walker: Walker) => Promise<unknown>): Promise<Found> => {
  const files: File[] = []
  let looked = 0
  let isWhole = true
  const missed = (): void => {
    isWhole = false
  }
  await walk({
    missed,
    isNext() {
      if (looked === MOST_ENTRIES) missed()
      return looked < MOST_ENTRIES && ++looked > 0
    },
    async found(file) {
      if (await looksSealed(file.name, file).catch(() => true)) files.push(file)
    },
  })
  const { compare } = new Intl.Collator(undefined, { numeric: true })
  return { files: files.sort((one, other) => compare(one.name, other.name)), isWhole }
}

/** The sealed files in a folder, and in those in it. Rejects with the browser's error where it cannot be read. */
export const sealedIn = (folder: FileSystemDirectoryHandle): Promise<Found> =>
  sealedOf(walker => walkHandle(folder, walker, 0))

/** What Chromium has: unlike the entry, it can be read on a page that was opened from the disk. */
interface HandleItem extends DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>
}

const single = (file: File | null): Found => ({
  files: file ? [file] : [],
  isWhole: file !== null,
})

const filesOf = async (
  file: File | null,
  entry: FileSystemEntry | null,
  handle: Promise<FileSystemHandle | null> | undefined,
): Promise<Found> => {
  if (entry && !isFolderEntry(entry)) return single(file)
  const folder = await handle
  if (folder && isFolder(folder)) return sealedIn(folder)
  if (entry && isFolderEntry(entry)) return sealedOf(walker => walkEntry(entry, walker, 0))
  return single(file)
}

/** What was dropped: files as they are, and of folders what is sealed. Has to be called while the event is under way. */
export const droppedFiles = async (dropped: DataTransfer): Promise<Found> => {
  const items: readonly HandleItem[] = [...dropped.items].filter(({ kind }) => kind === 'file')
  const all = items.map(item => {
    const [file, entry] = [item.getAsFile(), item.webkitGetAsEntry?.() ?? null]
    const handle = entry?.isDirectory === true ? item.getAsFileSystemHandle?.() : undefined
    // As a file, a folder cannot be read, which the list then says.
    return filesOf(file, entry, handle).catch(() => single(file))
  })
  const found = await Promise.all(all)
  return { files: found.flatMap(({ files }) => files), isWhole: found.every(one => one.isWhole) }
}
