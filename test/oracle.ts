import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The path-less name of a foreign program that judges our output, such as `openssl`. Installs it where this is a Debian
 * machine and we are root; throws with what to do otherwise.
 */
export const oracle = (program: string, debianPackage: string = program): string => {
  const runs = (): boolean => spawnSync(program, ['version']).error === undefined
  if (!runs() && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    const options = { stdio: ['ignore', 2, 2] as ('ignore' | number)[], timeout: 300_000 }
    // Test files run side by side, and two apt-gets at once both fail.
    const alone = [join(tmpdir(), 'sealdrop-apt.lock'), 'apt-get']
    spawnSync('flock', [...alone, 'update'], options)
    spawnSync(
      'flock',
      [...alone, 'install', '-y', '--no-install-recommends', debianPackage],
      options,
    )
  }
  if (!runs()) throw new Error(`The tests need "${program}" on the path. Install it.`)
  return program
}
