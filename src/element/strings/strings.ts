import type { Remark } from '../../core/contracts.ts'
import type { ErrorCode } from '../../core/errors.ts'
import type { ProviderName } from '../../providers/names.ts'

/** One text for each plural category the language has. `{n}` is the number. */
export interface Plural {
  readonly zero?: string
  readonly one?: string
  readonly two?: string
  readonly few?: string
  readonly many?: string
  readonly other: string
}

/** The codes that are the page's or the browser's fault, not a file's. */
export type FaultCode = 'insecure-context' | 'unsupported' | 'misconfigured'

/** What the element says before there is a file, as plain data. `{…}` marks what is filled in. */
export interface Strings {
  /** Language of these words; sizes and dates follow it, in the reader's regional form. */
  readonly lang: string
  readonly drop: Plural
  readonly more: string
  readonly choose: Plural
  readonly letGo: Plural
  readonly letGoUncounted: string
  readonly full: Plural
  readonly folders: string
  readonly required: string
  readonly missing: string
  readonly unfinished: Plural
  readonly seal: {
    readonly for: string
    readonly only: string
    readonly fingerprints: string
    readonly untrusted: string
    readonly unreachable: string
  }
  readonly fault: Readonly<Record<FaultCode, string>>
  /** The rest of our own code could not be loaded. */
  readonly unloaded: string
  /** What is said instead of the name of a provider that has none of its own. */
  readonly provider: { readonly [Name in ProviderName]?: string }
}

/** What it says of files. Comes with the code that draws them. */
export interface FileStrings {
  /** Locale whose way of writing "A, B or C" is used. */
  readonly listLang: string
  readonly hint: { readonly one: string; readonly each: string }
  readonly list: string
  readonly status: {
    readonly waiting: string
    readonly checking: string
    readonly ready: { readonly auto: string; readonly submit: string; readonly manual: string }
    readonly sealing: string
    readonly preparing: string
    readonly sending: string
    readonly sendingOpen: string
    readonly confirming: string
    readonly paused: string
    readonly retrying: string
    readonly retryingNow: string
    readonly offline: string
    readonly delivered: string
    readonly committing: string
    readonly done: string
    readonly expires: string
    readonly cancelled: string
  }
  readonly action: {
    readonly pause: string
    readonly resume: string
    readonly retry: string
    readonly cancel: string
    readonly remove: string
    readonly dismiss: string
    readonly pauseAll: string
    readonly resumeAll: string
  }
  readonly summary: { readonly delivered: Plural; readonly failed: Plural }
  readonly said: {
    readonly added: Plural
    readonly done: string
    readonly failed: string
    readonly refused: string
  }
  readonly undelivered: Plural
  readonly error: Readonly<Record<Exclude<ErrorCode, FaultCode>, string>>
  /** With the number that applies, where a limit is known. */
  readonly tooLarge: string
  readonly tooMany: Plural
  /** By the kind of what was found; `{types}` are the ones that are taken. */
  readonly wrongType: Readonly<
    Record<'heic' | 'office' | 'archive' | 'program' | 'page' | 'other' | 'unknown', string>
  >
  /** A few words on why it is tried again. */
  readonly hitch: Readonly<Partial<Record<ErrorCode, string>>> & { readonly network: string }
  readonly remark: Readonly<Record<Remark, string>>
}
