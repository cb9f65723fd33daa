import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { procText } from '../process-family.ts'
import type { Listening } from './messages.ts'

export interface Process<Figures> {
  /** Counts from now on. */
  begin(): Promise<void>
  tell(): Promise<Figures>
  /** Resident memory in MiB: now, and the most it ever had. Linux only. */
  memory(): Promise<Record<'now' | 'peak', number>>
  stop(): Promise<void>
}

const answerOf = async (child: ChildProcess): Promise<unknown> => {
  const ended = new AbortController()
  const end = once(child, 'exit', { signal: ended.signal }).then(([code, signal]) => {
    throw new Error(`A process of the measurement ended with ${code ?? signal}.`)
  })
  try {
    const [message] = await Promise.race([once(child, 'message', { signal: ended.signal }), end])
    return message
  } finally {
    ended.abort()
    end.catch(() => {})
  }
}

const MIB_OF_KB = 1 / 1024

const startProcess = async <Figures>(path: string, words: readonly string[]) => {
  // Node gives on the options of this process: a loader of TypeScript, with its source maps.
  const child = fork(path, words, { execArgv: [] })
  const first = await answerOf(child)
  const askFor = (question: object | string): Promise<unknown> => {
    const answer = answerOf(child)
    child.send(question)
    return answer
  }
  const process: Process<Figures> = {
    async begin() {
      await askFor('begin')
    },
    tell: () => askFor('tell') as Promise<Figures>,
    async memory() {
      const status = await procText(child.pid ?? 0, 'status')
      const mib = (name: string): number =>
        Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * MIB_OF_KB
      return { now: mib('VmRSS'), peak: mib('VmHWM') }
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const end = once(child, 'exit')
      child.kill('SIGKILL')
      await end
    },
  }
  return { process, first, askFor }
}

/** A process that listens, by the file that is run. */
export const startServer = async <Figures>(
  path: string,
  ...words: readonly string[]
): Promise<Process<Figures> & Listening> => {
  const { process, first } = await startProcess<Figures>(path, words)
  return { ...process, ...(first as Listening) }
}

export interface Client<Work, Figures> {
  run(work: Work): Promise<Figures>
  stop(): Promise<void>
}

export const startClient = async <Work extends object, Figures>(
  path: string,
  ...words: readonly string[]
): Promise<Client<Work, Figures>> => {
  const { process, askFor } = await startProcess(path, words)
  return { run: work => askFor(work) as Promise<Figures>, stop: process.stop }
}
