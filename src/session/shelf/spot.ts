import type { Json, Parcel } from '../../core/contracts.ts'
import { withTimeout } from '../../core/timer.ts'
import type { Hashes } from './binding.ts'
import { LONGEST_MS } from './entry.ts'
import type { ShelfEntry, ShelfLocks, ShelfStorage } from './place.ts'

/** What is to be known of an unfinished file later. */
export interface Kept {
  readonly parcel: Parcel
  readonly resume: Json | undefined
  readonly uncertain: boolean
  /** When the provider forgets what it has: milliseconds since 1970. */
  readonly expiresAt: number | undefined
  readonly originalSize: number
  readonly addedAt: number
}

/** What a spot needs of its shelf. */
export interface SpotTools {
  readonly locks: ShelfLocks
  storage(): Promise<ShelfStorage>
  hashes(id: string): Promise<Hashes>
  /** Something is there until then, or will be when `done` settles. */
  mark(expiresAt: number, done?: Promise<unknown>): void
  /** Something was deleted, maybe the last. */
  unmark(storage: ShelfStorage): Promise<void>
  /** It cannot be done, and the upload goes on. */
  failed(thrown: unknown): void
}

/** A database may hang. Nobody waits longer for it, in milliseconds. */
export const PATIENCE_MS = 10_000

type Ready = readonly [ShelfStorage, Hashes]

/** One file's place on the shelf. Nothing here throws, and nobody waits for it: without it the upload goes on. */
export class Spot {
  readonly #id: string
  readonly #tools: SpotTools
  #ready: Promise<Ready> | undefined
  #release: (() => void) | undefined
  /** What is written, or is being written. */
  #kept: Kept | undefined
  /** Nothing more is written: it could not be, or the file is over. */
  #isShut = false
  /** The body may lie in a file that whoever sends it reads: that goes last. */
  #hasFile = false
  #last: Promise<unknown> = Promise.resolve()

  constructor(id: string, tools: SpotTools) {
    this.#id = id
    this.#tools = tools
  }

  /** Opens what is needed to write: the file is about to be sealed. */
  prepare(): void {
    this.#ready ??= this.#open()
    this.#ready.catch(() => {}) // told by whoever writes
  }

  /**
   * Whether the sealed bytes may go into a file, as they are made. Then the lock is held, and the marker says that something is
   * there: what a killed tab leaves is found. Never rejects.
   */
  async reserve(addedAt: number): Promise<boolean> {
    this.prepare()
    const reserved = Promise.all([this.#ready, this.#last]).then(() => {
      if (this.#isShut || !this.#release) return false
      this.#tools.mark(addedAt + LONGEST_MS)
      this.#hasFile = true
      return true
    })
    const no = (): boolean => false
    return withTimeout(reserved.catch(no), PATIENCE_MS, no)
  }

  /** Goes on with what an earlier visit left, and with its lock. */
  adopt(release: () => void, kept: Kept): void {
    this.#release = release
    this.#kept = kept
    this.#isShut = false
    this.#hasFile = true
  }

  /** Writes down where the sending stands; without that, deletes what is there. */
  keep(kept: Kept | undefined): void {
    const before = this.#kept
    if (this.#isShut || isSame(before, kept)) return
    const end = kept ? endOf(kept) : 0
    if (!kept || end <= Date.now()) {
      this.#kept = undefined
      if (before) this.#delete(this.#hasFile)
      return
    }
    this.#kept = kept
    const isNew = before?.parcel !== kept.parcel
    const done = this.#do(async (storage, hashes) => {
      const entry = entryOf(kept, end, hashes)
      if (!isNew) return storage.update(entry)
      await storage.put(entry, kept.parcel.body)
      // Another tab that deleted its last one may have said meanwhile that there is nothing.
      this.#tools.mark(end)
    })
    if (isNew) this.#tools.mark(end, done)
  }

  /** Resolves when what was asked so far is on the disk, or cannot be. */
  async written(): Promise<void> {
    await Promise.allSettled([this.#ready, this.#last])
  }

  /** The file is over: nothing of it stays, and nobody holds it any more. */
  leave(): void {
    if (this.#hasFile || (this.#kept && !this.#isShut)) this.#delete(false)
    this.#kept = undefined
    this.#hasFile = false
    this.release()
  }

  /** What is there stays for whoever takes it: a record and its body, not what was sealed and never sent. */
  release(): void {
    if (this.#hasFile && !this.#kept) this.#delete(false)
    this.#hasFile = false
    this.#isShut = true
    void this.written().then(() => this.#release?.())
  }

  async #open(): Promise<Ready> {
    const lock = async (): Promise<void> => {
      this.#release ??= await this.#tools.locks.acquire(this.#id)
    }
    const [storage, hashes] = await Promise.all([
      this.#tools.storage(),
      this.#tools.hashes(this.#id),
      lock(),
    ])
    return [storage, hashes]
  }

  #delete(isFileKept: boolean): void {
    this.#do(async storage => {
      await storage.delete(this.#id, isFileKept)
      await this.#tools.unmark(storage)
    })
  }

  /** Asks the storage at once, which takes what it is asked in order: a page that is left now has asked. */
  #do(work: (storage: ShelfStorage, hashes: Hashes) => Promise<void>): Promise<unknown> {
    this.prepare()
    const done = this.#ready?.then(([storage, hashes]) => work(storage, hashes))
    this.#last = Promise.allSettled([this.#last, done])
    done?.catch(thrown => {
      if (this.#isShut) return
      this.#isShut = true // half of it could be there
      this.#tools.failed(thrown)
      void this.#ready?.then(([storage]) => storage.delete(this.#id, this.#hasFile)).catch(() => {})
    })
    return this.#last
  }
}

const endOf = ({ addedAt, expiresAt = Number.POSITIVE_INFINITY }: Kept): number =>
  Math.min(addedAt + LONGEST_MS, expiresAt)

const isSame = (a: Kept | undefined, b: Kept | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.parcel === b.parcel &&
    a.resume === b.resume &&
    a.uncertain === b.uncertain &&
    a.expiresAt === b.expiresAt)

const entryOf = (
  { parcel, resume, uncertain, originalSize, addedAt }: Kept,
  expiresAt: number,
  hashes: Hashes,
): ShelfEntry => {
  const { id, key, name, size, scheme, wrap, recipients, authenticated, facts } = parcel
  if (scheme === 'none') throw new Error('What is not sealed is not shelved.')
  return {
    version: 1,
    id,
    key,
    name,
    size,
    scheme,
    ...(wrap && { wrap }),
    recipients,
    authenticated,
    facts,
    originalSize,
    addedAt,
    expiresAt,
    uncertain,
    ...(resume !== undefined && { resume }),
    ...hashes,
  }
}
