import type {
  Aim,
  Connection,
  Fault,
  FaultDetails,
  FaultName,
  FaultSwitches,
  Faults,
} from '../testing/faults.ts'

export type {
  Aim,
  Connection,
  FaultDetails,
  FaultName,
  FaultSwitches,
} from '../testing/faults.ts'

export const NO_FAULTS: FaultSwitches = {
  dropBody: false,
  dropAnswer: false,
  stall: false,
  slow: false,
  status: false,
  garble: false,
  redirect: false,
  location: false,
  cors: 'permissive',
}

const FAULT_NAMES = Object.keys(NO_FAULTS).filter(name => name !== 'cors') as readonly FaultName[]

/** A request, as far as a fault can be aimed at it. */
export interface FaultTarget {
  readonly kind: string
  readonly connection: Connection
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

  /** Some fault waits for a request on a connection that carried none before. */
  get wantsFresh(): boolean {
    const now: FaultSwitches = this.#now
    return FAULT_NAMES.some(name => {
      const fault = now[name]
      return typeof fault === 'object' && fault.connection === 'fresh'
    })
  }

  /** What the fault was told if it meets this request, which then counts as met; else undefined. */
  take<Name extends FaultName>(
    name: Name,
    { kind, connection }: FaultTarget,
  ): FaultDetails[Name] | undefined {
    const faults: Faults = this.#now
    const fault: Fault<Name> = faults[name]
    if (fault === false) return undefined
    const aim: Aim = fault === true ? {} : fault
    const { times, after = 0, on = 'upload' } = aim
    if (on !== kind && on !== 'any') return undefined
    if (aim.connection !== undefined && aim.connection !== connection) return undefined
    if (after > 0 && fault !== true) {
      this.#now = { ...this.#now, [name]: { ...fault, after: after - 1 } }
      return undefined
    }
    if (times !== undefined) {
      const left = times > 1 && fault !== true ? { ...fault, times: times - 1 } : false
      this.#now = { ...this.#now, [name]: left }
      this.#changed()
      if (times < 1) return undefined
    }
    return fault === true ? ({} as FaultDetails[Name]) : fault
  }
}
