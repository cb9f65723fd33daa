import type { Delivery, Json, Parcel } from '../../src/core/contracts.ts'
import type { SealDropError } from '../../src/core/errors.ts'
import { type TusOptions, type TusTransport, tus } from '../../src/providers/tus/transport.ts'
import { createSession, type Session, type SessionOptions } from '../../src/session/session.ts'
import { type Scene, type Sending, setScene } from '../../src/testing/scene.ts'
import type { Thread } from '../../src/thread/thread.ts'
import type { startSandbox } from '../contract-tools.ts'
import { failureOf, type Peer } from './transport.ts'

export type TusServer = Awaited<ReturnType<typeof startSandbox<'tus'>>>
/** What our own server and the real one have in common. */
export type AnyTusServer = Pick<
  TusServer,
  'endpoint' | 'token' | 'recipient' | 'plaintext' | 'requests' | 'flip' | 'reset' | 'close'
> & { received(): Promise<readonly unknown[]> }

const peerOf = (server: AnyTusServer, options: Partial<TusOptions> = {}): Peer => ({
  transport: () => tus({ endpoint: server.endpoint, ...options }),
  seal: { scheme: 'age', recipients: [server.recipient] },
  authorize: () => ({ Authorization: `Bearer ${server.token}` }),
  secret: server.token,
  opened: url => server.plaintext(url),
  count: async () => (await server.received()).length,
  traffic: server.requests,
  flip: server.flip,
  reset: async () => server.reset(),
  close: server.close,
})

/** Single sends, and where each of them got to. */
export interface TusScene extends Omit<Scene, 'transport'> {
  readonly transport: TusTransport
  /** What was kept of this parcel. */
  point(parcel: Parcel): Json | undefined
  /** Sends and keeps; a second time it goes on where the first one got to. */
  go(parcel: Parcel, how?: Partial<Sending>): Promise<Delivery>
  /** As `go`, but it must fail. */
  fail(parcel: Parcel, how?: Partial<Sending>): Promise<SealDropError>
}

export const sceneOf = (
  server: AnyTusServer,
  thread: Thread,
  options: Partial<TusOptions> = {},
): TusScene => {
  const peer = peerOf(server, options)
  const points = new Map<string, Json>()
  const transport = tus({ endpoint: server.endpoint, ...options })
  const scene = setScene({ ...peer, transport: () => transport }, thread, async () => peer)
  const go: TusScene['go'] = (parcel, how) =>
    scene.send(parcel, {
      resume: points.get(parcel.id),
      keep: point => points.set(parcel.id, point),
      ...how,
    })
  return {
    ...scene,
    transport,
    point: ({ id }) => points.get(id),
    go,
    fail: (parcel, how) => failureOf(go(parcel, how)),
  }
}

/** So short that a test waits for nothing, yet real waits. */
export const sessionOf = (
  server: AnyTusServer,
  options: Partial<TusOptions> = {},
  more: Partial<SessionOptions> = {},
): Session =>
  createSession({
    transport: tus({ endpoint: server.endpoint, ...options }),
    seal: { scheme: 'age', recipients: [server.recipient] },
    authorize: () => ({ Authorization: `Bearer ${server.token}` }),
    retryPolicy: { delayMs: 1, maxDelayMs: 2 },
    ...more,
  })

/** Methods in their order, preflights left out. */
export const methodsOf = async (server: AnyTusServer): Promise<string> =>
  (await server.requests())
    .filter(({ kind }) => kind !== 'preflight')
    .map(({ method }) => method)
    .join(' ')

/** Offsets and lengths of what each PATCH brought, as `0+100`. */
export const patchesOf = async (server: AnyTusServer): Promise<readonly string[]> =>
  (await server.requests())
    .filter(({ method }) => method === 'PATCH')
    .map(({ headers, body }) => `${headers['upload-offset']}+${body.length}`)
