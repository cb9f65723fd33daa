import type { Bytes } from '../core/relay/read-text.ts'
import type { DrainSlots } from './drain-slots.ts'
import { createIdleTimer } from './idle-timer.ts'

export interface IncomingOptions {
  /** What `Content-Length` says. */
  readonly length: number | undefined
  /** Of a body that is let through. */
  readonly maxBytes: number
  /** How long no byte may come of what is drained. */
  readonly idleMs: number
  readonly slots: DrainSlots
  /** Of the request: aborts when the visitor leaves. */
  readonly signal: AbortSignal
}

/** A visitor's body, until its last byte. */
export interface IncomingBody {
  /** As it comes; null where there is none. Whoever stops reading, or cancels it, lets the rest be. It errors once it is drained. */
  readonly stream: Bytes | null
  /**
   * Reads what nobody has read, and throws it away. False where that cannot be: it is longer than four times `maxBytes`, too many others are
   * drained, it comes too slowly, or the visitor left. It is let go then. Never rejects.
   */
  drain(name?: string): Promise<boolean>
  /** How many bytes came so far. */
  bytes(): number
  /** How long it was waited for them, in milliseconds. */
  waitedMs(): number
}

/** Of `maxBytes`: what is larger is refused, and still has to arrive before its sender hears so. */
const MOST_TIMES = 4

/**
 * Browsers and proxies first send, and then read. One that is answered in the midst of its body sends on to a server that does not read:
 * Chromium hears of it when the connection ends, after six seconds and more (measured with Node), and a proxy makes a 502 of it.
 */
export const receive = (
  body: Bytes | null,
  { length = 0, maxBytes, idleMs, slots, signal }: IncomingOptions,
): IncomingBody => {
  if (!body) return { stream: null, drain: async () => true, bytes: () => 0, waitedMs: () => 0 }
  const most = maxBytes * MOST_TIMES
  const reader = body.getReader()
  let bytes = 0
  let waitedMs = 0
  let waitsSince: number | undefined
  /** Two where the rest is drained while an upstream that has answered still waits for its next bytes. */
  let waiting = 0
  let isWhole = false
  let isLetGo = false
  let draining: Promise<boolean> | undefined

  const letGo = (): void => {
    isLetGo = true
    reader.cancel().catch(() => {})
  }
  const read = async (): Promise<ReadableStreamReadResult<Uint8Array<ArrayBuffer>>> => {
    if (waiting++ === 0) waitsSince = performance.now()
    try {
      const chunk = await reader.read()
      bytes += chunk.value?.length ?? 0
      if (chunk.done) isWhole = !isLetGo
      return chunk
    } finally {
      if (--waiting === 0) {
        waitedMs += performance.now() - (waitsSince ?? performance.now())
        waitsSince = undefined
      }
    }
  }
  const readRest = async (): Promise<void> => {
    const idle = createIdleTimer(idleMs, letGo)
    signal.addEventListener('abort', letGo)
    try {
      while (!isWhole && !isLetGo && bytes <= most) {
        idle.restart()
        await read()
      }
    } catch {
      // The visitor left, or sends too slowly.
    } finally {
      idle.stop()
      signal.removeEventListener('abort', letGo)
    }
  }
  const drain = async (name: string | undefined): Promise<boolean> => {
    const free = isWhole || length > most || signal.aborted ? undefined : slots.take(name)
    if (free) await readRest().finally(free)
    if (!isWhole) letGo()
    return isWhole
  }
  const stream: Bytes = new ReadableStream(
    {
      async pull(controller) {
        // Chunks are missing now, and what is left must not pass for the whole.
        if (draining) throw new TypeError('The request is over.')
        const { done, value } = await read()
        if (isLetGo) throw new TypeError('The request was cut.')
        if (done) controller.close()
        else controller.enqueue(value)
      },
    },
    { highWaterMark: 0 },
  )
  return {
    stream,
    drain: name => (draining ??= drain(name)),
    bytes: () => bytes,
    waitedMs: () => waitedMs + (waitsSince === undefined ? 0 : performance.now() - waitsSince),
  }
}
