import type { SessionFile } from '../../core/contracts.ts'
import {
  actionOf,
  isCancellable,
  isFinal,
  isWithdrawable,
  type Stage,
  stageOf,
} from '../../session/phases.ts'
import type { FileStrings } from '../strings/strings.ts'
import type { FileAction } from './action-icons.ts'
import { mayHaveArrived, mustBeRechosen } from './file-words.ts'

/** What takes a file off. */
const endingOf = (stage: Stage): FileAction | undefined => {
  if (stage === 'offer') return undefined
  // What has arrived and waits for its batch could be cancelled, too; but a removal can be undone.
  if (isCancellable(stage) && !isWithdrawable(stage)) return 'cancel'
  return isFinal(stage) || isWithdrawable(stage) || stage === 'failed' ? 'remove' : undefined
}

/** What a person may do, beside taking it off. What nothing stops any more offers no pause. */
const furtherOf = (file: SessionFile): FileAction | undefined => {
  const { state } = file
  const stage = stageOf(state)
  if (stage === 'offer' || (state.phase === 'sending' && state.mayHaveArrived)) return undefined
  return state.phase === 'failed' && mustBeRechosen(file, state.error) ? undefined : actionOf(stage)
}

/** The buttons of a file, in order. */
export const actionsOf = (file: SessionFile): readonly FileAction[] =>
  [furtherOf(file), endingOf(stageOf(file.state))].filter(action => action !== undefined)

/** Which words the button has. */
export const wordsOf = (action: FileAction, { state }: SessionFile): keyof FileStrings['tip'] => {
  if (action === 'remove' && state.phase === 'refused') return 'dismiss'
  const isTwice = state.phase === 'failed' && mayHaveArrived(state.error) && !state.error.retryable
  return action === 'retry' && isTwice ? 'sendAgain' : action
}

/**
 * Buttons of one kind are one button, which may keep the focus. All others are made anew: whoever holds a finger on one that goes
 * away presses nothing, whatever comes in its place.
 */
export const kindOf = (action: FileAction): FileAction => (action === 'resume' ? 'pause' : action)
