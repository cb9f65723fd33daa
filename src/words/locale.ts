/**
 * How each language is loaded, by its name in `lang`; one that is written in two scripts is named with
 * its script, and one that a region has for itself with the region.
 */
export type Loaders<Language> = Readonly<
  Record<string, () => Promise<{ readonly language: Language }>>
>

/** The one that a locale is read in; undefined where there is none. Throws a `RangeError` where it is no locale. */
export const loaderFor = <Language>(
  loaders: Loaders<Language>,
  locale: string,
): Loaders<Language>[string] | undefined => {
  const asked = new Intl.Locale(locale)
  const { language, script } = asked.maximize()
  // Only a region that was asked for: Unicode's likely one for `pt` is Brazil.
  return (
    loaders[`${language}-${asked.region}`] ?? loaders[`${language}-${script}`] ?? loaders[language]
  )
}
