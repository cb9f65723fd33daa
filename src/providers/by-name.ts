import type { Transport } from '../core/contracts.ts'
import { SealDropError } from '../core/errors.ts'

/** What attributes and JSON can say of a transport. Every factory checks what it is given. */
export interface NamedOptions {
  readonly endpoint: string
  readonly [option: string]: unknown
}

/** Each transport's code is a file of its own, loaded when a page names it. */
const loaders: Readonly<Record<string, () => Promise<(options: never) => Transport>>> = {
  cryptshare: async () => (await import('./cryptshare/transport.ts')).cryptshare,
  didww: async () => (await import('./didww/transport.ts')).didww,
  dokstamp: async () => (await import('./dokstamp/transport.ts')).dokstamp,
  http: async () => (await import('./http/transport.ts')).http,
  privasfer: async () => (await import('./privasfer/transport.ts')).privasfer,
  tus: async () => (await import('./tus/transport.ts')).tus,
}

const load = async (
  name: string,
  loader: () => Promise<(options: never) => Transport>,
): Promise<(options: NamedOptions) => Transport> => {
  try {
    return (await loader()) as (options: NamedOptions) => Transport
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
export const transportByName = (name: string, options: NamedOptions): Promise<Transport> => {
  const loader = Object.hasOwn(loaders, name) ? loaders[name] : undefined
  if (!loader)
    throw new SealDropError(
      'misconfigured',
      `transport="${name}" is not known: use ${Object.keys(loaders).join(', ')}.`,
    )
  return load(name, loader).then(create => create(options))
}
