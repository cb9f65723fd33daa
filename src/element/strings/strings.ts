import type { Remark } from '../../core/contracts.ts'
import type { ErrorCode } from '../../core/errors.ts'
import type { Phase } from '../../session/phases.ts'
import type { Gaps } from '../../words/gaps.ts'
import type { Plural } from '../../words/plural.ts'

/** Of one file, its name is said; of several, how many. */
export type NamedPlural = Plural & { readonly single: string }

/** For a field that takes one file, and for one that takes several; nobody counts them. */
export interface OneOrSeveral {
  readonly one: string
  readonly several: string
}

/** The codes that are the page's or the browser's fault, not a file's. */
export type FaultCode = 'insecure-context' | 'unsupported' | 'misconfigured'

/** What the element says before there is a file, as plain data. `{…}` marks what is filled in. */
export interface Strings {
  /** Language of these words; lists, sizes and dates follow it, the latter two in the reader's regional form. */
  readonly lang: string
  /** Which way they are read. */
  readonly dir: 'ltr' | 'rtl'
  /** A text, and what it is about: a button and its field, a file and what is wrong with it. */
  readonly about: string
  /** What the button and the list are together. Whose they are, each says by itself. */
  readonly group: string
  /** What may be added: one file, any number, or `{n}`. */
  readonly hint: { readonly one: string; readonly each: string; readonly some: string }
  /** Said before the first choice, where nothing else is waited for. */
  readonly atOnce: string
  readonly drop: OneOrSeveral
  readonly choose: OneOrSeveral
  /** Instead of where to drop them, where it is disabled or read-only. */
  readonly locked: string
  readonly required: string
  readonly missing: string
  readonly unfinished: OneOrSeveral
  /** `{recipient}` is set apart from the rest. */
  readonly sealedFor: string
  readonly fault: Readonly<Record<FaultCode, string>>
  /** Said when the rest of the element's code could not be loaded. */
  readonly unloaded: string
  /** Instead of a name, where it is a protocol that files go by, and not a provider. */
  readonly recipient: string
}

/** What the element says about files. Loaded with the code that draws them. */
export interface FileStrings {
  /** Above the button and on it, and how many more may be added. */
  readonly zone: {
    readonly more: string
    readonly letGo: Plural
    readonly letGoUncounted: string
    readonly letGoReplacing: string
    readonly another: string
    readonly chooseAnother: string
    readonly full: Plural
    readonly left: Plural
  }
  readonly folders: string
  readonly list: string
  readonly seal: {
    /** `{recipient}` is set apart from the rest. */
    readonly only: string
    readonly fingerprints: string
    readonly untrusted: string
    readonly unreachable: string
  }
  /** By phase; those of `ready` depend on `upload`, and the errors are the words for what was refused or failed. */
  readonly status: Readonly<
    Record<
      | Exclude<Phase, 'ready' | 'refused' | 'failed'>
      | 'preparing'
      | 'sendingOpen'
      | 'checkingLate'
      | 'sendingLate'
      | 'confirmingLate'
      | 'cancelledLate'
      | 'removed'
      | 'offline'
      | 'seemsOffline'
      | 'expires'
      | 'offer',
      string
    >
  > & { readonly ready: Readonly<Record<'auto' | 'submit' | 'manual', string>> }
  /** A day, such as "tomorrow", and the time. */
  readonly moment: string
  /** Follows the status: how much of it is sent, and how long until it is tried again. */
  readonly counting: { readonly share: string; readonly slow: string; readonly wait: string }
  /** Instead of a name, which nothing keeps: what an earlier view of the page left. `{time}` is today's, `{day}` another day. */
  readonly unnamed: Readonly<
    Record<'chosen' | 'sent', { readonly today: string; readonly earlier: string }>
  >
  readonly action: {
    readonly pause: string
    readonly resume: string
    readonly retry: string
    readonly sendAgain: string
    readonly cancel: string
    readonly remove: string
    readonly dismiss: string
    readonly pauseAll: string
    readonly resumeAll: string
    readonly goOn: string
    readonly notMine: string
    readonly undo: string
    readonly view: string
  }
  /** Names a button by what it does alone, for whoever sees which file it belongs to. */
  readonly tip: Readonly<
    Record<'pause' | 'resume' | 'retry' | 'sendAgain' | 'cancel' | 'remove' | 'dismiss', string>
  >
  /** Of a picture in large. */
  readonly viewer: { readonly zoomIn: string; readonly zoomOut: string; readonly close: string }
  readonly summary: {
    readonly delivered: Plural
    readonly failed: Plural
    readonly unconfirmed: Plural
  }
  /** Read out, in this order, when it happens to a file, or to several at once. `{why}` is the reason, where there is one. */
  readonly said: Readonly<
    Record<
      | 'added'
      | 'refused'
      | 'replaced'
      | 'restored'
      | 'offered'
      | 'removed'
      | 'withdrawn'
      | 'putBack'
      | 'cancelled'
      | 'cancelledLate'
      | 'paused'
      | 'resumed'
      | 'again'
      | 'unread'
      | 'late'
      | 'retrying'
      | 'failed'
      | 'unconfirmed'
      | 'done',
      NamedPlural
    >
  >
  /** Read out of all files. `{not}` of them were not added. */
  readonly gathered: {
    readonly addedNot: Plural
    readonly seeList: string
    readonly remarked: Plural
    readonly work: NamedPlural
    readonly sent: string
    /** The line under the list, as a sentence. */
    readonly summary: string
    /** What stands between two sentences. */
    readonly between: string
    readonly offline: string
    readonly online: string
  }
  readonly undelivered: NamedPlural
  /** Somebody sends the form while it is paused. */
  readonly stopped: NamedPlural
  /** The browser would not let the form open its window so long after the press. */
  readonly pressAgain: { readonly named: string; readonly unnamed: string }
  /** Instead of the error's words, for what may have arrived: sent again it is stored once at most, or may be stored twice. */
  readonly unconfirmed: NamedPlural & { readonly once: string; readonly twice: string }
  /** `no-recipient` is said of the element, before there is a file; `no-identity` by the desk. */
  readonly error: Readonly<
    Record<Exclude<ErrorCode, FaultCode | 'no-recipient' | 'no-identity'>, string>
  >
  /** For what cannot be sealed again, because an earlier view of the page chose it. */
  readonly rechoose: string
  /** Our words `{why}`, and the server's own `{reason}`. */
  readonly quoted: string
  /** Beside a failure: `{id}` finds it in the log of whoever runs the server. */
  readonly reference: string
  /** With the number that applies, where a limit is known. */
  readonly tooLarge: string
  readonly tooMany: NamedPlural
  /** By the kind of what was found; `{types}` are the ones that are taken. */
  readonly wrongType: Readonly<
    Record<
      | 'heic'
      | 'office'
      | 'archive'
      | 'program'
      | 'signature'
      | 'page'
      | 'password'
      | 'certificate'
      | 'other'
      | 'unknown',
      string
    >
  >
  /** A few words on why it is tried again. */
  readonly hitch: Readonly<Partial<Record<ErrorCode, string>>> & { readonly network: string }
  readonly remark: Readonly<Record<Remark, string>>
}

/** All words of one language but English, whose parts load apart. */
export interface Language {
  /** Whether somebody who grew up with the language has read all of it. */
  readonly reviewed: 'native' | 'none'
  /** Where some browsers do not have the language themselves. */
  readonly gaps?: Gaps
  readonly strings: Strings
  readonly fileStrings: FileStrings
}

/** The words that are used: of a language, with the site's own in them. */
export interface Spoken {
  readonly strings: Strings
  /** Those about files. English ones come with the code that draws files; without this, they are used as they are. */
  readonly ofFiles?: (english: FileStrings) => FileStrings
  /** Only where the browser does not have the language: lists, and what days are called. */
  readonly either?: (names: readonly string[]) => string
  readonly days?: Gaps['days']
}

type Some<Texts> = {
  readonly [Key in keyof Texts]?: Texts[Key] extends string ? Texts[Key] : Some<Texts[Key]>
}

/** A site's own words: those it replaces, by locale, such as `{ de: { choose: { one: 'Scan wählen' } } }`. */
export type OwnStrings = Readonly<Record<string, Some<Strings & FileStrings>>>
