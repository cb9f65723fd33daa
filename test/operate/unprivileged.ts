import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { endWithUs } from '../engines/driver/group.ts'
import { isRoot } from '../install.ts'

export interface Unprivileged {
  /** Its process. */
  readonly pid: number
  /** Sends it a signal, and gives its exit code; null where a signal ended it. */
  stop(signal: NodeJS.Signals): Promise<number | null>
}

/** Debian's `nobody`, who owns nothing. */
const NOBODY = 65_534

/** A program as a user with no rights, with these variables and no others. Who is not root runs it as themselves. */
export const startUnprivileged = (
  [program = '', ...words]: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>>,
  later: (undo: () => Promise<unknown>) => void,
): Unprivileged => {
  const child = spawn(program, words, {
    cwd: folder,
    env,
    detached: true,
    stdio: 'ignore',
    ...(isRoot && { uid: NOBODY, gid: NOBODY }),
  })
  const exit = once(child, 'exit')
  if (child.pid === undefined) throw new Error(`${program} did not start.`)
  later(endWithUs(child.pid))
  return {
    pid: child.pid,
    async stop(signal) {
      child.kill(signal)
      const [code] = await exit
      return code
    },
  }
}
