import type { Authorize, SealSpec, Transport } from '../../src/core/contracts.ts'
import { cryptshare } from '../../src/providers/cryptshare/transport.ts'
import { didww } from '../../src/providers/didww/transport.ts'
import { dokstamp } from '../../src/providers/dokstamp/transport.ts'
import { http } from '../../src/providers/http/transport.ts'
import { privasfer } from '../../src/providers/privasfer/transport.ts'
import { s3 } from '../../src/providers/s3/transport.ts'
import { tus } from '../../src/providers/tus/transport.ts'
import { startCryptshare } from '../../src/sandbox/cryptshare/sandbox.ts'
import { startDidww } from '../../src/sandbox/didww/sandbox.ts'
import { startDokstamp } from '../../src/sandbox/dokstamp/sandbox.ts'
import { startHttp } from '../../src/sandbox/http/sandbox.ts'
import { startPrivasfer } from '../../src/sandbox/privasfer/sandbox.ts'
import { startS3 } from '../../src/sandbox/s3/sandbox.ts'
import { startTus } from '../../src/sandbox/tus/sandbox.ts'
import type { Seal } from '../../src/seal/choice.ts'
import { keySets, pemOf } from './keys.ts'
import { sealBeforehand } from './sealed.ts'

/** One upload that the server has. */
export interface Stored {
  /** Its reference. */
  readonly id: string
  readonly bytes: Uint8Array
}

/** A provider: its transport, its server, and what may be expected of both. */
export interface Scene {
  readonly name: string
  readonly origin: string
  readonly seal?: Seal
  /** `variant` picks among the options that change how it sends. */
  transport(variant: number, authorize: Authorize): Transport
  readonly headers: Readonly<Record<string, string>>
  /** What counts as delivered there. */
  stored(): readonly Stored[]
  /** Also what was deleted since (false). */
  readonly listsDeleted?: true
  /** Bytes of uploads that never ended. */
  unfinished(): readonly Uint8Array[]
  /** A body that the server gets twice is stored twice, and nothing in the protocol can prevent it. */
  readonly storesRepeats: boolean
  /** What was cancelled can be taken back though nobody knows its reference. */
  readonly takesBack: boolean
  rotate?(): Promise<void>
  /** It loses what is not committed yet. */
  forget?(): void
  expire?(): void
  reset(): void
}

type Received = { received(): readonly { readonly id: string }[]; sealed(id: string): Buffer }
const storedAt = (sandbox: Received) => (): readonly Stored[] =>
  sandbox.received().map(({ id }) => ({ id, bytes: sandbox.sealed(id) }))
const none = (): readonly Uint8Array[] => []

const age = async (recipient: string | undefined, wrap?: 'pdf'): Promise<Seal> => {
  const recipients = [recipient ?? '']
  await sealBeforehand({ scheme: 'age', recipients })
  return { scheme: 'age', recipients, ...(wrap && { wrap }) }
}

/** A server that honours keys: whether one goes along decides whether a repeated upload is stored twice. */
const plainServer = async (name: string, idempotencyKey: boolean): Promise<Scene> => {
  const sandbox = await startHttp()
  const { endpoint, options } = sandbox
  return {
    name,
    origin: sandbox.url,
    seal: await age(sandbox.recipient),
    headers: sandbox.direct.headers,
    transport(variant, authorize) {
      const method = variant % 3 === 2 ? 'PUT' : 'POST'
      return http({ endpoint, ...options, authorize, method, idempotencyKey })
    },
    stored: storedAt(sandbox),
    unfinished: none,
    storesRepeats: !idempotencyKey,
    takesBack: false,
    reset: sandbox.reset,
  }
}

const makers: Readonly<Record<string, () => Promise<Scene>>> = {
  http: () => plainServer('http', false),
  'http-with-key': () => plainServer('http-with-key', true),
  async privasfer() {
    const sandbox = await startPrivasfer()
    const { endpoint } = sandbox
    return {
      name: 'privasfer',
      origin: sandbox.url,
      seal: await age(sandbox.recipient),
      headers: sandbox.direct.headers,
      transport: (_variant, authorize) => privasfer({ endpoint, authorize }),
      stored: storedAt(sandbox),
      unfinished: none,
      storesRepeats: false,
      takesBack: true,
      reset: sandbox.reset,
    }
  },
  async dokstamp() {
    const sandbox = await startDokstamp()
    const { endpoint, tenant } = sandbox
    return {
      name: 'dokstamp',
      origin: sandbox.url,
      seal: await age(sandbox.recipient, 'pdf'),
      headers: sandbox.direct.headers,
      transport: (variant, authorize) =>
        dokstamp({ endpoint, tenant, authorize, batch: variant % 3 === 2 ? 3 : 1 }),
      stored: storedAt(sandbox),
      unfinished: none,
      storesRepeats: false,
      takesBack: false,
      reset: sandbox.reset,
    }
  },
  async tus() {
    const sandbox = await startTus()
    const { endpoint } = sandbox
    return {
      name: 'tus',
      origin: sandbox.url,
      seal: await age(sandbox.recipient),
      headers: sandbox.direct.headers,
      transport: (variant, authorize) =>
        tus({ endpoint, authorize, chunkSize: variant % 2 === 0 ? 400 : 8_000 }),
      stored: storedAt(sandbox),
      unfinished: () => sandbox.unfinished().map(({ id }) => sandbox.sealed(id)),
      storesRepeats: false,
      takesBack: true,
      reset: sandbox.reset,
    }
  },
  async s3() {
    const sandbox = await startS3()
    const { endpoint } = sandbox
    return {
      name: 's3',
      origin: sandbox.url,
      seal: await age(sandbox.recipient),
      headers: sandbox.direct.headers,
      transport: (_variant, authorize) => s3({ endpoint, authorize }),
      stored: storedAt(sandbox),
      unfinished: none,
      storesRepeats: false,
      takesBack: false,
      reset: sandbox.reset,
    }
  },
  async cryptshare() {
    const sandbox = await startCryptshare()
    const { endpoint } = sandbox
    const { user, clientId, recipients } = sandbox
    return {
      name: 'cryptshare',
      origin: sandbox.url,
      seal: await age(sandbox.recipient),
      headers: {},
      transport(variant, authorize) {
        // Then the page has no SHA-256 of what it sends before the receipt needs one.
        sandbox.flip({ algorithm: variant % 2 === 0 ? 'SHA-512' : 'SHA-256' })
        return cryptshare({ endpoint, user, clientId, recipients, authorize })
      },
      stored: () =>
        sandbox
          .received()
          .filter(({ isSubmitted }) => isSubmitted)
          .map(({ id }) => ({ id, bytes: sandbox.sealed(id) })),
      unfinished: none,
      storesRepeats: false,
      takesBack: true,
      forget() {
        for (const { isSubmitted, files } of sandbox.sessions())
          if (!isSubmitted) for (const { id } of files) sandbox.loseFile(id)
      },
      expire: sandbox.expireTokens,
      reset: sandbox.reset,
    }
  },
  async didww() {
    const sandbox = await startDidww({ modulusLength: 2048 })
    for (const { a, b } of keySets) {
      const pair = [pemOf(a.publicKey), pemOf(b.publicKey)] as const
      for (const publicKeys of [
        [pair[0], pair[1]],
        [pair[1], pair[0]],
      ] as const)
        await sealBeforehand({
          scheme: 'didww',
          publicKeys: [publicKeys[0], publicKeys[1]],
        } as SealSpec)
    }
    const { endpoint } = sandbox
    return {
      name: 'didww',
      origin: sandbox.url,
      headers: sandbox.direct.headers,
      transport: (_variant, authorize) => didww({ endpoint, authorize }),
      stored: storedAt(sandbox),
      listsDeleted: true,
      unfinished: none,
      storesRepeats: true,
      takesBack: false,
      rotate: sandbox.rotateKeys,
      reset: sandbox.reset,
    }
  },
}

export const sceneNames: readonly string[] = Object.keys(makers)

const made = new Map<string, Promise<Scene>>()
/** Made once, and reset with each story. */
export const sceneOf = (name: string): Promise<Scene> => {
  const maker = makers[name]
  if (!maker) throw new Error(`There is no transport "${name}", but ${sceneNames.join(', ')}.`)
  const scene = made.get(name) ?? maker()
  made.set(name, scene)
  return scene
}
