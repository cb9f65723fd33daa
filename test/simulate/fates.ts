import type { FileState, SessionFile } from '../../src/core/contracts.ts'
import type { SimulatedFile } from './blobs.ts'
import { clock } from './clock.ts'
import type { View } from './view.ts'

/** What one view of the page last told of a file. */
interface Sighting {
  phase: string
  /** An earlier visit left it, and nobody has taken it. */
  isOffer: boolean
  /** Somebody takes it. */
  isTaken: boolean
}

/** What a story remembers of one file. */
export interface Fate {
  readonly file: SimulatedFile
  readonly name: string
  /** As it was told last, and by whom. */
  phase: string
  view: View
  readonly sightings: Map<View, Sighting>
  /** Some of it has left since it was sealed, and it is not committed. */
  hasLeft: boolean
  /** When it was sealed, where nothing but its first send followed: milliseconds since 1970. */
  sealedAt: number | undefined
  /** How often a page was killed while it sent it. */
  kills: number
  /** What was kept of it may be older than its last request. */
  isKeptLate: boolean
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

/** Nothing of what was sealed before counts any more. */
const startsOver = (state: FileState): boolean =>
  state.phase === 'sealing' ||
  (state.phase === 'paused' && state.from === 'sealing') ||
  (state.phase === 'retrying' && state.error.code === 'keys-rotated')

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

  /** To be told of every event of a session. A file is met with its first one. */
  changed(view: View, { id, file, state }: SessionFile): void {
    const { phase } = state
    const fate = this.all.get(id) ?? this.#meet(id, file as unknown as SimulatedFile, phase, view)
    const isOffer = state.phase === 'paused' && state.offered === true
    const before = fate.sightings.get(view)
    const isSealed =
      state.phase === 'sealing'
        ? state.done === state.total
        : phase === 'sending' && (before?.phase === 'sealing' || fate.sealedAt !== undefined)
    fate.sealedAt = isSealed ? (fate.sealedAt ?? clock.now()) : undefined
    const isTaken = isOffer && before?.isTaken === true
    fate.sightings.set(view, { phase, isOffer, isTaken })
    fate.view = view
    if (before?.phase === phase && fate.phase === phase) return
    const why = 'error' in state ? ` (${state.error.code})` : ''
    this.#note(
      `${fate.name}${this.#inView(view)}: ${before?.phase ?? 'new'} → ${isOffer ? 'offered' : phase}${why}`,
    )
    if (before) this.#judgeMove(before, phase)
    if (startsOver(state)) fate.hasLeft = false
    // The batch is committed, and nothing but its receipt is missing.
    if (before?.phase === 'committing' && state.phase === 'failed')
      fate.hasLeft &&= state.error.code !== 'seal-failed'
    fate.phase = phase
    fate.isUnchecked = state.phase === 'done' && state.receipt.facts.copies === 'unknown'
    // An offer says nothing of what the page that left it said.
    if (isOffer) return
    const error = state.phase === 'failed' ? state.error : undefined
    fate.mayHaveArrived = error?.outcome === 'unknown'
    fate.mayBeTwice = fate.mayHaveArrived && !error?.retryable
  }
  /** Somebody takes this offer, or all of this view. */
  take(view: View, id?: string): void {
    for (const [other, fate] of this.all) {
      const sighting = fate.sightings.get(view)
      if (!sighting?.isOffer || (id ?? other) !== other) continue
      sighting.isTaken = true
      this.resend(other)
    }
  }
  /** A body with some of it leaves this view. */
  leaves(view: View, file: SimulatedFile): void {
    for (const fate of this.all.values()) {
      const { sightings, name } = fate
      if (fate.file !== file) continue
      fate.hasLeft = true
      const sighting = sightings.get(view)
      if (sighting?.isOffer && !sighting.isTaken)
        this.#broke(`${name}: an offer is sent by itself.`)
    }
  }
  /** `isLate`: its storage had not done yet what it was asked. */
  killed(view: View, isLate: boolean): void {
    for (const fate of this.all.values()) {
      const sighting = fate.sightings.get(view)
      if (!sighting || sighting.isOffer) continue
      fate.kills++
      if (isLate) fate.isKeptLate = true
    }
    this.disturb()
  }
  nameOf(id: string): string {
    return this.all.get(id)?.name ?? 'a file'
  }
  /** Runs what cancels these files: none of them may go on. */
  cancel(view: View, ids: readonly string[], cancel: () => void): void {
    const phaseOf = (id: string): string => this.all.get(id)?.sightings.get(view)?.phase ?? ''
    const cancelled = ids.filter(id => CANCELLABLE.includes(phaseOf(id)))
    cancel()
    // A listener may have ended the page.
    if (!view.isAlive) return
    for (const id of cancelled)
      if (phaseOf(id) !== 'cancelled') this.#broke('A cancelled file went on.')
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

  #judgeMove({ phase: from, isOffer, isTaken }: Sighting, to: string): void {
    if (from === to) return
    if (from === 'paused' && to !== 'cancelled' && !(isOffer ? isTaken : this.isResuming))
      this.#broke('A paused file went on by itself.')
    if (FINAL.includes(from)) this.#broke(`A file moved from ${from} to ${to}.`)
  }
  #inView({ name }: View): string {
    return name === 'tab 0' ? '' : ` in ${name}`
  }
  #meet(id: string, file: SimulatedFile, phase: string, view: View): Fate {
    const name = `file ${this.all.size}`
    const fate: Fate = {
      file,
      name,
      phase,
      view,
      sightings: new Map(),
      hasLeft: false,
      sealedAt: undefined,
      kills: 0,
      isKeptLate: false,
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
