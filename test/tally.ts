import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** What became of one test, by its runner's own report, or of a step that is no test and went wrong. */
export interface Outcome {
  /** The path from the project's root; empty for a step. */
  readonly file: string
  /** The titles of its groups and its own, with ` > ` between them. */
  readonly name: string
  readonly result: 'passed' | 'failed' | 'skipped'
  /** The first line of what a failed one says. */
  readonly why?: string
}

const root = `${import.meta.dirname}/..`

const fromRoot = (path: string): string => relative(root, path).replaceAll('\\', '/')

const nameOf = (titles: readonly string[]): string => titles.filter(Boolean).join(' > ')

const firstLine = (message = ''): string =>
  stripVTControlCharacters(message).trim().split('\n', 1)[0]?.slice(0, 300) ?? ''

/** A runner that crashed, or a step that is no runner and went wrong. */
export const brokenStep = (name: string, why: string): Outcome => ({
  file: '',
  name,
  result: 'failed',
  why: firstLine(why),
})

interface VitestReport {
  readonly testResults: readonly {
    /** The file's path. */
    readonly name: string
    readonly status: string
    readonly message?: string
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[]
      readonly title: string
      readonly status: string
      readonly failureMessages?: readonly string[]
    }[]
  }[]
}

/** Vitest's JSON. A file that could not even be loaded, or broke outside a test, counts as one failed test. */
export const readVitest = ({ testResults }: VitestReport): readonly Outcome[] =>
  testResults.flatMap(({ name: path, status, message, assertionResults }) => {
    const file = fromRoot(path)
    const outcomes = assertionResults.map((test): Outcome => {
      const name = nameOf([...test.ancestorTitles, test.title])
      if (test.status !== 'failed')
        return { file, name, result: test.status === 'passed' ? 'passed' : 'skipped' }
      return { file, name, result: 'failed', why: firstLine(test.failureMessages?.[0]) }
    })
    const isExplained = status !== 'failed' || outcomes.some(({ result }) => result === 'failed')
    return isExplained
      ? outcomes
      : [...outcomes, { ...brokenStep('the file itself', message ?? ''), file }]
  })

interface PlaywrightSuite {
  readonly title: string
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs: readonly {
    readonly title: string
    /** From the folder of the tests. */
    readonly file: string
    readonly tests: readonly {
      readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped'
      readonly results: readonly { readonly error?: { readonly message?: string } }[]
    }[]
  }[]
}

interface PlaywrightReport {
  readonly config: { readonly rootDir: string }
  readonly suites: readonly PlaywrightSuite[]
  readonly errors: readonly { readonly message?: string }[]
}

const results = {
  expected: 'passed',
  unexpected: 'failed',
  flaky: 'failed',
  skipped: 'skipped',
} as const

/** Playwright's JSON. An error outside any test counts as one failed test; what passed only sometimes has failed. */
export const readPlaywright = ({
  config,
  suites,
  errors,
}: PlaywrightReport): readonly Outcome[] => {
  const within = (suite: PlaywrightSuite, titles: readonly string[]): readonly Outcome[] => [
    ...suite.specs.flatMap(({ title, file: path, tests }) =>
      tests.map(({ status, results: tries }): Outcome => {
        const file = fromRoot(`${config.rootDir}/${path}`)
        const name = nameOf([...titles, title])
        const result = results[status]
        if (result !== 'failed') return { file, name, result }
        return {
          file,
          name,
          result,
          why: firstLine(tries.find(({ error }) => error)?.error?.message),
        }
      }),
    ),
    ...(suite.suites ?? []).flatMap(inner => within(inner, [...titles, inner.title])),
  ]
  return [
    // The outermost suite is a file, and its title the path.
    ...suites.flatMap(suite => within(suite, [])),
    ...errors.map(({ message }) => brokenStep('playwright, outside any test', message ?? '')),
  ]
}

/**
 * A runner's outcomes, mistrusted: no test at all, or a bad exit that its report does not explain, is a failure.
 *
 * @param mayAllSkip they need what this machine may not reach, and say so
 */
export const judged = (
  runner: string,
  outcomes: readonly Outcome[],
  exitCode: number | null,
  mayAllSkip = false,
): readonly Outcome[] => {
  const hasRun = outcomes.some(({ result }) => mayAllSkip || result !== 'skipped')
  if (!hasRun) return [...outcomes, brokenStep(runner, 'ran no test')]
  const isExplained = exitCode === 0 || outcomes.some(({ result }) => result === 'failed')
  if (isExplained) return outcomes
  return [
    ...outcomes,
    brokenStep(runner, `ended with ${exitCode ?? 'no exit code'}, and no failed test`),
  ]
}

const count = (outcomes: readonly Outcome[], wanted: Outcome['result']): number =>
  outcomes.filter(({ result }) => result === wanted).length

export const hasFailed = (outcomes: readonly Outcome[]): boolean => count(outcomes, 'failed') > 0

/** All that failed, once more by name, because the end of a log is what people see; then the one line with the counts. */
export const closing = (outcomes: readonly Outcome[]): string => {
  const failures = outcomes
    .filter(({ result }) => result === 'failed')
    .map(({ file, name, why }) => `${[file, name].filter(Boolean).join(' > ')}\n    ${why}`)
  const skipped = count(outcomes, 'skipped')
  return [
    ...(failures.length > 0 ? ['Failed:', ...failures.map(failure => `  ${failure}`), ''] : []),
    `${count(outcomes, 'passed')} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  ].join('\n')
}
