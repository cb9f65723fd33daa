import type { ProviderName } from '../../src/providers/names.ts'

/** What the page is told: everything about one run. */
export interface Task {
  readonly transport: ProviderName
  /** Of the transport. */
  readonly options: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, string>>
  /** `age1…`; absent where the provider prescribes its seal. */
  readonly recipient?: string
  readonly wrap?: 'pdf'
  readonly files: readonly {
    readonly number: number
    readonly size: number
    readonly name: string
    readonly killsWorker: boolean
  }[]
  readonly parallel: number
  /** That the session makes by itself, for one file. */
  readonly retries: number
  /** How often all that failed is retried as a person would. */
  readonly byHand: number
  /** In milliseconds. */
  readonly timeouts: { readonly connect: number; readonly stall: number; readonly answer: number }
}

/** What became of one file, as the page shows it. */
export interface Outcome {
  readonly number: number
  readonly phase: string
  /** Of the original, hex. */
  readonly sha256: string
  /** Retries by hand that the whole run took. */
  readonly byHand: number
  readonly code?: string
  readonly message?: string
  readonly outcome?: string
  readonly reference?: string
  /** SHA-256 of the sealed bytes, as the receipt states it. */
  readonly sealed?: string
  /** Of a relay. */
  readonly ticket?: string
}

/** The same, of a file that was sent alone. */
export interface VisitOutcome extends Outcome {
  /** An earlier view of the page had left it. */
  readonly isOffered: boolean
}
