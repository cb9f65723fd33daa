import type { Transport } from '../../src/core/contracts.ts'
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

/** A provider's local server, without a socket, and its transport. */
export interface Provider {
  readonly origin: string
  readonly headers: Readonly<Record<string, string>>
  transport(variant: number): Transport
  /** What a page may ask beside sending; `id` is any text. */
  readonly calls: (made: Transport, id: string) => readonly (() => Promise<unknown>)[]
  reset(): void
}

const noCalls = (): readonly [] => []
/** The transport that this provider's own maker made. */
const as = <Made extends Transport>(made: Transport): Made => made as Made

const makers: Readonly<Record<string, () => Promise<Provider>>> = {
  async http() {
    const { endpoint, url, options, direct, reset } = await startHttp()
    return {
      origin: url,
      headers: direct.headers,
      transport: variant =>
        http({
          endpoint,
          ...options,
          authorize: () => direct.headers,
          ...(variant % 2 === 1 && { method: 'PUT' }),
          ...(variant % 3 === 2 && { reference: { json: 'id' } }),
          idempotencyKey: variant % 5 === 0,
        }),
      calls: noCalls,
      reset,
    }
  },
  async tus() {
    const { endpoint, url, direct, reset } = await startTus()
    return {
      origin: url,
      headers: direct.headers,
      transport: variant =>
        tus({
          endpoint,
          authorize: () => direct.headers,
          chunkSize: variant % 2 === 0 ? 400 : 8000,
          checksum: variant % 3 === 0 ? 'probe' : 'none',
        }),
      calls: noCalls,
      reset,
    }
  },
  async s3() {
    const { endpoint, url, direct, reset } = await startS3()
    return {
      origin: url,
      headers: direct.headers,
      transport: variant =>
        s3({
          endpoint,
          authorize: () => direct.headers,
          ...(variant % 2 === 1 && { prefix: 'uploads/' }),
        }),
      calls: (made, id) => [() => as<ReturnType<typeof s3>>(made).head(id)],
      reset,
    }
  },
  async didww() {
    const { endpoint, url, direct, reset } = await startDidww({ modulusLength: 2048 })
    return {
      origin: url,
      headers: direct.headers,
      transport: variant =>
        didww({
          endpoint,
          authorize: () => direct.headers,
          version:
            (['2022-05-10', '2026-04-16', '2026-11-19'] as const)[variant % 3] ?? '2026-04-16',
        }),
      calls: (made, id) => {
        const own = as<ReturnType<typeof didww>>(made)
        return [
          () => own.publicKeys(),
          () => own.list({ page: 1 }),
          () => own.get(id),
          () => own.remove(id),
        ]
      },
      reset,
    }
  },
  async privasfer() {
    const { endpoint, url, direct, reset } = await startPrivasfer()
    return {
      origin: url,
      headers: direct.headers,
      transport: () => privasfer({ endpoint, authorize: () => direct.headers }),
      calls: (made, id) => {
        const own = as<ReturnType<typeof privasfer>>(made)
        return [
          () => own.list(),
          () => own.get(id),
          () => own.inbox(),
          () => own.mails(),
          () => own.createDownload([id]),
          () => own.createKey('1234'),
          () => own.remove(id),
        ]
      },
      reset,
    }
  },
  async dokstamp() {
    const { endpoint, url, tenant, direct, reset } = await startDokstamp()
    return {
      origin: url,
      headers: direct.headers,
      transport: variant =>
        dokstamp({ endpoint, tenant, authorize: () => direct.headers, batch: 1 + (variant % 3) }),
      calls: (made, id) => {
        const own = as<ReturnType<typeof dokstamp>>(made)
        return [() => own.list(), () => own.get(id), () => own.remove(id)]
      },
      reset,
    }
  },
  async cryptshare() {
    const { endpoint, url, user, clientId, recipients, reset, flip } = await startCryptshare()
    return {
      origin: url,
      headers: {},
      transport(variant) {
        flip({ algorithm: variant % 2 === 0 ? 'SHA-512' : 'SHA-256' })
        return cryptshare({
          endpoint,
          user,
          clientId,
          recipients,
          ...(variant % 3 === 0 && { pollTransfer: { everyMs: 10, looks: 3 } }),
        })
      },
      calls: (made, id) => {
        const own = as<ReturnType<typeof cryptshare>>(made)
        return [
          () => own.verification(),
          () => own.policy(['a@b.example']),
          () => own.transfer(id),
          () => own.createSession().then(() => own.state()),
          () => own.createSession().then(() => own.submit()),
          () => own.corsActive(),
          () => own.newClientId(),
          () => own.verify('123456'),
        ]
      },
      reset,
    }
  },
}

export const providerNames: readonly string[] = Object.keys(makers)

const made = new Map<string, Promise<Provider>>()
export const providerOf = (name: string): Promise<Provider> => {
  const provider = made.get(name) ?? makers[name]?.()
  if (!provider) throw new Error(`There is no provider "${name}".`)
  made.set(name, provider)
  return provider
}
