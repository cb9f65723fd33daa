import type { Facts, Json, Parcel } from '../../core/contracts.ts'

/** What is written down of one unfinished parcel, beside its body. Of the original: its size, and when it was added. */
export interface ShelfEntry
  extends Pick<Parcel, 'id' | 'key' | 'name' | 'size' | 'recipients' | 'authenticated'> {
  readonly version: 1
  readonly scheme: 'age' | 'didww'
  readonly wrap?: 'pdf'
  readonly facts: Facts
  /** Bytes of the original. */
  readonly originalSize: number
  /** When the original was added, and when the entry is deleted: milliseconds since 1970. */
  readonly addedAt: number
  readonly expiresAt: number
  /** A send was under way, or ended without an answer: it may have arrived. */
  readonly uncertain: boolean
  /** The last point that the transport kept. */
  readonly resume?: Json
  /** Hashes, salted by the id: of the page and the session that left it, of where it goes and for whom, and of the scope. */
  readonly page: string
  readonly owner: string
  readonly scope?: string
}

/** Where entries and bodies are kept. Everything rejects where it cannot be done; what is read, nobody vouches for. */
export interface ShelfStorage {
  /** The ids of all that is there, a lone body too, each with its record or what is in its place. */
  list(): Promise<readonly (readonly [id: string, record: unknown])[]>
  /** The record of this id, or undefined. */
  get(id: string): Promise<unknown>
  body(id: string): Promise<Blob | undefined>
  /** Record and body, or neither. */
  put(entry: ShelfEntry, body: Blob): Promise<void>
  /** Replaces the record, where there still is one. */
  update(entry: ShelfEntry): Promise<void>
  /** `isFileKept`: a body that lies in a file stays, for it is still being sent from there. */
  delete(id: string, isFileKept?: boolean): Promise<void>
  clear(): Promise<void>
}

/** Who is at work on an entry, among all tabs of the origin. A tab that is gone holds nothing. */
export interface ShelfLocks {
  /** Takes it, where nobody has it. Gives how to let go. */
  acquire(id: string): Promise<(() => void) | undefined>
  isFree(id: string): Promise<boolean>
  /** Does it where nobody is at work on anything, and lets nobody begin before it is done. */
  whileAllFree(work: () => Promise<void>): Promise<void>
}

/**
 * Says, without any database, whether something is shelved. Never throws. A browser writes it down seconds later: one that is
 * killed before loses it.
 */
export interface ShelfMarker {
  /** When the last entry is deleted, in milliseconds since 1970; undefined where nothing is shelved. */
  read(): number | undefined
  write(expiresAt: number | undefined): void
}

/** All that a shelf stands on. */
export interface ShelfPlace {
  readonly marker: ShelfMarker
  readonly locks: ShelfLocks
  /** Whether there is a storage, which may be empty. Makes none, and never rejects. */
  isMade(): Promise<boolean>
  /** Opens the storage, anew each time, and makes it first. Rejects where there can be none. */
  open(): Promise<ShelfStorage>
  /** Deletes the storage itself. What is open of it opens anew when it is used. */
  remove(): Promise<void>
}
