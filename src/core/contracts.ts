import type { SealDropError } from './errors.ts'

/** How long a request waits before it is given up, in milliseconds. What is left out is as `request` has it by default. */
export interface Timeouts {
  /** Until the first byte leaves; for a request without a body, until the first byte of the answer. */
  readonly connect?: number
  /** Without a byte moving, in either direction. */
  readonly stall?: number
  /** For the answer to a body, from when the browser has taken all of it. */
  readonly answer?: number
}

/** Handed to every long call: how to stop it, and where it reports how far it got. */
export interface Job {
  readonly signal: AbortSignal
  /** `done` of `total` bytes; never goes backwards within one call. */
  progress(done: number, total: number): void
}

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json }

/** Short texts by name, safe to log and to show. */
export type Facts = Readonly<Record<string, string>>

/** Something to tell about a file that was accepted all the same. */
export type Remark =
  | 'name-mismatch'
  | 'encrypted'
  | 'password-needed'
  | 'certificate-needed'
  | 'no-end-marker'
  | 'location-data'
  | 'location-removed'
  | 'leading-data'
  | 'trailing-data'
  | 'not-shown'
  | 'near-limit'

/** The digest algorithms a provider may ask for, by their WebCrypto names. */
export type Algorithm = 'SHA-256' | 'SHA-1' | 'SHA-384' | 'SHA-512'

/** A file that intake accepted. `type` comes from its bytes, never from its name. */
export interface Accepted {
  readonly id: string
  readonly file: File
  /** Media type, such as `application/pdf`. */
  readonly type: string
  readonly remarks: readonly Remark[]
}

/** Bytes of a file that are not sealed, from `start` to `end`. Offsets count in the file as it was chosen. */
export interface Cut {
  readonly start: number
  readonly end: number
  /** What is sealed in their place; at most as many, and mostly none. */
  readonly put: Uint8Array<ArrayBuffer>
}

/** What the worker found in a file's bytes. The page decides whether to accept it. */
export interface Content {
  /** Short upper-case name for people (`PDF`, `JPG`, `PNG`, `HEIC`, `DOCX`, `ZIP`, `EXE`, `HTML`); empty when not recognised. */
  readonly format: string
  /** Media type; `application/octet-stream` when not recognised. */
  readonly type: string
  /** What is broken, in a developer's words; absent when the file is whole. */
  readonly damage?: string
  readonly remarks: readonly Remark[]
  /** What a picture holds beside the picture, in order; absent where nobody asked, and where it cannot be told for certain. */
  readonly cuts?: readonly Cut[] | undefined
}

/** Bytes that the check of a file read, as they were then. */
export interface ReadPiece {
  /** Offset in the file. */
  readonly at: number
  readonly length: number
  /** GMAC, 32 hex digits. */
  readonly tag: string
}

/** All that the check of a file read. */
export interface Reading {
  /** Of the tags; 16 bytes. */
  readonly key: Uint8Array<ArrayBuffer>
  readonly pieces: readonly ReadPiece[]
}

/** How a file must be sealed: plain data, so it crosses the worker border. `none` is a choice with a reason, never a fallback. */
export type SealSpec =
  | {
      readonly scheme: 'age'
      readonly recipients: readonly string[]
      readonly wrap?: 'pdf'
    }
  | { readonly scheme: 'didww'; readonly publicKeys: readonly [string, string] }
  | { readonly scheme: 'none'; readonly because: string }

/** A seal as `seal="…"` and `traits.seals` name it. */
export type SealName = 'age' | 'age+pdf' | 'didww' | 'none'

/** What one recipient's stanza is made of (HPKE, as age uses it), where X25519 alone does not do. Good for one file only. */
export interface KemShare {
  /** The stanza's arguments: its type, the tag where it has one, and what the recipient computes the key from. */
  readonly args: readonly string[]
  /** Of the stanza's body; 32 bytes. */
  readonly key: Uint8Array<ArrayBuffer>
  /** 12 bytes. */
  readonly nonce: Uint8Array<ArrayBuffer>
}

/** What the worker wraps a file's key with for one recipient: its X25519 key, or what the page made ready. */
export type WrapKey = Uint8Array<ArrayBuffer> | KemShare

/** What goes into a seal. */
export interface Plain {
  readonly blob: Blob
  readonly name: string
  readonly type: string
  readonly lastModified?: number
  readonly remarks: readonly Remark[]
  /** What its check read; where a byte of it is another one now, sealing rejects with `changed`. */
  readonly reading?: Reading
  /** What of it is not sealed. */
  readonly cuts?: readonly Cut[] | undefined
}

/** A file of the origin's own that a sealed body goes into. */
export interface BodyFile {
  readonly name: string
  /** How many bytes come in front, which are made last. */
  readonly headBytes: number
}

/** SHA-256, hex. */
export interface Digests {
  /** Of exactly the bytes that were sealed. */
  readonly digest: string
  /** Of the body, where the scheme has it in memory anyway; otherwise the session computes it while uploading. */
  readonly bodyDigest?: string
}

/** What comes out of a seal. The digests may take longer than the body; the upload does not wait for them. */
export interface Sealed {
  readonly body: Blob
  readonly facts: Facts
  readonly digests: Promise<Digests>
}

/** One way to encrypt. Runs in the worker, is pure, throws on failure; only `none` returns its input. */
export interface Scheme<Spec extends SealSpec> {
  readonly name: Spec['scheme']
  seal(plain: Plain, spec: Spec, job: Job): Promise<Sealed>
}

declare const sealedBySealDrop: unique symbol

/** The only thing that can be given to a transport. Only `seal/` makes one, so nothing leaves unsealed by accident. */
export interface Parcel {
  readonly [sealedBySealDrop]: true
  readonly id: string
  /** A UUID for these sealed bytes: the same in each send of them, another one when the file is sealed again. */
  readonly key: string
  /** The file's name as the server is told it. */
  readonly name: string
  readonly body: Blob
  /** Bytes of `body`. */
  readonly size: number
  readonly scheme: SealSpec['scheme']
  /** The body is a PDF around the sealed file. */
  readonly wrap?: 'pdf'
  /** Fingerprints of the keys that open it. */
  readonly recipients: readonly string[]
  /** Whether the format detects a changed byte. */
  readonly authenticated: boolean
  /** What the provider must be told, such as DIDWW's key fingerprint. */
  readonly facts: Facts
}

/** What the provider answered. The session, which knows the original, makes the Receipt from it. */
export interface Delivery {
  /** What the provider calls it: id, uuid, URL. */
  readonly reference: string
  /** ISO 8601. */
  readonly expiresAt?: string
  readonly facts: Facts
}

/** What `authorize` is asked with, once for every request. */
export interface AuthorizeContext {
  readonly transport: string
  readonly method: string
  readonly url: string
  /** 1 for the first try of a file, more after any failure: renew a cached token then, for it may have been refused. */
  readonly attempt: number
}

/** Gives the headers of one request. Its answer goes to the endpoint's origin, or to one listed in `origins`, only. */
export type Authorize = (context: AuthorizeContext) => HeadersInit | Promise<HeadersInit>

/** Whether the browser has taken all bytes of a body. */
export type Taken = 'yes' | 'perhaps' | 'no'

export interface CallJob extends Job {
  /** 1 for the first try. */
  readonly attempt: number
  /** Asks authorize; refuses any origin but the endpoint's or a listed one. Work that several calls share gives its own signal. */
  headers(method: string, url: string, signal?: AbortSignal): Promise<Headers>
  /**
   * Throws `protocol` for a URL that `headers` would refuse, without asking authorize: for a request that gets none of its headers.
   */
  checkOrigin?(url: string): void
  /** The page's own, for every request of this call; a transport's option wins over them. */
  readonly timeouts?: Timeouts
  /**
   * To be called when the browser has taken all bytes of a body: from here on they may arrive, whatever becomes of the
   * request. `createApi` does so by itself. `perhaps`: the browser has told of no byte yet and tells late, as Firefox does;
   * `no`: now it has, and some are left.
   */
  bodyTaken?(taken?: Taken): void
  /** Computed in the worker; SHA-256 unless said. */
  digest(blob: Blob, algorithm?: Algorithm): Promise<Uint8Array<ArrayBuffer>>
}

export interface SendJob extends CallJob {
  /** Where an earlier send of this parcel got to. */
  readonly resume?: Json
  /** An earlier try ended without an answer, or with one that cannot be understood: it may have arrived. */
  readonly uncertain: boolean
  /**
   * Keeps this point, such as a tus URL, for `resume` of the next try, which may come after a reload. `expiresAt`: when the provider
   * forgets what it has, ISO 8601.
   */
  keep(point: Json, expiresAt?: string): Promise<void>
}

export interface Traits {
  /** The most bytes of one parcel. */
  readonly maxBytes?: number
  /** The media types the provider takes, of the original. */
  readonly types?: readonly string[]
  readonly seals: readonly SealName[]
  readonly resumes: boolean
  /** Parcels in one request. */
  readonly perRequest: number
}

/** One way to deliver: a factory from options to a plain object. Its own authorize and origins win over the session's. */
export interface Transport {
  readonly name: string
  /** Absolute URL of the provider's API. */
  readonly endpoint: string
  readonly authorize?: Authorize
  readonly origins?: readonly string[]
  /** Its own timeouts win over the session's. */
  readonly timeouts?: Timeouts
  readonly traits: Traits
  /** Where the provider dictates the seal. `fresh`: what was prescribed before no longer holds. */
  prescribe?(
    job: CallJob & { readonly fresh?: boolean },
  ): Promise<Exclude<SealSpec, { scheme: 'none' }>>
  /** Delivers one parcel. Rejects with a SealDropError, or with `job.signal.reason` when aborted. */
  send(parcel: Parcel, job: SendJob): Promise<Delivery>
  sendMany?(
    parcels: readonly Parcel[],
    job: CallJob,
  ): Promise<readonly (Delivery | SealDropError)[]>
  /**
   * Closes a batch, where the provider has such a step. Called again for the same deliveries, it closes nothing twice. An error
   * with outcome `unsent`: the provider no longer has that file; a retry sends it again.
   */
  commit?(
    deliveries: readonly Delivery[],
    job: CallJob,
  ): Promise<readonly (Delivery | SealDropError)[]>
  /**
   * Takes back what a cancelled file left behind. Whether it is gone: false where nothing was found, so that it may still arrive,
   * and where this cannot be taken back.
   */
  discard?(what: Delivery | { readonly resume: Json }, job: CallJob): Promise<boolean>
}

/** What the page knows of one delivery. It is made in the browser, so it proves nothing to a server; a relay's ticket does. */
export interface Receipt {
  readonly transport: string
  /** What the provider calls it: id, uuid, URL. */
  readonly reference: string
  /** Bytes of what was sealed: the original, or what was left of it. */
  readonly size: number
  readonly name?: string
  readonly type?: string
  /** SHA-256 of what was sealed, hex. */
  readonly sha256?: string
  /** What was to be told of the file. */
  readonly remarks?: readonly Remark[]
  readonly sealed: {
    /** `age`, `age+pdf`, `didww` or `none`. */
    readonly scheme: string
    /** Bytes that were sent. */
    readonly size: number
    /** SHA-256 of the bytes that were sent, hex. */
    readonly sha256: string
    /** Fingerprints of the keys that open it. */
    readonly recipients: readonly string[]
    readonly authenticated: boolean
  }
  /** ISO 8601. */
  readonly sentAt: string
  /** ISO 8601, where the provider deletes it later. */
  readonly expiresAt?: string
  readonly facts: Facts
}

/** Where one file stands: one value, never a set of booleans. `done` and `total` are bytes. */
export type FileState =
  /** `ready`: accepted, waits its turn or the submit. */
  | {
      readonly phase: 'waiting' | 'checking' | 'ready' | 'confirming' | 'committing'
    }
  /** By intake; shown, dismissible, counts for nothing. */
  | { readonly phase: 'refused'; readonly error: SealDropError }
  /** Hashing, too. */
  | { readonly phase: 'sealing'; readonly done: number; readonly total: number }
  /** `mayHaveArrived`: the browser has taken all bytes, and nothing stops them any more: a pause waits for the answer. */
  | {
      readonly phase: 'sending'
      readonly done: number
      readonly total: number
      readonly mayHaveArrived?: true
    }
  /**
   * `offered`: an earlier visit left it unfinished, and nobody has said yet that it is theirs. It counts for nothing until
   * `resume()`.
   */
  | {
      readonly phase: 'paused'
      readonly from: 'sealing' | 'sending'
      readonly done: number
      readonly total: number
      readonly offered?: true
    }
  /** `at`: when it goes on, in milliseconds since 1970, or when the net is back. */
  | {
      readonly phase: 'retrying'
      readonly at: number | 'online'
      readonly done: number
      readonly total: number
      readonly error: SealDropError
    }
  /** Arrived, batch not committed yet. */
  | { readonly phase: 'delivered'; readonly delivery: Delivery }
  | { readonly phase: 'done'; readonly receipt: Receipt }
  | { readonly phase: 'failed'; readonly error: SealDropError }
  /** `mayHaveArrived`: it was cancelled too late to stop it, and it was not taken back. */
  | { readonly phase: 'cancelled'; readonly mayHaveArrived?: true }

/** One file as the outside sees it; frozen. */
export interface SessionFile {
  readonly id: string
  /** The file as it was chosen; absent where an earlier visit chose it. */
  readonly file?: File
  /** NFC, no control or bidi characters, no path, at most 255 bytes; empty where an earlier visit chose the file. */
  readonly name: string
  /** When it was added, by whichever visit: milliseconds since 1970. */
  readonly addedAt: number
  /** Bytes; once it was checked, of what is sealed. */
  readonly size: number
  /** Media type by content; empty until it was checked. */
  readonly type: string
  readonly remarks: readonly Remark[]
  readonly state: FileState
}
