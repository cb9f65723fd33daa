import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { localesFor } from '../../src/desk/page.ts'
import { en } from '../../src/desk/strings/en.ts'
import { deskLanguageNames, deskWordsFor, deskWordsIn } from '../../src/desk/strings/languages.ts'
import type { DeskStrings } from '../../src/desk/strings/strings.ts'
import { createDeskWords, type DeskWords } from '../../src/desk/words.ts'
import { en as elementEnglish } from '../../src/element/strings/en.ts'
import { enFiles } from '../../src/element/strings/en-files.ts'
import { languageFor, languageNames } from '../../src/element/strings/languages.ts'
import {
  mixedUp,
  type Texts,
  textsIn,
  untranslated,
  wrongForms,
  wrongHoles,
} from './language-checks.ts'

const folder = join(import.meta.dirname, '..', '..', 'src', 'desk', 'strings')

const wordsIn = async (name: string): Promise<DeskWords> => {
  const words = await deskWordsIn(name)
  if (!words) throw new Error(`${name} is not in src/desk/strings/languages.ts.`)
  return words
}
const languages = await Promise.all(
  deskLanguageNames.map(async name => [name, (await wordsIn(name)).strings] as const),
)
const english: readonly [string, DeskStrings] = ['en', en]
const textsOf = (strings: DeskStrings): Texts => strings as unknown as Texts

/** Said of a document in the same words, whether it goes or came. */
const SAME = ['name-mismatch', 'encrypted', 'no-end-marker', 'trailing-data', 'near-limit'] as const

describe.each([english, ...languages])('the desk’s words in %s', (name, strings) => {
  const texts = textsOf(strings)

  test('leave no text empty, and repeat no English one', () => {
    const others = name === 'en' ? undefined : textsOf(en)
    expect(untranslated(texts, others, ['between'])).toEqual([])
  })

  test('fill in what English fills in, and nothing else', () => {
    expect(wrongHoles(name, texts, textsOf(en))).toEqual([])
  })

  test('set in bold as many words as English does', () => {
    const stars = (all: Texts): readonly unknown[] =>
      textsIn(all)
        .map(([path, text]) => [path, text.split('*').length])
        .filter(([, parts]) => parts !== 1)
    expect(stars(texts)).toEqual(stars(textsOf(en)))
  })

  test('have a form for each kind of number, or one for all, and none that is never used', () => {
    expect(wrongForms(name, texts)).toEqual([])
  })

  test('are in the element’s language, read the same way, and say the same in the same words', async () => {
    const element = await languageFor(name)
    const { lang, dir } = element?.strings ?? elementEnglish
    const { remark, gathered } = element?.fileStrings ?? enFiles
    expect([strings.lang, strings.dir, strings.between]).toEqual([lang, dir, gathered.between])
    for (const one of SAME) expect(strings.remark[one]).toBe(remark[one])
  })

  test('leave what is no word as it is', () => {
    expect(strings.given.none).toContain('AGE-SECRET-KEY-1')
    expect(strings.given.sealed).toContain('age -d -o identity.txt')
    expect(strings.trouble['too-slow']).toContain('age -d')
    expect(strings.pair.trouble.none).toMatch(/age1.*62|62.*age1/)
    expect(strings.pair.placeholders).toMatch(/\/upload.*\/sealdrop\//)
    expect(strings.pair.documents).not.toMatch(/["&<>]/)
  })

  test.runIf(strings.dir === 'rtl')('set apart what is in other letters', () => {
    expect(
      mixedUp(
        texts,
        /\{(name|format|why|code)\}|AGE-SECRET-KEY-1…?|SHA-256|age1…?|age -d( -o \S+\.txt)?/g,
      ),
    ).toEqual([])
  })
})

describe('a language of the desk', () => {
  test('is one of the element’s, each in a file of its own, read by nobody yet', async () => {
    expect(deskLanguageNames).toEqual(languageNames)
    const names = readdirSync(folder)
      .map(file => file.replace(/\.ts$/, ''))
      .filter(file => !['en', 'languages', 'strings'].includes(file))
    expect(names.toSorted()).toEqual(deskLanguageNames.map(name => name.toLowerCase()).toSorted())
    for (const file of names)
      expect(readFileSync(join(folder, `${file}.ts`), 'utf8')).toContain("reviewed: 'none'")
  })

  test.each([
    ['', ['de-AT', 'en'], 'de-AT'],
    ['', ['eo', 'fr'], 'fr'],
    ['', ['nb', 'en-US', 'de'], 'en-US'],
    ['', ['zh-TW'], 'zh-TW'],
    ['', ['iw'], 'he'],
    ['', [], 'en-GB'],
    ['', ['tlh'], 'en-GB'],
    ['?lang=fi', ['de'], 'fi'],
    ['?lang=en', ['de'], 'en'],
    ['?lang=', ['de'], 'de'],
    ['?lang=no such thing', ['de'], 'de'],
    ['?other=fi&lang=pt-BR', ['de'], 'pt-BR'],
  ])('is asked for by %j, then by %j: %s', async (search, locales, lang) => {
    expect((await deskWordsFor(localesFor(search, locales))).lang).toBe(lang)
  })
})

describe('numbers at the desk', () => {
  test.each([
    ['en-GB', 0, '0 bytes'],
    ['en-GB', 1, '1 byte'],
    ['en-GB', 999, '999 bytes'],
    ['en-GB', 1000, '1 kB'],
    ['en-GB', 999_499, '999 kB'],
    ['en-GB', 999_500, '1 MB'],
    ['en-GB', 2_140_000, '2.1 MB'],
    ['en-GB', 999_950_000, '1 GB'],
    ['de', 2_140_000, '2,1 MB'],
  ])('in %s: %i bytes are %s', async (locale, bytes, words) => {
    expect((await wordsIn(locale)).size(bytes)).toBe(words)
  })

  test.each([
    ['en-GB', '2026-01-02T03:04:05.000Z', '2 Jan 2026, 03:04 UTC'],
    ['en-GB', '2026-13-02T03:04:05Z', '2026-13-02T03:04:05Z'],
    ['en-GB', 'yesterday\u202e', 'yesterday⟨U+202E⟩'],
    ['de', '2026-01-02T03:04:05.000Z', '02.01.2026, 03:04 UTC'],
  ])('in %s: the time %j is %j', async (locale, time, words) => {
    expect((await wordsIn(locale)).time(time)).toBe(words)
  })

  test('of which a language has forms: each in its own, with its own digits', async () => {
    const { summary } = en.open
    expect(createDeskWords().plural(summary.opening, 1)).toBe('Opening 1 file …')
    const arabic = await wordsIn('ar-EG')
    expect(arabic.plural(arabic.strings.open.summary.waiting, 25)).toMatch(/^٢٥ ملفًا/)
    expect(arabic.percent(45)).toContain('٤٥')
  })

  test('say all bytes of a document', async () => {
    expect(createDeskWords().bytes(1234)).toBe('1,234 bytes')
    expect((await wordsIn('fr')).bytes(1234)).toMatch(/^1\s234\soctets$/)
  })
})
