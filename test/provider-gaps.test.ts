import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pathsBelow } from './files.ts'
import type { Files } from './layers.ts'
import { providerGaps } from './provider-gaps.ts'

const root = join(import.meta.dirname, '..')

const project = async (): Promise<Files> => {
  const sources = [...(await pathsBelow('src')), ...(await pathsBelow('test'))]
  return new Map(
    await Promise.all(
      [...sources, 'README.md'].map(
        async path => [path, await readFile(join(root, path), 'utf8')] as const,
      ),
    ),
  )
}

test('every provider has all that a provider needs', async () => {
  const files = await project()
  expect(files.has('src/providers/http/transport.ts')).toBe(true)
  expect(providerGaps(files)).toEqual([])
})

/** A project with one imaginary provider that lacks nothing. */
const whole: Files = new Map([
  ['src/providers/toy/transport.ts', ''],
  ['src/providers/toy/relay.ts', ''],
  ['src/sandbox/toy/sandbox.ts', ''],
  [
    'src/providers/transports.ts',
    "export const transports = { toy: () => import('./toy/transport.ts') }",
  ],
  [
    'src/providers/transports-beside.ts',
    "export const transports = { toy: () => load(() => import('./toy/transport.ts')) }",
  ],
  ['src/providers/relay.ts', "export { toyRoutes as toy } from './toy/relay.ts'"],
  ['src/sandbox/sandboxes.ts', "export { startToy as toy } from './toy/sandbox.ts'"],
  ['src/index.ts', "export { toy } from './providers/toy/transport.ts'"],
  ['test/contract/peers.ts', 'const peers = {\n  toy: {},\n}'],
  ['test/contract/transport/every-provider.test.ts', 'for (const name of providerNames) run(name)'],
  ['test/contract/matrix.test.ts', 'for (const name of providerNames) run(name)'],
  ['README.md', '## Transports\n\n| transport | options |\n|---|---|\n| `toy` | none |\n'],
])
const withText = (path: string, text: string): Files => new Map([...whole, [path, text]])
const without = (...paths: string[]): Files =>
  new Map([...whole].filter(([path]) => !paths.includes(path)))

const run = 'test/contract/transport/every-provider.test.ts'
const noRun = `toy has no contract run: ${run} runs it for each peer in test/contract/peers.ts`
const noMatrix =
  'toy is not in the fault matrix: test/contract/matrix.test.ts runs for each peer in test/contract/peers.ts'
const noPage = 'toy has no line in src/providers/transports.ts: no page can load it by its name'
const noScript =
  'toy has no line in src/providers/transports-beside.ts: no classic script can load it'
const noRelay = 'toy has no line in src/providers/relay.ts: the relay does not serve it'
const noStart = 'toy has no line in src/sandbox/sandboxes.ts: startSandbox does not start it'
const noExport = 'toy is not exported by src/index.ts'
const noRow = "toy has no row in the README's table of transports"

describe('a provider', () => {
  test('that lacks nothing is let pass', () => {
    expect(providerGaps(whole)).toEqual([])
  })

  test('that is an empty folder lacks everything', () => {
    expect(providerGaps(new Map([['src/providers/toy/answers.ts', '']]))).toEqual([
      'toy has no src/providers/toy/transport.ts',
      'toy has no src/providers/toy/relay.ts',
      'toy has no src/sandbox/toy/sandbox.ts',
      noPage,
      noScript,
      noRelay,
      noStart,
      noExport,
      noRun,
      noMatrix,
      noRow,
    ])
  })

  test.each<[missing: string, project: Files, gaps: readonly string[]]>([
    [
      'its transport',
      without('src/providers/toy/transport.ts'),
      ['toy has no src/providers/toy/transport.ts'],
    ],
    [
      'its relay part',
      without('src/providers/toy/relay.ts'),
      ['toy has no src/providers/toy/relay.ts'],
    ],
    [
      'its whole folder',
      without('src/providers/toy/transport.ts', 'src/providers/toy/relay.ts'),
      ['toy has no src/providers/toy/transport.ts', 'toy has no src/providers/toy/relay.ts'],
    ],
    [
      'its sandbox',
      without('src/sandbox/toy/sandbox.ts'),
      ['toy has no src/sandbox/toy/sandbox.ts'],
    ],
    ['its line for the page', withText('src/providers/transports.ts', ''), [noPage]],
    [
      'its line for the classic script',
      withText('src/providers/transports-beside.ts', ''),
      [noScript],
    ],
    [
      'its line for the page, but for a comment',
      withText('src/providers/transports.ts', "// import('./toy/transport.ts')"),
      [noPage],
    ],
    ['its line for the relay', withText('src/providers/relay.ts', ''), [noRelay]],
    ['its line for startSandbox', withText('src/sandbox/sandboxes.ts', ''), [noStart]],
    [
      'its export, but for a type',
      withText('src/index.ts', "export type { toy } from './providers/toy/transport.ts'"),
      [noExport],
    ],
    ['its peer', withText('test/contract/peers.ts', 'const peers = {}'), [noRun, noMatrix]],
    ['a contract run', without(run), [noRun]],
    ['a fault matrix', without('test/contract/matrix.test.ts'), [noMatrix]],
    [
      'its row in the right table',
      withText('README.md', '## Transports\n\n## Relay\n\n| a | b |\n|---|---|\n| `toy` | b |\n'),
      [noRow],
    ],
  ])('without %s is told so', (_, project, gaps) => {
    expect(providerGaps(project)).toEqual(gaps)
  })
})
