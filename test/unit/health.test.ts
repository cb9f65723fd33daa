import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { licenceProblems } from '../health/licences.ts'
import { type Locked, lockfileProblems, pinProblems } from '../health/lockfile.ts'
import { exported, exportProblems } from '../health/package-exports.ts'
import { isOver, table } from '../health/sizes.ts'
import { bundledIn, noticesFor, pointerFor } from '../notices.ts'
import { sbomOf } from '../sbom.ts'

const fine: Locked = { version: '1.0.0', integrity: 'sha512-AAAA', license: 'MIT' }
const lockfileWith = (locked: Locked, path = 'node_modules/some') => ({
  lockfileVersion: 3,
  packages: { '': {}, [path]: locked },
})

describe('the audit of the lockfile', () => {
  test('finds nothing in a good one', () => {
    expect(lockfileProblems(lockfileWith({ ...fine, engines: { node: '>=18' } }))).toEqual([])
  })

  test.each<[string, Locked]>([
    ['without a hash', { version: '1.0.0' }],
    ['with a weak hash', { ...fine, integrity: 'sha1-AAAA' }],
    ['of a host', { ...fine, resolved: 'https://registry.example/some/-/some-1.0.0.tgz' }],
    ['of a git address', { ...fine, resolved: 'git+ssh://git@example.com/some.git#0' }],
    ['of a folder', { ...fine, link: true }],
    ['that another one brings', { ...fine, inBundle: true }],
    ['that runs a script', { ...fine, hasInstallScript: true }],
    ['for a newer Node', { ...fine, engines: { node: '^20.20.0 || >=22.12.0' } }],
  ])('finds a package %s', (_what, locked) => {
    expect(lockfileProblems(lockfileWith(locked))).toHaveLength(1)
  })

  test('lets only a known package run a script', () => {
    const runs = { ...fine, hasInstallScript: true }
    expect(lockfileProblems(lockfileWith(runs, 'node_modules/a/node_modules/esbuild'))).toEqual([])
  })

  test('knows one form of lockfile', () => {
    expect(lockfileProblems({ lockfileVersion: 2, packages: {} })).toHaveLength(1)
  })
})

describe('the licences that are allowed', () => {
  test.each(['GPL-3.0', 'MPL-2.0', 'SEE LICENSE IN x', undefined])('are not %s', license => {
    const { license: _, ...bare } = fine
    const lockfile = lockfileWith(license === undefined ? bare : { ...bare, license })
    expect(licenceProblems(lockfile, new Set())).toHaveLength(1)
  })

  test('hold for a tool only where it is copied into a build', () => {
    const lockfile = lockfileWith({ ...fine, license: 'MPL-2.0', dev: true }, 'node_modules/@a/b')
    expect(licenceProblems(lockfile, new Set())).toEqual([])
    expect(licenceProblems(lockfile, new Set(['@a/b']))).toHaveLength(1)
  })
})

test('an export that is new, gone or elsewhere is told', () => {
  const { './worker.js': _, ...fewer } = exported
  expect(exportProblems(fewer)).toEqual([expect.stringContaining('./worker.js')])
  const elsewhere = { ...exported, './worker.js': './dist/worker.mjs', './x': './package.json' }
  expect(exportProblems(elsewhere).join()).toMatch(/worker\.js is not.*\.\/x is not.*not there/)
})

test('a budget that is kept to the byte is kept, and one byte more is told', () => {
  const row = { what: 'a', measured: 1_000, most: 1_000, unit: 'B' }
  expect(isOver(row)).toBe(false)
  expect(isOver({ ...row, measured: 1_001 })).toBe(true)
  expect(isOver({ what: 'a', measured: 1_001, unit: 'B' })).toBe(false)
  expect(table([{ ...row, measured: 1_001 }])).toContain('TOO MUCH')
})

describe('the notices of what is bundled', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sealdrop-notices-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  const install = async (files: Readonly<Record<string, string>>): Promise<void> => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, 'node_modules', path)), { recursive: true })
      await writeFile(join(folder, 'node_modules', path), text)
    }
  }
  const holding = (...modules: string[]) => ({
    fileName: 'built.js',
    moduleIds: ['/src/ours.ts', ...modules.map(path => join(folder, 'node_modules', path))],
  })

  test('carry the licence of each package, and of a part that has one of its own', async () => {
    await install({
      'a/package.json': '{"name": "a", "version": "1.2.3"}',
      'a/LICENSE': 'Copyright A\n',
      'a/esm/package.json': '{"type": "module"}',
      'a/deps/b/LICENSE.md': 'Copyright B\n',
      '@c/d/package.json': '{"name": "@c/d", "version": "4.0.0"}',
      '@c/d/LICENCE.txt': 'Copyright A\n',
    })
    const notices = noticesFor(
      [holding('a/esm/x.js', 'a/deps/b/y.js', '@c/d/z.js')],
      'Copyright us',
    )
    expect(notices).toContain('Copyright us')
    expect(notices).toContain('@c/d 4.0.0, in built.js\na 1.2.3, in built.js\n\nCopyright A')
    expect(notices).toContain('a 1.2.3 (deps/b), in built.js\n\nCopyright B')
    const files = ['built.js']
    expect(bundledIn(notices)).toEqual([
      { name: '@c/d', version: '4.0.0', files },
      { name: 'a', version: '1.2.3', files },
      { name: 'a', version: '1.2.3', files },
    ])
  })

  test('stop the build where a package brings no licence', async () => {
    await install({ 'a/package.json': '{"name": "a", "version": "1.0.0"}' })
    expect(() => noticesFor([holding('a/x.js')], '')).toThrow('a is bundled into built.js')
  })

  test('are pointed to only where there are some', () => {
    expect(pointerFor(holding('a/x.js'))).toContain('licenses.txt')
    expect(pointerFor(holding())).toBe('')
  })
})

describe('the versions of packages', () => {
  test('are exact for what encrypts, hashes or carries; lit may be any later one', () => {
    const manifest = {
      dependencies: { '@noble/hashes': '^2.4.0', 'age-encryption': '0.3.1', lit: '^3.3.3' },
      devDependencies: { 'tus-js-client': '~4.3.1', vite: '^8.0.0' },
    }
    expect(pinProblems(manifest)).toEqual([
      '@noble/hashes is ^2.4.0, and not one version',
      'tus-js-client is ~4.3.1, and not one version',
    ])
  })
})

describe('the bill of materials', () => {
  const integrity = `sha512-${Buffer.alloc(64, 1).toString('base64')}`
  const lockfile = {
    lockfileVersion: 3,
    packages: {
      '': { version: '1.0.0', dependencies: { a: '1.0.0' } },
      'node_modules/a': { version: '1.0.0', integrity, license: 'MIT', dependencies: { b: '*' } },
      'node_modules/b': { version: '1.0.0', integrity, license: 'MIT' },
      'node_modules/a/node_modules/b': { version: '2.0.0', integrity, license: 'ISC' },
      'node_modules/@c/d': { version: '3.0.0', integrity, license: 'MIT', dev: true },
      'node_modules/tool': { version: '4.0.0', integrity, license: 'MIT', dev: true },
    },
  }
  const ours = { name: 'ours', version: '1.0.0', description: 'It.', license: 'MIT' }
  const bundled = [{ name: '@c/d', version: '3.0.0', files: ['desk.html', 'built.js'] }]
  const bom = JSON.parse(sbomOf(ours, lockfile, bundled))

  test('lists what is installed with the package and what is bundled, and no tool', () => {
    expect(bom.components.map(({ purl }: { purl: string }) => purl)).toEqual([
      'pkg:npm/a@1.0.0',
      'pkg:npm/b@1.0.0',
      'pkg:npm/b@2.0.0',
      'pkg:npm/%40c/d@3.0.0',
    ])
    expect(bom.components.at(-1)).toMatchObject({
      hashes: [{ alg: 'SHA-512', content: '01'.repeat(64) }],
      properties: [{ name: 'sealdrop:bundledInto', value: 'built.js desk.html' }],
    })
  })

  test('says who needs which version', () => {
    expect(bom.dependencies).toContainEqual({
      ref: 'pkg:npm/ours@1.0.0',
      dependsOn: ['pkg:npm/%40c/d@3.0.0', 'pkg:npm/a@1.0.0'],
    })
    expect(bom.dependencies).toContainEqual({
      ref: 'pkg:npm/a@1.0.0',
      dependsOn: ['pkg:npm/b@2.0.0'],
    })
  })
})
