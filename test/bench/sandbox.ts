import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export type Provider = 'didww' | 'http'

/** What a page needs to know to deliver. */
export interface Server {
  readonly endpoint: string
  /** Those that let it in. */
  readonly headers: Readonly<Record<string, string>>
  /** Whom to seal for, where the server does not say it itself. */
  readonly recipients: readonly string[]
}

export type Question = 'opened' | 'forget'

export interface Sandbox {
  readonly server: Server
  /** SHA-256 of what it received, each opened with its private key; words where one does not open. */
  opened(): Promise<readonly string[]>
  /** It stores what it gets, until told to forget. */
  forget(): Promise<void>
  close(): void
}

/** One provider's sandbox in a process of its own. */
export const startSandbox = async (provider: Provider): Promise<Sandbox> => {
  const child = fork(join(import.meta.dirname, 'sandbox-process.ts'), [provider], {
    execArgv: ['--import', 'tsx'],
  })
  const [server] = (await once(child, 'message')) as [Server]
  const ask = async (question: Question): Promise<unknown> => {
    child.send(question)
    const [answer] = await once(child, 'message')
    return answer
  }
  return {
    server,
    opened: async () => (await ask('opened')) as readonly string[],
    forget: async () => void (await ask('forget')),
    close: () => child.disconnect(),
  }
}
