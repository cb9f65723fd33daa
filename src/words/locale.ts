/** How each language is loaded, by its name in `lang`; one that is written in two scripts is named with its script. */
export type Loaders<Language> = Readonly<
  Record<string, () => Promise<{ readonly language: Language }>>
>

/** The one that a locale is read in; undefined where there is none. Throws a `RangeError` where it is no locale. */
export const loaderFor = <Language>(
  loaders: Loaders<Language>,
  locale: string,
): Loaders<Language>[string] | undefined => {
  const { language, script } = new Intl.Locale(locale).maximize()
  return loaders[`${language}-${script}`] ?? loaders[language]
}
