import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

interface Process {
  readonly pid: number
  readonly parent: number
  readonly command: string
}

const all = async (): Promise<readonly Process[]> => {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args='], {
    maxBuffer: 64 * 1024 * 1024,
  })
  return stdout.split('\n').flatMap(line => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return pid && parent ? { pid: Number(pid), parent: Number(parent), command } : []
  })
}

/** A browser's own processes: it, and all that it started. */
export const processesOf = async (pid: number): Promise<readonly Process[]> => {
  const running = await all()
  const own = running.filter(one => one.pid === pid)
  for (const { pid: parent } of own) own.push(...running.filter(one => one.parent === parent))
  return own
}

/** At once, and without a word to them. */
export const kill = (processes: readonly Process[]): void => {
  for (const { pid } of processes)
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
}

/** Resolves when none of them runs any more. */
export const gone = async (pids: readonly number[]): Promise<void> => {
  const isThere = (pid: number): boolean => {
    try {
      process.kill(pid, 0)
      return true
    } catch {
      return false
    }
  }
  while (pids.some(isThere)) await new Promise(resolve => setTimeout(resolve, 20))
}
