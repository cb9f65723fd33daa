import type { Transport } from '../core/contracts.ts'
import { misconfigured, SealDropError } from '../core/errors.ts'
import type { ProviderName } from './names.ts'
import { providers } from './page.ts'

/** What attributes and JSON can say of a transport. Every factory checks what it is given. */
export interface NamedOptions {
  readonly endpoint: string
  readonly [option: string]: unknown
}

const isKnown = (name: string): name is ProviderName => Object.hasOwn(providers, name)

const load = async (name: ProviderName): Promise<(options: NamedOptions) => Transport> => {
  try {
    return (await providers[name].load()) as (options: NamedOptions) => Transport
  } catch (cause) {
    throw new SealDropError('network', `The code of transport "${name}" could not be loaded.`, {
      cause,
      retryable: true,
      outcome: 'unsent',
    })
  }
}

/** The same name, as one of ours. Throws `misconfigured` for a name that is not known. */
export const knownProvider = (name: string): ProviderName => {
  if (isKnown(name)) return name
  throw misconfigured(`transport="${name}" is not known: use ${Object.keys(providers).join(', ')}.`)
}

/**
 * The transport of this name, once its code is there. Throws `misconfigured` at once for a name that is not known, and
 * rejects with it for options the transport does not take.
 */
export const transportByName = (name: string, options: NamedOptions): Promise<Transport> =>
  load(knownProvider(name)).then(create => create(options))

/** What people call the provider; a transport that is not one of ours goes by its own name. */
export const titleOf = (name: string): string => (isKnown(name) ? providers[name].title : name)
