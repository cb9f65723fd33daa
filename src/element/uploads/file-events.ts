import type { FileState, SessionFile } from '../../core/contracts.ts'
import { isMoving, stageOf } from '../../session/phases.ts'
import type { Session } from '../../session/session.ts'
import type { ControllerHost } from '../controller-host.ts'
import {
  SealDropReceiptEvent,
  SealDropRejectEvent,
  SealDropSettledEvent,
  SealDropStateEvent,
} from '../events.ts'
import { SealDropFailEvent } from '../fail-event.ts'
import { type Counts, StageCounter } from './counts.ts'
import { type FileWords, isRestored } from './file-words.ts'
import { Speaker } from './speaker.ts'

/** The events that tell the page of a file's new state. */
const eventsOf = (listed: SessionFile, isNewPhase: boolean): Event[] => {
  const { id, file, state } = listed
  const events: Event[] = [new SealDropStateEvent(id, state)]
  if (!isNewPhase) return events
  if (state.phase === 'refused' && file) events.push(new SealDropRejectEvent(id, file, state.error))
  // What was restored arrived in an earlier view of the page, which heard of it then.
  if (state.phase === 'done' && !isRestored(listed))
    events.push(new SealDropReceiptEvent(state.receipt))
  if (state.phase === 'failed') events.push(new SealDropFailEvent(id, state.error))
  return events
}

/** Follows the files of a session: counts them, and tells the page (events) and whoever listens (the speaker). */
export class FileEvents {
  readonly #host: ControllerHost
  readonly speaker: Speaker
  readonly #entered: () => Promise<void>
  readonly #counter = new StageCounter()
  /** What everybody heard: a file that is put back after its removal has news for nobody. */
  readonly #told = new WeakSet<FileState>()
  /** The session that is expected to settle. */
  #settling: Session | undefined

  /** `entered` resolves when all has come in that is expected. */
  constructor(host: ControllerHost, words: () => FileWords, entered: () => Promise<void>) {
    this.#host = host
    this.speaker = new Speaker(host, words, () => this.counts)
    this.#entered = entered
  }

  get counts(): Counts {
    return this.#counter.counts
  }
  /** A batch is under way: also between two files, and between a file's check and its way. */
  get isUnderWay(): boolean {
    return this.#settling !== undefined
  }

  /** So many more files are about to come in, or were kept out. */
  expect(more: number): void {
    this.#counter.expect(more)
  }

  /** A file has a new state, is further within it, or left the list. */
  onFileChanged(file: SessionFile, session: Session): void {
    const { id, state } = file
    const { element, onFilesChanged } = this.#host
    const stage = stageOf(state)
    const before = this.#counter.stageOf(id)
    const isNewPhase = before !== stage
    const isUntold = !this.#told.has(state)
    const isNews = isNewPhase && isUntold
    this.#told.add(state)
    const isProgress = isMoving(stage) && 'total' in state
    const hasLeft = !isNewPhase && !isProgress && !session.files.some(listed => listed.id === id)
    const isUnstoppable = state.phase === 'sending' && state.mayHaveArrived === true
    this.#counter.move(id, hasLeft ? undefined : stage, isUnstoppable)
    if (!hasLeft) for (const event of eventsOf(file, isNews)) element.dispatchEvent(event)
    if (hasLeft) this.speaker.forget(id)
    else if (isUntold) this.speaker.follow(file, before, session)
    if (isNews && isMoving(stage)) void this.#awaitSettled(session)
    if (isNewPhase || hasLeft) onFilesChanged(hasLeft || state.phase === 'done')
  }

  /** Forgets all files: their session is closed. */
  clear(): void {
    this.#counter.clear()
    this.#settling = undefined
    this.speaker.clear()
  }

  /** Waits for the end of the batch that has begun. */
  async #awaitSettled(session: Session): Promise<void> {
    if (this.#settling === session) return
    this.#settling = session
    await null // the first of several may be coming in right now
    await this.#entered()
    await session.settled().catch(() => []) // the list says which files failed
    if (this.#settling !== session) return
    this.#settling = undefined
    this.#host.element.requestUpdate() // drawn before whoever hears of it goes on
    const { files, receipts } = session
    const failed = files.filter(({ state }) => state.phase === 'failed')
    this.#host.element.dispatchEvent(new SealDropSettledEvent(receipts, failed))
  }
}
