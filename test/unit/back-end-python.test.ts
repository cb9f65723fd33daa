import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { identityOf, readFormatVectors } from '../age/format-vectors.ts'
import { installPackages, pythonPackage } from '../install.ts'
import { createPlace } from './cli-tools.ts'
import { identity, PDF, sealed, sha256, stranger } from './open-tools.ts'
import { pseudoRandom } from './pseudo-random.ts'

const PYTHON = '/usr/bin/python3'
const PROGRAM = join(import.meta.dirname, 'back-end-example/open_sealed.py')
const hasCipher = (): boolean => spawnSync(PYTHON, ['-c', 'import cryptography']).status === 0

beforeAll(() => {
  if (!hasCipher()) installPackages([pythonPackage])
  if (!hasCipher())
    throw new Error(
      `The tests need ${PYTHON} with its cryptography. On Debian: apt-get install ${pythonPackage}`,
    )
}, 300_000)

/** What the program answers; undefined where it refuses. Either way the folder holds documents only. */
const opened = (whole: Uint8Array, key: string) => {
  const place = createPlace()
  mkdirSync(join(place, 'out'))
  writeFileSync(join(place, 'key.txt'), `# a comment\n${stranger}\n${key}\n`)
  writeFileSync(join(place, 'a.age'), whole)
  const { status, stdout } = spawnSync(PYTHON, [PROGRAM, 'key.txt', 'a.age', 'out'], {
    cwd: place,
    encoding: 'utf8',
  })
  const names = readdirSync(join(place, 'out'))
  expect(names).toHaveLength(status === 0 ? 1 : 0)
  if (status !== 0) return undefined
  const [saved, record] = JSON.parse(stdout)
  return { bytes: readFileSync(join(place, saved)), record }
}

const vectors = readFormatVectors(
  readFileSync(join(import.meta.dirname, '../vectors/format/vectors.json'), 'utf8'),
)

describe('a back end in Python', () => {
  it('opens what was sealed here, with its record', async () => {
    for (const bytes of [new Uint8Array(0), PDF, pseudoRandom(65_536), pseudoRandom(200_000)]) {
      const found = opened(await sealed(bytes, { name: 'pässport.pdf' }), identity)
      expect(found?.bytes.equals(bytes)).toBe(true)
      expect(found?.record).toMatchObject({ name: 'pässport.pdf', sha256: await sha256(bytes) })
    }
  })

  it.each(
    vectors
      .filter(({ sealed: { base64 } }) => base64 !== undefined)
      .map(vector => [vector.name, vector] as const),
  )('says of the vector %s what FORMAT.md says', async (_, vector) => {
    const found = opened(Buffer.from(vector.sealed.base64 ?? '', 'base64'), await identityOf(1))
    if (['intact', 'no record'].includes(vector.reader))
      expect(found?.bytes).toHaveLength(vector.size)
    expect(found === undefined).toBe(vector.reader === 'damaged')
    if (vector.reader === 'no record') expect(found?.record).toBeNull()
  })

  it('puts nothing anywhere of a file that was cut or changed, or is another’s', async () => {
    const whole = await sealed(pseudoRandom(200_000))
    for (const at of [30, 200, 1500, whole.length - 150_000, whole.length - 1]) {
      const changed = whole.slice()
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(opened(changed, identity)).toBeUndefined()
    }
    for (const left of [1, 17, 70_000])
      expect(opened(whole.subarray(0, -left), identity)).toBeUndefined()
    expect(opened(whole, stranger)).toBeUndefined()
  })

  it('takes fewer than 100 lines of code', () => {
    const lines = readFileSync(PROGRAM, 'utf8')
      .split('\n')
      .filter(line => line.trim() !== '')
    expect(lines.length).toBeLessThan(100)
    expect(String(execFileSync(PYTHON, ['--version']))).toContain('Python 3')
  })
})
