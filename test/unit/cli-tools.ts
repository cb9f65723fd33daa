import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { afterAll } from 'vitest'
import { identity } from './open-tools.ts'

/** The command as it is published. */
export const CLI: string = join(import.meta.dirname, '../../dist/cli.js')
if (!existsSync(CLI)) throw new Error('There is no dist: npm run build comes first.')

export interface Ended {
  /** The exit status; null where a signal ended it. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
}

export interface Call {
  readonly cwd: string
  readonly input?: string | Uint8Array
  readonly env?: NodeJS.ProcessEnv
}

export interface Running {
  readonly pid: number
  kill(signal: NodeJS.Signals): void
  /** Resolves with what it said so far, once that matches. */
  said(pattern: RegExp): Promise<string>
  readonly ended: Promise<Ended>
}

/** `sealdrop` with these words, as a process of its own that has no terminal. */
export const start = (words: readonly string[], { cwd, input, env = {} }: Call): Running => {
  const child = spawn(process.execPath, [CLI, ...words], {
    cwd,
    env: { ...process.env, ...env },
    detached: true, // no terminal to ask on
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const said = { out: '', err: '' }
  const collect = (stream: Readable, where: keyof typeof said): void => {
    stream.setEncoding('utf8').on('data', (piece: string) => {
      said[where] += piece
    })
  }
  collect(child.stdout, 'out')
  collect(child.stderr, 'err')
  const ended = once(child, 'close').then(([code, signal]): Ended => ({ ...said, code, signal }))
  return {
    pid: child.pid ?? 0,
    kill: signal => void child.kill(signal),
    async said(pattern) {
      for (;;) {
        const all = said.out + said.err
        if (pattern.test(all)) return all
        if (child.exitCode !== null) throw new Error(`It ended, and said: ${all}`)
        const more = [child.stdout, child.stderr].map(stream => once(stream, 'data'))
        await Promise.race([...more, ended])
      }
    },
    ended,
  }
}

export const sealdrop = (words: readonly string[], call: Call): Promise<Ended> =>
  start(words, call).ended

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A folder that goes when the test ends, with the identity of these tests in `key.txt`. */
export const createPlace = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'sealdrop-cli-'))
  folders.push(folder)
  writeFileSync(join(folder, 'key.txt'), `# created: now\r\n${identity}\r\n`, { mode: 0o600 })
  return folder
}
