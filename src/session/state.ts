import type { FileState } from '../core/contracts.ts'

export type Phase = FileState['phase']

/** Every legal move from one phase to another. Progress stays in its phase. */
const MOVES: Readonly<Record<Phase, readonly Phase[]>> = {
  waiting: ['checking', 'cancelled'],
  checking: ['refused', 'ready', 'failed', 'cancelled'],
  ready: ['sealing', 'sending', 'cancelled'],
  sealing: ['sealing', 'sending', 'retrying', 'paused', 'failed', 'cancelled'],
  // sending > sealing: the keys rotated.
  sending: ['sending', 'confirming', 'sealing', 'retrying', 'paused', 'failed', 'cancelled'],
  // confirming > sending: cut after the last byte, and sent again.
  confirming: ['delivered', 'done', 'sealing', 'sending', 'retrying', 'failed', 'cancelled'],
  paused: ['sealing', 'sending', 'cancelled'],
  retrying: ['sealing', 'sending', 'committing', 'paused', 'failed', 'cancelled'],
  delivered: ['committing', 'cancelled'],
  committing: ['done', 'retrying', 'failed'],
  // failed > waiting: what failed was the check; failed > delivered: what failed was the commit.
  failed: ['ready', 'waiting', 'delivered'],
  refused: [],
  done: [],
  cancelled: [],
}

/** Returns `to` where the move is legal; throws where it is not, for that is a bug of ours. */
export const move = (from: FileState, to: FileState): FileState => {
  if (!MOVES[from.phase].includes(to.phase))
    throw new Error(`Unexpected move from ${from.phase} to ${to.phase}`)
  return to
}

/** Whether nothing ever happens to it again. */
export const isFinal = (phase: Phase): boolean => MOVES[phase].length === 0

const STILL: readonly Phase[] = [
  'ready',
  'paused',
  'refused',
  'delivered',
  'done',
  'failed',
  'cancelled',
]

/** Whether nothing more happens to it by itself: what `settled()` waits for. */
export const isStill = (phase: Phase): boolean => STILL.includes(phase)

/** Whether it may still be cancelled: nothing final, and no commit under way. */
export const isCancellable = (phase: Phase): boolean => MOVES[phase].includes('cancelled')
