import { HttpError } from '../core/relay/http-error.ts'
import type { Bytes } from '../core/relay/read-text.ts'
import type { Source } from '../core/relay/source.ts'
import { Pace } from './pace.ts'

export interface Limits {
  /** Of the whole request, until the last byte of its answer. */
  readonly maxSeconds: number
  /** Of its body, over a minute. */
  readonly minBytesPerSecond: number
}

/** The visitor may still be sending, and must not be waited for. */
const CLOSING = { Connection: 'close' } as const

/** How long one request may take, and how slowly its body may come. */
export class RequestLimits {
  readonly #controller = new AbortController()
  readonly #pace: Pace
  readonly #timer: ReturnType<typeof setTimeout>
  #error: HttpError | undefined
  #isDownload = false
  #body: Source | undefined

  constructor({ maxSeconds, minBytesPerSecond }: Limits) {
    this.#pace = new Pace(minBytesPerSecond, () =>
      this.#pass(`The body came with less than ${minBytesPerSecond} bytes a second.`),
    )
    this.#timer = setTimeout(
      () => this.#pass(`The request took more than ${maxSeconds} seconds.`),
      maxSeconds * 1000,
    )
  }

  /** Aborts with `error` for its reason: nothing of the request goes on then, and nothing of it is left open at an upstream. */
  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** 408, once a limit was passed. */
  get error(): HttpError | undefined {
    return this.#error
  }

  /**
   * The visitor's body, the only one. It rejects where it comes too slowly, and where the request takes too long; the time in which nobody asks
   * for it does not count.
   */
  watch(body: Source): Source {
    const { signal } = this
    const pace = this.#pace
    this.#body = body
    if (signal.aborted) this.#letGo()
    // Both are made once: there are thousands of chunks.
    const onChunk = (
      chunk: ReadableStreamReadResult<Uint8Array<ArrayBuffer>>,
    ): ReadableStreamReadResult<Uint8Array<ArrayBuffer>> => {
      pace.stopWaiting(chunk.value?.length ?? 0)
      // It was let go, which is no end.
      if (signal.aborted) throw signal.reason
      return chunk
    }
    const onCut = (thrown: unknown): never => {
      pace.stopWaiting(0)
      throw signal.aborted ? signal.reason : thrown
    }
    return {
      read() {
        pace.startWaiting()
        return body.read().then(onChunk, onCut)
      },
      cancel: reason => body.cancel(reason),
    }
  }

  /** A download, which goes on after `end()`. It errors where the request takes too long. */
  endWith(body: Bytes): Bytes {
    this.#isDownload = true
    return untilAborted(body, this.signal, () => this.#stop())
  }

  /** No timer is left, unless for a download. */
  end(): void {
    if (!this.#isDownload) this.#stop()
  }

  #pass(message: string): void {
    this.#error ??= new HttpError(408, message, CLOSING, {}, { reason: 'too-slow' })
    this.#stop()
    this.#controller.abort(this.#error)
    this.#letGo()
  }

  #letGo(): void {
    this.#body?.cancel(this.signal.reason).catch(() => {})
  }

  #stop(): void {
    clearTimeout(this.#timer)
    this.#pace.stop()
  }
}

/** The same bytes. When the signal aborts, the stream errors with its reason, and its source is let go. `onEnd`: nothing more comes. */
const untilAborted = (source: Bytes, signal: AbortSignal, onEnd: () => void): Bytes => {
  const reader = source.getReader()
  let abort = (): void => {}
  const end = (): void => {
    signal.removeEventListener('abort', abort)
    onEnd()
  }
  return new ReadableStream(
    {
      start(controller) {
        abort = () => {
          controller.error(signal.reason)
          reader.cancel(signal.reason).catch(() => {})
        }
        if (signal.aborted) abort()
        signal.addEventListener('abort', abort, { once: true })
      },
      async pull(controller) {
        try {
          const { done, value } = await reader.read()
          if (signal.aborted) return
          if (!done) return controller.enqueue(value)
          end()
          controller.close()
        } catch (thrown) {
          end()
          throw thrown
        }
      },
      cancel(reason) {
        end()
        return reader.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
}
