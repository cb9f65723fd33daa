import type { SessionFile } from '../../core/contracts.ts'
import type { SealDropError } from '../../core/errors.ts'
import type { FaultCode, FileStrings } from '../strings/strings.ts'
import { fill, type Words } from '../words.ts'

/** The words of one language for files, with sizes and dates as its reader writes them. */
export interface FileWords extends Words {
  readonly fileStrings: FileStrings
  /** `share` from 0 to 1; never says 100% too early. */
  percent(share: number): string
  seconds(seconds: number): string
  /** Day and time, such as "tomorrow, 10:42". */
  when(iso: string, now: number): string
  error(error: SealDropError): string
}

const DAY_MS = 86_400_000

/** What is to be done about a format that is not taken depends on its kind. */
const KINDS: readonly (readonly [keyof FileStrings['wrongType'], RegExp])[] = [
  ['unknown', /^$/],
  ['heic', /^HEI[CF]$/],
  ['office', /^(DOC|XLS|PPT)X?$|^OD[TSP]$|^RTF$/],
  ['archive', /^(ZIP|RAR|7Z|TAR|GZIP)$/],
  ['program', /^(EXE|ELF)$/],
  ['page', /^HTML$/],
]

/** Whether a file that failed may be there all the same. `mismatch` says what is there. */
export const mayHaveArrived = ({ code, outcome }: SealDropError): boolean =>
  outcome === 'unknown' && code !== 'mismatch'

export const createFileWords = (words: Words, fileStrings: FileStrings): FileWords => {
  const { lang, strings, number, plural, size, either } = words
  const days = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' })
  const dates = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short' })
  const times = new Intl.DateTimeFormat(lang, { hour: 'numeric', minute: '2-digit' })

  return {
    ...words,
    fileStrings,
    percent: share => number(Math.floor(share * 100) / 100, { style: 'percent' }),
    seconds: seconds =>
      seconds < 100
        ? number(seconds, { style: 'unit', unit: 'second', unitDisplay: 'short' })
        : number(Math.ceil(seconds / 60), { style: 'unit', unit: 'minute', unitDisplay: 'short' }),
    when(iso, now) {
      const at = new Date(iso)
      const midnight = (time: number | string): number => new Date(time).setHours(0, 0, 0, 0)
      const ahead = Math.round((midnight(iso) - midnight(now)) / DAY_MS)
      const day = ahead === 0 || ahead === 1 ? days.format(ahead, 'day') : dates.format(at)
      return `${day}, ${times.format(at)}`
    },
    error(error) {
      const { code, details = {} } = error
      if (mayHaveArrived(error)) return fileStrings.unconfirmed[error.retryable ? 'once' : 'twice']
      const { maxBytes, maxFiles, found = '', accepted = '' } = details
      if (code === 'too-large' && typeof maxBytes === 'number')
        return fill(fileStrings.tooLarge, { size: size(maxBytes, 'floor') })
      if (code === 'too-many' && typeof maxFiles === 'number')
        return plural(fileStrings.tooMany, maxFiles)
      if (code === 'wrong-type' && 'found' in details) {
        const [kind = 'other'] = KINDS.find(([, pattern]) => pattern.test(`${found}`)) ?? []
        const types = either(`${accepted}`.split(', '))
        return fill(fileStrings.wrongType[kind], { found, types })
      }
      const texts: Readonly<Record<string, string>> = { ...strings.fault, ...fileStrings.error }
      return texts[code] ?? fileStrings.error.protocol
    },
  }
}

/** What a status line depends on beside the file. */
export interface StatusContext {
  readonly words: FileWords
  readonly upload: 'auto' | 'submit' | 'manual'
  /** False where the integrator chose to send as it is. */
  readonly isSealed: boolean
  /** Milliseconds since 1970. */
  readonly now: number
  /** Its answer has been awaited for long. */
  isLate(id: string): boolean
}

/** Sealing is quick: it is the first tenth. */
const SEALED = 0.1
/** What is not answered yet does not look done, and neither does what waits for its next try. */
const ALL_BUT_ANSWERED = 0.95

/** How far a file is, from 0 to 1; undefined where that is not known. */
export const shareOf = ({ state }: SessionFile): number | undefined => {
  if (state.phase === 'confirming' || state.phase === 'committing') return 1
  if (!('total' in state)) return undefined
  const share = state.total > 0 ? Math.min(1, state.done / state.total) : 0
  const from = state.phase === 'paused' ? state.from : state.phase
  return from === 'sealing' ? share * SEALED : SEALED + share * (ALL_BUT_ANSWERED - SEALED)
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
    case 'sending': {
      const sending = fill(context.isSealed ? status.sending : status.sendingOpen, { percent })
      return context.isLate(file.id) ? fill(status.sendingLate, { status: sending }) : sending
    }
    case 'confirming':
      return context.isLate(file.id) ? status.confirmingLate : status.confirming
    case 'cancelled':
      return state.mayHaveArrived ? status.cancelledLate : status.cancelled
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

export const isFault = (code: string): code is FaultCode =>
  code === 'misconfigured' || code === 'insecure-context' || code === 'unsupported'
