import type { FileState } from '../core/contracts.ts'

export type Phase = FileState['phase']

interface PhaseRule {
  /** Every legal next phase. Progress stays in its phase. */
  readonly next: readonly Phase[]
  /** Whether the session takes the next step by itself, without the person or the page. */
  readonly isMoving?: true
  /** Whether the file was dropped: it no longer counts towards the form, the summary or `maxFiles`. */
  readonly isDropped?: true
  /** What a person may do to the file, beside cancelling it or taking it off the list. */
  readonly offers?: 'pause' | 'resume' | 'retry'
}

/** The lifecycle of a file: everything that is asked about a phase anywhere comes from this table. */
const RULES: Readonly<Record<Phase, PhaseRule>> = {
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
  retrying: {
    next: ['sealing', 'sending', 'committing', 'paused', 'failed', 'cancelled'],
    isMoving: true,
    offers: 'retry',
  },
  delivered: { next: ['committing', 'cancelled'] },
  committing: { next: ['done', 'retrying', 'failed'], isMoving: true },
  // waiting: what failed was the check; delivered: what failed was the commit.
  failed: { next: ['ready', 'waiting', 'delivered'], offers: 'retry' },
  refused: { next: [], isDropped: true },
  done: { next: [] },
  // Itself: what had left was taken back, or was not.
  cancelled: { next: ['cancelled'], isDropped: true },
}

/** Returns `to` where the move is legal, and throws where it is not: that would be a bug of ours. */
export const move = (from: FileState, to: FileState): FileState => {
  if (!RULES[from.phase].next.includes(to.phase))
    throw new Error(`Unexpected move from ${from.phase} to ${to.phase}`)
  return to
}

/** Whether the session takes the next step by itself. `settled()` waits until no file is moving. */
export const isMoving = (phase: Phase): boolean => RULES[phase].isMoving === true

/** Whether the file never leaves the phase. */
export const isFinal = (phase: Phase): boolean => RULES[phase].next.every(next => next === phase)

/** Whether the file may still be cancelled: it is not final, and no commit is under way. */
export const isCancellable = (phase: Phase): boolean =>
  !isFinal(phase) && RULES[phase].next.includes('cancelled')

/** Whether `pause()` stops the file where it is. */
export const isPausable = (phase: Phase): boolean => RULES[phase].next.includes('paused')

/** Whether the file takes one of the `maxFiles` places and counts in "1 of 4 delivered". */
export const isActive = (phase: Phase): boolean => !RULES[phase].isDropped

/** Whether the file still stands for its content, so that the same content is a duplicate. */
export const holdsContent = (phase: Phase): boolean => isActive(phase) && phase !== 'failed'

/** Whether the file has neither arrived nor been given up. */
export const isUnfinished = (phase: Phase): boolean => !isFinal(phase) && phase !== 'failed'

/** Whether `resume()` lets the file go on. */
export const isResumable = (phase: Phase): boolean =>
  !isMoving(phase) && RULES[phase].next.includes('sending')

/** What a person may do to the file now, beside cancelling it or taking it off the list. */
export const actionOf = (phase: Phase): PhaseRule['offers'] => RULES[phase].offers
