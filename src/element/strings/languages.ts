import { isForeign, listedWith } from '../../words/gaps.ts'
import { type Loaders, loaderFor } from '../../words/locale.ts'
import type { Language, OwnStrings, Spoken, Strings } from './strings.ts'

/** Each written out, because bundlers follow nothing else. */
const languages: Loaders<Language> = {
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
export const languageNames: readonly string[] = Object.keys(languages)

/** The words for a locale; undefined where there are none, which is English. Rejects where they cannot be loaded. */
export const languageFor = async (locale: string): Promise<Language | undefined> =>
  (await loaderFor(languages, locale)?.())?.language

/** The texts with some of them replaced by the site's own. What is of another kind there is left out. */
export const mended = <Texts extends object>(texts: Texts, own: unknown): Texts => {
  const all = { ...texts } as Record<string, unknown>
  for (const [key, text] of Object.entries(own ?? {})) {
    const before = all[key]
    if (typeof before === 'object' && before && typeof text === 'object')
      all[key] = mended(before, text)
    else if (typeof before !== 'object' && typeof text === 'string') all[key] = text
  }
  return all as Texts
}

/** The words for a locale, with the site's own in them. What cannot be loaded is English. */
export const spokenIn = async (
  locale: string,
  owns: OwnStrings | undefined,
  english: Strings,
): Promise<Spoken> => {
  const language = await languageFor(locale).catch(() => undefined)
  const names = [locale, language?.strings.lang ?? '', locale.replace(/-.*/, ''), 'en']
  const gaps = language && isForeign(language.strings.lang) ? language.gaps : undefined
  const own = owns?.[names.find(name => owns[name]) ?? '']
  return {
    strings: mended(language?.strings ?? english, own),
    ofFiles: texts => mended(language?.fileStrings ?? texts, own),
    ...(gaps && { either: listedWith(gaps.or), days: gaps.days }),
  }
}
