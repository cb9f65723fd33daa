import './define.ts'
import { isSealDropError, SealDropError } from './core/errors.ts'
import type { Session, SessionOptions } from './session/session.ts'

export type * from './core/contracts.ts'
export * from './element/index.ts'
export { transportByName } from './providers/load.ts'
export { none } from './seal/named.ts'
export type { Session, SessionOptions }
export { isSealDropError, SealDropError }

// Each transport that lies beside the classic script has a copy of this class.
Object.defineProperty(SealDropError, Symbol.hasInstance, {
  value(this: unknown, thing: unknown): boolean {
    return this === SealDropError
      ? isSealDropError(thing)
      : Function.prototype[Symbol.hasInstance].call(this, thing)
  },
})

/** As in the npm package, but a promise: in a script tag the session's code loads when it is asked for. */
export const createSession = async (options: SessionOptions): Promise<Session> =>
  (await import('./session/session.ts')).createSession(options)

/** As in the npm package. */
export const clearShelf = async (): Promise<void> =>
  (await import('./session/shelf/late.ts')).clearShelf()
