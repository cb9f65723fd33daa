import type { FileState } from '../core/contracts.ts'

export type Phase = FileState['phase']

/** Where a file stands for us: its phase, but that what an earlier visit left is an offer until somebody takes it. */
export type Stage = Phase | 'offer'

export const stageOf = (state: FileState): Stage =>
  state.phase === 'paused' && state.offered ? 'offer' : state.phase

interface StageRule {
  /** Every legal next stage. Progress stays in its stage. */
  readonly next: readonly Stage[]
  /** Whether the session takes the next step by itself, without the person or the page. */
  readonly isMoving?: true
  /** Whether it does not count, or no longer: towards the form, the summary and `maxFiles`. */
  readonly isAside?: true
  /** What a person may do to the file, beside cancelling it or taking it off the list. */
  readonly offers?: 'pause' | 'resume' | 'retry'
}

/** The lifecycle of a file: everything that is asked about a file’s stage anywhere comes from this table. */
const RULES: Readonly<Record<Stage, StageRule>> = {
  waiting: { next: ['checking', 'cancelled'], isMoving: true },
  checking: { next: ['refused', 'ready', 'failed', 'cancelled'], isMoving: true },
  ready: { next: ['sealing', 'sending', 'cancelled'] },
  sealing: {
    next: ['sealing', 'sending', 'retrying', 'paused', 'failed', 'cancelled'],
    isMoving: true,
    offers: 'pause',
  },
  sending: {
    // sealing: the keys rotated.
    next: ['sending', 'confirming', 'sealing', 'retrying', 'paused', 'failed', 'cancelled'],
    isMoving: true,
    offers: 'pause',
  },
  confirming: {
    // sending: the connection broke after the last byte, and the parcel is sent again.
    next: ['delivered', 'done', 'sealing', 'sending', 'retrying', 'failed', 'cancelled'],
    isMoving: true,
  },
  paused: { next: ['sealing', 'sending', 'cancelled'], offers: 'resume' },
  offer: { next: ['sending', 'cancelled'], isAside: true, offers: 'resume' },
  retrying: {
    next: ['sealing', 'sending', 'committing', 'paused', 'failed', 'cancelled'],
    isMoving: true,
    offers: 'retry',
  },
  delivered: { next: ['committing', 'cancelled'] },
  committing: { next: ['done', 'retrying', 'failed'], isMoving: true },
  // waiting: what failed was the check; delivered: what failed was the commit.
  failed: { next: ['ready', 'waiting', 'delivered'], offers: 'retry' },
  refused: { next: [], isAside: true },
  done: { next: [] },
  // Itself: what had left was taken back, or was not.
  cancelled: { next: ['cancelled'], isAside: true },
}

/** Returns `to` where the move is legal, and throws where it is not: that would be a bug of ours. */
export const move = (from: FileState, to: FileState): FileState => {
  if (!RULES[stageOf(from)].next.includes(stageOf(to)))
    throw new Error(`Unexpected move from ${stageOf(from)} to ${stageOf(to)}`)
  return to
}

/** Whether the session takes the next step by itself. `settled()` waits until no file is moving. */
export const isMoving = (stage: Stage): boolean => RULES[stage].isMoving === true

/** Whether the file never leaves the stage. */
export const isFinal = (stage: Stage): boolean => RULES[stage].next.every(next => next === stage)

/** Whether the file may still be cancelled: it is not final, and no commit is under way. */
export const isCancellable = (stage: Stage): boolean =>
  !isFinal(stage) && RULES[stage].next.includes('cancelled')

/** Whether it has arrived and nothing is under way: taken off the list, it can be put back as it was. */
export const isWithdrawable = (stage: Stage): boolean => stage === 'delivered' || stage === 'done'

/** Whether `pause()` stops the file where it is. */
export const isPausable = (stage: Stage): boolean => RULES[stage].next.includes('paused')

/** Whether the file takes one of the `maxFiles` places and counts in "1 of 4 delivered". */
export const isActive = (stage: Stage): boolean => !RULES[stage].isAside

/** Whether the file still stands for its content, so that the same content is a duplicate. */
export const holdsContent = (stage: Stage): boolean => isActive(stage) && stage !== 'failed'

/** Whether the file counts, and has neither arrived nor been given up. */
export const isUnfinished = (stage: Stage): boolean =>
  isActive(stage) && !isFinal(stage) && stage !== 'failed'

/** Whether `resume()` lets the file go on. */
export const isResumable = (stage: Stage): boolean =>
  isActive(stage) && !isMoving(stage) && RULES[stage].next.includes('sending')

/** What a person may do to the file now, beside cancelling it or taking it off the list. */
export const actionOf = (stage: Stage): StageRule['offers'] => RULES[stage].offers
