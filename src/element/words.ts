import type { SealDropError } from '../core/errors.ts'
import { fill } from '../words/fill.ts'
import { createNumbers, type Numbers } from '../words/numbers.ts'
import type { Admissible } from './admissible.ts'
import { en } from './strings/en.ts'
import type { Spoken } from './strings/strings.ts'

export { fill }

/** The words of one language. */
export interface Words extends Numbers, Spoken {
  /** The locale that was asked for. */
  readonly locale: string
  /** "A, B or C". */
  either(names: readonly string[]): string
}

/** "Choose files: Identity documents": of several controls on a page, each part says whose it is. */
export const withName = ({ strings: { about } }: Words, text: string, name: string): string =>
  name ? fill(about, { text, name }) : text

/** Without other words it is English. */
export const createWords = (locale: string, spoken: Spoken = { strings: en }): Words => {
  let list: Intl.ListFormat | undefined
  return {
    ...createNumbers(locale, spoken.strings.lang),
    either(names) {
      list ??= new Intl.ListFormat(spoken.strings.lang, { type: 'disjunction' })
      return list.format(names)
    },
    ...spoken,
    locale,
  }
}

/** What may be added; '' while that is not known. */
export const hintText = (
  { strings: { hint }, either, size, number }: Words,
  { formats, largest }: Admissible,
  maxFiles: number | undefined,
): string =>
  largest
    ? fill(maxFiles === 1 ? hint.one : maxFiles ? hint.some : hint.each, {
        types: either(formats.map(({ name }) => name)),
        size: size(largest, 'floor'),
        n: number(maxFiles ?? 0),
      })
    : ''

/** Why the element cannot work, for the person in front of it. */
export const faultText = ({ strings: { fault } }: Words, { code }: SealDropError): string =>
  (fault as Readonly<Record<string, string>>)[code] ?? fault.misconfigured
