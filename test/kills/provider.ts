import { createHash } from 'node:crypto'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { SealSpec } from '../../src/core/contracts.ts'
import type { ProviderName } from '../../src/providers/names.ts'
import { type SandboxOf, startSandbox } from '../../src/sandbox/index.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { type RelayServer, startRelay, visitor } from '../chaos/relayed.ts'
import type { Order } from './in-page.ts'
import { type Line, startLine } from './line.ts'

/** What is tried: a transport as a site uses it. */
export interface Way {
  readonly name: string
  readonly transport: ProviderName
  readonly isRelayed: boolean
  /** Of the transport, beside what its sandbox says. */
  readonly options?: object
  /** It goes on where it got to: what is cut with one kill is at most one such piece, in bytes. */
  readonly pieceBytes?: number
  /** Of the document, where it must be so large to be sent in this way. */
  readonly bytes?: number
  /** Nothing in the protocol tells a file that is sent once more from another one. */
  readonly mayStoreTwice?: true
  /** The provider's keys change before the page is opened again. */
  readonly rotates?: true
}

const MIB = 1024 * 1024
/** Bytes of one PATCH. */
const CHUNK_BYTES = 2 * MIB

const direct = { isRelayed: false } as const
export const ways: readonly Way[] = [
  {
    name: 'tus',
    transport: 'tus',
    ...direct,
    options: { chunkSize: CHUNK_BYTES },
    pieceBytes: CHUNK_BYTES,
  },
  { name: 'http', transport: 'http', ...direct, options: { idempotencyKey: true } },
  { name: 'http-without-key', transport: 'http', ...direct, mayStoreTwice: true },
  { name: 's3', transport: 's3', ...direct },
  // One PUT takes up to 64 MiB.
  { name: 's3-parts', transport: 's3', ...direct, pieceBytes: 8 * MIB, bytes: 72 * MIB },
  { name: 's3-relayed', transport: 's3', isRelayed: true },
  {
    name: 's3-relayed-parts',
    transport: 's3',
    isRelayed: true,
    pieceBytes: 8 * MIB,
    bytes: 72 * MIB,
  },
  { name: 'privasfer', transport: 'privasfer', ...direct },
  { name: 'dokstamp', transport: 'dokstamp', ...direct },
  {
    name: 'cryptshare',
    transport: 'cryptshare',
    ...direct,
    options: { pollTransfer: { everyMs: 20 } },
  },
  { name: 'didww', transport: 'didww', ...direct, mayStoreTwice: true },
  { name: 'didww-relayed', transport: 'didww', isRelayed: true },
  { name: 'didww-rotated', transport: 'didww', ...direct, rotates: true },
]

/** A provider behind a slow line. */
export interface Provider {
  readonly way: Way
  readonly sandbox: Sandbox & { rotateKeys?(): Promise<void> }
  /** What the bytes come by: to the relay, or past it where that only signs. */
  readonly line: Line
  readonly relay: RelayServer | undefined
  readonly order: Order
  /** A second recipient of every file, for whom its key can be looked up; where the provider does not prescribe its own. */
  readonly identity: string | undefined
  /** SHA-256 of each upload that is there, and of what it opens to. */
  copies(): Promise<readonly { readonly sealed: string; readonly opened: string }[]>
  close(): Promise<void>
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

export const startProvider = async (way: Way, siteUrl: string): Promise<Provider> => {
  const { transport, isRelayed } = way
  const sandbox: Sandbox = await startSandbox(
    transport,
    (transport === 'didww' ? { modulusLength: 2048 } : {}) as never,
  )
  const signs = isRelayed && transport === 's3'
  const past = signs ? await startLine(sandbox.url) : undefined
  const upstream = { ...sandbox.upstream, ...(past && { endpoint: past.url }) }
  const relay = isRelayed ? await startRelay(transport, { upstream }, siteUrl) : undefined
  const behind = relay ?? sandbox
  const line = past ?? (await startLine(behind.url))
  const identity = sandbox.recipient === undefined ? undefined : await generateX25519Identity()
  const recipients = [sandbox.recipient ?? '', identity ? await identityToRecipient(identity) : '']
  const { wrap } = sandbox
  const seal: SealSpec | undefined = identity
    ? { scheme: 'age', recipients, ...(wrap && { wrap }) }
    : undefined
  return {
    way,
    sandbox,
    line,
    relay,
    identity,
    order: {
      transport,
      options: {
        endpoint: past ? behind.endpoint : behind.endpoint.replace(behind.url, line.url),
        ...sandbox.options,
        ...(past && { origins: [past.url] }),
        ...(!relay && sandbox.direct.options),
        ...way.options,
      },
      headers: relay ? visitor : sandbox.direct.headers,
      ...(seal && { seal }),
    },
    async copies() {
      const found = sandbox
        .received()
        .filter(upload => !('isSubmitted' in upload) || upload.isSubmitted)
        .map(async ({ id }) => ({
          sealed: sha256(sandbox.sealed(id)),
          opened: sha256(await sandbox.plaintext(id)),
        }))
      return Promise.all(found)
    },
    async close() {
      await line.close()
      await relay?.close()
      await sandbox.close()
    },
  }
}

/** Makes the provider as it was, with what this way needs. */
export const resetProvider = ({ sandbox, way }: Provider): void => {
  sandbox.reset()
  // An absolute `Location` would lead around the line.
  if (way.transport === 'tus') (sandbox as SandboxOf<'tus'>).flip({ place: 'path' })
}
