import type { Algorithm } from '../../core/contracts.ts'
import { algorithmOf, type CryptshareSession } from './answers.ts'

/** What was asked for one parcel. `file` is the server's id for it, once that is known. */
export interface Registration {
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** Hex; absent where the session has no algorithm that a browser can compute. */
  readonly checksum?: string
  readonly file?: string
}

/** What this page knows of one transfer session of the server. */
export class TransferSession {
  /** The tracking id. */
  readonly id: string
  /** Undefined where the server's is none a browser can compute: then files have no checksum. */
  readonly algorithm: Algorithm | undefined
  /** Bytes of all files together. */
  readonly maxTotalSize: number | undefined
  /** By the parcel's key: a file that was sealed again is another one. Files of an earlier page, whose parcels nobody knows, are there by the file's id. */
  readonly files: Map<string, Registration>
  /** Ids of files that were delivered, and not taken back. */
  readonly delivered: Set<string> = new Set()
  /** Key of the parcel that is the confidential message. */
  confidential: string | undefined

  constructor(id: string, found: CryptshareSession, maxTotalSize: number | undefined) {
    this.id = id
    this.algorithm = algorithmOf(found)
    this.maxTotalSize = maxTotalSize
    this.files = new Map(
      found.files.map(({ id: file, name, size = 0 }) => [file, { name, size, file }]),
    )
  }

  /** What was asked for this file of the server; undefined for one that this page did not register. */
  registrationOf(file: string): Registration | undefined {
    return [...this.files.values()].find(known => known.file === file)
  }

  /** The server no longer has this file, or is not to keep it. */
  forget(file: string): void {
    this.delivered.delete(file)
    for (const [parcel, known] of this.files) {
      if (known.file !== file) continue
      this.files.delete(parcel)
      if (this.confidential === parcel) this.confidential = undefined
    }
  }
}
