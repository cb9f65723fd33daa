import { spawn } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { browserPath, shellPath } from './browser-path.ts'
import { installEngines } from './engine-paths.ts'
import { filesBelow, isBuilt } from './is-built.ts'
import { installOracles, oraclesIn } from './oracle.ts'
import { ourPromises, unkept } from './promises.ts'
import { type Route, route, type Suite, suiteOf, suites } from './route.ts'
import {
  brokenStep,
  closing,
  hasFailed,
  judged,
  type Outcome,
  readPlaywright,
  readVitest,
} from './tally.ts'

const root = join(import.meta.dirname, '..')
/** A step that hangs must not use up the hour that CI has. */
const longestMs = 40 * 60_000
const packageTest = /^test\/package[\w-]*\.test\.ts$/

type Outcomes = readonly Outcome[]

process.chdir(root)
process.env.PATH = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`

/** The exit code, or null for a step that did not start, was ended by a signal, or did not end in time. */
const exitCodeOf = (command: string, ...words: string[]): Promise<number | null> =>
  new Promise(resolve => {
    console.log(`\n> ${[command, ...words].join(' ')}`)
    const step = spawn(command, words, {
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
      timeout: longestMs,
    })
    step.once('error', () => resolve(null))
    step.once('close', resolve)
  })

/** A step without tests: silent in the count when it went well. */
const step = async (...words: [string, ...string[]]): Promise<Outcomes> => {
  const exitCode = await exitCodeOf(...words)
  if (exitCode === 0) return []
  return [brokenStep(words.join(' '), `ended with ${exitCode ?? 'no exit code'}`)]
}

/** What a test runner writes, and how it is read. */
interface Written<Report> {
  readonly path: string
  readonly read: (report: Report) => Outcomes
  /** What they need may be out of this machine's reach. */
  readonly mayAllSkip?: boolean
}

/** A test runner, believed only by the report it wrote itself. */
const runner = async <Report>(
  { path, read, mayAllSkip }: Written<Report>,
  ...words: [string, ...string[]]
): Promise<Outcomes> => {
  await rm(path, { force: true })
  const exitCode = await exitCodeOf(...words)
  try {
    const outcomes = read(JSON.parse(await readFile(path, 'utf8')))
    return judged(words[0], outcomes, exitCode, mayAllSkip)
  } catch (cause) {
    return [brokenStep(words[0], `left no report that can be read: ${cause}`)]
  }
}

/** The files that were named; none where the whole suite runs. */
const namedIn = (runs: Route['runs'], suite: Suite): readonly string[] => {
  const files = runs.get(suite) ?? []
  return files === 'all' ? [] : files
}

const findBrowser = async (): Promise<Outcomes> => {
  try {
    const shell = await shellPath()
    const { executablePath } = await browserPath()
    process.env.SEALDROP_BROWSER = executablePath
    process.env.SEALDROP_SHELL = shell ?? executablePath
    return []
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    console.error(why)
    return [brokenStep('finding a browser', why)]
  }
}

const runsPackage = (suite: Suite | undefined): boolean =>
  suite === 'browser' || suite === 'engines' || suite === 'frameworks'

/** Whatever the tests of these files need beside Node, and only that. */
const prepare = async (paths: readonly string[], { isWhole }: Route): Promise<Outcomes> => {
  const texts = await Promise.all(paths.map(path => readFile(path, 'utf8')))
  installOracles(texts.flatMap(oraclesIn))
  const needsBrowser = paths.some(path => suiteOf(path) !== 'unit')
  const ofEngines = paths.filter(path => suiteOf(path) === 'engines')
  if (ofEngines.length > 0) installEngines(ofEngines)
  const needsSite = paths.some(path => /\/site[\w-]*\.(test|spec)\.ts$/.test(path))
  const needsBuild =
    needsSite || paths.some(path => runsPackage(suiteOf(path)) || packageTest.test(path))
  return [
    ...(needsBrowser ? await findBrowser() : []),
    ...(isWhole || (needsBuild && !(await isBuilt()))
      ? await step('npm', 'run', '--silent', 'build')
      : []),
    ...(needsSite ? await step('npm', 'run', '--silent', 'docs') : []),
    // It also judges the build, so it comes after.
    ...(isWhole ? await step('npm', 'run', '--silent', 'check') : []),
  ]
}

/** Unit and contract tests run side by side in one Vitest, for both wait most of the time. */
const runVitest = async ({ runs, options }: Route): Promise<Outcomes> => {
  const mine = (['unit', 'contract'] as const).filter(suite => runs.has(suite))
  if (mine.length === 0) return []
  const projects = mine.flatMap(suite => ['--project', suite])
  const paths = mine.flatMap(suite => namedIn(runs, suite))
  const config = 'test/vitest.config.ts'
  const words = ['run', '--config', config, ...projects, ...paths, ...options]
  return runner({ path: '.cache/vitest.json', read: readVitest }, 'vitest', ...words)
}

/** Each alone: a framework's build would slow down what another test waits for. */
const runPlaywright = async (
  project: 'browser' | 'frameworks',
  { runs, options }: Route,
): Promise<Outcomes> => {
  if (!runs.has(project)) return []
  const config = 'test/playwright.config.ts'
  const words = ['test', '--config', config, `--project=${project}`, ...namedIn(runs, project)]
  const mayAllSkip = project === 'frameworks'
  const written = { path: '.cache/playwright.json', read: readPlaywright, mayAllSkip }
  return runner(written, 'playwright', ...words, ...options)
}

/** Apart from the others: three browsers at once are enough to do. */
const runEngines = async ({ runs, options }: Route): Promise<Outcomes> => {
  if (!runs.has('engines')) return []
  // Pictures of failures, and what a run that was killed left behind.
  await rm('.cache/engines', { recursive: true, force: true })
  const config = 'test/vitest.engines.config.ts'
  const words = ['run', '--config', config, ...namedIn(runs, 'engines'), ...options]
  return runner({ path: '.cache/engines.json', read: readVitest }, 'vitest', ...words)
}

/** SECURITY.md is true only if the tests that it names ran and passed just now. Where only some tests ran, nothing is known. */
const judgePromises = async (outcomes: Outcomes, { isWhole }: Route): Promise<Outcomes> => {
  if (!isWhole) return []
  const test = { file: 'SECURITY.md', name: 'every promise was tested in this run' }
  const problems = unkept(await ourPromises(), outcomes)
  if (problems.length === 0) return [{ ...test, result: 'passed' }]
  return problems.map(why => ({ ...test, result: 'failed', why }))
}

const words = process.argv.slice(2)
const files = await filesBelow('test')
const asked = route(words, files)
if ('problem' in asked) {
  console.error(asked.problem)
  process.exitCode = 1
} else {
  await mkdir('.cache', { recursive: true })
  if (asked.isShort) process.env.SEALDROP_TURNS = 'few'
  const wanted = suites.flatMap(suite =>
    asked.runs.get(suite) === 'all'
      ? files.filter(path => suiteOf(path) === suite)
      : namedIn(asked.runs, suite),
  )
  // One after the other, whatever becomes of the one before: a failure must not hide the next.
  const outcomes = [
    ...(await prepare(wanted, asked)),
    ...(await runVitest(asked)),
    ...(await runPlaywright('browser', asked)),
    ...(await runEngines(asked)),
    ...(await runPlaywright('frameworks', asked)),
  ]
  const all = [...outcomes, ...(await judgePromises(outcomes, asked))]
  process.exitCode = hasFailed(all) ? 1 : 0
  console.log(`\n${closing(all)}`)
}
