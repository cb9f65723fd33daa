import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { RelayOptions } from '../../src/relay/index.ts'
import type { ClientName } from './redis-clients.ts'

/** What such a process is told. */
export interface RelayOnRedis {
  readonly endpoint: string
  readonly redisPort: number
  readonly client: ClientName
  readonly options?: Pick<RelayOptions, 'storeDown' | 'perMinute' | 'upstreamTimeoutMs'>
}

export interface Said {
  readonly status: number
  readonly retryAfter: string | null
  readonly ticket: string | null
  readonly json: Readonly<Record<string, unknown>>
}

/** One process of a site. */
export interface SiteProcess {
  /** Sends a file of this name. */
  send(name: string, visitor?: string): Promise<Said>
  claim(ticket: string, by: string): Promise<string>
  stop(): Promise<void>
}

/** A program of the tests in a process of its own, which tells its port. */
export const forkServer = async (
  program: string,
  told: unknown,
): Promise<{ readonly url: string; readonly child: ChildProcess }> => {
  const child = fork(join(import.meta.dirname, program), [JSON.stringify(told)], {
    execArgv: ['--import', 'tsx'],
  })
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${program} ended with ${code}.`)
  })
  ended.catch(() => {})
  const [port] = await Promise.race([once(child, 'message'), ended])
  return { url: `http://127.0.0.1:${port}`, child }
}

export const endOf = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill(signal)
  await exit
}

export const startSiteProcess = async (told: RelayOnRedis): Promise<SiteProcess> => {
  const { url, child } = await forkServer('relay-on-redis.ts', told)
  return {
    async send(name, visitor = 'ada') {
      const form = new FormData()
      form.set('file', new Blob(['sealed bytes']), name)
      const answer = await fetch(`${url}/relay/http`, {
        method: 'POST',
        headers: { 'X-Visitor': visitor, Origin: url },
        body: form,
      })
      return {
        status: answer.status,
        retryAfter: answer.headers.get('retry-after'),
        ticket: answer.headers.get('sealdrop-ticket'),
        json: (await answer.json()) as Said['json'],
      }
    },
    claim: async (ticket, by) =>
      (await fetch(`${url}/claim?${new URLSearchParams({ ticket, by })}`)).text(),
    stop: () => endOf(child, 'SIGKILL'),
  }
}
