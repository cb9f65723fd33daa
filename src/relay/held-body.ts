import type { Bytes } from '../core/relay/read-text.ts'
import { sleep, withTimeout } from '../core/timer.ts'
import { drain } from './body.ts'

/** A page calls an upload stalled after 30 s without a byte. */
const HOLD_MS = 10_000
/** How long an answer is held back: a visitor that still sends does not read. */
const DRAIN_MS = 5000

/** The body of a request that waits for another one. */
export interface HeldBody {
  /** Shorter where the signal aborts. It is not read meanwhile; after 10 s in all it is, and thrown away. */
  wait(ms: number, signal: AbortSignal): Promise<void>
  /** As it came; undefined where it was thrown away. Whoever takes it reads it to its end. */
  take(): { readonly body: Bytes | null } | undefined
  /** Reads what nobody took, up to `maxBytes`, and throws it away; in the background where that takes long. */
  drained(): Promise<void>
}

export const holdBody = (body: Bytes | null, maxBytes: number): HeldBody => {
  let isTaken = false
  let draining: Promise<void> | undefined
  const startDraining = (): Promise<void> => {
    draining ??= body && !isTaken ? drain(body.getReader(), maxBytes) : Promise.resolve()
    return draining
  }
  const since = performance.now()
  return {
    async wait(ms, signal) {
      if (performance.now() - since > HOLD_MS) void startDraining()
      await sleep(ms, signal).catch(() => {})
    },
    take() {
      if (draining && body) return undefined
      isTaken = true
      return { body }
    },
    drained: () => withTimeout(startDraining(), DRAIN_MS, () => {}),
  }
}
