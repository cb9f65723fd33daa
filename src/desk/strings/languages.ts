import { type Loaders, loaderFor } from '../../words/locale.ts'
import { createDeskWords, type DeskWords } from '../words.ts'
import type { DeskLanguage } from './strings.ts'

/** Each written out, because bundlers follow nothing else. The built page holds them all. */
const languages: Loaders<DeskLanguage> = {
  ar: () => import('./ar.ts'),
  bg: () => import('./bg.ts'),
  cs: () => import('./cs.ts'),
  da: () => import('./da.ts'),
  de: () => import('./de.ts'),
  el: () => import('./el.ts'),
  es: () => import('./es.ts'),
  et: () => import('./et.ts'),
  fi: () => import('./fi.ts'),
  fr: () => import('./fr.ts'),
  ga: () => import('./ga.ts'),
  he: () => import('./he.ts'),
  hi: () => import('./hi.ts'),
  hr: () => import('./hr.ts'),
  hu: () => import('./hu.ts'),
  it: () => import('./it.ts'),
  ja: () => import('./ja.ts'),
  ko: () => import('./ko.ts'),
  lt: () => import('./lt.ts'),
  lv: () => import('./lv.ts'),
  mt: () => import('./mt.ts'),
  nl: () => import('./nl.ts'),
  pl: () => import('./pl.ts'),
  pt: () => import('./pt.ts'),
  'pt-BR': () => import('./pt-br.ts'),
  ro: () => import('./ro.ts'),
  sk: () => import('./sk.ts'),
  sl: () => import('./sl.ts'),
  sv: () => import('./sv.ts'),
  tr: () => import('./tr.ts'),
  uk: () => import('./uk.ts'),
  'zh-Hans': () => import('./zh-hans.ts'),
  'zh-Hant': () => import('./zh-hant.ts'),
}

/** Their names, as in `lang`. */
export const deskLanguageNames: readonly string[] = Object.keys(languages)

/** The words for a locale; undefined where there are none. Rejects where it is no locale, or they cannot be loaded. */
export const deskWordsIn = async (locale: string): Promise<DeskWords | undefined> => {
  if (new Intl.Locale(locale).language === 'en') return createDeskWords(locale)
  const loaded = await loaderFor(languages, locale)?.()
  return loaded && createDeskWords(locale, loaded.language.strings, loaded.language.gaps)
}

/** In the first language that there are words in. What cannot be loaded is English. */
export const deskWordsFor = async (locales: readonly string[]): Promise<DeskWords> => {
  for (const locale of locales) {
    const words = await deskWordsIn(locale).catch(() => undefined)
    if (words) return words
  }
  return createDeskWords()
}
