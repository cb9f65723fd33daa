import { BODY_FOLDER } from '../../core/body-files.ts'
import { type Body, bodyInMemory } from './body.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** TypeScript has it for code that runs in workers only (File System Standard). */
interface SyncAccessHandle {
  read(into: Bytes, options: { readonly at: number }): number
  write(bytes: Bytes, options: { readonly at: number }): number
  truncate(size: number): void
  flush(): void
  close(): void
}
interface LocalFile extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<SyncAccessHandle>
}

/** What is read at once, should the disk become full. */
const PART_BYTES = 4 * 1024 * 1024

const writeAll = (to: SyncAccessHandle, bytes: Bytes, at: number): void => {
  const written = to.write(bytes, { at })
  if (written !== bytes.length) throw new DOMException('Not all was written.', 'QuotaExceededError')
}

/**
 * In a file of this name, which stays: whoever asked for it deletes it. `headBytes`: as many come in front. In memory where the browser
 * has no such file (Safari's private windows, for example), and from when it cannot write any more.
 */
export const bodyInFile = async (name: string, headBytes: number): Promise<Body> => {
  try {
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle(BODY_FOLDER, { create: true })
    const file = (await folder.getFileHandle(name, { create: true })) as LocalFile
    const access = await file.createSyncAccessHandle()
    access.truncate(0)
    return spool(access, file, () => folder.removeEntry(name).catch(() => {}), headBytes)
  } catch {
    return bodyInMemory()
  }
}

const spool = (
  access: SyncAccessHandle,
  file: FileSystemFileHandle,
  remove: () => Promise<void>,
  headBytes: number,
): Body => {
  let end = headBytes
  let memory: Body | undefined
  const drop = async (): Promise<void> => {
    access.close()
    await remove()
  }
  /** What is in the file moves into memory. */
  const leaveFile = (): Body => {
    const found = bodyInMemory()
    for (let at = headBytes; at < end; at += PART_BYTES) {
      const bytes = new Uint8Array(Math.min(PART_BYTES, end - at))
      if (access.read(bytes, { at }) !== bytes.length)
        throw new DOMException('The file of the sealed bytes is cut.', 'NotReadableError')
      found.add([bytes])
    }
    void drop()
    return found
  }
  const write = (pieces: readonly Bytes[]): void => {
    let at = end
    for (const piece of pieces) {
      writeAll(access, piece, at)
      at += piece.length
    }
    end = at
  }
  /** On the disk for certain before anybody writes down that it is there. */
  const writeHead = (head: readonly Bytes[]): void => {
    let at = 0
    for (const piece of head) {
      writeAll(access, piece, at)
      at += piece.length
    }
    access.flush()
  }
  return {
    add(pieces) {
      if (memory) return memory.add(pieces)
      try {
        write(pieces)
      } catch {
        memory = leaveFile()
        memory.add(pieces)
      }
    },
    async end(head) {
      const length = head.reduce((sum, piece) => sum + piece.length, 0)
      if (length !== headBytes) throw new Error(`The head has ${length} bytes, not ${headBytes}.`)
      try {
        if (!memory) writeHead(head)
      } catch {
        memory = leaveFile()
      }
      if (memory) return memory.end(head)
      access.close()
      return file.getFile()
    },
    drop: async () => (memory ? memory.drop() : drop()),
  }
}
