import type { Transport } from '../core/contracts.ts'
import { SealDropError } from '../core/errors.ts'
import { knownProvider, type NamedOptions } from './by-name.ts'
import type { ProviderName } from './names.ts'

/** Makes a transport. Takes options of its own, and checks what it is given. */
type TransportFactory = (options: never) => Transport

/**
 * The code of each provider's transport: one line each. Each is a file of its own, loaded when it is needed. Apart from
 * `page.ts`, because a bundler writes the names of all these files where they are imported, and every visitor loads that.
 */
export const transports: Readonly<Record<ProviderName, () => Promise<TransportFactory>>> = {
  didww: async () => (await import('./didww/transport.ts')).didww,
  privasfer: async () => (await import('./privasfer/transport.ts')).privasfer,
  dokstamp: async () => (await import('./dokstamp/transport.ts')).dokstamp,
  cryptshare: async () => (await import('./cryptshare/transport.ts')).cryptshare,
  tus: async () => (await import('./tus/transport.ts')).tus,
  http: async () => (await import('./http/transport.ts')).http,
}

const load = async (name: ProviderName): Promise<(options: NamedOptions) => Transport> => {
  try {
    return (await transports[name]()) as (options: NamedOptions) => Transport
  } catch (cause) {
    throw new SealDropError('network', `The code of transport "${name}" could not be loaded.`, {
      cause,
      retryable: true,
      outcome: 'unsent',
    })
  }
}

/**
 * The transport of this name, once its code is there. Throws `misconfigured` at once for a name that is not known, and
 * rejects with it for options the transport does not take.
 */
export const transportByName = (name: string, options: NamedOptions): Promise<Transport> =>
  load(knownProvider(name)).then(create => create(options))
