import type {
  Algorithm,
  BodyFile,
  Content,
  Cut,
  Digests,
  Plain,
  Reading,
  Sealed,
  SealSpec,
  WrapKey,
} from '../core/contracts.ts'
import type { Details, ErrorCode } from '../core/errors.ts'

/** What the worker can be asked for: the arguments and the result of each method. All of it is structured-cloneable. */
export interface Methods {
  /** Walks the bytes: format, damage, remarks; and what was read for it. `strips`: with the cuts of a picture. */
  examine: {
    args: { readonly blob: Blob; readonly strips?: boolean }
    result: Content & { readonly reading: Reading }
  }
  digest: {
    args: {
      readonly blob: Blob
      readonly algorithm: Algorithm
      /** What of the blob does not count. */
      readonly cuts?: readonly Cut[] | undefined
    }
    result: Uint8Array<ArrayBuffer>
  }
  seal: {
    args: {
      readonly blob: Blob
      readonly plain: Omit<Plain, 'blob'>
      readonly spec: SealSpec
      /** For each recipient of the spec, once; what is made ready is fresh for every call. */
      readonly keys?: readonly WrapKey[]
      /** A file that the sealed bytes may go into, of which so many stand in front of the encrypted ones. */
      readonly file?: BodyFile
    }
    result: Sealed
  }
}

export type MethodName = keyof Methods
export type Args<Name extends MethodName> = Methods[Name]['args']
export type Result<Name extends MethodName> = Methods[Name]['result']

/** An error as plain data: a cloned Error would lose its code on the way. */
export interface SerializedError {
  /** Absent for what is not an error of ours. */
  readonly code?: ErrorCode
  readonly name: string
  readonly message: string
  readonly details?: Details
}

/** Page to worker. `id` numbers the calls of one page. */
export type ToWorker =
  | {
      readonly kind: 'call'
      readonly id: number
      readonly name: MethodName
      readonly args: Args<MethodName>
    }
  | { readonly kind: 'abort'; readonly id: number }

/**
 * Worker to page. `ready` says of which version the worker is, and names the Web Lock that it holds as long as it lives. After a `done` with `hasDeferred`
 * either `deferred` or `deferred-rejected` follows.
 */
export type FromWorker =
  | { readonly kind: 'ready'; readonly lock: string; readonly version: string }
  | {
      readonly kind: 'progress'
      readonly id: number
      readonly done: number
      readonly total: number
    }
  | {
      readonly kind: 'done'
      readonly id: number
      readonly result: Result<MethodName>
      /** A promise cannot be cloned: the digests of a sealed file come in a message of their own. */
      readonly hasDeferred: boolean
    }
  | {
      readonly kind: 'deferred'
      readonly id: number
      readonly digests: Digests
    }
  | {
      readonly kind: 'deferred-rejected'
      readonly id: number
      readonly error: SerializedError
    }
  | {
      readonly kind: 'failed'
      readonly id: number
      readonly error: SerializedError
    }
