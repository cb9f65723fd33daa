import type { Transport } from '../core/contracts.ts'
import type { ProviderName } from './names.ts'

/** Makes a transport. Takes options of its own, and checks what it is given. */
export type TransportFactory = (options: never) => Transport

/** The code of each provider's transport, loaded when it is needed. */
export type Transports = Readonly<Record<ProviderName, () => Promise<TransportFactory>>>

/**
 * One line each. Each is a file of its own. Apart from `page.ts`, because a bundler writes the names of all these files where they
 * are imported, and every visitor loads that. The classic script has `transports-beside.ts` instead.
 */
export const transports: Transports = {
  didww: async () => (await import('./didww/transport.ts')).didww,
  privasfer: async () => (await import('./privasfer/transport.ts')).privasfer,
  dokstamp: async () => (await import('./dokstamp/transport.ts')).dokstamp,
  cryptshare: async () => (await import('./cryptshare/transport.ts')).cryptshare,
  tus: async () => (await import('./tus/transport.ts')).tus,
  http: async () => (await import('./http/transport.ts')).http,
  s3: async () => (await import('./s3/transport.ts')).s3,
}
