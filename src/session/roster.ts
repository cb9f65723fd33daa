import type { FileState, Receipt, SessionFile } from '../core/contracts.ts'
import { type Entry, snapshotOf } from './entry.ts'
import { isFinal, isMoving, move } from './phases.ts'

export interface Roster {
  readonly entries: ReadonlyMap<string, Entry>
  readonly files: readonly SessionFile[]
  readonly receipts: readonly Receipt[]
  add(entry: Entry): void
  remove(entry: Entry): void
  /** Moves an entry on and tells everybody. Throws for an illegal move. */
  change(entry: Entry, to: FileState): void
  subscribe(changed: (file: SessionFile) => void): () => void
  /** Counts as something happening until it ends. */
  during(work: () => Promise<void>): Promise<void>
  /** Resolves when nothing more happens by itself. */
  still(): Promise<void>
}

/** The list of files: who is on it, what state each is in, and who wants to know. */
export const createRoster = (): Roster => {
  const entries = new Map<string, Entry>()
  const listeners = new Set<(file: SessionFile) => void>()
  /** Entries that are not still, and work under way; a count, so that a thousand files cost no more each than ten. */
  let moving = 0
  let waiting: (() => void)[] = []
  let files: readonly SessionFile[] | undefined

  const tell = (entry: Entry): void => {
    files = undefined
    delete entry.snapshot
    const file = snapshotOf(entry)
    for (const listener of listeners) {
      if (entry.snapshot !== file) break // the last one moved it on, and everybody has been told
      try {
        listener(file)
      } catch (thrown) {
        reportError(thrown) // a listener's failure is its own: the file goes on
      }
    }
    settle()
  }
  const settle = (): void => {
    if (moving > 0) return
    const waited = waiting
    waiting = []
    for (const resolve of waited) resolve()
  }
  const count = (entry: Entry): number => (isMoving(entry.state.phase) ? 1 : 0)

  return {
    entries,
    get files() {
      files ??= Object.freeze([...entries.values()].map(snapshotOf))
      return files
    },
    get receipts() {
      return [...entries.values()].flatMap(({ state }) =>
        state.phase === 'done' ? [state.receipt] : [],
      )
    },
    add(entry) {
      entries.set(entry.id, entry)
      moving += count(entry)
      tell(entry)
    },
    remove(entry) {
      if (entries.delete(entry.id)) {
        moving -= count(entry)
        tell(entry)
      }
    },
    change(entry, to) {
      const from = count(entry)
      entry.state = move(entry.state, to)
      if (isFinal(to.phase)) {
        // The list keeps the file for as long as the page likes; the sealed bytes would fill its memory.
        delete entry.parcel
        delete entry.sealedDigest
      }
      if (entries.has(entry.id)) {
        moving += count(entry) - from
        tell(entry)
      }
    },
    subscribe(changed) {
      const listener = (file: SessionFile): void => changed(file)
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async during(work) {
      moving++
      try {
        await work()
      } finally {
        moving--
        settle()
      }
    },
    still: () => (moving === 0 ? Promise.resolve() : new Promise(resolve => waiting.push(resolve))),
  }
}
