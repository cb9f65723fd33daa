import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  brokenStep,
  closing,
  hasFailed,
  judged,
  type Outcome,
  readPlaywright,
  readVitest,
} from '../tally.ts'

const root = join(import.meta.dirname, '..', '..')
const path = join(root, 'test', 'unit', 'a.test.ts')

const tested = (status: string, title: string, ...failureMessages: string[]) => ({
  ancestorTitles: ['', 'a group'],
  title,
  status,
  failureMessages,
})

const passed = (name: string): Outcome => ({ file: 'test/a.ts', name, result: 'passed' })
const skipped: Outcome = { file: 'test/a.ts', name: 'skipped', result: 'skipped' }
const failed: Outcome = { file: 'test/a.ts', name: 'b', result: 'failed', why: 'Error: no' }

test('names what Vitest reports by file, groups and title', () => {
  const assertionResults = [
    tested('passed', 'one'),
    tested('failed', 'two', 'AssertionError: \u001b[31mno\u001b[39m\n    at a.ts:1'),
    tested('todo', 'three'),
  ]
  const file = 'test/unit/a.test.ts'
  expect(readVitest({ testResults: [{ name: path, status: 'failed', assertionResults }] })).toEqual(
    [
      { file, name: 'a group > one', result: 'passed' },
      { file, name: 'a group > two', result: 'failed', why: 'AssertionError: no' },
      { file, name: 'a group > three', result: 'skipped' },
    ],
  )
})

test.each([
  ['could not be loaded', []],
  ['broke outside its tests', [tested('skipped', 'one')]],
])('counts a file that %s as one failed test', (_, assertionResults) => {
  const broken = { name: path, status: 'failed', message: 'no such module\nb', assertionResults }
  expect(readVitest({ testResults: [broken] }).at(-1)).toEqual({
    file: 'test/unit/a.test.ts',
    name: 'the file itself',
    result: 'failed',
    why: 'no such module',
  })
})

test('names what Playwright reports; passed on the second try is failed', () => {
  const spec = (title: string, status: 'expected' | 'unexpected' | 'flaky' | 'skipped') => ({
    title,
    file: 'browser/a.spec.ts',
    tests: [{ status, results: [{ error: { message: '\u001b[2mError\u001b[22m: no\nb' } }, {}] }],
  })
  const inner = { title: 'a group', specs: [spec('two', 'unexpected'), spec('three', 'flaky')] }
  const outer = {
    title: 'browser/a.spec.ts',
    specs: [spec('one', 'expected'), spec('four', 'skipped')],
    suites: [inner],
  }
  const config = { rootDir: join(root, 'test') }
  const file = 'test/browser/a.spec.ts'
  expect(readPlaywright({ config, suites: [outer], errors: [{ message: 'no file' }] })).toEqual([
    { file, name: 'one', result: 'passed' },
    { file, name: 'four', result: 'skipped' },
    { file, name: 'a group > two', result: 'failed', why: 'Error: no' },
    { file, name: 'a group > three', result: 'failed', why: 'Error: no' },
    { file: '', name: 'playwright, outside any test', result: 'failed', why: 'no file' },
  ])
})

test.each([
  ['no test at all', [], 0, 1],
  ['only skipped tests', [skipped, skipped], 0, 1],
  ['a crash after good tests', [passed('a')], 1, 1],
  ['an end by a signal', [passed('a')], null, 1],
  ['a failed test, which explains the exit code', [passed('a'), failed], 1, 1],
  ['all well', [passed('a')], 0, 0],
])('judges %s', (_, outcomes, exitCode, failures) => {
  const found = judged('vitest', outcomes, exitCode).filter(({ result }) => result === 'failed')
  expect(found).toHaveLength(failures)
})

test('lets tests that need the network skip together, but not vanish', () => {
  expect(hasFailed(judged('playwright', [skipped, skipped], 0, true))).toBe(false)
  expect(hasFailed(judged('playwright', [], 0, true))).toBe(true)
})

test('closes with one line where all went well', () => {
  expect(closing([passed('a'), passed('b')])).toBe('2 passed, 0 failed')
  expect(closing([passed('a'), skipped])).toBe('1 passed, 0 failed, 1 skipped')
})

test('names everything that failed once more, right before the last line', () => {
  const step = brokenStep('npm run check', 'ended with 1\nand more')
  expect(closing([failed, passed('a'), step])).toBe(
    [
      'Failed:',
      '  test/a.ts > b',
      '    Error: no',
      '  npm run check',
      '    ended with 1',
      '',
      '1 passed, 2 failed',
    ].join('\n'),
  )
})
