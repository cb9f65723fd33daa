import type { Cut, FileState, Receipt, SessionFile } from '../core/contracts.ts'
import { isMoving, type Stage, stageOf } from './phases.ts'

/** What the store needs to know of a file. */
export interface StoredFile {
  readonly id: string
  readonly state: FileState
  /** As the outside sees it; the same object until something changes. */
  readonly snapshot: SessionFile
  /** What of it is not sealed; absent where all of it is. */
  readonly cuts?: readonly Cut[] | undefined
}

/** A file that was taken off the list, and may come back. */
export interface Withdrawn<File> {
  readonly file: File
  /** Where it stood: the place in the list of today at which it would be put back. */
  readonly place: number
}

/** The session's list of files, in the order they were added. */
export interface FileStore<Stored extends StoredFile = StoredFile> {
  readonly uploads: ReadonlyMap<string, Stored>
  readonly files: readonly SessionFile[]
  readonly receipts: readonly Receipt[]
  /** Those added before this one. */
  before(upload: Stored): readonly Stored[]
  add(upload: Stored): void
  remove(upload: Stored): void
  /** Those that were withdrawn and not removed, in the order they were added. */
  readonly withdrawn: readonly Withdrawn<Stored>[]
  /** Takes one off the list, and remembers it. */
  withdraw(upload: Stored): void
  /** Lists a withdrawn one again, where it was. */
  reinstate(upload: Stored): void
  /** Tells everybody that a file on the list changed; before that it was in the stage `from`. */
  changed(upload: Stored, from: Stage): void
  subscribe(listener: (file: SessionFile) => void): () => void
  /** Counts as something moving until the work ends. */
  busyWhile(work: () => Promise<void>): Promise<void>
  /** Resolves when nothing moves by itself any more. */
  settled(): Promise<void>
}

export const createFileStore = <Stored extends StoredFile>(): FileStore<Stored> => {
  const uploads = new Map<string, Stored>()
  const withdrawn = new Set<Stored>()
  /** The how many-th it was that was added. */
  const order = new WeakMap<Stored, number>()
  let added = 0
  const listeners = new Set<(file: SessionFile) => void>()
  /** Moving files and work under way. Counted along, so that each of a thousand files costs no more than each of ten. */
  let moving = 0
  let waiting: (() => void)[] = []
  let files: readonly SessionFile[] | undefined
  let receipts: readonly Receipt[] | undefined

  const byOrder = (a: Stored, b: Stored): number => (order.get(a) ?? 0) - (order.get(b) ?? 0)
  const countOf = (stage: Stage): number => (isMoving(stage) ? 1 : 0)
  const takeOff = (upload: Stored): void => {
    if (!uploads.delete(upload.id)) return
    moving -= countOf(stageOf(upload.state))
    tell(upload)
  }
  const tell = (upload: Stored): void => {
    files = undefined
    receipts = undefined
    const file = upload.snapshot
    for (const listener of listeners) {
      if (upload.snapshot !== file) break // a listener moved the file on, and everybody has heard of that already
      try {
        listener(file)
      } catch (thrown) {
        reportError(thrown) // the page's failure must not stop the upload
      }
    }
    releaseWaiting()
  }
  const releaseWaiting = (): void => {
    if (moving > 0) return
    const resolvers = waiting
    waiting = []
    for (const resolve of resolvers) resolve()
  }

  return {
    uploads,
    get files() {
      files ??= Object.freeze([...uploads.values()].map(({ snapshot }) => snapshot))
      return files
    },
    get receipts() {
      if (receipts) return receipts
      const all: Receipt[] = []
      uploads.forEach(({ state }) => {
        if (state.phase === 'done') all.push(state.receipt)
      })
      receipts = Object.freeze(all)
      return receipts
    },
    before(upload) {
      const all = [...uploads.values()]
      return all.slice(0, all.indexOf(upload))
    },
    add(upload) {
      uploads.set(upload.id, upload)
      order.set(upload, added++)
      moving += countOf(stageOf(upload.state))
      tell(upload)
    },
    get withdrawn() {
      return [...withdrawn].sort(byOrder).map(file => ({
        file,
        place: [...uploads.values()].filter(listed => byOrder(listed, file) < 0).length,
      }))
    },
    withdraw(upload) {
      withdrawn.add(upload)
      takeOff(upload)
    },
    reinstate(upload) {
      if (!withdrawn.delete(upload)) return
      const listed = [...uploads.values(), upload].sort(byOrder)
      uploads.clear()
      for (const each of listed) uploads.set(each.id, each)
      moving += countOf(stageOf(upload.state))
      tell(upload)
    },
    remove(upload) {
      withdrawn.delete(upload)
      takeOff(upload)
    },
    changed(upload, from) {
      if (!uploads.has(upload.id)) return
      moving += countOf(stageOf(upload.state)) - countOf(from)
      tell(upload)
    },
    subscribe(given) {
      // The same function may be given twice, and each is stopped on its own.
      const listener = (file: SessionFile): void => given(file)
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async busyWhile(work) {
      moving++
      try {
        await work()
      } finally {
        moving--
        releaseWaiting()
      }
    },
    settled: () =>
      moving === 0 ? Promise.resolve() : new Promise(resolve => waiting.push(resolve)),
  }
}
