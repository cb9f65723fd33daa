import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, readFile, rm } from 'node:fs/promises'
import { basename, delimiter, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packInto } from './consumer.ts'
import { filesBelow } from './is-built.ts'

const root = join(import.meta.dirname, '..')
const home = join(root, '.cache', 'rebuild')
const bin = join(root, 'node_modules', '.bin')

/** Bundled, and so no dependency of who installs the package. */
const bundledAlone = ['client-zip', '@fastify/busboy', 'idb-keyval', 'tus-js-client', 'aws4fetch']

/** What is bundled lies in each copy, so that its path differs, too. The tools are found further up. */
const bundled = async (): Promise<readonly string[]> => {
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
  const found = new Set<string>()
  const add = (names: readonly string[]): void => {
    for (const path of names.map(name => `node_modules/${name}`)) {
      if (found.has(path)) continue
      found.add(path)
      add(Object.keys(packages[path]?.dependencies ?? {}))
    }
  }
  add([...Object.keys(packages[''].dependencies), ...bundledAlone])
  return [...found]
}

const notCopied = ['node_modules', 'dist', '.cache', '.git']

/** A copy of the project in a folder of its own, built there from nothing. */
const rebuiltIn = async (
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<string> => {
  const copy = join(home, folder)
  const tops = ['src', 'demo', 'test', 'package.json', 'package-lock.json', 'LICENSE']
  const pages = ['README', 'ARCHITECTURE', 'CHANGELOG', 'CONTRIBUTING', 'FORMAT', 'SECURITY']
  const configs = ['vite.config.ts', 'tsconfig.json']
  for (const path of [...tops, ...configs, ...pages.map(page => `${page}.md`)])
    await cp(join(root, path), join(copy, path), {
      recursive: true,
      filter: source => !notCopied.includes(basename(source)),
    })
  for (const path of await bundled())
    await cp(join(root, path), join(copy, path), { recursive: true })
  await promisify(execFile)('tsx', ['test/build.ts'], {
    cwd: copy,
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, ...environment },
  })
  return copy
}

const sha256 = async (path: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex')

/** The hash of every built file, by path, and of the package that npm makes of them. */
const hashesOf = async (copy: string): Promise<Readonly<Record<string, string>>> => {
  const paths = (await filesBelow(join(copy, 'dist'))).sort()
  const hashes: Record<string, string> = {}
  for (const path of paths) hashes[relative(copy, path)] = await sha256(path)
  await mkdir(join(copy, '.cache'))
  hashes['the tarball'] = await sha256(packInto(join(copy, '.cache'), copy).path)
  return hashes
}

beforeAll(() => rm(home, { recursive: true, force: true }))
afterAll(() => rm(home, { recursive: true, force: true }))

test('the same source gives the same bytes, in any folder, time zone and language', async () => {
  // One after the other: other tests run meanwhile.
  const one = await rebuiltIn('one', { TZ: 'UTC', LC_ALL: 'C' })
  const far = join('a', 'longer', 'way', 'to', 'another')
  const other = await rebuiltIn(far, { TZ: 'Asia/Tokyo', LC_ALL: 'tr_TR' })
  const hashes = await hashesOf(one)
  expect(Object.keys(hashes)).toEqual(
    expect.arrayContaining([
      'dist/desk.html',
      'dist/index.js.map',
      'dist/sbom.cdx.json',
      'dist/sri.json',
      'dist/types/index.d.ts',
    ]),
  )
  expect(await hashesOf(other)).toEqual(hashes)
}, 300_000)
