import type { Source } from '../core/relay/source.ts'
import { sleep } from '../core/timer.ts'

/** A page calls an upload stalled after 30 s without a byte. */
const HOLD_MS = 10_000

/** The body of a request that waits for another one. */
export interface HeldBody {
  /** Shorter where the signal aborts. It is not read meanwhile; after 10 s in all it is drained. */
  wait(ms: number, signal: AbortSignal): Promise<void>
  /** As it came; undefined where it was thrown away. Whoever takes it reads it to its end. */
  take(): { readonly body: Source | null } | undefined
}

/** `drain`: reads it and throws it away. */
export const holdBody = (body: Source | null, drain: () => Promise<unknown>): HeldBody => {
  let isDraining = false
  const since = performance.now()
  return {
    async wait(ms, signal) {
      if (body && !isDraining && performance.now() - since > HOLD_MS) {
        isDraining = true
        void drain()
      }
      await sleep(ms, signal).catch(() => {})
    },
    take: () => (isDraining ? undefined : { body }),
  }
}
