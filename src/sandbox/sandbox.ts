import type { FaultSwitches } from './faults.ts'
import type { RecordedRequest } from './server.ts'

/** One upload, as every sandbox tells of it. */
export interface ReceivedUpload {
  /** The reference that the provider gave it. */
  readonly id: string
  /** The file's name as it came. */
  readonly wireName: string
  /** Bytes as they came. */
  readonly size: number
  /** Of the bytes as they came, in hex. */
  readonly sha256: string
}

/** Where a page sends to, and what it is told for that. */
export interface SandboxAccess {
  /** Origin. */
  readonly url: string
  /** What the transport's `endpoint` is, where no relay stands between. */
  readonly endpoint: string
  /** The transport's further options, with a relay or without. */
  readonly options: Readonly<Record<string, unknown>>
  /** Without a relay: the headers that `authorize` gives, and further options of the transport. Good for this sandbox, and nothing else. */
  readonly direct: {
    readonly headers: Readonly<Record<string, string>>
    readonly options: Readonly<Record<string, unknown>>
  }
  /** With a relay: what `createRelay` is told as `providers.<name>`. */
  readonly upstream: { readonly endpoint: string }
  /** What must be nowhere but where it belongs; the first one is what a page without a relay holds. */
  readonly secrets: readonly [string, ...string[]]
  /** `age1…`, where files are sealed with age; the identity never leaves this process. Absent where the provider prescribes its seal. */
  readonly recipient?: string
  /** The provider takes PDFs only: sealed files travel in one. */
  readonly wrap?: 'pdf'
  /** What there is to see in it, in a sentence or two for people. */
  readonly about: string
}

/** A provider's local server, as far as all of them are alike. */
export interface Sandbox<Switches extends FaultSwitches = FaultSwitches> extends SandboxAccess {
  /** What was delivered. */
  received(): readonly ReceivedUpload[]
  /** The bytes of one upload, as they came. Throws where there is no such upload. */
  sealed(id: string): Buffer
  /** What the recipient's key opens one upload to. Throws or rejects where it does not. */
  plaintext(id: string): Buffer | Promise<Buffer>
  /** Every request since the last reset, preflights too, and those that came to where `redirect` and `location` lead. */
  requests(): readonly RecordedRequest[]
  /** Sets what goes wrong from now on. Throws a TypeError for a switch that does not exist. */
  flip(switches: Partial<Switches>): void
  /** The next request of whoever had kept a connection comes on a fresh one. Requests under way go on. */
  closeIdleConnections(): void
  /** No faults, nothing stored, nothing recorded. Credentials stay valid. */
  reset(): void
  /** Cuts all connections; from then on the port refuses them. */
  close(): Promise<void>
}

/** What every sandbox can be told as it starts. */
export interface StartOptions {
  /** A free one when left out. */
  readonly port?: number
}
