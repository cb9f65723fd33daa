import { MOVING, type Phase, UNFINISHED } from '../../session/phases.ts'

/** How many files are in each phase. It counts along, so that a thousand files cost no more each than ten. */
export class Tally {
  readonly #counts = new Map<Phase, number>()

  /** Undefined: not on the list. */
  move(from: Phase | undefined, to: Phase | undefined): void {
    if (from) this.#counts.set(from, this.of(from) - 1)
    if (to) this.#counts.set(to, this.of(to) + 1)
  }
  of(...phases: readonly Phase[]): number {
    return phases.reduce((sum, phase) => sum + (this.#counts.get(phase) ?? 0), 0)
  }
  get moving(): number {
    return this.of(...MOVING)
  }
  get unfinished(): number {
    return this.of(...UNFINISHED)
  }
  /** Something is left to do, by the element or by the person. */
  get open(): number {
    return this.unfinished + this.of('failed')
  }
  /** What stands for something: neither refused nor cancelled. */
  get counted(): number {
    return this.open + this.of('done')
  }
  clear(): void {
    this.#counts.clear()
  }
}
