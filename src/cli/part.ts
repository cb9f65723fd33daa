import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import {
  type FileHandle,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  stat,
  unlink,
} from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { randomHex } from '../core/bytes.ts'
import { visible } from '../desk/text.ts'
import { numberedName, savedName } from '../open/saved-name.ts'
import { systemCode, systemWords, TargetError } from './exit.ts'

/** A file under this name is not finished: `.sealdrop-<where>-<process>-<random>.part`. */
const PART = /^\.sealdrop-([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{16}\.part$/
/** Written elsewhere, as on another machine that shares the folder, it is taken for left when nothing was written for so long. */
const LEFT_MS = 24 * 3600 * 1000
/** What is tried where a file system takes shorter names than most. */
const SHORT_NAME_BYTES = 100
const MOST_OF_ONE_NAME = 10_000

/** Where process numbers mean the same: this machine, and this container. Two machines may have one name. */
export const whereabouts = async (): Promise<string> => {
  const space = await readlink('/proc/self/ns/pid').catch(() => '')
  const machine = await readFile('/etc/machine-id', 'utf8').catch(() => '')
  const where = [hostname(), space, machine].join('\n')
  return createHash('sha256').update(where).digest('hex').slice(0, 8)
}

const own = new Set<string>()

const isAlive = (pid: number): boolean => {
  if (pid === process.pid) return false // its own are known
  try {
    process.kill(pid, 0)
    return true
  } catch (thrown) {
    return systemCode(thrown) !== 'ESRCH'
  }
}

const asTarget = (folder: string, cause: unknown): TargetError =>
  new TargetError(`${visible(folder, 400)}: ${systemWords(cause)}.`, { cause })

const withTarget = async <Value>(folder: string, work: Promise<Value>): Promise<Value> => {
  try {
    return await work
  } catch (cause) {
    throw asTarget(folder, cause)
  }
}

/** Removes what runs that were killed have left in a folder. Nothing else is touched. */
const removeLeft = async (folder: string): Promise<void> => {
  const here = await whereabouts()
  for (const name of await readdir(folder)) {
    const [, where, pid] = PART.exec(name) ?? []
    if (where === undefined || own.has(name)) continue
    const path = join(folder, name)
    const found = await lstat(path).catch(() => undefined)
    if (!found?.isFile()) continue
    const isLeft = where === here ? !isAlive(Number(pid)) : Date.now() - found.mtimeMs > LEFT_MS
    if (isLeft) await unlink(path).catch(() => {})
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    found => found.isDirectory(),
    () => false,
  )

/** Not by `recursive`: in /proc, where every name is free and none can be made, Node 20 then tries for ever. */
const makeFolder = async (path: string): Promise<void> => {
  if (await isFolder(path)) return
  const parent = dirname(resolve(path))
  if (parent !== resolve(path)) await makeFolder(parent)
  await mkdir(path, { mode: 0o700 }).catch(async thrown => {
    if (systemCode(thrown) !== 'EEXIST') throw thrown
    // Another run may have been first.
    if (!(await isFolder(path))) throw Object.assign(new Error('no folder'), { code: 'ENOTDIR' })
  })
}

/** Makes the folder where it is missing, for its owner alone. */
export const prepareFolder = async (folder: string): Promise<void> => {
  await withTarget(folder, makeFolder(folder))
  await withTarget(folder, removeLeft(folder))
}

const isSame = async (path: string, size: number, sha256: string): Promise<boolean> => {
  // Neither through a link, nor from what is no file.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
  const file = await open(path, flags).catch(() => undefined)
  if (!file) return false
  try {
    const found = await file.stat()
    if (!found.isFile() || found.size !== size) return false
    const hash = createHash('sha256')
    for await (const bytes of file.createReadStream({ autoClose: false })) hash.update(bytes)
    return hash.digest('hex') === sha256
  } catch {
    return false
  } finally {
    await file.close()
  }
}

/** Where a document was put. `isThere`: it was there already, byte for byte. */
export interface Placed {
  readonly name: string
  readonly isThere: boolean
}

/** A document that is being written, where nobody takes it for one. */
export interface Part {
  readonly path: string
  write(bytes: Uint8Array): Promise<void>
  /** Its bytes are on the disk. */
  finish(): Promise<void>
  /** Puts it under the name, or the next free one with a number; nothing is ever overwritten. Size in bytes, SHA-256 in hex. */
  place(name: string, size: number, sha256: string): Promise<Placed>
  /** Nothing stays that was not placed. */
  remove(): Promise<void>
}

/** Throws `TargetError` where the folder cannot be written. */
export const createPart = async (folder: string): Promise<Part> => {
  const name = `.sealdrop-${await whereabouts()}-${process.pid}-${randomHex(8)}.part`
  const path = join(folder, name)
  own.add(name)
  const file: FileHandle = await withTarget(folder, open(path, 'wx', 0o600))
  let isOpen = true
  const close = async (): Promise<void> => {
    if (isOpen) await file.close()
    isOpen = false
  }

  const tryPlace = async (first: string, size: number, sha256: string): Promise<Placed> => {
    for (let n = 1; n <= MOST_OF_ONE_NAME; n++) {
      const candidate = numberedName(first, n)
      const target = join(folder, candidate)
      try {
        await link(path, target)
        return { name: candidate, isThere: false }
      } catch (thrown) {
        if (systemCode(thrown) !== 'EEXIST') throw thrown
        if (await isSame(target, size, sha256)) return { name: candidate, isThere: true }
      }
    }
    throw new TargetError(`${visible(folder, 400)}: too many documents have the same name there.`)
  }

  return {
    path,
    write: bytes => withTarget(folder, file.writeFile(bytes)),
    async finish() {
      await withTarget(folder, file.datasync())
      await withTarget(folder, close())
    },
    async place(wanted, size, sha256) {
      try {
        return await tryPlace(wanted, size, sha256).catch(thrown => {
          if (systemCode(thrown) !== 'ENAMETOOLONG') throw thrown
          return tryPlace(savedName(wanted, SHORT_NAME_BYTES), size, sha256)
        })
      } catch (thrown) {
        if (thrown instanceof TargetError) throw thrown
        if (['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(systemCode(thrown)))
          throw new TargetError(
            `${visible(folder, 400)}: its file system has no hard links, without which a document cannot be put there safely. Choose another folder (--out).`,
            { cause: thrown },
          )
        throw asTarget(folder, thrown)
      }
    },
    async remove() {
      await close().catch(() => {})
      await unlink(path).catch(() => {})
      own.delete(name)
    },
  }
}
