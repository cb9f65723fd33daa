import type { Authorize, Delivery, Json, Parcel, SealSpec, Transport } from '../core/contracts.ts'
import { isSealDropError, type SealDropError } from '../core/errors.ts'
import { createDigestCache } from '../digest/digest.ts'
import { sealFile } from '../seal/seal.ts'
import { sealedSize } from '../seal/size.ts'
import { callJob } from '../session/resolved-options.ts'
import type { Thread } from '../thread/thread.ts'
import type { FaultSwitches } from './faults.ts'

/** A request as the server received it. Names of headers are in lower case, as Node gives them. */
export interface SeenRequest {
  /** With its query. */
  readonly path: string
  readonly headers: object
  readonly body: Uint8Array
}

/** A running test server as the suite uses it, and how the transport under test is made for it. */
export interface Peer {
  /** A new one for each clause. */
  transport(): Transport
  /** How parcels are sealed, where the transport does not prescribe it. */
  readonly seal?: SealSpec
  readonly authorize: Authorize
  /** The secret that `authorize` puts into a header. It must show up nowhere else. */
  readonly secret: string
  /** The original that the recipient's key gives for this reference. */
  opened(reference: string): Promise<Uint8Array>
  /** How many parcels the provider holds. */
  count(): Promise<number>
  /** Every request since the last reset, preflights too: to the endpoint, and to where `redirect` and `location` pointed. */
  traffic(): Promise<readonly SeenRequest[]>
  /** Sets what goes wrong from now on. It must refuse an unknown switch, not ignore it. */
  flip(switches: Partial<FaultSwitches>): Promise<void>
  /** Removes all faults and everything stored. Credentials stay valid; stalled connections are cut. */
  reset(): Promise<void>
  /** Stops it: its port refuses connections from then on. */
  close(): Promise<void>
}

/** How one parcel is sent, where a clause sets it. */
export interface Sending {
  readonly signal: AbortSignal
  readonly progress: (done: number, total: number) => void
  readonly authorize: Authorize
  /** What an earlier try kept. */
  readonly resume: Json | undefined
  readonly uncertain: boolean
  readonly keep: (point: Json) => void
}

/** What a clause works with. */
export interface Scene {
  readonly peer: Peer
  readonly transport: Transport
  /** Seals these bytes. With `name`, the server is told a name that resembles it; without, a random one. */
  parcel(bytes: Uint8Array<ArrayBuffer>, name?: string): Promise<Parcel>
  send(parcel: Parcel, how?: Partial<Sending>): Promise<Delivery>
  /** The same with another server of its own. */
  another(): Promise<Scene>
}

/** One promise of the contract. */
export type Clause = readonly [name: string, run: (scene: Scene) => Promise<void>]

export const assert = (holds: boolean, message: string): void => {
  if (!holds) throw new Error(message)
}

export const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at])

/** The same bytes in every run: a linear congruential generator (Numerical Recipes' constants). */
export const bytesOf = (length: number, seed = 1): Uint8Array<ArrayBuffer> => {
  let state = seed
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 24
  })
}

/** What the promise rejects with. If it resolves, the test fails. */
export const reasonOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => {
      throw new Error('It should have failed.')
    },
    (reason: unknown) => reason,
  )

/** The same, for a promise that must reject with a SealDropError. */
export const failureOf = async (promise: Promise<unknown>): Promise<SealDropError> => {
  const thrown = await reasonOf(promise)
  if (!isSealDropError(thrown)) throw new Error(`Not a SealDropError: ${thrown}`)
  return thrown
}

/** It may be tried again; where it may have arrived, only the transport knows whether that is harmless. */
export const mayGoAgain = ({ retryable, outcome }: SealDropError): boolean =>
  retryable || outcome === 'unknown'

/** Asserts that sending a small parcel fails with this code. */
export const failsWith = async (
  { send, parcel }: Scene,
  code: string,
  retryable?: boolean,
): Promise<SealDropError> => {
  const error = await failureOf(send(await parcel(bytesOf(1000))))
  assert(error.code === code, `code is ${error.code} (${error.message}), not ${code}`)
  if (retryable !== undefined)
    assert(
      retryable ? mayGoAgain(error) : !error.retryable,
      `retryable is ${error.retryable}, outcome ${error.outcome}`,
    )
  return error
}

export const opensTo = async (
  { peer }: Scene,
  { reference }: Delivery,
  original: Uint8Array,
): Promise<void> =>
  assert(same(await peer.opened(reference), original), 'what was opened is not the original')

/** Requests to any other host than the endpoint's. */
export const strayRequests = async ({
  peer,
  transport,
}: Scene): Promise<readonly SeenRequest[]> => {
  const { host } = new URL(transport.endpoint)
  return (await peer.traffic()).filter(
    ({ headers }) => !('host' in headers) || headers.host !== host,
  )
}

export const setScene = (peer: Peer, thread: Thread, start: () => Promise<Peer>): Scene => {
  const transport = peer.transport()
  const { signal: never } = new AbortController()
  const calls = { transport, authorize: peer.authorize, digests: createDigestCache(thread) }
  return {
    peer,
    transport,
    async parcel(bytes, name) {
      const spec = (await transport.prescribe?.(callJob(calls, 1, never))) ?? peer.seal
      if (!spec) throw new Error('Neither the transport nor the test names a seal.')
      const type = 'application/pdf'
      const plain = { blob: new Blob([bytes]), name: name ?? 'document.pdf', type, remarks: [] }
      const job = { signal: never, progress: () => {} }
      const fileName = name === undefined ? 'opaque' : 'original'
      const { parcel } = await sealFile(thread, crypto.randomUUID(), plain, spec, fileName, job)
      assert(parcel.size === sealedSize(bytes.length, spec), 'sealedSize is not the size')
      return parcel
    },
    send(parcel, { signal = never, progress, authorize = peer.authorize, keep, ...how } = {}) {
      const { resume, uncertain = false } = how
      const isFirst = resume === undefined && !uncertain
      return transport.send(parcel, {
        ...callJob({ ...calls, authorize }, isFirst ? 1 : 2, signal, progress),
        ...(resume !== undefined && { resume }),
        uncertain,
        keep: async point => keep?.(point),
      })
    },
    another: async () => setScene(await start(), thread, start),
  }
}
