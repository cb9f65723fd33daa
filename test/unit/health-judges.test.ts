import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { publintProblems, typesProblems } from '../health/judges.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sealdrop-judges-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** A package with one module and these exports, as npm would pack it. */
const packageWith = async (exports: object): Promise<Uint8Array<ArrayBuffer>> => {
  const inside = join(folder, 'package')
  await mkdir(inside)
  const manifest = { name: 'some', version: '1.0.0', type: 'module', license: 'MIT', exports }
  await writeFile(join(inside, 'package.json'), JSON.stringify(manifest))
  await writeFile(join(inside, 'some.js'), 'export const some = 1\n')
  await writeFile(join(inside, 'some.d.ts'), 'export declare const some: number\n')
  await writeFile(join(inside, 'bare.js'), 'export const bare = 1\n')
  execFileSync('tar', ['-czf', 'some.tgz', 'package'], { cwd: folder })
  return new Uint8Array(await readFile(join(folder, 'some.tgz')))
}

const good = { '.': { types: './some.d.ts', default: './some.js' } }

describe('are-the-types-wrong', () => {
  test('finds nothing where modules alone find their types', async () => {
    expect(await typesProblems(await packageWith(good))).toEqual([])
  })

  test('finds an entry without types', async () => {
    const found = await typesProblems(await packageWith({ ...good, './bare.js': './bare.js' }))
    expect(found).toEqual(['./bare.js, node16-esm: No types', './bare.js, bundler: No types'])
  })
})

describe('publint', () => {
  test('finds nothing in a good package', async () => {
    expect(await publintProblems((await packageWith(good)).buffer)).toEqual([])
  })

  test('finds a file that is not there', async () => {
    const tarball = await packageWith({ ...good, './gone.js': './gone.js' })
    expect((await publintProblems(tarball.buffer)).join()).toContain('gone.js')
  })
})
