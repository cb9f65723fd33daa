import { expect, test } from 'vitest'
import { closingLine, judged, oneFailed, readPlaywright, readVitest, sum } from '../tally.ts'

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map(status => ({ status })),
})

test('counts what Vitest reports', () => {
  const testResults = [
    file('passed', 'passed', 'passed', 'skipped', 'todo'),
    file('failed', 'failed'),
  ]
  expect(readVitest({ testResults })).toEqual({ passed: 2, failed: 1, skipped: 2 })
})

test.each([
  ['could not be loaded', file('failed')],
  ['broke outside its tests', file('failed', 'skipped')],
])('counts a file that %s as one failed test', (_, broken) => {
  expect(readVitest({ testResults: [broken] }).failed).toBe(1)
})

test('counts what Playwright reports; passed on the second try is failed', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }
  expect(readPlaywright({ stats, errors: [] })).toEqual({ passed: 5, failed: 2, skipped: 2 })
  expect(readPlaywright({ stats, errors: ['no such file'] }).failed).toBe(3)
})

test.each([
  ['no test at all', { passed: 0, failed: 0, skipped: 0 }, 0, 1],
  ['only skipped tests', { passed: 0, failed: 0, skipped: 3 }, 0, 1],
  ['a crash after good tests', { passed: 3, failed: 0, skipped: 0 }, 1, 1],
  ['an end by a signal', { passed: 3, failed: 0, skipped: 0 }, null, 1],
  ['a failed test, which explains the exit code', { passed: 3, failed: 1, skipped: 0 }, 1, 1],
  ['all well', { passed: 3, failed: 0, skipped: 0 }, 0, 0],
])('judges %s', (_, tally, exitCode, failed) => {
  expect(judged(tally, exitCode).failed).toBe(failed)
})

test('lets tests that need the network skip together, but not vanish', () => {
  expect(judged({ passed: 0, failed: 0, skipped: 3 }, 0, true).failed).toBe(0)
  expect(judged({ passed: 0, failed: 0, skipped: 0 }, 0, true).failed).toBe(1)
})

test('closes with one line', () => {
  expect(closingLine(sum([{ passed: 3, failed: 0, skipped: 0 }]))).toBe('3 passed, 0 failed')
  const all = sum([{ passed: 3, failed: 0, skipped: 1 }, oneFailed, oneFailed])
  expect(closingLine(all)).toBe('3 passed, 2 failed, 1 skipped')
})
