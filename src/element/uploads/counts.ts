import {
  isActive,
  isMoving,
  isPausable,
  isResumable,
  isUnfinished,
  type Stage,
} from '../../session/phases.ts'

/** How many files there are of each kind, at one moment. */
export interface Counts {
  /** Refused and cancelled ones, too, and offers. */
  readonly listed: number
  /** Neither refused nor cancelled, nor an offer. */
  readonly active: number
  /** Neither arrived nor given up. */
  readonly unfinished: number
  /** Something is left to do, by the element or by the person: unfinished or failed. */
  readonly open: number
  /** On their way by themselves. */
  readonly moving: number
  /** Neither accepted nor refused yet. */
  readonly judging: number
  /** "Pause all" stops these. */
  readonly pausable: number
  /** "Resume all" lets these go. */
  readonly resumable: number
  readonly paused: number
  readonly retrying: number
  readonly failed: number
  readonly done: number
}

/** Keeps count of the files' stages, one change at a time: a thousand files cost no more each than ten. */
export class StageCounter {
  readonly #stages = new Map<string, Stage>()
  readonly #numbers = new Map<Stage, number>()
  /** Those that no pause stops, whatever their stage. */
  readonly #unstoppable = new Set<string>()
  #counts: Counts | undefined

  /** The stage of the file with this id; undefined while it is not counted. */
  stageOf(id: string): Stage | undefined {
    return this.#stages.get(id)
  }

  /** The file is in this stage now; undefined: it left the list. */
  move(id: string, to: Stage | undefined, isUnstoppable = false): void {
    if (isUnstoppable !== this.#unstoppable.has(id)) {
      this.#unstoppable[isUnstoppable ? 'add' : 'delete'](id)
      this.#counts = undefined
    }
    const from = this.#stages.get(id)
    if (from === to) return
    this.#counts = undefined
    if (from) this.#numbers.set(from, this.#number(from) - 1)
    if (to) {
      this.#numbers.set(to, this.#number(to) + 1)
      this.#stages.set(id, to)
    } else this.#stages.delete(id)
  }

  /** So many more are about to come in: they count as waiting. */
  expect(more: number): void {
    this.#numbers.set('waiting', this.#number('waiting') + more)
    this.#counts = undefined
  }

  clear(): void {
    this.#stages.clear()
    this.#numbers.clear()
    this.#unstoppable.clear()
    this.#counts = undefined
  }

  /** Added up once for each change. */
  get counts(): Counts {
    this.#counts ??= {
      listed: this.#sum(() => true),
      active: this.#sum(isActive),
      unfinished: this.#sum(isUnfinished),
      open: this.#sum(isUnfinished) + this.#number('failed'),
      moving: this.#sum(isMoving),
      judging: this.#number('waiting') + this.#number('checking'),
      pausable: this.#sum(isPausable) - this.#unstoppable.size,
      resumable: this.#sum(isResumable),
      paused: this.#number('paused'),
      retrying: this.#number('retrying'),
      failed: this.#number('failed'),
      done: this.#number('done'),
    }
    return this.#counts
  }

  #number(stage: Stage): number {
    return this.#numbers.get(stage) ?? 0
  }
  #sum(isCounted: (stage: Stage) => boolean): number {
    let sum = 0
    for (const [stage, number] of this.#numbers) if (isCounted(stage)) sum += number
    return sum
  }
}

/** `:state()`s of the element, by name. */
export const statesOf = (counts: Counts): Readonly<Record<string, boolean>> => {
  const { listed, active, open, moving, paused, failed } = counts
  return {
    empty: listed === 0,
    busy: moving > 0,
    paused: paused > 0,
    complete: active > 0 && open === 0,
    failed: failed > 0,
  }
}
