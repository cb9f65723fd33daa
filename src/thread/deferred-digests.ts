import type { Digests } from '../core/contracts.ts'
import type { PendingCall } from './pending-call.ts'
import type { FromWorker } from './protocol.ts'
import { deserializeError } from './serialize-error.ts'

type Report = Extract<FromWorker, { kind: 'deferred' | 'deferred-rejected' }>

/** Digests of sealed files that the worker still computes, after it has answered the call that sealed the file. */
export interface DeferredDigests {
  readonly size: number
  await(call: PendingCall): Promise<Digests>
  settle(report: Report): void
  /** Rejects those of one user, or all. */
  reject(why: unknown, user?: object): void
}

export const createDeferredDigests = (): DeferredDigests => {
  const owed = new Map<number, PromiseWithResolvers<Digests> & Pick<PendingCall, 'user'>>()
  return {
    get size() {
      return owed.size
    },
    await({ id, user }) {
      const deferred = Promise.withResolvers<Digests>()
      owed.set(id, { ...deferred, user })
      // Whoever needs the digests sees why there are none; where nobody does, that must not count as unhandled.
      deferred.promise.catch(() => {})
      return deferred.promise
    },
    settle(report) {
      const deferred = owed.get(report.id)
      owed.delete(report.id)
      if (report.kind === 'deferred') deferred?.resolve(report.digests)
      else deferred?.reject(deserializeError(report.error))
    },
    reject(why, of) {
      for (const [id, { user, reject }] of owed) {
        if (of && user !== of) continue
        owed.delete(id)
        reject(why)
      }
    },
  }
}
