import type { SealDropError } from '../core/errors.ts'

/** Fired before any code for uploads is there; the other events, in `events.ts`, come with that code. */
export const OUTWARD = { bubbles: true, composed: true } as const

/** A file failed; without an `id` it is the element itself that cannot work. */
export class SealDropFailEvent extends Event {
  readonly id: string | undefined
  readonly error: SealDropError
  constructor(id: string | undefined, error: SealDropError) {
    super('sealdrop-fail', OUTWARD)
    this.id = id
    this.error = error
  }
}
