import { randomHex } from '../core/bytes.ts'
import { numberedName } from '../open/saved-name.ts'

const MOST_OF_ONE_NAME = 10_000

/** What some browsers have for some folders. */
interface Movable extends FileSystemFileHandle {
  move?(name: string): Promise<void>
}

const isMissing = (thrown: unknown): boolean =>
  thrown instanceof DOMException && thrown.name === 'NotFoundError'

/** Whether nothing in the folder has this name, no folder either. Rejects where that cannot be told. */
const isFree = (folder: FileSystemDirectoryHandle, name: string): Promise<boolean> =>
  folder.getFileHandle(name).then(
    () => false,
    thrown => {
      if (isMissing(thrown)) return true
      // There is a folder of this name.
      if (thrown instanceof DOMException && thrown.name === 'TypeMismatchError') return false
      throw thrown
    },
  )

/** Which number each name got last, so that of hundreds of one name not each asks for all before it. */
type Numbers = Map<string, number>

const firstFree = async (
  folder: FileSystemDirectoryHandle,
  name: string,
  numbers: Numbers,
): Promise<string> => {
  for (let n = numbers.get(name) ?? 1; n <= MOST_OF_ONE_NAME; n++) {
    const numbered = numberedName(name, n)
    numbers.set(name, n)
    if (await isFree(folder, numbered)) return numbered
  }
  throw new Error('There are too many files of one name.')
}

/** Chromium takes no name that Windows would run or hide by its end, nor a `~` around it: `a.lnk_`, `_$a.doc`. */
const tamed = (name: string): string =>
  name.replace(/^~+|~+$/g, '_').replace(/\.(?:lnk|local|scf|url|\{.*\})$/i, '$&_')

/** A free name that the browser takes. Rejects with a TypeError where it takes none like it. */
const freeName = (
  folder: FileSystemDirectoryHandle,
  name: string,
  numbers: Numbers,
): Promise<string> =>
  firstFree(folder, name, numbers).catch(thrown => {
    if (!(thrown instanceof TypeError) || tamed(name) === name) throw thrown
    return firstFree(folder, tamed(name), numbers)
  })

/** What is written stands under its name when it is closed, and not before. */
const write = async (file: FileSystemFileHandle, content: Blob): Promise<void> => {
  const stream = await file.createWritable()
  try {
    await stream.write(content)
    await stream.close()
  } catch (thrown) {
    await stream.abort().catch(() => {})
    throw thrown
  }
}

/** Whether it was moved; false where this browser moves no files here: Chromium does so in folders of the origin's own alone. */
const moved = async (part: Movable, name: string): Promise<boolean> =>
  part.move?.(name).then(
    () => true,
    () => false,
  ) ?? false

const TRIES = 20
const PAUSE_MS = 50

/** A browser may hold what was being written for a moment longer, and refuses to remove it until then. */
const remove = async (folder: FileSystemDirectoryHandle, name: string): Promise<void> => {
  for (let tried = 0; tried < TRIES; tried++) {
    const isGone = await folder.removeEntry(name).then(
      () => true,
      thrown => isMissing(thrown),
    )
    if (isGone) return
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS))
  }
}

/** What is known of a folder while documents are saved in it. */
interface Known {
  readonly numbers: Numbers
  /** Whether files can be moved in it. Where one cannot, none can. */
  canMove: boolean
}

/** Where it can be moved to a name that is free. Undefined where it cannot be moved. */
const savedByMove = async (
  folder: FileSystemDirectoryHandle,
  name: string,
  content: Blob,
  known: Known,
): Promise<string | undefined> => {
  const partName = `sealdrop-${randomHex(8)}.part`
  const part: Movable = await folder.getFileHandle(partName, { create: true })
  try {
    known.canMove = part.move !== undefined
    if (known.canMove) {
      await write(part, content)
      const free = await freeName(folder, name, known.numbers)
      known.canMove = await moved(part, free)
      if (known.canMove) return free
    }
  } catch (thrown) {
    await remove(folder, partName)
    throw thrown
  }
  await remove(folder, partName)
  return undefined
}

const isEmpty = async (file: FileSystemFileHandle): Promise<boolean> =>
  (await file.getFile()).size === 0

/** A new file of this name, or of the next that is free: another program may have made one meanwhile, which is not ours then. */
const newFile = async (
  folder: FileSystemDirectoryHandle,
  name: string,
  numbers: Numbers,
): Promise<FileSystemFileHandle> => {
  for (;;) {
    const free = await freeName(folder, name, numbers)
    const file = await folder.getFileHandle(free, { create: true })
    if (await isEmpty(file)) return file
  }
}

const savedInPlace = async (
  folder: FileSystemDirectoryHandle,
  name: string,
  content: Blob,
  numbers: Numbers,
): Promise<string> => {
  const file = await newFile(folder, name, numbers)
  try {
    await write(file, content)
    return file.name
  } catch (thrown) {
    // What is in it now, another program wrote.
    if (await isEmpty(file).catch(() => false)) await remove(folder, file.name)
    throw thrown
  }
}

/** Saves one document in a folder. */
export type Save = (name: string, content: Blob) => Promise<string>

/**
 * Saves documents in a folder, one after the other: each under its name, which is safe, or the next free one with a number. It is
 * written as `sealdrop-….part`, and moved where the browser can; elsewhere under its name, where it is empty until it is whole. Nothing
 * is overwritten. Resolves with the name; rejects with the browser's error, and then leaves nothing: with a TypeError where the browser
 * takes no such name.
 */
export const saverFor = (folder: FileSystemDirectoryHandle): Save => {
  const known: Known = { numbers: new Map(), canMove: true }
  return async (name, content) => {
    const placed = known.canMove ? await savedByMove(folder, name, content, known) : undefined
    return placed ?? (await savedInPlace(folder, name, content, known.numbers))
  }
}
