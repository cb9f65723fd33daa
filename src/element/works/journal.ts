import type { SessionFile } from '../../core/contracts.ts'
import { isMoving, type Phase } from '../../session/phases.ts'
import type { Session } from '../../session/session.ts'
import {
  SealDropFailEvent,
  SealDropReceiptEvent,
  SealDropRejectEvent,
  SealDropSettledEvent,
  SealDropStateEvent,
} from '../events.ts'
import { fill } from '../words.ts'
import type { FileWords } from './file-words.ts'
import { summaryOf } from './summary.ts'
import { Tally } from './tally.ts'

/** What the journal needs of the element. */
export interface Desk {
  readonly words: FileWords
  say(text: string): void
  dispatchEvent(event: Event): boolean
}

/** Writes down what happens to each file, and tells the page (events) and the screen reader (one line at each end). */
export class Journal {
  readonly tally: Tally = new Tally()
  readonly #desk: Desk
  readonly #phases = new Map<string, Phase>()
  readonly #originals = new Map<string, File>()
  #entering: File | undefined
  #watched: Session | undefined

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** Takes a file into the session. One by one: what happens to it at once is then known to be its own. */
  enter(original: File, session: Session): void {
    this.#entering = original
    session.add([original])
    this.#entering = undefined
  }

  /** Returns what happened, where it was more than progress. */
  write(file: SessionFile, session: Session): 'phase' | 'left' | undefined {
    const { id, state } = file
    const before = this.#phases.get(id)
    if (before === undefined && this.#entering) this.#originals.set(id, this.#entering)
    if (before === state.phase && !('total' in state)) {
      // Nothing new but that it left the list.
      if (session.files.some(listed => listed.id === id)) return undefined
      this.tally.move(before, undefined)
      this.#phases.delete(id)
      this.#originals.delete(id)
      return 'left'
    }
    this.tally.move(before, state.phase)
    this.#phases.set(id, state.phase)
    this.#dispatch(file, before !== state.phase)
    if (before === state.phase) return undefined
    this.#say(file)
    if (isMoving(state.phase)) void this.#watch(session)
    return 'phase'
  }

  forget(): void {
    this.tally.clear()
    this.#phases.clear()
    this.#originals.clear()
    this.#watched = undefined
  }

  #dispatch({ id, state }: SessionFile, isNewPhase: boolean): void {
    const desk = this.#desk
    const original = this.#originals.get(id)
    desk.dispatchEvent(new SealDropStateEvent(id, state))
    if (!isNewPhase) return
    if (state.phase === 'refused' && original)
      desk.dispatchEvent(new SealDropRejectEvent(id, original, state.error))
    if (state.phase === 'done') desk.dispatchEvent(new SealDropReceiptEvent(state.receipt))
    if (state.phase === 'failed') desk.dispatchEvent(new SealDropFailEvent(id, state.error))
  }

  #say({ name, state }: SessionFile): void {
    const { words } = this.#desk
    const { said } = words.fileStrings
    if (state.phase === 'done') this.#desk.say(fill(said.done, { name }))
    if (state.phase === 'failed' || state.phase === 'refused')
      this.#desk.say(fill(said[state.phase], { name, why: words.error(state.error) }))
  }

  /** Waits for the end of the batch that has begun. */
  async #watch(session: Session): Promise<void> {
    if (this.#watched === session) return
    this.#watched = session
    await session.settled().catch(() => []) // who failed is in the list
    if (this.#watched !== session) return
    this.#watched = undefined
    const { files, receipts } = session
    const failed = files.filter(({ state }) => state.phase === 'failed')
    this.#desk.dispatchEvent(new SealDropSettledEvent(receipts, failed))
    if (this.tally.counted > 1 && this.tally.unfinished === 0)
      this.#desk.say(`${summaryOf(this.#desk.words, this.tally)}.`)
  }
}
