import type { Algorithm, Content, KemShare, Plain, Sealed, SealSpec } from '../core/contracts.ts'
import type { Details, ErrorCode } from '../core/errors.ts'

/** What the worker can be asked for: the arguments and the result of each call. All of it is structured-cloneable. */
export interface Calls {
  /** Walks the bytes: format, damage, remarks. */
  examine: { args: { readonly blob: Blob }; result: Content }
  digest: {
    args: { readonly blob: Blob; readonly algorithm: Algorithm }
    result: Uint8Array<ArrayBuffer>
  }
  seal: {
    args: {
      readonly blob: Blob
      readonly plain: Omit<Plain, 'blob'>
      readonly spec: SealSpec
      /** For post-quantum recipients, in their order; fresh ones for every call. */
      readonly shares?: readonly KemShare[]
    }
    result: Sealed
  }
}

export type CallName = keyof Calls
export type Args<Name extends CallName> = Calls[Name]['args']
export type Result<Name extends CallName> = Calls[Name]['result']

/** A failure as it crosses the border: an Error would lose its code there. */
export interface Failure {
  /** Absent for what is not an error of ours. */
  readonly code?: ErrorCode
  readonly name: string
  readonly message: string
  readonly details?: Details
}

/** Page to worker. */
export type Request =
  | {
      readonly kind: 'call'
      readonly id: number
      readonly name: CallName
      readonly args: Args<CallName>
    }
  | { readonly kind: 'abort'; readonly id: number }

/**
 * Worker to page. `ready` names the Web Lock the worker holds as long as it lives. `later` or `never` follows a `done` that
 * said so.
 */
export type Response =
  | { readonly kind: 'ready'; readonly lock: string }
  | {
      readonly kind: 'progress'
      readonly id: number
      readonly done: number
      readonly total: number
    }
  | {
      readonly kind: 'done'
      readonly id: number
      readonly result: Result<CallName>
      /** The result's promise `digests` did not cross the border; its value does, in a message of its own. */
      readonly hasLater: boolean
    }
  | { readonly kind: 'later'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'never'; readonly id: number; readonly failure: Failure }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Failure }
