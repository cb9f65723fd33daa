import type { SessionFile } from '../../src/core/contracts.ts'
import type { SimulatedFile } from './blobs.ts'

/** What a story remembers of one file. */
export interface Fate {
  readonly file: SimulatedFile
  readonly name: string
  phase: string
  /** How often a person had it sent again though it may have arrived. */
  resends: number
  /** It failed, and the person is told that it may have arrived. */
  mayHaveArrived: boolean
  /** And that a retry may store it twice. */
  mayBeTwice: boolean
  /** Its receipt says that nobody could look whether the server has it twice. */
  isUnchecked: boolean
  /** Something went wrong since it was cancelled: it may not have been taken back. */
  isDisturbed: boolean
}

const FINAL = ['done', 'cancelled', 'refused']
/** From these phases a file can be cancelled, and is so at once. */
const CANCELLABLE = [
  'waiting',
  'checking',
  'ready',
  'sealing',
  'sending',
  'confirming',
  'paused',
  'retrying',
  'delivered',
]

/** Follows every file of a story, and says what no file may do. */
export class Fates {
  readonly all: Map<string, Fate> = new Map()
  /** Somebody asks right now for paused files to go on. */
  isResuming = false
  readonly #note: (words: string) => void
  readonly #broke: (words: string) => void

  constructor(note: (words: string) => void, broke: (words: string) => void) {
    this.#note = note
    this.#broke = broke
  }

  /** To be told of every event of the session. A file is met with its first one. */
  changed({ id, file, state }: SessionFile): void {
    const { phase } = state
    const fate = this.all.get(id) ?? this.#meet(id, file as unknown as SimulatedFile, phase)
    if (fate.phase === phase) return
    const why = 'error' in state ? ` (${state.error.code})` : ''
    this.#note(`${fate.name}: ${fate.phase} → ${phase}${why}`)
    if (fate.phase === 'paused' && phase !== 'cancelled' && !this.isResuming)
      this.#broke('A paused file went on by itself.')
    if (FINAL.includes(fate.phase)) this.#broke(`A file moved from ${fate.phase} to ${phase}.`)
    fate.phase = phase
    fate.isUnchecked = state.phase === 'done' && state.receipt.facts.copies === 'unknown'
    const error = state.phase === 'failed' ? state.error : undefined
    fate.mayHaveArrived = error?.outcome === 'unknown'
    fate.mayBeTwice = fate.mayHaveArrived && !error?.retryable
  }
  nameOf(id: string): string {
    return this.all.get(id)?.name ?? 'a file'
  }
  /** Runs what cancels these files: none of them may go on. */
  cancel(ids: readonly string[], cancel: () => void): void {
    const cancelled = ids.flatMap(id => {
      const fate = this.all.get(id)
      return fate && CANCELLABLE.includes(fate.phase) ? [fate] : []
    })
    cancel()
    for (const { phase } of cancelled)
      if (phase !== 'cancelled') this.#broke('A cancelled file went on.')
  }
  /** A person has this one sent again. */
  resend(id: string): void {
    const fate = this.all.get(id)
    if (fate?.mayBeTwice) fate.resends++
  }
  /** What is taken back from now on may fail. */
  disturb(): void {
    for (const fate of this.all.values()) fate.isDisturbed = true
  }

  #meet(id: string, file: SimulatedFile, phase: string): Fate {
    const name = `file ${this.all.size}`
    const fate: Fate = {
      file,
      name,
      phase,
      resends: 0,
      mayHaveArrived: false,
      mayBeTwice: false,
      isUnchecked: false,
      isDisturbed: false,
    }
    this.all.set(id, fate)
    return fate
  }
}
