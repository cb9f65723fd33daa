/** What a runner did, by its own report. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** A runner that crashed, or a step that is no runner and went wrong. */
export const oneFailed: Tally = { passed: 0, failed: 1, skipped: 0 }

interface VitestReport {
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

/** Vitest's JSON. A file that could not even be loaded, or broke outside a test, counts as one failed test. */
export const readVitest = (report: VitestReport): Tally => {
  let passed = 0
  let failed = 0
  let skipped = 0
  for (const { status, assertionResults } of report.testResults) {
    const failedHere = assertionResults.filter(test => test.status === 'failed').length
    const passedHere = assertionResults.filter(test => test.status === 'passed').length
    passed += passedHere
    skipped += assertionResults.length - failedHere - passedHere
    failed += failedHere === 0 && status === 'failed' ? 1 : failedHere
  }
  return { passed, failed, skipped }
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
  readonly errors: readonly unknown[]
}

/** Playwright's JSON. An error outside any test counts as one failed test; what passed only sometimes has failed. */
export const readPlaywright = ({ stats, errors }: PlaywrightReport): Tally => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + errors.length,
  skipped: stats.skipped,
})

/**
 * A runner's tally, mistrusted: no test at all, or a bad exit that its report does not explain, is a failure.
 *
 * @param mayAllSkip they need what this machine may not reach, and say so
 */
export const judged = (tally: Tally, exitCode: number | null, mayAllSkip = false): Tally => {
  const ran = tally.passed + tally.failed + (mayAllSkip ? tally.skipped : 0) > 0
  const explained = exitCode === 0 || tally.failed > 0
  return ran && explained ? tally : { ...tally, failed: tally.failed + 1 }
}

export const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
  skipped: tallies.reduce((total, { skipped }) => total + skipped, 0),
})

export const closingLine = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
