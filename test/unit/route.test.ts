import { expect, test } from 'vitest'
import { route } from '../route.ts'

const files = [
  'test/layers.test.ts',
  'test/unit/open.test.ts',
  'test/unit/age-open.test.ts',
  'test/unit/open-damage.test.ts',
  'test/unit/open-tools.ts',
  'test/contract/tus-protocol.test.ts',
  'test/contract/transport/tus.test.ts',
  'test/browser/tus.spec.ts',
  'test/browser/element-site.ts',
  'test/frameworks/frameworks.spec.ts',
  'test/engines/webkit.test.ts',
  'test/engines/journeys/forms.ts',
  'test/engines/firefox.test.ts',
  'test/browser/site.spec.ts',
  'test/browser/element-leaks.spec.ts',
  'test/rebuild.test.ts',
  'test/operate/refusals.test.ts',
]
const asked = (...words: string[]) => {
  const answer = route(words, files)
  if ('problem' in answer) return answer.problem
  const { runs, isShort: _, ...rest } = answer
  return { ...Object.fromEntries(runs), ...rest }
}

test.each<[string[], object]>([
  [
    [],
    {
      unit: [files[0], files[1], files[2], files[3]],
      contract: [files[5]],
      browser: ['test/browser/tus.spec.ts'],
      engines: ['test/engines/firefox.test.ts', 'test/operate/refusals.test.ts'],
    },
  ],
  [['all'], { unit: 'all', contract: 'all', browser: 'all', engines: 'all', frameworks: 'all' }],
])('npm test -- %j checks and builds, and runs each suite', (words, runs) => {
  expect(asked(...words)).toEqual({ ...runs, options: [], isWhole: true })
})

test.each<[string[], object]>([
  [['unit'], { unit: 'all' }],
  [['unit', 'test/unit/open.test.ts'], { unit: ['test/unit/open.test.ts'] }],
  [['test/browser/tus.spec.ts'], { browser: ['test/browser/tus.spec.ts'] }],
  [['./test/layers.test.ts'], { unit: ['test/layers.test.ts'] }],
  [['test\\browser\\tus.spec.ts'], { browser: ['test/browser/tus.spec.ts'] }],
  [['open.test.ts'], { unit: ['test/unit/open.test.ts'] }],
  [['unit', 'damage', 'test/layers.test.ts', 'damage'], { unit: [files[3], files[0]] }],
  [['contract', 'tus'], { contract: [files[5], files[6]] }],
  [['engines', 'webkit'], { engines: ['test/engines/webkit.test.ts'] }],
  [['operate'], { engines: ['test/operate/refusals.test.ts'] }],
  [['tus'], { contract: [files[5], files[6]], browser: [files[7]] }],
  [['frameworks'], { frameworks: 'all' }],
  [['frameworks.spec.ts'], { frameworks: [files[9]] }],
])('npm test -- %j runs what it names, by its own runner', (words, runs) => {
  expect(asked(...words)).toEqual({ ...runs, options: [], isWhole: false })
})

test.each([
  [[], true],
  [['all'], false],
  [['unit'], false],
  [['open.test.ts'], false],
])('npm test -- %j tries few of the random cases: %j', (words, isShort) => {
  expect(route(words, files)).toMatchObject({ isShort })
})

test('hands options on to the runner, with their values', () => {
  expect(asked('unit', 'damage', '-t', 'a cut', '--bail', '1')).toEqual({
    unit: ['test/unit/open-damage.test.ts'],
    options: ['-t', 'a cut', '--bail', '1'],
    isWhole: false,
  })
})

test.each([
  [['opne'], 'There is no file below test/ with "opne" in its path.'],
  [['unit', 'opne'], 'There is no file below test/ with "opne" in its path.'],
  [
    ['unit', 'test/browser/tus.spec.ts'],
    'test/browser/tus.spec.ts is no unit test. Call: npm run test:browser -- test/browser/tus.spec.ts',
  ],
  [
    ['browser', 'tus-protocol'],
    'test/contract/tus-protocol.test.ts is no browser test. Call: npm run test:contract -- tus-protocol',
  ],
  [
    ['unit', 'open-tools'],
    'test/unit/open-tools.ts is no test: tests are named *.test.ts, and *.spec.ts in test/browser and test/frameworks.',
  ],
  [
    ['engines', 'forms'],
    'test/engines/journeys/forms.ts is no test: tests are named *.test.ts, and *.spec.ts in test/browser and test/frameworks.',
  ],
  [
    ['open.test.ts', 'element-site.ts'],
    'test/browser/element-site.ts is no test: tests are named *.test.ts, and *.spec.ts in test/browser and test/frameworks.',
  ],
  [
    ['--bail'],
    'Options go to one runner: call one of test:unit, test:contract, test:browser, test:engines, test:frameworks.',
  ],
])('says what is wrong with npm test -- %j', (words, problem) => {
  expect(asked(...words)).toBe(problem)
})
