import { BODY_FOLDER } from '../../core/body-files.ts'
import type { BodyFile } from '../../core/contracts.ts'
import { yieldToEventLoop } from '../../core/read.ts'
import { release } from '../../core/release.ts'
import { type Body, bodyInMemory } from './body.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** The tags of 64 MiB, up to which a file is read whole: 16 bytes for each 64 KiB. */
const MAX_TAG_BYTES = 16 * 1024

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

/** What is written or read at once: with 4 MiB, 20 MiB took 55 ms instead of 10 (measured in Chromium on ext4). */
const PART_BYTES = 1024 * 1024

const writeAll = (to: SyncAccessHandle, bytes: Bytes, at: number): void => {
  for (let from = 0; from < bytes.length; from += PART_BYTES) {
    const piece = bytes.subarray(from, from + PART_BYTES)
    const written = to.write(piece, { at: at + from })
    if (written !== piece.length)
      throw new DOMException('Not all was written.', 'QuotaExceededError')
  }
}

/**
 * In a file of this name, which stays: whoever asked for it deletes it. In memory where the browser
 * has no such file (Safari's private windows, for example), and from when it cannot write any more.
 */
export const bodyInFile = async ({ name, headBytes }: BodyFile): Promise<Body> => {
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
  /** Memory for the whole body. Fresh memory would cost more time than reading and hashing (measured). */
  let room: Bytes | undefined
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
      found.add(bytes)
    }
    void drop()
    return found
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
    spareBytes: headBytes + MAX_TAG_BYTES,
    add(bytes) {
      try {
        if (!memory) writeAll(access, bytes, end)
      } catch {
        memory = leaveFile()
      }
      memory?.add(bytes)
      end += bytes.length
    },
    reuse(given) {
      room = given
    },
    async end(head) {
      const length = head.reduce((sum, piece) => sum + piece.length, 0)
      if (length !== headBytes) throw new Error(`The head has ${length} bytes, not ${headBytes}.`)
      try {
        if (!memory) writeHead(head)
      } catch {
        memory = leaveFile()
      }
      const whole = memory ? undefined : room?.subarray(0, end)
      // This takes 4 ms for 20 MiB; through the File, 45 (measured).
      room = whole && access.read(whole, { at: 0 }) === end ? whole : undefined
      if (memory) return memory.end(head)
      access.close()
      return file.getFile()
    },
    async digest() {
      if (!room) return undefined
      // Chromium runs WebCrypto on the thread that calls it: the message that the body is ready goes first.
      await yieldToEventLoop()
      const hashing = crypto.subtle.digest('SHA-256', room)
      release(room) // it has a copy
      return hashing
    },
    drop: async () => (memory ? memory.drop() : drop()),
  }
}
