import { type FaultSwitches, NO_FAULTS } from '../faults.ts'

export interface DokstampSwitches extends FaultSwitches {
  /** Of the error bodies. */
  readonly generation: 'newer' | 'older'
  /** Of an upload whose bytes are there already: not documented. */
  readonly duplicate: 200 | 201
  /** Without `X-Tenant`. */
  readonly noTenant: 401 | 404
  /** `DELETE` of a used file: not documented. */
  readonly inUse: 403 | 409 | 422
  readonly tooLarge: 413 | 422
  /** Bytes of one file: not documented. */
  readonly sizeLimit: number
  /** Of `data[]`: that it is the order of the parts is only inferred. */
  readonly order: 'kept' | 'reversed'
  /** Whether an answer to an upload says `original_name`. */
  readonly names: 'kept' | 'left-out'
  /** Whether it says the true size. */
  readonly sizes: 'true' | 'wrong'
  /** Whether the answer to PATCH and PUT shows the file: not documented. */
  readonly changes: 'shown' | 'not-shown'
  readonly tokenSeconds: number
  /** What a hostile server says instead, once it has stored an upload; null for the truth. */
  readonly forged: unknown
}

/** 12 h. */
export const TOKEN_SECONDS = 43_200

export const DOKSTAMP_DEFAULTS: DokstampSwitches = {
  ...NO_FAULTS,
  generation: 'newer',
  duplicate: 201,
  noTenant: 401,
  inUse: 409,
  tooLarge: 413,
  sizeLimit: 52_428_800,
  order: 'kept',
  names: 'kept',
  sizes: 'true',
  changes: 'shown',
  tokenSeconds: TOKEN_SECONDS,
  forged: null,
}
