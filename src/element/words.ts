import type { SealDropError } from '../core/errors.ts'
import type { Admissible } from './admissible.ts'
import { createNumbers, type Numbers } from './numbers.ts'
import type { Plural, Strings } from './strings/strings.ts'

export type Values = Readonly<Record<string, string | number>>

/** The words of one language. */
export interface Words extends Numbers {
  /** The locale that was asked for. */
  readonly locale: string
  /** The language of the words, with the region that numbers are written for. */
  readonly lang: string
  readonly strings: Strings
  plural(forms: Plural, n: number, values?: Values): string
  /** "A, B or C". */
  either(names: readonly string[]): string
}

/** Puts the values into the `{…}` of a text. */
export const fill = (template: string, values: Values): string =>
  template.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''))

export const createWords = (strings: Strings, locale: string): Words => {
  // Numbers in a language other than the words' would read as a mix of two.
  const lang = locale.split('-')[0] === strings.lang ? locale : strings.lang
  const rules = new Intl.PluralRules(lang)
  const numbers = createNumbers(lang)
  const lists = new Intl.ListFormat(strings.listLang, { type: 'disjunction' })
  return {
    ...numbers,
    locale,
    lang,
    strings,
    plural: (forms, n, values) =>
      fill(forms[rules.select(n)] ?? forms.other, { n: numbers.number(n), ...values }),
    either: names => lists.format(names),
  }
}

/** What may be added; '' while that is not known. */
export const hintText = (
  { strings: { hint }, either, size }: Words,
  { formats, largest }: Admissible,
  maxFiles: number | undefined,
): string =>
  largest
    ? fill(maxFiles === 1 ? hint.one : maxFiles ? hint.some : hint.each, {
        types: either(formats.map(({ name }) => name)),
        size: size(largest, 'floor'),
        n: maxFiles ?? '',
      })
    : ''

/** Why the element cannot work, for the person in front of it. */
export const faultText = ({ strings: { fault } }: Words, { code }: SealDropError): string =>
  (fault as Readonly<Record<string, string>>)[code] ?? fault.misconfigured
