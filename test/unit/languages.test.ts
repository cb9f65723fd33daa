import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { en } from '../../src/element/strings/en.ts'
import { enFiles } from '../../src/element/strings/en-files.ts'
import {
  languageFor,
  languageNames,
  mended,
  spokenIn,
} from '../../src/element/strings/languages.ts'
import type { Language } from '../../src/element/strings/strings.ts'
import { createFileWords } from '../../src/element/uploads/file-words.ts'
import { createWords } from '../../src/element/words.ts'

const folder = join(import.meta.dirname, '..', '..', 'src', 'element', 'strings')
const NO_LANGUAGES = ['en', 'en-files', 'languages', 'strings']
const names = readdirSync(folder)
  .map(name => name.replace(/\.ts$/, ''))
  .filter(name => !NO_LANGUAGES.includes(name))
  // As in `lang`: zh-hans.ts is zh-Hans.
  .map(name => new Intl.Locale(name).baseName)

const english: Language = { reviewed: 'none', strings: en, fileStrings: enFiles }
const languages = await Promise.all(
  names.map(async (name): Promise<readonly [string, Language]> => {
    const language = await languageFor(name)
    if (!language) throw new Error(`${name} is not in src/element/strings/languages.ts.`)
    return [name, language]
  }),
)
const all = [['en', english] as const, ...languages]

type Texts = { readonly [key: string]: string | Texts }
const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other']
/** What has forms for numbers; a choice that nobody counts has others beside. */
const isPlural = (texts: Texts): boolean => 'other' in texts && !('heic' in texts)

/** Every text, by its path. The forms of a plural are told apart where they may differ: by what English has. */
const textsIn = (texts: Texts, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[`${path}${key}`, text] as const] : textsIn(text, `${path}${key}.`),
  )
const pluralsIn = (texts: Texts, path = ''): readonly (readonly [string, Texts])[] =>
  Object.entries(texts).flatMap(([key, text]) => {
    if (typeof text === 'string') return []
    return isPlural(text) ? [[`${path}${key}`, text] as const] : pluralsIn(text, `${path}${key}.`)
  })
const textsOf = ({ strings, fileStrings }: Language): Texts =>
  ({ ...strings, ...fileStrings }) as unknown as Texts

const holesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{.*?\}/g)].map(([hole]) => hole).toSorted()

const numbersIn = (rules: Intl.PluralRules, category: string, from: number): readonly number[] =>
  Array.from({ length: 1000 }, (_, index) => index).filter(
    n => n >= from && rules.select(n) === category,
  )

describe.each(all)('the words in %s', (name, language) => {
  const rules = new Intl.PluralRules(name)
  const texts = textsOf(language)

  test('say what they are in, and are read that way', () => {
    expect(language.strings.lang).toBe(name === 'en' ? 'en-GB' : name)
    expect(Intl.ListFormat.supportedLocalesOf(name)).not.toEqual([])
    const isRightToLeft = /^(ar|he)$/.test(name)
    expect(language.strings.dir).toBe(isRightToLeft ? 'rtl' : 'ltr')
  })

  test('leave no text empty, and repeat no English one', () => {
    const words = new Map(textsIn(textsOf(english)))
    const odd = textsIn(texts).filter(([path, text]) => {
      if (path === 'gathered.between') return false
      const isSame = name !== 'en' && /[a-z]{3} [a-z]{2}/.test(text) && words.get(path) === text
      return text.trim() === '' || isSame
    })
    expect(odd).toEqual([])
  })

  test('fill in what English fills in, and nothing else', () => {
    const words = new Map(textsIn(textsOf(english)))
    const wrong = textsIn(texts).flatMap(([path, text]) => {
      const category = path.slice(path.lastIndexOf('.') + 1)
      const form = words.has(path) ? path : path.replace(/[^.]+$/, 'other')
      const expected = holesIn(words.get(form) ?? 'no such text in English')
      // A form for one number alone may say it in a word.
      const isOneNumber =
        CATEGORIES.includes(category) && numbersIn(rules, category, 0).length === 1
      const found = holesIn(text)
      const isRight =
        String(found) === String(expected) ||
        (isOneNumber && String(found) === String(expected.filter(hole => hole !== '{n}')))
      return isRight ? [] : [`${path}: ${text}`]
    })
    expect(wrong).toEqual([])
  })

  test('have a form for each kind of number, or one for all, and none that is never used', () => {
    const wrong = pluralsIn(texts).flatMap(([path, forms]) => {
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
    expect(wrong).toEqual([])
  })

  test('name a single file, and count several', () => {
    const counting = pluralsIn(texts).filter(([, forms]) => 'single' in forms)
    expect(counting.length).toBeGreaterThan(20)
    const words = createFileWords(createWords(name, language), language.fileStrings)
    for (const [path, forms] of counting) {
      const plural = forms as { single: string; other: string }
      const one = words.plural(plural, 1, { name: 'lease.pdf', why: '' })
      const many = words.plural(plural, 21, { name: 'lease.pdf', why: '' })
      expect(one, path).not.toBe(many)
      expect(many, path).not.toContain('lease.pdf')
    }
  })

  test.runIf(language.strings.dir === 'rtl')('set apart what is in other letters', () => {
    const mixed = textsIn(texts).filter(
      ([path, text]) =>
        path !== 'about' &&
        [...text.matchAll(/\{(name|found|button)\}/g)].some(
          ({ index, 0: hole }) =>
            text[index - 1] !== '\u2068' || text[index + hole.length] !== '\u2069',
        ),
    )
    expect(mixed).toEqual([])
  })
})

describe('a language', () => {
  test('is in the list, and in the documentation with whether somebody has read it', () => {
    expect(languageNames.toSorted()).toEqual(names.toSorted())
    const guide = readFileSync(join(folder, '../../../demo/site/pages/guides/languages.md'), 'utf8')
    const rows = [...guide.matchAll(/^\| .+ \| `(.+?)` \| (.+?) \|$/gm)].map(
      ([, tag = '', state = '']): readonly string[] => [tag, state],
    )
    const stated = languages.map(([name, { reviewed }]) => [
      name,
      reviewed === 'native' ? 'yes' : 'not yet',
    ])
    expect(rows.filter(([tag]) => tag !== 'en').toSorted()).toEqual(stated.toSorted())
  })

  test.each([
    ['de-AT', 'de'],
    ['fr-CA', 'fr'],
    ['ar-EG', 'ar'],
    ['iw', 'he'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh-Hant', 'zh-Hant'],
    ['zh-Hant-CN', 'zh-Hant'],
  ])('%s is found as %s', async (locale, lang) => {
    expect((await languageFor(locale))?.strings.lang).toBe(lang)
  })

  test('that we do not have, and one that does not exist, is none', async () => {
    expect(await languageFor('eo')).toBeUndefined()
    await expect(languageFor('no such thing')).rejects.toThrow(RangeError)
  })

  test('gives its own digits, as the region writes them', async () => {
    const arabic = await languageFor('ar')
    expect(createWords('ar-EG', arabic).number(25)).toBe('٢٥')
    expect(createWords('ar-MA', arabic).number(25)).toBe('25')
  })
})

describe('the site’s own words', () => {
  test('replace ours one by one', async () => {
    const own = { en: { choose: { one: 'Pick a scan' }, required: 'Needed.' } }
    const { strings } = await spokenIn('en-GB', own, en)
    expect(strings.choose).toEqual({ one: 'Pick a scan', several: en.choose.several })
    expect(strings.required).toBe('Needed.')
    expect(strings.missing).toBe(en.missing)
  })

  test('of the region come before those of the language', async () => {
    const own = { en: { required: 'Needed.' }, 'en-GB': { required: 'Wanted.' } }
    expect((await spokenIn('en-GB', own, en)).strings.required).toBe('Wanted.')
    expect((await spokenIn('en-US', own, en)).strings.required).toBe('Needed.')
    expect((await spokenIn('de', { de: { required: 'Nötig.' } }, en)).strings.required).toBe(
      'Nötig.',
    )
  })

  test('of the script come before those of the language', async () => {
    const own = { zh: { required: '必须' }, 'zh-Hant': { required: '必須' } }
    expect((await spokenIn('zh-TW', own, en)).strings.required).toBe('必須')
    expect((await spokenIn('zh-CN', own, en)).strings.required).toBe('必须')
  })

  test('that are no texts are left out', () => {
    expect(mended(en, { choose: 'Pick', required: 3, hint: null })).toEqual(en)
  })
})
