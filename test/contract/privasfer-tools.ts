import type { Json, Parcel, SealSpec, SendJob } from '../../src/core/contracts.ts'
import { createDigestCache } from '../../src/digest/digest.ts'
import {
  type PrivasferOptions,
  type PrivasferTransport,
  privasfer,
} from '../../src/providers/privasfer/transport.ts'
import { sealFile } from '../../src/seal/seal.ts'
import { callJob } from '../../src/session/resolved-options.ts'
import { createSession, type Session, type SessionOptions } from '../../src/session/session.ts'
import { createThread } from '../../src/thread/client.ts'
import { startSandbox } from '../contract-tools.ts'
import { bytesOf } from './transport.ts'

export type Sandbox = Awaited<ReturnType<typeof startSandbox<'privasfer'>>>

/** A sandbox and everything that asks it. What it opened it closes. */
export interface Desk {
  readonly sandbox: Sandbox
  /** With the sandbox's token. */
  transport(options?: Partial<PrivasferOptions>): PrivasferTransport
  session(options?: Partial<SessionOptions>, transport?: Partial<PrivasferOptions>): Session
  parcel(size: number, fileName?: 'opaque' | 'original'): Promise<Parcel>
  /** Of a session with this transport. */
  job(
    how?: Partial<SendJob>,
    of?: PrivasferTransport,
  ): SendJob & { readonly kept: () => Json | undefined }
  /** Requests of this kind that came. */
  count(kind: string): Promise<number>
  /** Closes sessions and forgets what came. */
  clean(): Promise<void>
  close(): Promise<void>
}

export const openDesk = async (): Promise<Desk> => {
  const sandbox = await startSandbox('privasfer')
  const thread = createThread()
  const sessions: Session[] = []
  const authorize = (): HeadersInit => ({ Authorization: `Bearer ${sandbox.token}` })
  const seal: SealSpec = { scheme: 'age', recipients: [sandbox.recipient] }
  const transport: Desk['transport'] = (options = {}) =>
    privasfer({ endpoint: sandbox.endpoint, authorize, ...options })
  const clean = async (): Promise<void> => {
    for (const session of sessions.splice(0)) session.close()
    await sandbox.reset()
  }
  return {
    sandbox,
    transport,
    session(options = {}, given = {}) {
      const retryPolicy = { delayMs: 1, maxDelayMs: 2 }
      const session = createSession({ transport: transport(given), seal, retryPolicy, ...options })
      sessions.push(session)
      return session
    },
    async parcel(size, fileName = 'opaque') {
      const blob = new Blob([bytesOf(size)])
      const plain = { blob, name: 'Erika "E" Müller.pdf', type: 'application/pdf', remarks: [] }
      const job = { signal: new AbortController().signal, progress: () => {} }
      return (await sealFile(thread, crypto.randomUUID(), plain, seal, fileName, job)).parcel
    },
    job(how = {}, of = transport()) {
      let kept: Json | undefined
      const { signal } = new AbortController()
      const calls = { transport: of, digests: createDigestCache(thread) }
      return {
        ...callJob(calls, 1, how.signal ?? signal),
        uncertain: false,
        keep: async point => {
          kept = point
        },
        ...how,
        kept: () => kept,
      }
    },
    count: async kind => (await sandbox.requests()).filter(one => one.kind === kind).length,
    clean,
    async close() {
      await clean()
      thread.close()
      await sandbox.close()
    },
  }
}
