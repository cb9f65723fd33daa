import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { debianPackages, installPackages, judges } from '../install.ts'
import { oraclesIn } from '../oracle.ts'

const spawned = vi.hoisted(() => vi.fn())
vi.mock('node:child_process', async original => ({
  ...(await original<object>()),
  spawnSync: spawned,
}))
afterEach(() => vi.unstubAllEnvs())

const root = join(import.meta.dirname, '../..')

test('the README names all that the tests may install', async () => {
  const readme = await readFile(join(root, 'README.md'), 'utf8')
  expect(readme).toContain(`apt-get install ${debianPackages.join(' ')}`)
  expect(readme).toContain('SEALDROP_INSTALL=no')
})

test('nothing is installed where SEALDROP_INSTALL is no', () => {
  vi.stubEnv('SEALDROP_INSTALL', 'no')
  installPackages(debianPackages)
  expect(spawned).not.toHaveBeenCalled()
})

test('a test file’s programs are read from its text, so that they can be there before it runs', async () => {
  const paths = (await readdir(join(root, 'test'), { recursive: true })).filter(path =>
    /\.(test|spec)\.ts$/.test(path),
  )
  const texts = await Promise.all(paths.map(path => readFile(join(root, 'test', path), 'utf8')))
  const called = texts.flatMap(text => [...text.matchAll(/(?:^|[=(] ?)oracle\('/gm)])
  expect(called.length).toBeGreaterThan(0)
  expect(texts.flatMap(oraclesIn)).toHaveLength(called.length)
  expect(new Set(texts.flatMap(oraclesIn))).toEqual(new Set(Object.keys(judges)))
})
