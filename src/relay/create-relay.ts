import { HttpError } from '../core/relay/http-error.ts'
import type { RelayOptions } from './options.ts'
import { type Relay as BuiltRelay, buildRelay } from './relay.ts'
import { requestIdOf } from './request-id.ts'

/** A fetch handler. It never rejects. */
export interface Relay extends BuiltRelay {
  /** Builds it, where the options are a function, if no request has; throws `misconfigured` for wrong options. */
  ready(): void
}

/**
 * A fetch handler for the site's own server. It holds the keys of the providers, lets those that `authorize` knows do what an upload
 * needs, and streams it there. It stores no file; what a provider answered to one is remembered for ten minutes. Throws `misconfigured`
 * for wrong options. Where they come from a function, that is asked at the first request, or by `ready()`: so a site can be built where its
 * secrets are not.
 */
export const createRelay = (options: RelayOptions | (() => RelayOptions)): Relay => {
  let built = typeof options === 'function' ? undefined : buildRelay(options)
  const build = (): BuiltRelay => {
    built ??= buildRelay(typeof options === 'function' ? options() : options)
    return built
  }
  const handle = async (request: Request): Promise<Response> => {
    let relay: BuiltRelay
    try {
      relay = build()
    } catch {
      const error = new HttpError(502, 'The relay is not set up: its ready() says why.')
      return error.response(requestIdOf(request))
    }
    return relay(request)
  }
  return Object.defineProperties(handle as Relay, {
    base: { get: () => build().base },
    maxSeconds: { get: () => build().maxSeconds },
    ready: { value: (): void => void build() },
  })
}
