import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { filesBelow } from './is-built.ts'
import type { Outcome } from './tally.ts'

/** What SECURITY.md promises, and the tests that it names for it. */
export interface SecurityPromise {
  readonly text: string
  readonly tests: readonly NamedTest[]
}

/** `relay-tickets > of another client counts for nothing`: a file by its name, and a test of it, or a group of tests. */
export interface NamedTest {
  readonly file: string
  readonly title: string
}

/** Sections whose lists promise nothing: what cannot be done, and what others have to do. */
const withoutPromises = [
  'What it cannot protect from',
  'What the relay leaves to you',
  'What is yours to do',
  'Reporting',
]

/** The items of lists, each put together from its lines. */
const itemsOf = (section: string): readonly string[] =>
  section
    .split(/\n(?=- |\n|\||#)/)
    .map(part => part.trim())
    .filter(part => part.startsWith('- '))
    .map(part => part.slice(2).replaceAll(/\s+/g, ' '))

const named = (item: string): readonly NamedTest[] => {
  const [, list] = /\(tests?: (.+)\)$/.exec(item) ?? []
  return (list?.split('; ') ?? []).flatMap(one => {
    const [, file, title] = /^([\w-]+) > (.+)$/.exec(one) ?? []
    return file && title ? [{ file, title }] : []
  })
}

/** Each item of a list in SECURITY.md is a promise, but in the sections that say they make none. */
export const promisesIn = (markdown: string): readonly SecurityPromise[] =>
  markdown
    .split(/\n(?=## )/)
    .filter(section => !withoutPromises.includes(/^## (.+)/.exec(section)?.[1] ?? ''))
    .flatMap(itemsOf)
    .map(text => ({ text, tests: named(text) }))

const stemOf = (path: string): string => basename(path).replace(/\.(test|spec)\.ts$/, '')

const without = ({ text, tests }: SecurityPromise): readonly string[] =>
  tests.length === 0 ? [`names no test: ${text}`] : []

/**
 * What is wrong with promises as they stand: those that name no test, or one that no file has.
 *
 * @param sources the text of every file with tests, or with what tests are made of, by its path
 */
export const unfounded = (
  promises: readonly SecurityPromise[],
  sources: ReadonlyMap<string, string>,
): readonly string[] => {
  const stems = new Set([...sources.keys()].map(stemOf))
  const texts = [...sources.values()]
  return promises.flatMap(promise => [
    ...without(promise),
    ...promise.tests.flatMap(({ file, title }) => [
      ...(stems.has(file) ? [] : [`there is no test file ${file}`]),
      // Between quotes, as a whole: part of another title is not enough.
      ...(texts.some(text => isTitle(text, title)) ? [] : [`no test is called: ${title}`]),
    ]),
  ])
}

/** `goes on with …` stands for every title that begins so. */
const beginning = (title: string): string | undefined =>
  title.endsWith('…') ? title.slice(0, -1) : undefined

const isTitle = (text: string, title: string): boolean => {
  const start = beginning(title)
  return ["'", '"', '`'].some(quote =>
    text.includes(start === undefined ? `${quote}${title}${quote}` : `${quote}${start}`),
  )
}

const isNamed = (name: string, title: string): boolean => {
  const start = beginning(title)
  if (start !== undefined) return ` > ${name}`.includes(` > ${start}`)
  return ` > ${name} > `.includes(` > ${title} > `)
}

/** What is wrong with promises after a whole run: a test that they name did not run, was skipped, or failed. */
export const unkept = (
  promises: readonly SecurityPromise[],
  outcomes: readonly Outcome[],
): readonly string[] =>
  promises.flatMap(promise => [
    ...without(promise),
    ...promise.tests.flatMap(({ file, title }) => {
      const mine = outcomes.filter(one => stemOf(one.file) === file && isNamed(one.name, title))
      if (mine.some(({ result }) => result === 'failed')) return [`failed: ${file} > ${title}`]
      return mine.some(({ result }) => result === 'passed')
        ? []
        : [`did not run: ${file} > ${title}`]
    }),
  ])

/** The promises of this project. */
export const ourPromises = async (): Promise<readonly SecurityPromise[]> =>
  promisesIn(await readFile('SECURITY.md', 'utf8'))

/** Every file in which a test's title can stand. */
export const testSources = async (): Promise<ReadonlyMap<string, string>> => {
  const paths = [...(await filesBelow('test')), ...(await filesBelow('src/testing'))]
  const sources = new Map<string, string>()
  for (const path of paths)
    if (path.endsWith('.ts')) sources.set(path, await readFile(path, 'utf8'))
  return sources
}
