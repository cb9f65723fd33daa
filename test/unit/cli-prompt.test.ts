import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Encrypter } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { CLI, createPlace } from './cli-tools.ts'
import { identity, PDF, sealed } from './open-tools.ts'

/** Runs a program in a terminal of its own, types once something ends with ": ", and tells all that the terminal showed. */
const TERMINAL = `
import json, os, pty, sys
typed, *words = json.loads(sys.argv[1])
pid, fd = pty.fork()
if pid == 0:
    os.execvp(words[0], words)
shown = b''
while True:
    try:
        piece = os.read(fd, 4096)
    except OSError:
        break
    shown += piece
    if typed and shown.endswith(b': '):
        os.write(fd, typed.encode())
        typed = ''
_, status = os.waitpid(pid, 0)
print(json.dumps([os.waitstatus_to_exitcode(status), shown.decode()]))
`

const inTerminal = (
  cwd: string,
  typed: string,
  words: readonly string[],
): readonly [number, string] => {
  const call = JSON.stringify([typed, process.execPath, CLI, ...words])
  const { stdout, stderr } = spawnSync('/usr/bin/python3', ['-c', TERMINAL, call], {
    cwd,
    encoding: 'utf8',
    timeout: 50_000,
  })
  if (stderr) throw new Error(stderr)
  return JSON.parse(stdout)
}

const lockedBy = async (passphrase: string, content: Uint8Array | string): Promise<Uint8Array> => {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(4)
  return encrypter.encrypt(content as string) as Promise<Uint8Array>
}

describe('a passphrase is asked for on the terminal, and what is typed is not shown', () => {
  it('of files', async () => {
    const place = createPlace()
    writeFileSync(join(place, 'a.pdf.age'), await lockedBy('corrëct horse', PDF))
    const [code, shown] = inTerminal(place, 'corrëxy\x7f\x7fct horse\r', [
      'open',
      'a.pdf.age',
      '-p',
    ])
    expect([code, shown]).toEqual([0, expect.stringContaining('opened')])
    expect(shown).not.toMatch(/corr|horse/)
    expect(readFileSync(join(place, 'a.pdf'))).toEqual(Buffer.from(PDF))
  })

  it('of a key file that is itself sealed', async () => {
    const place = createPlace()
    writeFileSync(join(place, 'locked.txt'), await lockedBy('secret', `# mine\n${identity}\n`))
    writeFileSync(join(place, 'a.age'), await sealed(PDF, { name: 'a.pdf' }))
    const [code, shown] = inTerminal(place, 'secret\r', ['open', 'a.age', '-i', 'locked.txt'])
    expect([code, shown]).toEqual([0, expect.stringContaining('Passphrase of locked.txt: ')])
    expect(shown).not.toContain('secret')
    expect(existsSync(join(place, 'a.pdf'))).toBe(true)
    expect(inTerminal(place, 'wrong\r', ['open', 'a.age', '-i', 'locked.txt'])[0]).toBe(2)
  })

  it('and Ctrl-C ends it', async () => {
    const place = createPlace()
    writeFileSync(join(place, 'a.age'), await lockedBy('secret', PDF))
    expect(inTerminal(place, 'se\x03', ['open', 'a.age', '-p'])[0]).toBe(130)
  })
})
