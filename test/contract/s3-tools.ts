import type { Delivery, Json, Parcel, SealSpec, Transport } from '../../src/core/contracts.ts'
import type { SealDropError } from '../../src/core/errors.ts'
import { createDigestCache } from '../../src/digest/digest.ts'
import { type S3Options, s3 } from '../../src/providers/s3/transport.ts'
import { sealFile } from '../../src/seal/seal.ts'
import { callJob } from '../../src/session/resolved-options.ts'
import type { Sending } from '../../src/testing/scene.ts'
import type { Thread } from '../../src/thread/thread.ts'
import { startSandbox } from '../contract-tools.ts'
import { failureOf } from './transport.ts'

/** A bucket, and who signs for it: a server of the site's own, or a relay. */
export interface S3Line {
  readonly endpoint: string
  /** Of the bucket. */
  readonly origin: string
  readonly headers: Readonly<Record<string, string>>
  received(): Promise<
    readonly { readonly id: string; readonly size: number; readonly sha256: string }[]
  >
  flip(switches: object): Promise<void>
  close(): Promise<void>
}

export const direct = async (): Promise<S3Line> => {
  const { endpoint, url, direct: access, received, flip, close } = await startSandbox('s3')
  const all = async (switches: object) => flip(switches)
  return { endpoint, origin: url, headers: access.headers, received, flip: all, close }
}

export const relayed = async (upstream: object = {}): Promise<S3Line> => {
  const server = await startSandbox('relayed', {
    provider: 's3',
    origin: location.origin,
    maxBytes: 200 * 1024 ** 2,
    upstream,
  })
  const { endpoint, sandboxUrl: origin, received, flip, close } = server
  return { endpoint, origin, headers: { 'X-Visitor': 'ada' }, received, flip, close }
}

const NONE: SealSpec = { scheme: 'none', because: 'a bucket does not care' }

export interface S3Scene {
  readonly transport: Transport
  parcel(body: Blob): Promise<Parcel>
  /** Sends and keeps; a second time it goes on where the first one got to. */
  go(parcel: Parcel, how?: Partial<Sending>): Promise<Delivery>
  fail(parcel: Parcel, how?: Partial<Sending>): Promise<SealDropError>
  point(parcel: Parcel): Json | undefined
  discard(parcel: Parcel): Promise<boolean | undefined>
}

const { signal: never } = new AbortController()

export const sceneOf = (
  line: Pick<S3Line, 'endpoint' | 'origin' | 'headers'>,
  thread: Thread,
  options: Partial<S3Options> = {},
): S3Scene => {
  const transport = s3({ endpoint: line.endpoint, origins: [line.origin], ...options })
  const digests = createDigestCache(thread)
  const points = new Map<string, Json>()
  const jobOf = ({
    signal = never,
    progress,
    authorize = () => line.headers,
  }: Partial<Sending> = {}) => callJob({ transport, authorize, digests }, 1, signal, progress)
  const go: S3Scene['go'] = (parcel, how = {}) =>
    transport.send(parcel, {
      ...jobOf(how),
      uncertain: how.uncertain ?? false,
      ...(points.has(parcel.key) && { resume: points.get(parcel.key) ?? null }),
      keep: async point => void points.set(parcel.key, point),
    })
  return {
    transport,
    async parcel(blob) {
      const plain = { blob, name: 'document.pdf', type: 'application/pdf', remarks: [] }
      const job = { signal: never, progress: () => {} }
      const { parcel } = await sealFile(thread, crypto.randomUUID(), plain, NONE, 'opaque', job)
      return parcel
    },
    go,
    fail: (parcel, how) => failureOf(go(parcel, how)),
    point: ({ key }) => points.get(key),
    discard: async ({ key }) => transport.discard?.({ resume: points.get(key) ?? null }, jobOf()),
  }
}

/** Requests to the bucket in their order, such as `PUT POST`, without preflights and what was asked of a signer. */
export const askedOf = async ({ origin }: Pick<S3Line, 'origin'>): Promise<readonly string[]> => {
  const requests: readonly { readonly kind: string; readonly method: string }[] = await (
    await fetch(`${origin}/_sandbox/requests`)
  ).json()
  return requests
    .filter(({ kind }) => kind !== 'preflight' && kind !== 'sign')
    .map(({ method }) => method)
}

export const unfinishedAt = async ({
  origin,
}: Pick<S3Line, 'origin'>): Promise<readonly unknown[]> =>
  (await fetch(`${origin}/_sandbox/unfinished`)).json()

export const resetAt = ({ origin }: Pick<S3Line, 'origin'>): Promise<Response> =>
  fetch(`${origin}/_sandbox/reset`, { method: 'POST' })
