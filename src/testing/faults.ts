/**
 * Which requests a fault meets: the next `times` of them (all when left out), of one kind (`upload` when left out, or `any`),
 * once `after` others of that kind have passed.
 */
export interface Aim {
  readonly times?: number
  readonly after?: number
  readonly on?: string
  /**
   * Only requests on a connection that carried another before, or none (either, when left out). Browsers send a request again by
   * themselves, a POST too, when a used connection ends without a byte of an answer: a page learns of the fresh ones alone. A
   * preflight uses its connection. So while a fault waits for a fresh one, the server closes each connection with its answer, and
   * has closed the idle ones.
   */
  readonly connection?: Connection
}

export type Connection = 'fresh' | 'used'

/** The details of each fault; the value in brackets holds where they are left out. `true` is a fault without details. */
export interface FaultDetails {
  /** Cuts the connection after so many bytes of the body (half of it). Nothing is stored. */
  readonly dropBody: { readonly afterBytes?: number }
  /** Does the work, then cuts the connection instead of answering, or after so many bytes of the answer, its head included (0). */
  readonly dropAnswer: { readonly afterBytes?: number }
  /** Stops reading after so many bytes (half), or reads everything and never answers. Goes on when switched off. */
  readonly stall: { readonly at?: 'body' | 'answer'; readonly afterBytes?: number }
  /** Reads the body no faster than this (1 MiB/s). What the kernels buffer on both sides comes on top. */
  readonly slow: { readonly bytesPerSecond?: number }
  /** Answers with this status (500) instead of doing the work. */
  readonly status: {
    readonly code?: number
    /** `Retry-After`: seconds, or an HTTP date. */
    readonly retryAfter?: number | string
    /** `gateway`: JSON in a form that is not the provider's. */
    readonly body?: 'html' | 'text' | 'json' | 'gateway' | 'empty'
  }
  /** Does the work, but breaks the answer: a proxy's page, nothing, half of it, or the right body under a wrong content type. */
  readonly garble: { readonly as?: 'html' | 'empty' | 'cut' | 'wrong-type' }
  /** Sends the client elsewhere (307, to another origin of this machine that records what comes). */
  readonly redirect: { readonly to?: string; readonly code?: 301 | 302 | 303 | 307 | 308 }
  /** Does the work, but names another origin of this machine in `Location`. */
  readonly location: { readonly to?: string }
}

export type FaultName = keyof FaultDetails

/** `false`: it does not happen. `true`: it happens to every upload. */
export type Fault<Name extends FaultName> = boolean | (Aim & FaultDetails[Name])

export type Faults = { readonly [Name in FaultName]: Fault<Name> }

/** What a test server can do wrong. A fault with `times` switches itself off after so many requests. */
export type FaultSwitches = Faults & {
  /** `recorded`: the headers the provider was seen to send. `off`: none at all. */
  readonly cors: 'permissive' | 'recorded' | 'off'
}
