import type { Authorize, Receipt, SessionFile, Timeouts, Transport } from '../core/contracts.ts'
import type { Limits } from '../intake/limits.ts'
import type { Seal } from '../seal/choice.ts'
import type { WorkerUrl } from '../thread/thread.ts'
import type { Withdrawn } from './file-store.ts'
import type { RetryPolicy } from './retry.ts'

export interface SessionOptions {
  /** Where files go; a promise while its code is still loading; or how to load that, called again when it failed and is needed. */
  readonly transport: Transport | Promise<Transport> | (() => Promise<Transport>)
  /** What the transport prescribes, when left out. */
  readonly seal?: Seal
  readonly limits?: Limits
  /**
   * Whether what a JPEG or PNG holds beside the picture (EXIF, XMP, IPTC, comments, further pictures, video) is not sealed (no).
   * Limits, `size` and `sha256` are of what is left. Needs a seal other than `none`.
   */
  readonly stripLocation?: boolean
  /** What the server is told as the file's name (`opaque`). */
  readonly fileName?: 'opaque' | 'original'
  /** `auto`: as soon as a file is accepted; `manual`: on `start()` or `finish()`. */
  readonly upload?: 'auto' | 'manual'
  readonly retryPolicy?: Partial<RetryPolicy>
  /** How long each request waits; a transport's own win. */
  readonly timeouts?: Timeouts
  /** Files in flight at once (3); requests, where several files share one. */
  readonly parallel?: number
  /** Same-origin URL of `worker.js`, where the page has one of its own; without it the worker starts from beside the module. */
  readonly workerUrl?: WorkerUrl
  readonly authorize?: Authorize
  /** Further origins that headers and bytes may go to. */
  readonly origins?: readonly string[]
  /** Whether unfinished ciphertext survives a reload, in this browser and for a day at most (`on`). */
  readonly shelf?: 'on' | 'off'
  /** The site's opaque id of whoever is signed in: what was shelved under another one is deleted. */
  readonly shelfScope?: string
  /**
   * Where it is given, another file takes the place of the oldest once `maxFiles` are there, as soon as it is accepted; files of
   * one `add()` do not replace each other. Called with each file that made room. Without it another one is `too-many`.
   */
  readonly onReplaced?: (file: SessionFile) => void
  /**
   * Called with each withdrawn file that cannot be reinstated any more: it was removed, its very bytes were added again, or
   * the session was cleared, finished or closed. One that is `done` is still where it was delivered; `takeBack()` works also in a closed session.
   */
  readonly onWithdrawnForGood?: (file: SessionFile) => void
  /** Tells several sessions of one page apart: each is offered what a session of this name left. An element gives its `name`. */
  readonly name?: string
}

/** Walks every file from choice to receipt. Knows no DOM tree. */
export interface Session {
  /** In the order they were added; a new frozen array after every change. */
  readonly files: readonly SessionFile[]
  readonly receipts: readonly Receipt[]
  /** What `withdraw()` took off the list, in order. It counts for nothing. */
  readonly withdrawn: readonly Withdrawn<SessionFile>[]
  /** Everything was paused: what is ready waits for `resume()`, `start()` or `finish()`, or until the list is empty. */
  readonly isHeld: boolean
  /**
   * Starts the worker now, which otherwise the first file does. Rejects with `misconfigured` where none can start, with what was
   * tried and what to change.
   */
  warmUp(): Promise<void>
  /** The largest original, in bytes, that fits when sealed. Waits for the transport's code, never for the network. */
  largest(): Promise<number>
  /** Fingerprints of the keys files will be sealed for; may ask the provider once. */
  sealedFor(): Promise<string[]>
  /** Takes files in; returns their entries, in order. Never throws for a bad file: that one becomes `refused`. */
  add(files: Iterable<File>): readonly SessionFile[]
  /** Called after every change of a file, and once more when it left the list. Returns how to stop. */
  subscribe(changed: (file: SessionFile) => void): () => void
  /** Sends what is ready, where `upload` is `manual`. */
  start(): void
  /** Without an id it also holds what is ready. */
  pause(id?: string): void
  /** Without an id everything, also what an earlier visit left. */
  resume(id?: string): void
  /** Lets go what was paused in this visit. What an earlier one left stays where it is. */
  resumeOwn(): void
  cancel(id?: string): void
  retry(id?: string): void
  /** Cancels it if it is under way, and takes it off the list. */
  removeFile(id: string): void
  /**
   * Takes a file that has arrived (`delivered`, `done`) off the list and out of the receipts, but nothing back where it is, until
   * `removeFile()`, `clear()`, `finish()`, `close()`, or until its very bytes are added again. Returns whether it could: no other file is withdrawn.
   */
  withdraw(id: string): boolean
  /** Lists a withdrawn file again, where it was. */
  reinstate(id: string): void
  clear(): void
  /**
   * The receipts so far, when every file is ready, paused, refused, delivered, done, failed or cancelled.
   * Rejects with the first SealDropError if one failed.
   */
  settled(): Promise<Receipt[]>
  /** Starts what is ready, settles, then commits where the transport commits a batch. */
  finish(): Promise<Receipt[]>
  /**
   * Lists what an earlier view of this page delivered and its form did not send: each is `done`, without a file or a name.
   * Returns their entries, in order.
   */
  restore(receipts: readonly Receipt[]): readonly SessionFile[]
  /**
   * Takes back what was delivered, where the service can: not what a commit has closed. Resolves with whether it is gone there.
   * Never rejects, and goes on when the session is closed.
   */
  takeBack(receipt: Receipt): Promise<boolean>
  /** Stops everything. The worker ends with the last session of the page. */
  close(): void
}
