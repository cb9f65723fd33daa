import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/**
 * The path-less name of a foreign program that judges our output, such as `openssl`. Installs it where this is a Debian
 * machine and we are root; throws with what to do otherwise.
 */
export const oracle = (program: string, debianPackage: string = program): string => {
  const runs = (): boolean => spawnSync(program, ['version']).error === undefined
  if (!runs() && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    const options = { stdio: ['ignore', 2, 2] as ('ignore' | number)[], timeout: 300_000 }
    spawnSync('apt-get', ['update'], options)
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', debianPackage], options)
  }
  if (!runs()) throw new Error(`The tests need "${program}" on the path. Install it.`)
  return program
}
