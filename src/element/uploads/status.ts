import type { SessionFile } from '../../core/contracts.ts'
import { fill } from '../words.ts'
import type { FileWords } from './file-words.ts'

/** What a status line depends on beside the file. */
export interface StatusContext {
  readonly words: FileWords
  readonly upload: 'auto' | 'submit' | 'manual'
  /** False where the integrator chose to send as it is. */
  readonly isSealed: boolean
  /** Milliseconds since 1970. */
  readonly now: number
}

/** How far a file is, from 0 to 1; undefined where that is not known. Sealing is quick: it is the first tenth. */
export const shareOf = ({ state }: SessionFile): number | undefined => {
  if (state.phase === 'confirming' || state.phase === 'committing') return 1
  if (!('total' in state)) return undefined
  const share = state.total > 0 ? Math.min(1, state.done / state.total) : 0
  const from = state.phase === 'paused' ? state.from : state.phase
  return from === 'sealing' ? share * 0.1 : 0.1 + share * 0.9
}

/** Says in one line where a file stands. */
export const statusOf = (file: SessionFile, context: StatusContext): string => {
  const { words, now } = context
  const { status, hitch } = words.fileStrings
  const { state } = file
  const percent = words.percent(shareOf(file) ?? 0)
  switch (state.phase) {
    case 'ready':
      return status.ready[context.upload]
    case 'sealing':
      return context.isSealed ? status.sealing : status.preparing
    case 'sending':
      return fill(context.isSealed ? status.sending : status.sendingOpen, { percent })
    case 'paused':
      return fill(status.paused, { percent })
    case 'retrying': {
      if (state.at === 'online') return status.offline
      const why = hitch[state.error.code] ?? hitch.network
      const seconds = Math.ceil((state.at - now) / 1000)
      return seconds > 0
        ? fill(status.retrying, { why, time: words.seconds(seconds) })
        : fill(status.retryingNow, { why })
    }
    case 'done': {
      const { expiresAt } = state.receipt
      return expiresAt ? fill(status.expires, { when: words.when(expiresAt, now) }) : status.done
    }
    case 'refused':
    case 'failed':
      return words.error(state.error)
    default:
      return status[state.phase]
  }
}
