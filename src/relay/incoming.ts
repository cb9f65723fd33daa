import type { Source } from '../core/relay/source.ts'
import type { DrainSlots } from './drain-slots.ts'
import { IdleTimer } from './idle-timer.ts'

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

/** Of `maxBytes`: what is larger is refused, and still has to arrive before its sender hears so. */
const MOST_TIMES = 4

type Chunk = ReadableStreamReadResult<Uint8Array<ArrayBuffer>>

/**
 * A visitor's body, until its last byte. Browsers and proxies first send, and then read. One that is answered in the midst of its body sends on to
 * a server that does not read: Chromium hears of it when the connection ends, after six seconds and more (measured with Node), and a proxy makes
 * a 502 of it.
 */
export class IncomingBody {
  /** As it comes; null where there is none. Whoever stops reading, or cancels it, lets the rest be. It rejects once it is drained. */
  readonly source: Source | null
  readonly #all: Source | null
  readonly #options: IncomingOptions
  #bytes = 0
  #waitedMs = 0
  #waitsSince: number | undefined
  /** Two where the rest is drained while an upstream that has answered still waits for its next bytes. */
  #waiting = 0
  #isWhole = false
  #isLetGo = false
  #draining: Promise<boolean> | undefined

  constructor(body: Source | null, options: IncomingOptions) {
    this.#all = body
    this.#options = options
    this.#isWhole = !body
    this.source = body && this.#wanted(body)
  }

  /**
   * Reads what nobody has read, and throws it away. False where that cannot be: it is longer than four times `maxBytes`, too many others are
   * drained, it comes too slowly, or the visitor left. It is let go then. Never rejects.
   */
  drain(name?: string): Promise<boolean> {
    this.#draining ??= this.#drain(name)
    return this.#draining
  }

  /** How many bytes came so far. */
  get bytes(): number {
    return this.#bytes
  }

  /** How long it was waited for them, in milliseconds. */
  get waitedMs(): number {
    const since = this.#waitsSince
    return this.#waitedMs + (since === undefined ? 0 : performance.now() - since)
  }

  #wanted(all: Source): Source {
    // These are made once: there are thousands of chunks.
    const onChunk = (chunk: Chunk): Chunk => {
      this.#count(chunk)
      if (this.#isLetGo) throw new TypeError('The request was cut.')
      return chunk
    }
    const onCut = (thrown: unknown): never => {
      this.#stopWaiting()
      throw thrown
    }
    return {
      read: () => {
        // Chunks are missing now, and what is left must not pass for the whole.
        if (this.#draining) return Promise.reject(new TypeError('The request is over.'))
        this.#startWaiting()
        return all.read().then(onChunk, onCut)
      },
      cancel: async () => {},
    }
  }

  #count({ done, value }: Chunk): void {
    this.#stopWaiting()
    this.#bytes += value?.length ?? 0
    if (done) this.#isWhole = !this.#isLetGo
  }

  #startWaiting(): void {
    if (this.#waiting++ === 0) this.#waitsSince = performance.now()
  }

  #stopWaiting(): void {
    if (--this.#waiting > 0) return
    this.#waitedMs = this.waitedMs
    this.#waitsSince = undefined
  }

  async #drain(name: string | undefined): Promise<boolean> {
    const { length = 0, maxBytes, slots, signal } = this.#options
    const isTooLong = length > maxBytes * MOST_TIMES
    const free = this.#isWhole || isTooLong || signal.aborted ? undefined : slots.take(name)
    if (free) await this.#readRest().finally(free)
    if (!this.#isWhole) this.#letGo()
    return this.#isWhole
  }

  async #readRest(): Promise<void> {
    const { maxBytes, idleMs, signal } = this.#options
    const letGo = (): void => this.#letGo()
    const idle = new IdleTimer(idleMs, letGo)
    signal.addEventListener('abort', letGo)
    try {
      while (!this.#isWhole && !this.#isLetGo && this.#bytes <= maxBytes * MOST_TIMES) {
        idle.restart()
        await this.#readOn()
      }
    } catch {
      // The visitor left, or sends too slowly.
    } finally {
      idle.stop()
      signal.removeEventListener('abort', letGo)
    }
  }

  async #readOn(): Promise<void> {
    this.#startWaiting()
    try {
      const chunk = await this.#all?.read()
      if (chunk) this.#count(chunk)
    } catch (thrown) {
      this.#stopWaiting()
      throw thrown
    }
  }

  #letGo(): void {
    this.#isLetGo = true
    this.#all?.cancel().catch(() => {})
  }
}
