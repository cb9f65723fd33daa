import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow } from '../is-built.ts'
import { ourPromises, promisesIn, testSources, unfounded, unkept } from '../promises.ts'
import { route } from '../route.ts'
import type { Outcome } from '../tally.ts'

const page = `# Security

- Not in a section: still a promise.

## What it does

- It seals, and this
  goes on in a second line.
  (test: seal > seals every file)
- It hides two things. (tests: seal > hides; log > says nothing)

## What it cannot protect from

- Whoever serves the page.
`
const sources = new Map([
  ['test/unit/seal.test.ts', "test('seals every file', …) describe('hides', …)"],
  ['test/browser/log.spec.ts', "test('says nothing at all', …)"],
])
const passed = (file: string, name: string): Outcome => ({ file, name, result: 'passed' })
const all = [
  passed('test/unit/seal.test.ts', 'a group > seals every file'),
  passed('test/unit/seal.test.ts', 'hides > the name'),
  passed('test/browser/log.spec.ts', 'says nothing'),
]

test('each item of a list is a promise, but in the sections that promise nothing', () => {
  expect(promisesIn(page)).toEqual([
    { text: 'Not in a section: still a promise.', tests: [] },
    {
      text: 'It seals, and this goes on in a second line. (test: seal > seals every file)',
      tests: [{ file: 'seal', title: 'seals every file' }],
    },
    {
      text: 'It hides two things. (tests: seal > hides; log > says nothing)',
      tests: [
        { file: 'seal', title: 'hides' },
        { file: 'log', title: 'says nothing' },
      ],
    },
  ])
})

test('a promise without a test is found, and one whose test nobody wrote', () => {
  expect(unfounded(promisesIn(page), sources)).toEqual([
    'names no test: Not in a section: still a promise.',
    'no test is called: says nothing',
  ])
  expect(unfounded([{ text: '', tests: [{ file: 'gone', title: 'hides' }] }], sources)).toEqual([
    'there is no test file gone',
  ])
})

test('a promise is kept when its test ran and passed, or some test of its group', () => {
  expect(unkept(promisesIn(page).slice(1), all)).toEqual([])
})

test('a beginning stands for all tests that begin so', () => {
  const tests = [{ file: 'seal', title: 'seals every …' }]
  expect(unfounded([{ text: '', tests }], sources)).toEqual([])
  expect(unkept([{ text: '', tests }], all)).toEqual([])
  const another = [{ text: '', tests: [{ file: 'seal', title: 'seals none …' }] }]
  expect(unfounded(another, sources)).toEqual(['no test is called: seals none …'])
  expect(unkept(another, all)).toEqual(['did not run: seal > seals none …'])
})

test.each([
  ['did not run', all.slice(1), 'did not run: seal > seals every file'],
  [
    'ran in another file only',
    [passed('test/unit/other.test.ts', 'seals every file'), ...all.slice(1)],
    'did not run: seal > seals every file',
  ],
  [
    'was skipped',
    all.with(2, { file: 'test/browser/log.spec.ts', name: 'says nothing', result: 'skipped' }),
    'did not run: log > says nothing',
  ],
  [
    'failed once',
    [
      ...all,
      { file: 'test/unit/seal.test.ts', name: 'hides > the size', result: 'failed' } as const,
    ],
    'failed: seal > hides',
  ],
])('a promise is not kept when its test %s', (_, outcomes, problem) => {
  expect(unkept(promisesIn(page).slice(1), outcomes)).toEqual([problem])
})

test('every promise of SECURITY.md ends in the name of a test that there is', async () => {
  const promises = await ourPromises()
  expect(promises.length).toBeGreaterThan(30)
  expect(unfounded(promises, await testSources())).toEqual([])
})

test('what is promised is tested by npm test, and not only by npm run test:all', async () => {
  const asked = route([], await filesBelow('test'))
  if ('problem' in asked) throw new Error(asked.problem)
  const usual = [...asked.runs.values()].flat().map(path => basename(path).replace(/\..*/, ''))
  const promised = (await ourPromises()).flatMap(({ tests }) => tests.map(({ file }) => file))
  expect(promised.length).toBeGreaterThan(50)
  expect(promised.filter(file => !usual.includes(file))).toEqual([])
})
