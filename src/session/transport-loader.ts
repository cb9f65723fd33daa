import type { Transport } from '../core/contracts.ts'
import { asSealDropError } from '../core/errors.ts'
import type { ResolvedOptions } from './resolved-options.ts'
import type { SessionOptions } from './surface.ts'

/** The session's resolved options, once the transport's code is there. */
export interface TransportLoader {
  /** Loads the code again where that failed before. */
  resolved(): Promise<ResolvedOptions>
  /** The transport commits a batch in the end: `delivered` is not `done` yet. False while its code is loading. */
  readonly commits: boolean
  /** Files in one request; 1 while its code is loading. */
  readonly perRequest: number
}

/** Resolves at once, and throws at once, where the transport is there already. */
export const createTransportLoader = (
  given: SessionOptions['transport'],
  resolve: (transport: Transport) => ResolvedOptions,
): TransportLoader => {
  let loaded: ResolvedOptions | undefined
  let resolving: Promise<ResolvedOptions> | undefined

  const resolveWith = (transport: Transport): ResolvedOptions => {
    loaded = resolve(transport)
    return loaded
  }
  const load = async (): Promise<Transport> => {
    try {
      return await (typeof given === 'function' ? given() : given)
    } catch (thrown) {
      throw asSealDropError(thrown, 'network', 'The transport could not be loaded.')
    }
  }
  const resolved = (): Promise<ResolvedOptions> => {
    if (resolving) return resolving
    const loading = load()
    resolving = loading.then(resolveWith)
    // A failed download is forgotten, so that the next who asks tries again. Wrong options stay wrong.
    loading.catch(() => {
      resolving = undefined
    })
    return resolving
  }

  if (typeof given === 'object' && !('then' in given))
    resolving = Promise.resolve(resolveWith(given))
  else resolved().catch(() => {}) // whoever asks for the options gets the error
  return {
    resolved,
    get commits() {
      return loaded?.transport.commit !== undefined
    },
    get perRequest() {
      return loaded?.perRequest ?? 1
    },
  }
}
