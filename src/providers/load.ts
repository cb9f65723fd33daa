import type { Transport } from '../core/contracts.ts'
import { SealDropError } from '../core/errors.ts'
import { knownProvider, type NamedOptions } from './by-name.ts'
import type { ProviderName } from './names.ts'
import { transports } from './transports.ts'

const load = async (name: ProviderName): Promise<(options: NamedOptions) => Transport> => {
  try {
    return (await transports[name]()) as (options: NamedOptions) => Transport
  } catch (cause) {
    const code = navigator.onLine === false ? 'offline' : 'network'
    throw new SealDropError(code, `The code of transport "${name}" could not be loaded.`, {
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
