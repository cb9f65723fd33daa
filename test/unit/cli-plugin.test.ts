import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stanzasIn, stanzaText } from '../../src/cli/plugin-lines.ts'
import { toBech32 } from '../age/bech32.ts'
import { oracle } from '../oracle.ts'
import { createPlace, type Ended, sealdrop } from './cli-tools.ts'
import { identity, PDF, sealed } from './open-tools.ts'

const ageProgram = oracle('age')

/** A plugin that holds the key of these tests: it opens X25519 stanzas by age's own library, and says what it is told to before. */
const pluginText = (before: string): string => `#!/usr/bin/env node
import { createInterface } from 'node:readline'
import { Decrypter } from ${JSON.stringify(import.meta.resolve('age-encryption'))}
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const next = async () => (await lines.next()).value
const read = async () => {
  const args = (await next()).slice(3).split(' ')
  let body = ''
  for (;;) {
    const line = await next()
    body += line
    if (line.length < 64) return { args, body: Buffer.from(body, 'base64') }
  }
}
const say = (args, body = Buffer.alloc(0)) => {
  const text = Buffer.from(body).toString('base64').replace(/=+$/, '')
  const rows = text.match(/.{1,64}/g) ?? []
  if (text.length % 64 === 0) rows.push('')
  process.stdout.write('-> ' + args.join(' ') + '\\n' + rows.join('\\n') + '\\n')
}
const ask = async (args, body) => (say(args, body), read())
if (process.argv[2] !== '--age-plugin=identity-v1') process.exit(2)
const stanzas = []
for (;;) {
  const { args, body } = await read()
  if (args[0] === 'done') break
  if (args[0] === 'recipient-stanza') stanzas.push({ args: args.slice(2), body })
}
${before}
const decrypter = new Decrypter()
decrypter.addIdentity(${JSON.stringify(identity)})
const fileKey = await decrypter.identities[0].unwrapFileKey(stanzas)
if (fileKey) await ask(['file-key', '0'], fileKey)
say(['done'])
`

const NAME = 'x.test_1-a'
const keyOf = (name: string): string =>
  toBech32(`age-plugin-${name}-`, new Uint8Array(5)).toUpperCase()

const withPlugin = async (
  before: string,
  name = NAME,
): Promise<Ended & { readonly place: string; readonly env: NodeJS.ProcessEnv }> => {
  const place = createPlace()
  const bin = join(place, 'bin')
  mkdirSync(bin)
  const program = join(bin, `age-plugin-${NAME}`)
  writeFileSync(`${program}.mjs`, pluginText(before))
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${program}.mjs" "$@"\n`)
  chmodSync(program, 0o755)
  writeFileSync(join(place, 'card.txt'), `# on a card\n${keyOf(name)}\n`)
  writeFileSync(join(place, 'a.age'), await sealed(PDF, { name: 'passport.pdf' }))
  const env = { PATH: `${bin}${delimiter}${process.env.PATH}` }
  const ended = await sealdrop(['open', 'a.age', '-i', 'card.txt'], { cwd: place, env })
  return { ...ended, place, env }
}

describe('a key that a plugin holds', () => {
  it('opens with name and hash restored, as it opens for the age command', async () => {
    const { code, out, err, place, env } = await withPlugin(
      `if ((await ask(['grease-x', 'y'], Buffer.alloc(48))).args[0] !== 'unsupported') process.exit(3)
       if ((await ask(['msg'], 'Touch\\u202e the card')).args[0] !== 'ok') process.exit(4)`,
    )
    expect([code, err]).toEqual([
      0,
      expect.stringContaining(`age-plugin-${NAME}: Touch⟨U+202E⟩ the card`),
    ])
    expect(out).toContain('intact')
    expect(readFileSync(join(place, 'passport.pdf'))).toEqual(Buffer.from(PDF))
    const age = execFileSync(ageProgram, ['-d', '-i', 'card.txt', 'a.age'], {
      cwd: place,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    expect(age).toEqual(Buffer.from(PDF))
  })

  it.each([
    [
      'says that it cannot',
      `await ask(['error', 'identity', '0'], 'no card is there'); say(['done']); process.exit()`,
      /no card is there/,
    ],
    [
      'asks for a PIN where there is no terminal',
      `await ask(['request-secret'], 'PIN:')`,
      /no terminal/,
    ],
    ['dies', `process.exit(1)`, /not for any/],
    ['speaks something else', `process.stdout.write('hello\\n'); await next()`, /does not speak/],
    [
      'never ends a line',
      `process.stdout.write('-> msg\\n' + 'A'.repeat(3e6)); await next()`,
      /does not speak/,
    ],
    [
      'gives a key of another length',
      `await ask(['file-key', '0'], Buffer.alloc(3)); say(['done']); process.exit()`,
      /damaged/,
    ],
    [
      'gives another key',
      `await ask(['file-key', '0'], Buffer.alloc(16)); say(['done']); process.exit()`,
      /damaged/,
    ],
  ])('opens nothing where it %s', async (_, before, said) => {
    const { code, err, place } = await withPlugin(before)
    expect([1, 2]).toContain(code)
    expect(err).toMatch(said)
    expect(existsSync(join(place, 'passport.pdf'))).toBe(false)
  })

  it('is said to be missing where it is, and no name leads to another program', async () => {
    const missing = await withPlugin('', 'missing')
    expect([missing.code, missing.err]).toEqual([
      1,
      expect.stringContaining('age-plugin-missing: the program is not on the path'),
    ])
    for (const name of ['../x', 'x;id', 'x y', '$x']) {
      const { code, err } = await withPlugin('', name)
      expect([code, err]).toEqual([2, expect.stringContaining('no identity is in it')])
    }
  })
})

it('stanzas of any length are read as they were written', async () => {
  for (const length of [0, 1, 47, 48, 49, 96, 1000]) {
    const body = new Uint8Array(length).fill(7)
    const pieces = async function* () {
      yield* stanzaText(['a', 'b'], body) + stanzaText(['c'])
    }
    const read = []
    for await (const stanza of stanzasIn(pieces())) read.push(stanza)
    expect(read).toEqual([
      { args: ['a', 'b'], body },
      { args: ['c'], body: new Uint8Array(0) },
    ])
  }
})
