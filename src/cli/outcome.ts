import type { SealRecord } from '../core/record.ts'
import type { Finding } from '../desk/finding.ts'
import type { Failed, Skipped } from './failure.ts'

/** What became of one file. */
export type Outcome =
  | {
      readonly status: 'opened' | 'already-there'
      readonly file: string
      /** Path of the document. */
      readonly saved: string
      readonly name: string
      readonly size: number
      /** By content. */
      readonly type: string
      /** Hex. */
      readonly sha256: string
      readonly intact: boolean
      readonly record?: SealRecord
      readonly found: Finding
    }
  | Skipped
  | Failed
