import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { armor } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { whereabouts } from '../../src/cli/part.ts'
import { recipientOf } from '../../src/open/index.ts'
import { wrapPdf } from '../../src/seal/wrap/pdf.ts'
import { bytesOf } from '../age/forge.ts'
import { turnsOf } from '../turns.ts'
import { createPlace, sealdrop, start } from './cli-tools.ts'
import { identity, PDF, sealed, sha256, stranger } from './open-tools.ts'
import { pseudoRandom } from './pseudo-random.ts'

const COUNT = turnsOf(500) < 500 ? 20 : 500
const HOSTILE = `../..\\x\n\u202e${'long '.repeat(37)}=cmd|A0\u0000.pdf.`

const fill = async (place: string): Promise<ReadonlyMap<string, Uint8Array>> => {
  const originals = new Map<string, Uint8Array>()
  const inbox = join(place, 'inbox')
  mkdirSync(inbox)
  const put = async (
    file: string,
    name: string,
    bytes: Uint8Array<ArrayBuffer>,
    shape = (whole: Uint8Array<ArrayBuffer>): Promise<Uint8Array> | Uint8Array => whole,
  ): Promise<void> => {
    originals.set(name, bytes)
    writeFileSync(join(inbox, file), await shape(await sealed(bytes, { name })))
  }
  for (let n = 0; n < COUNT; n++)
    await put(`f${n}.age`, `paper ${n}.pdf`, pseudoRandom(1000 + n, n))
  await put('armored', 'armored.pdf', pseudoRandom(70_000, 9001), whole =>
    new TextEncoder().encode(armor.encode(whole)),
  )
  await put('wrapped.pdf', 'wrapped.pdf', pseudoRandom(70_000, 9002), whole =>
    bytesOf(wrapPdf(new Blob([whole]))),
  )
  await put('taken.age', 'taken.pdf', pseudoRandom(500, 9003))
  await put('hostile.age', HOSTILE, pseudoRandom(500, 9004))
  const cut = await sealed(pseudoRandom(500, 9005), { name: 'cut.pdf' })
  writeFileSync(join(inbox, 'damaged.age'), cut.subarray(0, -1))
  writeFileSync(join(inbox, 'foreign.age'), await sealed(PDF, {}, [await recipientOf(stranger)]))
  writeFileSync(join(inbox, 'empty.age'), '')
  writeFileSync(join(inbox, 'letter.pdf'), PDF)
  writeFileSync(join(inbox, '.hidden.age'), cut)
  symlinkSync('f0.age', join(inbox, 'link.age'))
  symlinkSync('.', join(inbox, 'itself'))
  return originals
}

const SAFE = /^xlong (long )+=cmd_A0\.pdf$/

describe(`a folder of ${COUNT} files and a few odd ones, in one call`, () => {
  it('is opened with names restored, each failure said, nothing overwritten, and again without a change', {
    timeout: 240_000,
  }, async () => {
    const place = createPlace()
    const originals = await fill(place)
    const out = join(place, 'out')
    mkdirSync(out)
    writeFileSync(join(out, 'taken.pdf'), 'mine')
    const words = ['open', 'inbox', '-i', 'key.txt', '--out', 'out', '--manifest', 'list.csv']

    const first = await sealdrop([...words, '--json'], { cwd: place })
    const told = first.out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    const of = (file: string) => told.find(one => one.file === join('inbox', file))
    expect(first.code).toBe(1)
    expect(told.at(-1)).toEqual({
      status: 'ended',
      opened: COUNT + 4,
      'already-there': 0,
      failed: 3,
      skipped: 1,
    })
    expect(of('damaged.age')).toMatchObject({ status: 'failed', code: 'damaged' })
    expect(of('foreign.age')).toMatchObject({ status: 'failed', code: 'no-identity' })
    expect(of('empty.age')).toMatchObject({ status: 'failed', code: 'unsupported' })
    expect(of('letter.pdf')).toMatchObject({ status: 'skipped' })
    expect(of('taken.age')).toMatchObject({ status: 'opened', name: 'taken (2).pdf', intact: true })
    expect(of('hostile.age').name).toMatch(SAFE)
    for (const file of ['link.age', '.hidden.age', 'itself']) expect(of(file)).toBeUndefined()

    const names = readdirSync(out)
    expect(names).toHaveLength(originals.size + 1)
    for (const [name, bytes] of originals) {
      const saved =
        name === 'taken.pdf' ? 'taken (2).pdf' : name === HOSTILE ? of('hostile.age').name : name
      expect(readFileSync(join(out, saved)).equals(bytes)).toBe(true)
      expect(lstatSync(join(out, saved)).mode & 0o777).toBe(0o600)
    }
    expect(readFileSync(join(out, 'taken.pdf'), 'utf8')).toBe('mine')

    const rows = readFileSync(join(place, 'list.csv'), 'utf8').trimEnd().split('\r\n')
    expect(rows).toHaveLength(COUNT + 9)
    expect(rows.find(row => row.includes('f0.age'))).toContain(await sha256(pseudoRandom(1000, 0)))

    const again = await sealdrop(words, { cwd: place })
    expect(again.code).toBe(1)
    expect(again.err).toContain(`0 opened, ${COUNT + 4} there already, 3 failed, 1 skipped.`)
    expect(readdirSync(out)).toEqual(names)
    expect(again.out + again.err).not.toContain('\u202e')
  })
})

describe('one file', () => {
  it('is opened by its name, from standard input, with a key from standard input, and into a new folder', async () => {
    const place = createPlace()
    const whole = await sealed(PDF, { name: 'a.pdf' })
    writeFileSync(join(place, '-i'), whole)
    expect(
      await sealdrop(['open', '-i', '-', '-o', 'x/y', '--', '-i'], { cwd: place, input: identity }),
    ).toMatchObject({ code: 0 })
    expect(readFileSync(join(place, 'x/y/a.pdf'))).toEqual(Buffer.from(PDF))
    expect(lstatSync(join(place, 'x')).mode & 0o777).toBe(0o700)
    expect(
      await sealdrop(['open', '-', '-i', 'key.txt'], { cwd: place, input: whole }),
    ).toMatchObject({ code: 0 })
    expect(readFileSync(join(place, 'a.pdf'))).toEqual(Buffer.from(PDF))
    expect(
      await sealdrop(['open', '-', '-i', 'key.txt'], { cwd: place, input: whole.subarray(0, -1) }),
    ).toMatchObject({ code: 1, err: expect.stringContaining('damaged') })
  })

  it('that is none, and longer than anybody reads of it, is told as such from standard input', async () => {
    const place = createPlace()
    const input = pseudoRandom(1_000_000, 5)
    const { code, err } = await sealdrop(['open', '-', '-i', 'key.txt'], { cwd: place, input })
    expect(code).toBe(1)
    expect(err).toContain('unsupported: This is not a file sealed with age v1.')
    expect(err).not.toContain('at ')
  })

  it('never goes through a link that has its name, nor into a folder that has', async () => {
    const place = createPlace()
    writeFileSync(join(place, 'mine'), 'mine')
    writeFileSync(join(place, 'a.age'), await sealed(PDF, { name: 'a.pdf' }))
    symlinkSync('mine', join(place, 'a.pdf'))
    symlinkSync('nowhere', join(place, 'a (2).pdf'))
    mkdirSync(join(place, 'a (3).pdf'))
    expect(await sealdrop(['open', 'a.age', '-i', 'key.txt'], { cwd: place })).toMatchObject({
      code: 0,
    })
    expect(readFileSync(join(place, 'mine'), 'utf8')).toBe('mine')
    expect(readFileSync(join(place, 'a (4).pdf'))).toEqual(Buffer.from(PDF))
    expect(readdirSync(place).filter(name => name === 'nowhere' || name.endsWith('.part'))).toEqual(
      [],
    )
  })

  it.each(['..', '.', 'CON', 'aux.pdf', '/etc/passwd', 'a\nb', '.bashrc', 'x:y', '-rf', ''])(
    'sealed as %j gets a name that harms nothing',
    async name => {
      const place = createPlace()
      writeFileSync(join(place, 'a.age'), await sealed(PDF, { name }))
      expect(
        await sealdrop(['open', 'a.age', '-i', 'key.txt', '-o', 'out'], { cwd: place }),
      ).toMatchObject({ code: 0 })
      const names = readdirSync(join(place, 'out'))
      expect(names).toHaveLength(1)
      expect(names[0]).toMatch(/^(?!\.)(?!(con|aux)\b)[^\n:/\\]+$/i)
    },
  )
})

describe('a call that cannot be done', () => {
  it.each([
    ['no key file', ['a.age', '-i', 'nothing.txt'], /nothing\.txt: it is not there/],
    ['a key file without keys', ['a.age', '-i', 'a.age'], /passphrase|terminal|no identity/i],
    ['no way to open', ['a.age'], /-i names a key file/],
    ['a secret as a word', ['a.age', '-i', identity], /never given as a word/],
    ['an unknown option', ['a.age', '--fast'], /--fast/],
    ['a passphrase without a terminal', ['a.age', '-p'], /no terminal/],
    [
      'a list that is something else',
      ['a.age', '-i', 'key.txt', '--manifest', 'key.txt'],
      /no such list/,
    ],
  ])('is not begun with %s', async (_, words, said) => {
    const place = createPlace()
    writeFileSync(join(place, 'a.age'), await sealed(PDF, { name: 'a.pdf' }))
    const { code, err } = await sealdrop(['open', ...words], { cwd: place })
    expect(code).toBe(2)
    expect(err).toMatch(said)
    expect(err).not.toContain(identity.slice(20, 40))
    expect(readdirSync(place).sort()).toEqual(['a.age', 'key.txt'])
  })

  it.each(['/proc/x/y', 'key.txt', '/dev/null/x'])(
    'ends the run where nothing can be written: %s',
    async out => {
      const place = createPlace()
      writeFileSync(join(place, 'a.age'), await sealed(PDF, { name: 'a.pdf' }))
      expect(
        await sealdrop(['open', 'a.age', '-i', 'key.txt', '-o', out], { cwd: place }),
      ).toMatchObject({ code: 3 })
    },
  )
})

describe('what a killed run left', () => {
  const left = (pid: number, where: string): string =>
    `.sealdrop-${where}-${pid}-0123456789abcdef.part`

  it('is removed, and neither what another machine writes nor what only looks so', async () => {
    const place = createPlace()
    writeFileSync(join(place, 'a.age'), await sealed(PDF, { name: 'a.pdf' }))
    const here = await whereabouts()
    const dead = left(2 ** 22 + 1, here)
    const kept = [left(process.pid, here), left(2 ** 22 + 1, '00000000'), '.sealdrop-notes.part']
    for (const name of [dead, ...kept]) writeFileSync(join(place, name), 'half')
    linkSync(join(place, dead), join(place, 'whole.pdf'))
    await sealdrop(['open', 'a.age', '-i', 'key.txt'], { cwd: place })
    expect(readdirSync(place).sort()).toEqual(
      [...kept, 'a.age', 'a.pdf', 'key.txt', 'whole.pdf'].sort(),
    )
  })
})

describe('--watch', () => {
  it('opens what is there and what comes, tells what is cut, and ends with a signal', async () => {
    const place = createPlace()
    mkdirSync(join(place, 'inbox'))
    writeFileSync(join(place, 'inbox/a.age'), await sealed(PDF, { name: 'a.pdf' }))
    const run = start(['open', 'inbox', '-w', '-i', 'key.txt', '-o', 'out'], { cwd: place })
    await run.said(/opened .*a\.pdf/)
    const whole = await sealed(PDF, { name: 'b.pdf' })
    writeFileSync(join(place, 'inbox/b.age'), whole.subarray(0, -1))
    await run.said(/failed .*b\.age: damaged/)
    writeFileSync(join(place, 'inbox/b.age'), whole)
    await run.said(/opened .*b\.pdf/)
    run.kill('SIGTERM')
    expect((await run.ended).code).toBe(1)
    expect(readdirSync(join(place, 'out')).sort()).toEqual(['a.pdf', 'b.pdf'])
  })
  it('says that a folder is not there yet, and opens what comes into it', async () => {
    const place = createPlace()
    const run = start(['open', 'inbox', '-w', '-i', 'key.txt'], { cwd: place })
    await run.said(/inbox: it is not there yet/)
    mkdirSync(join(place, 'inbox'))
    writeFileSync(join(place, 'inbox/a.age'), await sealed(PDF, { name: 'a.pdf' }))
    await run.said(/opened .*a\.pdf/)
    run.kill('SIGTERM')
    expect((await run.ended).code).toBe(0)
  })
})
