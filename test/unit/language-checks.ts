/** The words of a language: texts, and texts in groups. */
export type Texts = { readonly [key: string]: string | Texts }

const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other']

/** What has forms for numbers; a choice that nobody counts has others beside. */
const isPlural = (texts: Texts): boolean =>
  'other' in texts && !('heic' in texts) && !('program' in texts)

/** Every text, by its path. The forms of a plural are told apart where they may differ: by what English has. */
export const textsIn = (texts: Texts, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[`${path}${key}`, text] as const] : textsIn(text, `${path}${key}.`),
  )

export const pluralsIn = (texts: Texts, path = ''): readonly (readonly [string, Texts])[] =>
  Object.entries(texts).flatMap(([key, text]) => {
    if (typeof text === 'string') return []
    return isPlural(text) ? [[`${path}${key}`, text] as const] : pluralsIn(text, `${path}${key}.`)
  })

const holesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{.*?\}/g)].map(([hole]) => hole).toSorted()

const numbersIn = (rules: Intl.PluralRules, category: string, from: number): readonly number[] =>
  Array.from({ length: 1000 }, (_, index) => index).filter(
    n => n >= from && rules.select(n) === category,
  )

/** Texts that are empty, or English in another language. `bare`: paths of those that may be empty. */
export const untranslated = (
  texts: Texts,
  english: Texts | undefined,
  bare: readonly string[],
): readonly (readonly [string, string])[] => {
  const words = new Map(english && textsIn(english))
  return textsIn(texts).filter(([path, text]) => {
    if (bare.includes(path)) return false
    const isSame = /[a-z]{3} [a-z]{2}/.test(text) && words.get(path) === text
    return text.trim() === '' || isSame
  })
}

/** Texts that do not fill in what the English one does. */
export const wrongHoles = (name: string, texts: Texts, english: Texts): readonly string[] => {
  const rules = new Intl.PluralRules(name)
  const words = new Map(textsIn(english))
  return textsIn(texts).flatMap(([path, text]) => {
    const category = path.slice(path.lastIndexOf('.') + 1)
    const form = words.has(path) ? path : path.replace(/[^.]+$/, 'other')
    const expected = holesIn(words.get(form) ?? 'no such text in English')
    // A form for one number alone may say it in a word.
    const isOneNumber = CATEGORIES.includes(category) && numbersIn(rules, category, 0).length === 1
    const found = holesIn(text)
    const isRight =
      String(found) === String(expected) ||
      (isOneNumber && String(found) === String(expected.filter(hole => hole !== '{n}')))
    return isRight ? [] : [`${path}: ${text}`]
  })
}

/** Plurals that lack a form for a kind of number, or have one that is never used. */
export const wrongForms = (name: string, texts: Texts): readonly string[] => {
  const rules = new Intl.PluralRules(name)
  return pluralsIn(texts).flatMap(([path, forms]) => {
    const from = 'single' in forms ? 2 : 0
    const given = CATEGORIES.filter(category => category in forms)
    const known = rules.resolvedOptions().pluralCategories as string[]
    const needed = known.filter(
      category => category !== 'zero' && numbersIn(rules, category, from).length > 0,
    )
    const isForAll = String(given) === 'other'
    const missing = isForAll ? [] : needed.filter(category => !given.includes(category))
    const unused = given.filter(category => category !== 'other' && !known.includes(category))
    return missing.length + unused.length > 0 ? [`${path}: ${missing}; ${unused}`] : []
  })
}

/** Texts that run from the right, where these parts in other letters are not set apart. */
export const mixedUp = (texts: Texts, apart: RegExp): readonly (readonly [string, string])[] =>
  textsIn(texts).filter(([, text]) =>
    [...text.matchAll(apart)].some(
      ({ index, 0: part }) =>
        text[index - 1] !== '\u2068' || text[index + part.length] !== '\u2069',
    ),
  )
