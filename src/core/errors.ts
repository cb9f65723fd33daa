/** Why a file was refused, could not be sealed, or did not arrive. Code that reads errors switches on this. */
export type ErrorCode =
  | 'empty'
  | 'too-large'
  | 'wrong-type'
  | 'damaged'
  | 'too-many'
  | 'duplicate'
  | 'unreadable'
  | 'changed'
  | 'insecure-context'
  | 'no-recipient'
  | 'bad-recipient'
  | 'keys-untrusted'
  | 'unsupported'
  | 'seal-failed'
  | 'offline'
  | 'network'
  | 'timeout'
  | 'stalled'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'refused'
  | 'rate-limited'
  | 'server'
  | 'protocol'
  | 'keys-rotated'
  | 'mismatch'
  | 'already-used'
  | 'expired'
  | 'no-identity'
  | 'misconfigured'

/** What the provider answered: the HTTP status, its own error code and its message (one line, shortened). */
export interface ProviderAnswer {
  readonly status: number
  readonly code?: string
  readonly message?: string
}

/** Numbers and names that a message for people mentions, such as `maxBytes` or the `found` format. Never a secret. */
export type Details = Readonly<Record<string, string | number>>

export interface ErrorFacts {
  /** Whether the same call may succeed later. Whoever throws says so; `session/retry.ts` decides whether to retry. */
  readonly retryable?: boolean
  /** How long the other side asked us to wait, in milliseconds. */
  readonly retryAfterMs?: number
  /**
   * `unsent`: no byte of the body left. `unknown`: it may have arrived, as when no answer came, or one that cannot be
   * understood. Absent: the other side refused it, or the error came before sending.
   */
  readonly outcome?: 'unsent' | 'unknown'
  readonly provider?: ProviderAnswer
  /** Of the request that failed, where it went through a relay: by it the relay's log knows it. 1 to 64 letters, digits, `-` and `_`. */
  readonly requestId?: string
  readonly fileId?: string
  readonly details?: Details
  readonly cause?: unknown
}

/** The one error of SealDrop. Messages are for developers; people read words chosen by `code` and `details`. */
export class SealDropError extends Error {
  override readonly name = 'SealDropError' as const
  readonly code: ErrorCode
  readonly retryable: boolean
  declare readonly retryAfterMs?: number
  declare readonly outcome?: 'unsent' | 'unknown'
  declare readonly provider?: ProviderAnswer
  declare readonly requestId?: string
  declare readonly fileId?: string
  declare readonly details?: Details

  constructor(code: ErrorCode, message: string, facts: ErrorFacts = {}) {
    super(message, 'cause' in facts ? { cause: facts.cause } : undefined)
    this.code = code
    this.retryable = facts.retryable ?? false
    for (const [key, value] of Object.entries(facts))
      if (value !== undefined)
        Object.defineProperty(this, key, { value, enumerable: key !== 'cause' })
  }

  /** The facts of this error, to make another one from it. */
  get facts(): ErrorFacts {
    const {
      name: _,
      code: __,
      ...facts
    } = this as ErrorFacts & Pick<SealDropError, 'name' | 'code'>
    return { ...facts, ...('cause' in this && { cause: this.cause }) }
  }
}

/** For options that cannot work: the message says what to change. */
export const misconfigured = (message: string, cause?: unknown): SealDropError =>
  new SealDropError('misconfigured', message, cause === undefined ? {} : { cause })

/** Whether this is a SealDropError, of this copy of the library or of another one (another realm, another bundle). */
export const isSealDropError = (thing: unknown): thing is SealDropError =>
  // Another realm's Error is no instance of this one's.
  Object.prototype.toString.call(thing) === '[object Error]' &&
  (thing as Error).name === 'SealDropError' &&
  'code' in (thing as Error)

/** Makes a SealDropError of anything thrown. Called once, where a foreign failure enters our code. */
export const asSealDropError = (thing: unknown, code: ErrorCode, message: string): SealDropError =>
  isSealDropError(thing) ? thing : new SealDropError(code, message, { cause: thing })
