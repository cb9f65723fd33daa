import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** Where a page is, and, on another origin, where it sends. */
export interface Addresses {
  readonly page: string
  readonly http: string
  readonly tus: string
  /** `age1…` */
  readonly recipient: string
}

/** In a process of its own: a gigabyte that arrives must not keep the one that measures from doing so. */
export const startServer = async (): Promise<Addresses & { close(): void }> => {
  const child = fork(join(import.meta.dirname, 'server-process.ts'), {
    execArgv: ['--import', 'tsx'],
  })
  const [addresses] = (await once(child, 'message')) as [Addresses]
  return { ...addresses, close: () => child.disconnect() }
}
