import {
  type CryptshareOptions,
  type CryptshareTransport,
  cryptshare,
} from '../../src/providers/cryptshare/transport.ts'
import type { CryptshareSwitches } from '../../src/sandbox/cryptshare/switches.ts'
import { age } from '../../src/seal/choice.ts'
import type { SessionOptions } from '../../src/session/session.ts'
import { startSandbox } from '../contract-tools.ts'
import { openStage, type Stage, sha256 } from './session-tools.ts'

export type Cryptshare = Awaited<ReturnType<typeof startSandbox<'cryptshare'>>>
export type Switches = Partial<CryptshareSwitches>

/** A busy machine takes its time. */
export const SOON = { timeout: 10_000 }

/** A Cryptshare server, and all that a test opens on it. */
export interface Office {
  readonly sandbox: Cryptshare
  transport(options?: Partial<CryptshareOptions>): CryptshareTransport
  /** A session, sealed for the sandbox's key. */
  open(
    options?: Partial<SessionOptions>,
    transport?: Partial<CryptshareOptions> | CryptshareTransport,
  ): Stage
  /** How many requests of this kind came (preflights are none). */
  count(kind: string): Promise<number>
  /** That the recipient's key opens this reference to exactly this file. */
  isOpened(reference: string | undefined, file: Blob): Promise<boolean>
  /** Closes sessions and forgets what the server has. */
  clean(): Promise<void>
  close(): Promise<void>
}

export const openOffice = async (): Promise<Office> => {
  const sandbox = await startSandbox('cryptshare')
  const { endpoint, user, clientId, recipients, recipient } = sandbox
  const stages: Stage[] = []
  const transport: Office['transport'] = (options = {}) =>
    cryptshare({
      endpoint,
      user,
      clientId,
      recipients,
      pollTransfer: { everyMs: 5 },
      ...options,
    })
  return {
    sandbox,
    transport,
    open(options = {}, made = {}) {
      const stage = openStage(
        { endpoint, apiKey: '' },
        {
          transport: 'send' in made ? made : transport(made),
          authorize: () => ({}),
          seal: age(recipient),
          ...options,
        },
      )
      stages.push(stage)
      return stage
    },
    count: async kind => (await sandbox.requests()).filter(seen => seen.kind === kind).length,
    isOpened: async (reference, file) =>
      (await sha256(new Blob([new Uint8Array(await sandbox.plaintext(reference ?? ''))]))) ===
      (await sha256(file)),
    async clean() {
      for (const { session } of stages.splice(0)) session.close()
      await sandbox.reset()
    },
    close: sandbox.close,
  }
}
