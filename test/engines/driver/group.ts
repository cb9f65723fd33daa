import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

export interface Group {
  readonly process: ChildProcess
  /** Ends the program and all it started. */
  stop(): Promise<void>
}

/** The shell's input ends when `stop` is called, and also when this process dies, in whatever way. */
const GUARD = '"$@" & read -r _; kill -TERM $!; wait $!; kill -KILL 0'

/** Whatever becomes of us, this group of processes ends then. Returns how to end it now. */
export const endWithUs = (processGroup: number): (() => Promise<void>) => {
  const words = ['-c', 'read -r _; kill -KILL "-$1"', 'sh', String(processGroup)]
  const shell = spawn('sh', words, { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  const exit = once(shell, 'exit')
  return async () => {
    shell.stdin.end()
    await exit
  }
}

/** A program with its process group, which does not outlive us. Its fourth stream is a pipe. */
export const startGroup = (
  program: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Group => {
  const shell = spawn('sh', ['-c', GUARD, 'sh', program, ...words], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  })
  const exit = once(shell, 'exit')
  return {
    process: shell,
    async stop() {
      shell.stdin?.end()
      await exit
    },
  }
}
