import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { SiteSetup } from './site-process.ts'

export interface SiteProcess {
  readonly port: number
  /** Origin. */
  readonly url: string
  /** `SIGTERM`. */
  terminate(): void
  /** The exit code, once it has ended; null where it was killed. */
  readonly ended: Promise<number | null>
  kill(): Promise<void>
}

export const startSite = async (setup: SiteSetup): Promise<SiteProcess> => {
  const child = fork(join(import.meta.dirname, 'site-process.ts'), [JSON.stringify(setup)], {
    execArgv: ['--import', 'tsx'],
  })
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const port = await Promise.race([once(child, 'message').then(([port]) => Number(port)), ended])
  if (child.exitCode !== null || port === null) throw new Error('The site did not start.')
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    terminate: () => void child.kill('SIGTERM'),
    ended,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
