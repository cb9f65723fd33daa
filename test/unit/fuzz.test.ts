import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { plants } from '../fuzz/plants.ts'
import { bundleTargets, type Change } from '../simulate/bundle.ts'

type Fuzz = typeof import('../fuzz/main.ts')

const root = join(import.meta.dirname, '../..')
const folder = join(root, '.cache/fuzz')
const findings = join(root, 'test/fuzz/findings')

const built = async (name: string, changes?: readonly Change[]): Promise<Fuzz> => {
  await mkdir(folder, { recursive: true })
  const path = join(folder, `test-${name}.mjs`)
  await bundleTargets(path, changes)
  return import(path)
}

/** Another seed would find other things, and not in the change that is tested. */
const SEED = 11
const TIMEOUT_MS = 120_000

let fuzz: Fuzz
beforeAll(async () => {
  fuzz = await built('fuzz')
}, TIMEOUT_MS)

const targetOf = (name: string) => {
  const target = fuzz.targets.find(known => known.name === name)
  if (!target) throw new Error(`There is no target "${name}".`)
  return target
}

describe('whatever comes in, only an error of ours comes out', () => {
  test.each([
    ['intake', 300],
    ['answers', 60],
    ['bucket-xml', 400],
    ['pem', 200],
    ['recipients', 150],
    ['tus-headers', 100],
    ['names', 300],
    ['record', 400],
    ['open', 60],
    ['options', 400],
    ['shelf', 400],
  ])(
    '%s',
    async (name, runs) => {
      const { found, played } = await fuzz.fuzz(targetOf(name), { seed: SEED, runs })
      expect(found && `case ${found.index}: ${found.why}`).toBeUndefined()
      expect(played).toBe(runs)
    },
    TIMEOUT_MS,
  )
})

describe('what the fuzz once found', async () => {
  const files = await readdir(findings)
  const cases = files.map(file => [file.replace('.json', '').replaceAll('-', ' '), file] as const)
  test.each(cases)('%s', async (_, file) => {
    const text = await readFile(join(findings, file), 'utf8')
    const { target, input } = fuzz.decode(text) as { target: string; input: unknown }
    expect(await fuzz.whyBroken(targetOf(target), input)).toBeUndefined()
  })
})

describe('the fuzz', () => {
  test.each(plants)('can still be given the bug: $name', async ({ changes }) => {
    for (const { file, from } of changes) {
      const text = await readFile(join(root, file), 'utf8')
      expect(text.split(from).length - 1, file).toBe(1)
    }
  })
  // `npm run fuzz -- --planted` tries all of them.
  const short = ['sums of a PNG are not compared', 'any number is a time in a record']
  test.each(plants.filter(({ name }) => short.includes(name)))(
    'notices: $name',
    async ({ name, target, changes }) => {
      const planted = await built(name.replaceAll(' ', '-'), changes)
      const found = planted.targets.find(known => known.name === target)
      if (!found) throw new Error(`There is no target "${target}".`)
      const played = await planted.fuzz(found, { seed: SEED, runs: 1000, shrinks: false })
      expect(played.found).toBeDefined()
    },
    TIMEOUT_MS,
  )
})
