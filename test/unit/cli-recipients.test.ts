import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { armor } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { toBech32 } from '../../src/core/to-bech32.ts'
import { generateIdentity, open, recipientOf } from '../../src/open/index.ts'
import { wrapPdf } from '../../src/seal/wrap/pdf.ts'
import { bytesOf } from '../age/forge.ts'
import { createPlace, type Ended, sealdrop } from './cli-tools.ts'
import { forged, identity, PDF, recipient, sealed } from './open-tools.ts'
import { pseudoRandom } from './pseudo-random.ts'

const next = await generateIdentity()
const nextRecipient = await recipientOf(next)
const foreign = await recipientOf(await generateIdentity())
const postQuantum = await recipientOf(await generateIdentity({ postQuantum: true }))

const linesOf = ({ out }: Ended): readonly Readonly<Record<string, unknown>>[] =>
  out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))

/** `key.txt` and `next.txt`, and an inbox. */
const fill = async (): Promise<{ readonly place: string; readonly inbox: string }> => {
  const place = createPlace()
  writeFileSync(join(place, 'next.txt'), `${next}\n`)
  const inbox = join(place, 'inbox')
  mkdirSync(inbox)
  const put = (name: string, bytes: Uint8Array | string): void =>
    writeFileSync(join(inbox, name), bytes)
  put('a-old.age', await sealed(PDF, { name: 'old.pdf' }))
  put('b-both.age', await sealed(PDF, { name: 'both.pdf' }, [recipient, nextRecipient]))
  put('c-new.age', await sealed(PDF, { name: 'new.pdf' }, [nextRecipient]))
  put('d-armored', armor.encode(await sealed(PDF, { name: 'armored.pdf' })))
  put('e-wrapped.pdf', await bytesOf(wrapPdf(new Blob([await sealed(PDF, { name: 'w.pdf' })]))))
  put('letter.pdf', PDF)
  return { place, inbox }
}

describe('which keys open which files', () => {
  it('is told of each file and counted, and nothing is written', async () => {
    const { place, inbox } = await fill()
    const before = readdirSync(place)
    const words = ['recipients', 'inbox', '-i', 'key.txt', '-i', 'next.txt']
    const asked = await sealdrop([...words, '--json'], { cwd: place })
    expect(asked.code).toBe(0)
    expect(
      linesOf(asked)
        .filter(({ status }) => status === 'sealed')
        .map(({ file, sealed: shape, recipients, opens }) => [file, shape, recipients, opens]),
    ).toEqual([
      ['inbox/a-old.age', 'age', ['X25519'], ['key.txt']],
      ['inbox/b-both.age', 'age', ['X25519', 'X25519'], ['key.txt', 'next.txt']],
      ['inbox/c-new.age', 'age', ['X25519'], ['next.txt']],
      ['inbox/d-armored', 'armored age', ['X25519'], ['key.txt']],
      ['inbox/e-wrapped.pdf', 'age in a PDF', ['X25519'], ['key.txt']],
    ])
    expect(linesOf(asked).at(-1)).toEqual({
      status: 'ended',
      sealed: 5,
      identities: [
        { identity: 'key.txt', opens: 4, alone: 3 },
        { identity: 'next.txt', opens: 2, alone: 1 },
      ],
      none: 0,
      failed: 0,
      skipped: 1,
    })
    const told = await sealdrop(words, { cwd: place })
    expect(told.out).toContain('opens    inbox/b-both.age: key.txt, next.txt\n')
    expect(told.err).toContain('key.txt opens 4 of 5, and alone 3.\n')
    expect([readdirSync(place), readdirSync(inbox).length]).toEqual([before, 6])
  })

  it('the status says whether all of them do without the old one', async () => {
    const { place, inbox } = await fill()
    const withNew = await sealdrop(['recipients', 'inbox', '-i', 'next.txt'], { cwd: place })
    expect([withNew.code, withNew.out.match(/^none /gm)?.length]).toEqual([1, 3])
    for (const name of ['a-old.age', 'd-armored', 'e-wrapped.pdf', 'letter.pdf'])
      writeFileSync(join(inbox, name), await sealed(PDF, {}, [nextRecipient]))
    expect((await sealdrop(['recipients', 'inbox', '-i', 'next.txt'], { cwd: place })).code).toBe(0)
  })

  it('of nothing, no key can go', async () => {
    const { place } = await fill()
    mkdirSync(join(place, 'empty'))
    const { code, err } = await sealdrop(['recipients', 'empty', '-i', 'next.txt'], { cwd: place })
    expect([code, err]).toEqual([1, expect.stringContaining('opens 0 of 0')])
  })

  it('a key on a card whose plugin is not there does not count as one that opens nothing', async () => {
    const { place } = await fill()
    writeFileSync(
      join(place, 'card.txt'),
      `${toBech32('age-plugin-nowhere-', new Uint8Array(8)).toUpperCase()}\n`,
    )
    const asked = await sealdrop(['recipients', 'inbox/a-old.age', '-i', 'card.txt'], {
      cwd: place,
    })
    expect([asked.code, asked.out]).toEqual([1, ''])
    expect(asked.err).toContain('age-plugin-nowhere: the program is not on the path')
    expect(asked.err).toContain('1 failed')
  })

  it('a header that was changed, a file that is none and one that is missing are said, and nothing of the content is read', async () => {
    const { place, inbox } = await fill()
    const whole = await sealed(pseudoRandom(200_000, 3), {}, [nextRecipient])
    // The content is not there at all: the header alone tells.
    writeFileSync(join(inbox, 'a-old.age'), whole.subarray(0, 1900))
    const changed = Buffer.from(await sealed(PDF))
    const mac = changed.indexOf('\n--- ') + 6
    changed[mac] = changed[mac] === 65 ? 66 : 65
    writeFileSync(join(inbox, 'changed.age'), changed)
    writeFileSync(join(inbox, 'text.age'), 'hello')
    const asked = await sealdrop(
      ['recipients', 'inbox', 'inbox/missing.age', '-i', 'key.txt', '-i', 'next.txt', '--json'],
      { cwd: place },
    )
    expect(asked.code).toBe(1)
    const byFile = new Map(linesOf(asked).map(one => [one.file, one.opens ?? one.code]))
    expect(byFile.get('inbox/a-old.age')).toEqual(['next.txt'])
    expect(byFile.get('inbox/changed.age')).toBe('damaged')
    expect(byFile.get('inbox/text.age')).toBe('unsupported')
    expect(byFile.get('inbox/missing.age')).toBe('unreadable')
  })

  it.each([
    ['without a key file', ['recipients', 'inbox']],
    ['without a file', ['recipients', '-i', 'key.txt']],
    ['of standard input', ['recipients', '-', '-i', 'key.txt']],
    ['with the secret as a word', ['recipients', 'inbox', '-i', identity]],
  ])('nothing is done %s', async (_, words) => {
    const { place } = await fill()
    const { code, out, err } = await sealdrop(words, { cwd: place })
    expect([code, out]).toEqual([2, ''])
    expect(err).not.toContain(identity)
  })
})

describe('files that are sealed anew', () => {
  const to = ['-r', nextRecipient, '--out', 'resealed']

  it('open with the new key alone, with the name, hash and time that they had', async () => {
    const { place, inbox } = await fill()
    const before = readdirSync(inbox).map(name => readFileSync(join(inbox, name)))
    const done = await sealdrop(['reseal', 'inbox', '-i', 'key.txt', ...to], { cwd: place })
    expect(done).toMatchObject({
      code: 1,
      err: expect.stringContaining('4 resealed, 0 there already, 1 failed, 1 skipped.'),
    })
    expect(done.err).toContain('inbox/c-new.age: no-identity')
    const folder = join(place, 'resealed')
    const made = readdirSync(folder)
    expect(made).toEqual(['a-old.age', 'b-both.age', 'd-armored.age', 'e-wrapped.age'])
    const names = ['old.pdf', 'both.pdf', 'armored.pdf', 'w.pdf']
    for (const [at, name] of made.entries()) {
      const anew = new Blob([readFileSync(join(folder, name))])
      const { file, record, intact } = await open(anew, next)
      expect([file.name, intact, await file.text()]).toEqual([
        names[at],
        true,
        new TextDecoder().decode(PDF),
      ])
      if (name === 'a-old.age') {
        const old = await open(new Blob([before[0] ?? '']), identity)
        expect(record).toEqual(old.record)
      }
      await expect(open(anew, identity)).rejects.toMatchObject({ code: 'no-identity' })
    }
    expect(readdirSync(inbox).map(name => readFileSync(join(inbox, name)))).toEqual(before)
  })

  it('again do nothing: no file is replaced', async () => {
    const { place } = await fill()
    const words = ['reseal', 'inbox/a-old.age', '-i', 'key.txt', ...to, '--json']
    expect(linesOf(await sealdrop(words, { cwd: place })).at(-1)).toMatchObject({ resealed: 1 })
    const path = join(place, 'resealed/a-old.age')
    const made = readFileSync(path)
    const again = await sealdrop(words, { cwd: place })
    // It may be of a run for other keys: the status is not that of a success.
    expect([again.code, linesOf(again)[0]?.status]).toEqual([1, 'there'])
    expect(readFileSync(path)).toEqual(made)
    expect(readdirSync(join(place, 'resealed'))).toEqual(['a-old.age'])
  })

  it('of one name get a number each: none is left out', async () => {
    const { place } = await fill()
    const file = await sealed(PDF, { name: 'twin.pdf' })
    for (const folder of ['one', 'two']) {
      mkdirSync(join(place, folder))
      writeFileSync(join(place, folder, 'x.age'), file)
    }
    writeFileSync(join(place, 'one', 'x'), armor.encode(file))
    const words = ['reseal', 'one', 'two', '-i', 'key.txt', ...to]
    expect((await sealdrop(words, { cwd: place })).code).toBe(0)
    const made = readdirSync(join(place, 'resealed')).sort()
    expect(made).toEqual(['x (2).age', 'x (3).age', 'x.age'])
  })

  it('of a name that leaves no room for .age get a shorter one', async () => {
    const { place } = await fill()
    mkdirSync(join(place, 'long'))
    writeFileSync(join(place, 'long', 'n'.repeat(253)), armor.encode(await sealed(PDF)))
    const words = ['reseal', 'long', '-i', 'key.txt', ...to]
    expect((await sealdrop(words, { cwd: place })).code).toBe(0)
    expect(readdirSync(join(place, 'resealed'))).toEqual([expect.stringMatching(/^n+\.age$/)])
  })

  it('carry the record byte for byte, also one that would be longer if it were written anew', async () => {
    const { place, inbox } = await fill()
    const digest = createHash('sha256').update(PDF).digest('hex')
    const claims = `{"v":1,"name":"${'n'.repeat(700)}","type":"","size":${PDF.length},"sha256":"${digest}","lastModified":864e13,"checks":[],"remarks":[],"sealedAt":"2026-01-01T00:00:00Z","by":"x"}`
    const text = claims.replace('"by":"x"', `"by":"${'x'.repeat(1025 - claims.length)}"`)
    expect(text).toHaveLength(1024)
    writeFileSync(join(inbox, 'a-old.age'), await forged(PDF, [{ text }]))
    const words = ['reseal', 'inbox/a-old.age', '-i', 'key.txt', ...to]
    expect((await sealdrop(words, { cwd: place })).code).toBe(0)
    const anew = new Blob([readFileSync(join(place, 'resealed/a-old.age'))])
    const { record } = await open(anew, next)
    expect(record).toEqual(JSON.parse(text))
  })

  it('are not made of a record that a later version wrote, which would be lost', async () => {
    const { place, inbox } = await fill()
    const args = ['sealdrop.dev/record', 'v2']
    writeFileSync(join(inbox, 'a-old.age'), await forged(PDF, [{ text: '{}', args }]))
    const words = ['reseal', 'inbox/a-old.age', '-i', 'key.txt', ...to]
    const done = await sealdrop(words, { cwd: place })
    expect([done.code, done.err]).toEqual([1, expect.stringContaining('unsupported')])
    expect(readdirSync(join(place, 'resealed'))).toEqual([])
  })

  it('are not made of what is damaged, or not what its record says, and nothing half stays', async () => {
    const { place, inbox } = await fill()
    const whole = await sealed(pseudoRandom(300_000, 4))
    writeFileSync(join(inbox, 'a-old.age'), whole.subarray(0, -1))
    const record = { v: 1, name: 'x.pdf', type: '', size: 22, sha256: '0'.repeat(64) }
    const claims = { ...record, checks: [], remarks: [], sealedAt: '2026-01-01T00:00:00Z', by: 'x' }
    writeFileSync(join(inbox, 'b-both.age'), await forged(PDF, [{ text: JSON.stringify(claims) }]))
    const words = [
      'reseal',
      'inbox/a-old.age',
      'inbox/b-both.age',
      '-i',
      'key.txt',
      ...to,
      '--json',
    ]
    const done = await sealdrop(words, { cwd: place })
    expect([done.code, ...linesOf(done).map(({ code }) => code)]).toEqual([
      1,
      'damaged',
      'damaged',
      undefined,
    ])
    expect(readdirSync(join(place, 'resealed'))).toEqual([])
  })

  it('can be for post-quantum keys, and not for both kinds at once', async () => {
    const { place } = await fill()
    const words = ['reseal', 'inbox/a-old.age', '-i', 'key.txt', '--out', 'pq']
    const mixed = await sealdrop([...words, '-r', postQuantum, '-r', foreign], { cwd: place })
    expect([mixed.code, mixed.err]).toEqual([2, expect.stringContaining('beside classic')])
    const done = await sealdrop([...words, '-r', postQuantum], { cwd: place })
    expect(done.code).toBe(0)
    const { out } = await sealdrop(['inspect', 'pq/a-old.age', '--json'], { cwd: place })
    expect(JSON.parse(out)).toMatchObject({ recipients: ['mlkem768x25519'], record: 'yes' })
  })

  it.each([
    ['without a recipient', ['reseal', 'inbox', '-i', 'key.txt', '--out', 'x']],
    ['for a secret key', ['reseal', 'inbox', '-i', 'key.txt', '-r', identity, '--out', 'x']],
    ['without a key', ['reseal', 'inbox', '-r', nextRecipient, '--out', 'x']],
    ['without a folder', ['reseal', 'inbox', '-i', 'key.txt', '-r', nextRecipient]],
    ['beside the old', ['reseal', 'inbox', '-i', 'key.txt', '-r', nextRecipient, '-o', './inbox']],
  ])('are not made %s', async (_, words) => {
    const { place, inbox } = await fill()
    const before = readdirSync(inbox)
    const { code, err } = await sealdrop(words, { cwd: place })
    expect([code, readdirSync(inbox), readdirSync(place).includes('x')]).toEqual([2, before, false])
    expect(err).not.toContain(identity)
  })
})
