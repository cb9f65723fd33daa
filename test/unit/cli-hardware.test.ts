import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Encrypter } from 'age-encryption'
import { build } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import { toBech32 } from '../age/bech32.ts'
import { CARD, createCard } from '../age/card.ts'
import { oracle } from '../oracle.ts'
import { createPlace, sealdrop } from './cli-tools.ts'
import { PDF, recipient, sealed } from './open-tools.ts'

const ageProgram = oracle('age')
const bin = createPlace()
const env = { PATH: `${bin}${delimiter}${process.env.PATH}` }

beforeAll(async () => {
  const program = join(bin, 'age-plugin-tagtest')
  await build({
    entryPoints: [join(import.meta.dirname, '../age/card-plugin.ts')],
    outfile: `${program}.mjs`,
    bundle: true,
    platform: 'node',
    format: 'esm',
  })
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${program}.mjs" "$@"\n`)
  chmodSync(program, 0o755)
})

/** A folder with the plugin's key file and this sealed file. */
const placeWith = (bytes: Uint8Array): string => {
  const place = createPlace()
  writeFileSync(join(place, 'a.age'), bytes)
  const key = toBech32('age-plugin-tagtest-', new Uint8Array(5)).toUpperCase()
  writeFileSync(join(place, 'card.txt'), `# on a card\n${key}\n`)
  mkdirSync(join(place, 'out'))
  return place
}

const byAge = async (recipients: readonly string[]): Promise<Uint8Array> => {
  const encrypter = new Encrypter()
  for (const one of recipients) encrypter.addRecipient(one)
  return encrypter.encrypt(PDF)
}

describe.each([
  ['alone', [CARD.classic], ['p256tag']],
  ['beside a classic one', [recipient, CARD.classic], ['X25519', 'p256tag']],
  ['post-quantum', [CARD.hybrid], ['mlkem768p256tag']],
] as const)('a file for a key in hardware, %s,', (_, recipients, kinds) => {
  it('is opened with name and hash restored through the plugin, and by the age command', async () => {
    const place = placeWith(await sealed(PDF, { name: 'passport.pdf' }, recipients))
    const { code, out, err } = await sealdrop(['open', 'a.age', '-i', 'card.txt'], {
      cwd: place,
      env,
    })
    expect([code, err]).toEqual([0, expect.stringContaining('Touch the card')])
    expect(out).toContain('intact')
    expect(readFileSync(join(place, 'passport.pdf'))).toEqual(Buffer.from(PDF))
    const age = spawnSync(ageProgram, ['-d', '-i', 'card.txt', 'a.age'], {
      cwd: place,
      env: { ...process.env, ...env },
    })
    expect([age.status, age.stdout]).toEqual([0, Buffer.from(PDF)])
  })

  it('is opened as well where age’s own library sealed it', async () => {
    const place = placeWith(await byAge(recipients))
    const { code } = await sealdrop(['open', 'a.age', '-i', 'card.txt', '--out', 'out'], {
      cwd: place,
      env,
    })
    expect(code).toBe(0)
    expect(readFileSync(join(place, 'out', 'a'))).toEqual(Buffer.from(PDF))
  })

  it('is told by its kinds before it is opened', async () => {
    const place = placeWith(await sealed(PDF, {}, recipients))
    const { out } = await sealdrop(['inspect', '--json', 'a.age'], { cwd: place })
    expect(JSON.parse(out)).toMatchObject({ sealed: 'age', recipients: kinds, record: 'yes' })
  })
})

describe('without the key in hardware', () => {
  it.each([
    ['alone', [CARD.classic], /It is for a key in hardware.*npx sealdrop open FILE -i KEYFILE/],
    ['post-quantum', [CARD.hybrid], /It is for a key in hardware/],
    ['beside another', [CARD.classic, createCard('b').classic], /It is for a key in hardware/],
  ] as const)(
    'it is said what opens the file, and nothing comes out: %s',
    async (_, recipients, words) => {
      const place = placeWith(await sealed(PDF, { name: 'passport.pdf' }, recipients))
      const { code, err } = await sealdrop(['open', 'a.age', '-i', 'key.txt'], { cwd: place, env })
      expect([code, err]).toEqual([1, expect.stringMatching(words)])
      expect(existsSync(join(place, 'passport.pdf'))).toBe(false)
    },
  )

  it('another card opens nothing', async () => {
    const place = placeWith(await sealed(PDF, {}, [createCard('b').classic]))
    const { code, err } = await sealdrop(['open', 'a.age', '-i', 'card.txt'], { cwd: place, env })
    expect([code, err]).toEqual([1, expect.stringContaining('no-identity')])
    expect(err).not.toContain('Touch')
  })

  it('a tag that was changed leads to nobody, and a body that was changed opens nothing', async () => {
    const text = Buffer.from(await sealed(PDF, {}, [CARD.classic])).toString('latin1')
    const [, tag = '', body = ''] = /-> p256tag (\S+) \S+\n(\S+)\n/.exec(text) ?? []
    for (const [was, is] of [
      [tag, tag === 'AAAAAA' ? 'AAAAAQ' : 'AAAAAA'],
      [body, `${body.startsWith('A') ? 'B' : 'A'}${body.slice(1)}`],
    ] as const) {
      const place = placeWith(Buffer.from(text.replace(was, is), 'latin1'))
      const { code, out } = await sealdrop(['open', 'a.age', '-i', 'card.txt'], { cwd: place, env })
      expect([code, out.includes('intact')]).toEqual([1, false])
    }
  })
})
