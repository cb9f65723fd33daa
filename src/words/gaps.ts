/** What `Intl` says in a language that some browsers do not have in theirs: Chromium has no Irish and no Maltese. */
export interface Gaps {
  /** Between the last two of several. */
  readonly or: string
  readonly days: readonly [yesterday: string, today: string, tomorrow: string]
}

/** Whether this browser would fill in the words of another language. */
export const isForeign = (lang: string): boolean =>
  Intl.DateTimeFormat.supportedLocalesOf(lang).length === 0

/** "A, B or C". */
export const listedWith =
  (or: string) =>
  (names: readonly string[]): string =>
    [names.slice(0, -1).join(', '), ...names.slice(-1)].filter(Boolean).join(` ${or} `)
