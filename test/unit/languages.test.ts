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
import { listedWith } from '../../src/words/gaps.ts'
import {
  mixedUp,
  pluralsIn,
  type Texts,
  untranslated,
  wrongForms,
  wrongHoles,
} from './language-checks.ts'

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

const textsOf = ({ strings, fileStrings }: Language): Texts =>
  ({ ...strings, ...fileStrings }) as unknown as Texts

describe.each(all)('the words in %s', (name, language) => {
  const texts = textsOf(language)

  test('say what they are in, and are read that way', () => {
    expect(language.strings.lang).toBe(name === 'en' ? 'en-GB' : name)
    expect(Intl.ListFormat.supportedLocalesOf(name)).not.toEqual([])
    const isRightToLeft = /^(ar|he)$/.test(name)
    expect(language.strings.dir).toBe(isRightToLeft ? 'rtl' : 'ltr')
  })

  test('leave no text empty, and repeat no English one', () => {
    const others = name === 'en' ? undefined : textsOf(english)
    expect(untranslated(texts, others, ['gathered.between'])).toEqual([])
  })

  test('fill in what English fills in, and nothing else', () => {
    expect(wrongHoles(name, texts, textsOf(english))).toEqual([])
  })

  test('have a form for each kind of number, or one for all, and none that is never used', () => {
    expect(wrongForms(name, texts)).toEqual([])
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
    const mixed = mixedUp(texts, /\{(name|found|button)\}/g).filter(([path]) => path !== 'about')
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
    ['pt', 'pt'],
    ['pt-PT', 'pt'],
    ['pt-AO', 'pt'],
    ['pt-BR', 'pt-BR'],
    ['pt-Latn-BR', 'pt-BR'],
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

  test('joins a list itself where a browser cannot', () => {
    const listed = listedWith('jew')
    expect(listed(['PDF'])).toBe('PDF')
    expect(listed(['PDF', 'JPG'])).toBe('PDF jew JPG')
    expect(listed(['PDF', 'JPG', 'PNG'])).toBe('PDF, JPG jew PNG')
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
