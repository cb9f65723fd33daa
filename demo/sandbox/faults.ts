/** Which requests a fault meets: the next `times` of them (all when left out), of one kind (`upload` when left out, or `any`). */
export interface Aim {
  readonly times?: number
  readonly on?: string
}

/** What each fault can be told. `true` is a fault with nothing said. */
export interface FaultDetails {
  /** Cuts the connection after so many bytes of the body (half of it). Nothing is stored. */
  readonly dropBody: { readonly afterBytes?: number }
  /** Does the work, then cuts the connection instead of answering. */
  readonly dropAnswer: object
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
  /** Does the work, but spoils the answer: a proxy's page, nothing, half of it, or the right words under a wrong content type. */
  readonly garble: { readonly as?: 'html' | 'empty' | 'cut' | 'wrong-type' }
  /** Sends the client elsewhere (307, to another origin of this machine that records what comes). */
  readonly redirect: { readonly to?: string; readonly code?: 301 | 302 | 303 | 307 | 308 }
}

export type FaultName = keyof FaultDetails

export type FaultSwitches = {
  readonly [Name in FaultName]: boolean | (Aim & FaultDetails[Name])
} & {
  /** `recorded`: the headers the provider was seen to send. `off`: none at all. */
  readonly cors: 'permissive' | 'recorded' | 'off'
}

export const NO_FAULTS: FaultSwitches = {
  dropBody: false,
  dropAnswer: false,
  stall: false,
  slow: false,
  status: false,
  garble: false,
  redirect: false,
  cors: 'permissive',
}

/** All switches of one sandbox. Faults that are counted switch themselves off. */
export class Switchboard<Switches extends FaultSwitches> {
  readonly #defaults: Switches
  readonly #changed: () => void
  #now: Switches

  constructor(defaults: Switches, changed: () => void) {
    this.#defaults = defaults
    this.#changed = changed
    this.#now = { ...defaults }
  }

  get now(): Switches {
    return this.#now
  }

  /** Throws a TypeError for a switch that does not exist: a misspelt fault must not pass as "no fault". */
  flip(switches: Partial<Switches>): void {
    for (const name of Object.keys(switches))
      if (!Object.hasOwn(this.#defaults, name))
        throw new TypeError(
          `There is no switch "${name}", but ${Object.keys(this.#defaults).join(', ')}.`,
        )
    this.#now = { ...this.#now, ...switches }
    this.#changed()
  }

  reset(): void {
    this.#now = { ...this.#defaults }
    this.#changed()
  }

  /** What the fault was told if it meets this kind of request, which then counts as met; else undefined. */
  take<Name extends FaultName>(name: Name, kind: string): FaultDetails[Name] | undefined {
    const fault: boolean | (Aim & FaultDetails[Name]) = this.#now[name]
    if (fault === false) return undefined
    const { times, on = 'upload' }: Aim = fault === true ? {} : fault
    if (on !== kind && on !== 'any') return undefined
    if (times !== undefined) {
      const left = times > 1 && fault !== true ? { ...fault, times: times - 1 } : false
      this.#now = { ...this.#now, [name]: left }
      this.#changed()
      if (times < 1) return undefined
    }
    return fault === true ? ({} as FaultDetails[Name]) : fault
  }
}
