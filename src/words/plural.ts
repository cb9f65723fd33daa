import { fill, type Values } from './fill.ts'
import type { Numbers } from './numbers.ts'

/**
 * One text for each plural category the language has. `{n}` is the number. `single` is for exactly one: a category may hold
 * other numbers, too (21 is `one` in Ukrainian), or 1 may have none of its own (Japanese).
 */
export interface Plural {
  readonly single?: string
  readonly zero?: string
  readonly one?: string
  readonly two?: string
  readonly few?: string
  readonly many?: string
  readonly other: string
}

/** The form for a number, filled in. */
export type PluralText = (forms: Plural, n: number, values?: Values) => string

/** By the rules of a language, with the digits of its reader. */
export const pluralIn = (lang: string, { number }: Numbers): PluralText => {
  const rules = new Intl.PluralRules(lang)
  return (forms, n, values) =>
    fill((n === 1 && forms.single) || forms[rules.select(n)] || forms.other, {
      n: number(n),
      ...values,
    })
}
