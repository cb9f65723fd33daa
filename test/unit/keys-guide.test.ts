import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { generateIdentity, open, recipientOf } from '../../src/open/index.ts'
import { oracle } from '../oracle.ts'
import { CLI, createPlace } from './cli-tools.ts'
import { sealed } from './open-tools.ts'
import { pseudoRandom } from './pseudo-random.ts'

oracle('age')

const page = readFileSync(join(import.meta.dirname, '../../demo/site/pages/guides/keys.md'), 'utf8')
const commands = [...page.matchAll(/^( *)```sh\n(.*?)^\1```$/gms)].map(
  ([, indent = '', text = '']) => text.replaceAll(new RegExp(`^${indent}`, 'gm'), '').trim(),
)
/** The page's block that has these words in it, exactly as it stands there. */
const shown = (words: string): string => {
  const [found, ...others] = commands.filter(text => text.includes(words))
  if (found === undefined || others.length > 0) throw new Error(`Which block has "${words}"?`)
  ran.add(found)
  return found
}
const ran = new Set<string>()

/** Runs a shell on a terminal, types these at the prompts in their order, and tells all that it showed. */
const TERMINAL = `
import json, os, pty, sys
typed, script = json.loads(sys.argv[1])
pid, fd = pty.fork()
if pid == 0:
    os.execvp('bash', ['bash', '-c', script])
shown = b''
seen = 0
while True:
    try:
        piece = os.read(fd, 4096)
    except OSError:
        break
    shown += piece
    if typed and shown[seen:].rstrip(b'\\x1b[0m').endswith(b': '):
        seen = len(shown)
        os.write(fd, (typed.pop(0) + '\\r').encode())
_, status = os.waitpid(pid, 0)
print(json.dumps([os.waitstatus_to_exitcode(status), shown.decode()]))
`

const run = (
  place: string,
  script: string,
  typed: readonly string[] = [],
): { readonly code: number; readonly shown: string } => {
  const { stdout, stderr } = spawnSync(
    '/usr/bin/python3',
    ['-c', TERMINAL, JSON.stringify([typed, script])],
    {
      cwd: place,
      encoding: 'utf8',
      timeout: 60_000,
      env: { ...process.env, PATH: `${join(place, 'bin')}:${process.env.PATH}` },
    },
  )
  if (stderr) throw new Error(stderr)
  const [code, text] = JSON.parse(stdout) as [number, string]
  return { code, shown: text }
}

const DOCUMENT = pseudoRandom(150_000, 7)

interface Place {
  readonly place: string
  identityOf(name: string): string
  opened(path: string, identity: string): ReturnType<typeof open>
}

/** People's keys and public keys, an inbox with a passport, and `npx sealdrop`. */
const prepare = async (people: readonly string[], sealedFor?: string): Promise<Place> => {
  const place = createPlace()
  mkdirSync(join(place, 'bin'))
  writeFileSync(
    join(place, 'bin/npx'),
    `#!/bin/sh\nshift\nexec '${process.execPath}' '${CLI}' "$@"\n`,
    { mode: 0o755 },
  )
  const identities = new Map<string, string>()
  for (const name of people) {
    const identity = await generateIdentity()
    identities.set(name, identity)
    writeFileSync(join(place, `${name}.txt`), `${identity}\n`)
    writeFileSync(join(place, `${name}.pub`), `${await recipientOf(identity)}\n`)
  }
  const identityOf = (name: string): string => identities.get(name) ?? ''
  mkdirSync(join(place, 'inbox'))
  if (sealedFor !== undefined) await fill(place, await recipientOf(identityOf(sealedFor)))
  return {
    place,
    identityOf,
    opened: (path, identity) => open(new Blob([readFileSync(join(place, path))]), identity),
  }
}

const fill = async (place: string, recipient: string): Promise<void> =>
  writeFileSync(
    join(place, 'inbox/passport.age'),
    await sealed(DOCUMENT, { name: 'Pass Ada.pdf' }, [recipient]),
  )

const documentsIn = (place: string): readonly string[] => {
  const folder = join(place, 'documents')
  for (const name of readdirSync(folder))
    expect(readFileSync(join(folder, name))).toEqual(Buffer.from(DOCUMENT))
  return readdirSync(folder)
}

describe('the commands of the page on keys, as they stand there', () => {
  it('rotate: make a key, tell what is still for the old one, seal it anew with its name and hash, and say when the old one can go', async () => {
    const { place, opened } = await prepare(['old'], 'old')
    expect(run(place, shown('keygen -o new.txt')).shown).toMatch(
      /^age1\w+ [\da-f]{4} [\da-f ]+\r?$/m,
    )
    const asked = run(place, shown('inbox -i old.txt -i new.txt'))
    expect(asked).toMatchObject({ code: 0 })
    expect(asked.shown).toContain('old.txt opens 1 of 1, and alone 1.')
    expect(run(place, shown('reseal inbox')).code).toBe(0)
    expect(run(place, shown('recipients resealed')).code).toBe(0)
    const next = readFileSync(join(place, 'new.txt'), 'utf8')
    const { file, intact } = await opened('resealed/passport.age', next)
    expect([file.name, intact, file.size]).toEqual(['Pass Ada.pdf', true, DOCUMENT.length])
  })

  it('re-seal with age: the bytes stay; name, hash, time and remarks do not; and a cut file fails', async () => {
    const { place, opened, identityOf } = await prepare(['old', 'new'], 'old')
    expect(run(place, shown('pipefail')).code).toBe(0)
    const { file, record, intact } = await opened('passport.age', identityOf('new'))
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(DOCUMENT)
    expect([record, intact]).toEqual([undefined, false])
    const asNamed = run(place, 'npx sealdrop open passport.age -i new.txt --out documents')
    expect(asNamed.shown).toContain('no record')
    expect(documentsIn(place)).toEqual(['passport'])

    const cut = readFileSync(join(place, 'inbox/passport.age')).subarray(0, 100_000)
    writeFileSync(join(place, 'inbox/passport.age'), cut)
    expect(run(place, shown('pipefail')).code).not.toBe(0)
    // What the page warns of.
    expect(run(place, shown('pipefail').replace('set -o pipefail\n', '')).code).toBe(0)
    expect((await opened('passport.age', identityOf('new'))).file.size).toBeLessThan(100_000)
  })

  it('two keys: both open together, and neither does alone', async () => {
    const { place } = await prepare(['ada', 'bob'])
    const made = run(place, shown('| age -R bob.pub'))
    const [, recipient = ''] = /Public key: (age1\w+)/.exec(made.shown) ?? []
    await fill(place, recipient)
    expect(run(place, shown('-i bob.txt both.age |')).code).toBe(0)
    expect(documentsIn(place)).toEqual(['Pass Ada.pdf'])
    for (const alone of [
      'age -d -i ada.txt both.age',
      'age -d -i bob.txt both.age | age -d -i bob.txt',
      'age -d -i ada.txt inbox/passport.age',
      'npx sealdrop open inbox -i bob.txt --out other',
    ])
      expect(run(place, `set -o pipefail; ${alone} >/dev/null`).code).not.toBe(0)
  })

  it('a key and a passphrase: both open together, with age, too, and neither does alone', async () => {
    const { place } = await prepare(['ada'])
    const made = run(place, shown('age -p'), ['correct horse', 'correct horse'])
    const [, recipient = ''] = /Public key: (age1\w+)/.exec(made.shown) ?? []
    await fill(place, recipient)
    const both = run(place, shown('locked.age > key.age'), ['correct horse'])
    expect(both.code).toBe(0)
    expect(documentsIn(place)).toEqual(['Pass Ada.pdf'])
    const byAge = 'age -d -i key.age inbox/passport.age | cmp - "documents/Pass Ada.pdf"'
    expect(run(place, byAge, ['correct horse']).code).toBe(0)
    // Each of them alone has a file that the other's secret is missing for.
    expect(run(place, 'age -d -i ada.txt key.age >/dev/null').code).not.toBe(0)
    expect(run(place, 'age -d locked.age >/dev/null', ['correct horse']).code).not.toBe(0)
  })

  it('a second lock: Bob sees a sealed file only, and Ada opens nothing without him', async () => {
    const { place } = await prepare(['ada', 'bob'], 'ada')
    expect(run(place, shown('> twice.age')).code).toBe(0)
    expect(run(place, 'age -d -i ada.txt twice.age >/dev/null').code).not.toBe(0)
    expect(run(place, shown('once.age -i ada.txt')).code).toBe(0)
    expect(readFileSync(join(place, 'once.age'))).toEqual(
      readFileSync(join(place, 'inbox/passport.age')),
    )
    expect(run(place, 'age -d -i bob.txt once.age >/dev/null').code).not.toBe(0)
    expect(documentsIn(place)).toEqual(['Pass Ada.pdf'])
  })

  it('are all that it shows', () => {
    expect(commands.filter(text => !ran.has(text))).toEqual([])
  })
})
