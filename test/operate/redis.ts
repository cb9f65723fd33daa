import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createFolder } from '../engines/driver/downloads.ts'
import { startGroup } from '../engines/driver/group.ts'
import { undoOnFailure } from '../engines/driver/undo.ts'
import { freePort, listens } from './program.ts'

/** A Redis of the test's own, which writes down each command before it answers. */
export interface TestRedis {
  readonly port: number
  /** `kill -9`. */
  kill(): Promise<void>
  /** Again, after `kill`, with what it wrote down. */
  start(): Promise<void>
  close(): Promise<void>
}

/** `program`: as `oracle` names it. */
export const startRedis = (program: string): Promise<TestRedis> =>
  undoOnFailure(async (later, close) => {
    const folder = await createFolder('redis', later)
    const port = await freePort()
    const pidFile = join(folder, 'pid')
    const words = [
      ...['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--pidfile', pidFile],
      ...['--logfile', join(folder, 'log'), '--save', ''],
      ...['--appendonly', 'yes', '--appendfsync', 'always'],
    ]
    let stop = async (): Promise<void> => {}
    later(() => stop())
    const start = async (): Promise<void> => {
      const group = startGroup(program, words)
      stop = group.stop
      while (!(await listens(port)))
        if (group.process.exitCode !== null)
          throw new Error(`Redis ended with ${group.process.exitCode}.`)
    }
    await start()
    return {
      port,
      start,
      async kill() {
        process.kill(Number(await readFile(pidFile, 'utf8')), 'SIGKILL')
        while (await listens(port));
        await stop()
      },
      close,
    }
  })
