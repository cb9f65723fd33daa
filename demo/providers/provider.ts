import type { Traits } from '../../src/core/contracts.ts'
import type { ProviderName } from '../../src/providers/names.ts'
import type { SandboxAccess } from '../../src/sandbox/sandbox.ts'

/** One upload as the playground shows it. */
export interface Seen {
  readonly id: string
  readonly wireName: string
  /** Bytes that came. */
  readonly size: number
  /** The first of them, hex. */
  readonly head: string
  /** Of the bytes that came, hex: it says which receipt is this one's. */
  readonly sealedSha256: string
  /** Of what the recipient's key opened it to; absent where it did not open. */
  readonly sha256?: string
  readonly facts: readonly Fact[]
}

export interface Fact {
  readonly name: string
  readonly text: string
  readonly isGood?: boolean
}

/** A provider's local sandbox, and how a page uses it. */
export interface Provider extends Pick<SandboxAccess, 'about' | 'url' | 'endpoint' | 'upstream'> {
  readonly name: ProviderName
  readonly title: string
  /** What the page's `authorize` gives where there is no relay. */
  readonly headers: Readonly<Record<string, string>>
  /** Further attributes of the element, and those only where there is no relay. */
  readonly attributes: Readonly<Record<string, string>>
  readonly directAttributes: Readonly<Record<string, string>>
  /** What may be sent to it: the first where nothing else is asked for. */
  readonly seals: Traits['seals']
  /** The bytes of one upload, as they came; undefined where there is no such upload. */
  sealed(id: string): Buffer | undefined
  seen(): Promise<readonly Seen[]>
  close(): Promise<void>
}
