import type { SessionFile } from '../../core/contracts.ts'
import type { SealDropError } from '../../core/errors.ts'
import { type Stage, stageOf } from '../../session/phases.ts'
import { NEUTRAL } from '../../words/neutral.ts'
import { type PluralText, pluralIn } from '../../words/plural.ts'
import type { FaultCode, FileStrings } from '../strings/strings.ts'
import { fill, type Words } from '../words.ts'
import { serverReason } from './server-reason.ts'

/** The words of one language for files, with sizes and dates as its reader writes them. */
export interface FileWords extends Words {
  /** What they were made of. */
  readonly base: Words
  readonly fileStrings: FileStrings
  readonly quotesServer: boolean
  readonly plural: PluralText
  /** `share` from 0 to 1; never says 100% too early. */
  percent(share: number): string
  seconds(seconds: number): string
  /** Day and time, such as "tomorrow, 10:42". */
  when(iso: string, now: number): string
  /** Its name, or what is known of it where an earlier view of the page left it. */
  nameOf(file: SessionFile, now?: number): string
  /** `file`: whose error it is. */
  error(error: SealDropError, file?: SessionFile): string
}

const DAY_MS = 86_400_000

/** How many days after today a moment is; yesterday is -1. */
const daysAhead = (at: Date, now: number): number => {
  const midnight = (time: Date | number): number => new Date(time).setHours(0, 0, 0, 0)
  return Math.round((midnight(at) - midnight(now)) / DAY_MS)
}

/** What is to be done about a format that is not taken depends on its kind. */
const KINDS: readonly (readonly [keyof FileStrings['wrongType'], RegExp])[] = [
  ['unknown', /^$/],
  ['heic', /^HEI[CF]$/],
  ['office', /^(DOC|XLS|PPT)X?$|^OD[TSP]$|^RTF$/],
  ['archive', /^(ZIP|RAR|7Z|TAR|GZIP)$/],
  ['program', /^(EXE|ELF)$/],
  ['signature', /^P7M$/],
  ['page', /^HTML$/],
  ['password', /^password$/],
  ['certificate', /^certificate$/],
]

/** Whether a file that failed may be there all the same. `mismatch` says what is there. */
export const mayHaveArrived = ({ code, outcome }: SealDropError): boolean =>
  outcome === 'unknown' && code !== 'mismatch'

/** Of an earlier view of the page, listed as delivered: else it was added before it was sent. */
export const isRestored = ({ name, addedAt, state }: SessionFile): boolean =>
  !name && state.phase === 'done' && addedAt >= Date.parse(state.receipt.sentAt)

/** What cannot be sealed anew, although nothing else would help. */
export const mustBeRechosen = ({ file }: SessionFile, { code }: SealDropError): boolean =>
  !file && code === 'keys-rotated'

/** `english` is used where the words have no others. `quotesServer`: what the server said of an error follows our words. */
export const createFileWords = (
  words: Words,
  english: FileStrings,
  quotesServer = false,
): FileWords => {
  const fileStrings = words.ofFiles?.(english) ?? english
  const { lang, strings, number, size, either } = words
  const plural = pluralIn(lang, words)
  // Where the browser does not have the language.
  const { days: ownDays } = words
  const timeLang = ownDays ? NEUTRAL : lang
  const unitDisplay = ownDays ? 'narrow' : 'short'
  const days = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' })
  const month = ownDays ? 'numeric' : 'short'
  const dates = new Intl.DateTimeFormat(timeLang, { day: 'numeric', month })
  const times = new Intl.DateTimeFormat(timeLang, { hour: 'numeric', minute: '2-digit' })
  const dayOf = (at: Date, now: number): string => {
    const ahead = daysAhead(at, now)
    if (Math.abs(ahead) > 1) return dates.format(at)
    return ownDays?.[ahead + 1] ?? days.format(ahead, 'day')
  }

  const ownWords = (error: SealDropError, file: SessionFile | undefined): string => {
    const { code, details = {} } = error
    if (file && mustBeRechosen(file, error)) return fileStrings.rechoose
    if (mayHaveArrived(error)) return fileStrings.unconfirmed[error.retryable ? 'once' : 'twice']
    const { maxBytes, maxFiles, found = '', accepted = '', protection = found } = details
    if (code === 'too-large' && typeof maxBytes === 'number')
      return fill(fileStrings.tooLarge, { size: size(maxBytes, 'floor') })
    if (code === 'too-many' && typeof maxFiles === 'number')
      return plural(fileStrings.tooMany, maxFiles)
    if (code === 'wrong-type' && 'found' in details) {
      const [kind = 'other'] = KINDS.find(([, pattern]) => pattern.test(`${protection}`)) ?? []
      const types = either(`${accepted}`.split(', '))
      return fill(fileStrings.wrongType[kind], { found: `${found}`, types })
    }
    const texts: Readonly<Record<string, string>> = { ...strings.fault, ...fileStrings.error }
    return texts[code] ?? fileStrings.error.protocol
  }

  return {
    ...words,
    base: words,
    fileStrings,
    quotesServer,
    plural,
    percent: share => number(Math.floor(share * 100) / 100, { style: 'percent' }),
    seconds: seconds =>
      seconds < 100
        ? number(seconds, { style: 'unit', unit: 'second', unitDisplay })
        : number(Math.ceil(seconds / 60), { style: 'unit', unit: 'minute', unitDisplay }),
    when(iso, now) {
      const at = new Date(iso)
      return fill(fileStrings.moment, { day: dayOf(at, now), time: times.format(at) })
    },
    nameOf(file, now = Date.now()) {
      if (file.name) return file.name
      const forms = fileStrings.unnamed[isRestored(file) ? 'sent' : 'chosen']
      const at = new Date(file.addedAt)
      const form = daysAhead(at, now) === 0 ? forms.today : forms.earlier
      return fill(form, { day: dayOf(at, now), time: times.format(at) })
    },
    error(error, file) {
      const why = ownWords(error, file)
      const reason = quotesServer && serverReason(error)
      // Set apart, because the server's language may run the other way.
      return reason ? fill(fileStrings.quoted, { why, reason: `\u2068${reason}\u2069` }) : why
    },
  }
}

/** What a status line says. */
export interface Status {
  /** What changes rarely: it describes the buttons, and a screen reader says aloud when that changes. */
  readonly lasting: string
  /** What follows it and changes all the time: how far, or how long; else ''. */
  readonly counting: string
}

/** What a status line depends on beside the file. */
export interface StatusContext {
  readonly words: FileWords
  readonly upload: 'auto' | 'submit' | 'manual'
  /** False where the integrator chose to send as it is. */
  readonly isSealed: boolean
  /** Milliseconds since 1970. */
  readonly now: number
  /** Its bytes, or its answer, have been awaited for long. */
  isLate(id: string): boolean
  /** How long the rest of it may take, in seconds; 0 where that is not worth a word. */
  secondsLeft(id: string): number
  /** What the browser says of its network, which may be wrong: nothing but words follows from it. */
  readonly isOffline: boolean
}

/** Sealing is quick: it is the first tenth. */
const SEALED = 0.1
/** What is not answered yet does not look done, and neither does what waits for its next try. */
const ALL_BUT_ANSWERED = 0.95

/** How far a file is, from 0 to 1; undefined where that is not known. */
export const shareOf = ({ state }: SessionFile): number | undefined => {
  if (state.phase === 'confirming' || state.phase === 'committing') return 1
  // How far an offer got, only its service knows.
  if (!('total' in state) || ('offered' in state && state.offered)) return undefined
  const share = state.total > 0 ? Math.min(1, state.done / state.total) : 0
  const from = state.phase === 'paused' ? state.from : state.phase
  return from === 'sealing' ? share * SEALED : SEALED + share * (ALL_BUT_ANSWERED - SEALED)
}

/** What waits for the network, so that its lack is said at once, and not when a request has failed. */
const NETWORKED: readonly Stage[] = ['sending', 'confirming', 'committing']

/** Says in one line where a file stands. */
export const statusOf = (file: SessionFile, context: StatusContext): Status => ({
  lasting: lastingOf(file, context),
  counting: countingOf(file, context),
})

const countingOf = (file: SessionFile, { words, now, secondsLeft }: StatusContext): string => {
  const { counting } = words.fileStrings
  const { state } = file
  if (state.phase === 'sending') {
    const seconds = secondsLeft(file.id)
    const percent = words.percent(shareOf(file) ?? 0)
    const slow = seconds > 0 ? fill(counting.slow, { time: words.seconds(seconds) }) : ''
    return fill(counting.share, { percent }) + slow
  }
  const waitMs = state.phase === 'retrying' && state.at !== 'online' ? state.at - now : 0
  return waitMs > 0 ? fill(counting.wait, { time: words.seconds(Math.ceil(waitMs / 1000)) }) : ''
}

const lastingOf = (file: SessionFile, context: StatusContext): string => {
  const line = phaseOf(file, context)
  return context.isOffline && NETWORKED.includes(stageOf(file.state))
    ? fill(context.words.fileStrings.status.seemsOffline, { status: line })
    : line
}

const phaseOf = (file: SessionFile, context: StatusContext): string => {
  const { words, now } = context
  const { status, hitch } = words.fileStrings
  const { state } = file
  switch (state.phase) {
    case 'checking':
      return context.isLate(file.id) ? status.checkingLate : status.checking
    case 'ready':
      return status.ready[context.upload]
    case 'sealing':
      return context.isSealed ? status.sealing : status.preparing
    case 'sending': {
      const sending = context.isSealed ? status.sending : status.sendingOpen
      const isServersTurn = context.isLate(file.id) && context.secondsLeft(file.id) === 0
      return isServersTurn ? fill(status.sendingLate, { status: sending }) : sending
    }
    case 'confirming':
      return context.isLate(file.id) ? status.confirmingLate : status.confirming
    case 'cancelled':
      return state.mayHaveArrived ? status.cancelledLate : status.cancelled
    case 'paused':
      if (state.offered) return status.offer
      return fill(status.paused, { percent: words.percent(shareOf(file) ?? 0) })
    case 'retrying': {
      if (state.at === 'online') return status.offline
      return fill(status.retrying, { why: hitch[state.error.code] ?? hitch.network })
    }
    case 'done': {
      const { expiresAt } = state.receipt
      return expiresAt ? fill(status.expires, { when: words.when(expiresAt, now) }) : status.done
    }
    case 'refused':
    case 'failed':
      return words.error(state.error, file)
    default:
      return status[state.phase]
  }
}

export const isFault = (code: string): code is FaultCode =>
  code === 'misconfigured' || code === 'insecure-context' || code === 'unsupported'
