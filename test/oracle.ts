import { spawnSync } from 'node:child_process'
import { installPackages, type Judge, judges } from './install.ts'

const runs = (program: Judge): boolean => spawnSync(program, ['version']).error === undefined

/** The path-less name of a foreign program that judges our output. Throws with what to do where it is missing. */
export const oracle = (program: Judge): string => {
  if (runs(program)) return program
  throw new Error(
    `The tests need "${program}" on the path. On Debian: apt-get install ${judges[program]}`,
  )
}

/** The programs that a test file calls, read from its text. */
export const oraclesIn = (text: string): readonly Judge[] =>
  (Object.keys(judges) as Judge[]).filter(program => text.includes(`oracle('${program}')`))

/** Installs those that are missing, if it may: see `installPackages`. */
export const installOracles = (programs: readonly Judge[]): void =>
  installPackages([
    ...new Set(programs.filter(program => !runs(program)).map(program => judges[program])),
  ])
