import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, lstatSync, openSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createSigner } from '../../src/core/relay/sign.ts'
import { VERSION } from '../../src/core/version.ts'
import { recipientFingerprint } from '../../src/open/index.ts'
import { issueTicket } from '../../src/relay/ticket.ts'
import { oracle } from '../oracle.ts'
import { CLI, createPlace, sealdrop } from './cli-tools.ts'
import { identity, PDF, recipient, sealed, sha256, stranger } from './open-tools.ts'

const ageProgram = oracle('age')

describe('keygen', () => {
  it.each([
    ['classic', [], 'AGE-SECRET-KEY-1'],
    ['post-quantum', ['--pq'], 'AGE-SECRET-KEY-PQ-1'],
  ])('makes a %s key file for its owner alone, once', async (_, words, start) => {
    const place = createPlace()
    const made = await sealdrop(['keygen', '-o', 'new.txt', ...words], { cwd: place })
    expect([made.code, made.out]).toEqual([0, ''])
    const text = readFileSync(join(place, 'new.txt'), 'utf8')
    expect(text).toContain(`\n${start}`)
    expect(lstatSync(join(place, 'new.txt')).mode & 0o777).toBe(0o600)
    const [, told = ''] = /^Public key: (age1\S+)$/m.exec(made.err) ?? []
    expect((await sealdrop(['recipient', 'new.txt'], { cwd: place })).out).toBe(`${told}\n`)
    for (const name of ['new.txt', 'link.txt']) {
      if (name === 'link.txt') symlinkSync('elsewhere.txt', join(place, name))
      expect(await sealdrop(['keygen', '-o', name], { cwd: place })).toMatchObject({
        code: 2,
        err: expect.stringContaining('nothing is overwritten'),
      })
    }
    expect(readFileSync(join(place, 'new.txt'), 'utf8')).toBe(text)
  })

  it('says so by its status where nobody could take what it wrote', () => {
    const full = openSync('/dev/full', 'w')
    const stdio = ['ignore', full, 'ignore'] as const
    const { status } = spawnSync(process.execPath, [CLI, 'keygen'], {
      cwd: createPlace(),
      stdio: [...stdio],
    })
    closeSync(full)
    expect(status).toBe(141)
  })

  it('writes what the age command opens with', async () => {
    const place = createPlace()
    const { out } = await sealdrop(['keygen'], { cwd: place })
    writeFileSync(join(place, 'new.txt'), out)
    const { out: to } = await sealdrop(['recipient', '-'], { cwd: place, input: out })
    const closed = execFileSync(ageProgram, ['-r', to.trim()], { input: 'hello' })
    expect(
      String(execFileSync(ageProgram, ['-d', '-i', join(place, 'new.txt')], { input: closed })),
    ).toBe('hello')
  })
})

describe('recipient', () => {
  it('tells each key of a file, and what is none', async () => {
    const place = createPlace()
    writeFileSync(join(place, 'both.txt'), `${identity}\r\n# x\r\n${stranger}\r\nhello\r\n`)
    const { code, out, err } = await sealdrop(['recipient', 'both.txt', '--fingerprint'], {
      cwd: place,
    })
    expect([code, out.split('\n')[0]]).toEqual([
      0,
      `${recipient} ${await recipientFingerprint(recipient)}`,
    ])
    expect(out.trim().split('\n')).toHaveLength(2)
    expect(err).toContain('not an identity')
    writeFileSync(join(place, 'none.txt'), `-----BEGIN OPENSSH ${'PRIVATE KEY'}-----`)
    expect(await sealdrop(['recipient', 'none.txt'], { cwd: place })).toMatchObject({
      code: 1,
      err: expect.stringContaining('SSH key'),
    })
  })
})

describe('inspect', () => {
  it('tells of a sealed file what is seen without a key, and with one what is inside, and writes nothing', async () => {
    const place = createPlace()
    writeFileSync(join(place, 'a.age'), await sealed(PDF, { name: 'a\u202e.pdf' }))
    writeFileSync(join(place, 'plain.pdf'), PDF)
    const outside = await sealdrop(['inspect', '--json', 'a.age', 'plain.pdf'], { cwd: place })
    expect(
      outside.out
        .trim()
        .split('\n')
        .map(line => JSON.parse(line)),
    ).toEqual([
      { file: 'a.age', sealed: 'age', recipients: ['X25519'], record: 'yes' },
      expect.objectContaining({ sealed: 'no', format: 'PDF', sha256: await sha256(PDF) }),
    ])
    const inside = await sealdrop(['inspect', 'a.age', '-i', 'key.txt'], { cwd: place })
    expect(inside.out).toContain(await sha256(PDF))
    expect(inside.out).toMatch(/intact +yes/)
    expect(inside.out).not.toContain('\u202e')
    writeFileSync(join(place, 'b.age'), 'age-encryption.org/v1\nrubbish')
    expect(await sealdrop(['inspect', 'b.age', 'nothing'], { cwd: place })).toMatchObject({
      code: 1,
      out: expect.stringMatching(/damaged[\s\S]*unreadable/),
    })
  })
})

describe('ticket', () => {
  it('passes what the relay signed, and nothing else', async () => {
    const place = createPlace()
    const key = 'a key of more than 16 bytes'
    writeFileSync(join(place, 'tickets.txt'), `another key of 16 bytes or more\n${key}\n`)
    const stated = {
      provider: 'tus',
      reference: '/files/1',
      client: 'ada',
      expires: Date.now() + 60_000,
    }
    const issued = await issueTicket(stated, createSigner(key))
    const words = ['ticket', '--key-file', 'tickets.txt']
    const passed = await sealdrop([...words, '--client', 'ada'], {
      cwd: place,
      input: `${issued}\n`,
    })
    expect([passed.code, JSON.parse(passed.out)]).toEqual([
      0,
      { ...stated, expires: new Date(stated.expires).toISOString() },
    ])
    for (const more of [
      ['--client', 'eve', issued],
      ['--provider', 'http', issued],
      [`${issued.slice(0, -2)}xx`],
      ['x'],
    ])
      expect(await sealdrop([...words, ...more], { cwd: place })).toMatchObject({
        code: 1,
        out: '',
      })
    writeFileSync(join(place, 'tickets.txt'), 'short')
    expect((await sealdrop([...words, issued], { cwd: place })).code).toBe(2)
    // The key itself, where its file was asked for.
    const mistaken = await sealdrop(['ticket', '--key-file', key, issued], { cwd: place })
    expect(mistaken.code).toBe(2)
    expect(mistaken.err).not.toContain(key)
  })
})

it('says its version and how it is called', async () => {
  const place = createPlace()
  expect((await sealdrop(['--version'], { cwd: place })).out).toBe(`${VERSION}\n`)
  for (const command of ['keygen', 'recipient', 'open', 'inspect', 'ticket'])
    expect(await sealdrop([command, '--help'], { cwd: place })).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        new RegExp(`^NAME\\n {2}sealdrop ${command} [\\s\\S]+EXIT STATUS`),
      ),
    })
  expect((await sealdrop(['--help'], { cwd: place })).out).toContain('SYNOPSIS')
  expect((await sealdrop([], { cwd: place })).code).toBe(2)
})
