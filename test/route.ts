/** The test suites, in the order of a whole run. Each has an npm script of its name, such as `test:unit`. */
export const suites = ['unit', 'contract', 'browser', 'engines', 'frameworks'] as const
export type Suite = (typeof suites)[number]

/**
 * What `npm test` leaves to `npm run test:all`, which else would take more than twice as long: other packages, which are installed
 * first, or are built twice; the documentation site; a third engine and a phone; several processes on one Redis; a bucket of
 * OpenStack Swift, whose packages are many; what a page, or the desk holds after hundreds of files; what else may become of bodies
 * so large that they lie in a file; lines that take minutes; each state of the gallery and each language of the desk; two hundred answers lost, and
 * servers that close connections in each way; the contract of providers in their rarer ways, and of the transport that the README
 * writes; back ends in other languages; and whether the simulation's requests are a browser's. Some tests try fewer cases, too
 * (`turns.ts`), or one engine and not two (`engines/driver/engines.ts`).
 */
const onlyInAll: readonly RegExp[] = [
  /^test\/frameworks\//,
  /^test\/(package-(component|mailroom)|rebuild|site[\w-]*)\.test\.ts$/,
  /^test\/unit\/back-end-examples\.test\.ts$/,
  /^test\/browser\/(big-body|bundlers|desk-(hundreds|languages)|element-(leaks|thousand)|gallery|photos-memory|site[\w-]*|slow-line)\.spec\.ts$/,
  /^test\/contract\/(dokstamp-lost|matrix-connections|s3-parts|tus-lost|transport\/(didww|http|privasfer|tus))\.test\.ts$/,
  /^test\/engines\/(webkit|phones|passkey-prompt|xhr-events)\.test\.ts$/,
  /^test\/operate\/(two-relays|tus-nodes|swift)\.test\.ts$/,
]

/** Which suite runs a file, given by its path from the project's root; undefined for what is no test. */
export const suiteOf = (path: string): Suite | undefined => {
  if (/^test\/browser\/.+\.spec\.ts$/.test(path)) return 'browser'
  if (/^test\/(engines|operate)\/.+\.test\.ts$/.test(path)) return 'engines'
  if (/^test\/frameworks\/[^/]+\.spec\.ts$/.test(path)) return 'frameworks'
  if (/^test\/contract\/.+\.test\.ts$/.test(path)) return 'contract'
  return /^test\/(unit\/.+|[^/]+)\.test\.ts$/.test(path) ? 'unit' : undefined
}

/** What a command line asks for. */
export interface Route {
  /** The files each suite runs; 'all' where none was named. A suite that is not here does not run. */
  readonly runs: ReadonlyMap<Suite, 'all' | readonly string[]>
  /** What goes to the runner as it is: from the first word that begins with a dash. */
  readonly options: readonly string[]
  /** Nothing was named: check and build come first. */
  readonly isWhole: boolean
  /** All but what `npm run test:all` adds. */
  readonly isShort: boolean
}

/** Why a command line cannot be run, in a sentence that says what to type instead. */
export interface Refusal {
  readonly problem: string
}

const asSuite = (word: string | undefined): Suite | undefined =>
  suites.find(suite => suite === word)

/** Files of a path, or else of that file name, or else with that part in their path. */
const filesNamed = (word: string, files: readonly string[]): readonly string[] => {
  const part = word.replaceAll('\\', '/').replace(/^\.\//, '')
  if (files.includes(part)) return [part]
  const named = files.filter(path => path.endsWith(`/${part}`))
  return named.length > 0 ? named : files.filter(path => path.includes(part))
}

const script = (suite: Suite, word: string): string => `npm run test:${suite} -- ${word}`

const whyNotFound = (word: string, suite: Suite | undefined, files: readonly string[]): string => {
  const [elsewhere] = filesNamed(word, files)
  if (elsewhere === undefined) return `There is no file below test/ with "${word}" in its path.`
  const right = suiteOf(elsewhere)
  return right === undefined || suite === undefined
    ? `${elsewhere} is no test: tests are named *.test.ts, and *.spec.ts in test/browser and test/frameworks.`
    : `${elsewhere} is no ${suite} test. Call: ${script(right, word)}`
}

/**
 * Reads the words after `npm test --`: `all`, or a suite to which the files must belong (the scripts `test:unit` and so
 * on say it), then files or parts of their paths, then options of the runner.
 *
 * @param files every file below `test`, by its path from the project's root, with slashes
 */
export const route = (words: readonly string[], files: readonly string[]): Route | Refusal => {
  const suite = asSuite(words[0])
  const isAll = words[0] === 'all'
  const rest = suite || isAll ? words.slice(1) : words
  const firstOption = rest.findIndex(word => word.startsWith('-'))
  const parts = firstOption < 0 ? rest : rest.slice(0, firstOption)
  const options = firstOption < 0 ? [] : rest.slice(firstOption)

  const runs = new Map<Suite, 'all' | string[]>()
  if (parts.length === 0)
    for (const each of suite ? [suite] : suites) {
      const usual = files.filter(
        path => suiteOf(path) === each && !onlyInAll.some(left => left.test(path)),
      )
      if (isAll || suite) runs.set(each, 'all')
      else if (usual.length > 0) runs.set(each, usual)
    }
  const tests = files.filter(path => (suite ? suiteOf(path) === suite : suiteOf(path)))
  for (const part of parts) {
    const found = filesNamed(part, tests)
    if (found.length === 0) return { problem: whyNotFound(part, suite, files) }
    for (const path of found) {
      const home = suiteOf(path)
      const known = home && runs.get(home)
      if (home) runs.set(home, Array.isArray(known) ? [...new Set([...known, path])] : [path])
    }
  }
  if (options.length > 0 && runs.size > 1)
    return {
      problem: `Options go to one runner: call one of ${suites.map(each => `test:${each}`).join(', ')}.`,
    }
  const isWhole = parts.length === 0 && suite === undefined
  return { runs, options, isWhole, isShort: isWhole && !isAll }
}
