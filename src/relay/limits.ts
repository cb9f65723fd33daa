import { HttpError } from '../core/relay/http-error.ts'
import type { Bytes } from '../core/relay/read-text.ts'
import { createPace } from './pace.ts'

export interface Limits {
  /** Of the whole request, until the last byte of its answer. */
  readonly maxSeconds: number
  /** Of its body, over a minute. */
  readonly minBytesPerSecond: number
}

/** How long one request may take, and how slowly its body may come. */
export interface RequestLimits {
  /** Aborts with `error` for its reason: nothing of the request goes on then, and nothing of it is left open at an upstream. */
  readonly signal: AbortSignal
  /** 408, once a limit was passed. */
  readonly error: HttpError | undefined
  /** The visitor's body. It errors where it comes too slowly; the time in which nobody asks for it does not count. */
  watch(body: Bytes): Bytes
  /** A download, which goes on after `end()`. It errors where the request takes too long. */
  endWith(body: Bytes): Bytes
  /** No timer is left, unless for a download. */
  end(): void
}

/** The visitor may still be sending, and must not be waited for. */
const CLOSING = { Connection: 'close' } as const

export const startLimits = ({ maxSeconds, minBytesPerSecond }: Limits): RequestLimits => {
  const controller = new AbortController()
  const { signal } = controller
  let error: HttpError | undefined
  let isDownload = false
  const pass = (message: string): void => {
    error ??= new HttpError(408, message, CLOSING, {}, { reason: 'too-slow' })
    stop()
    controller.abort(error)
  }
  const pace = createPace(minBytesPerSecond, () =>
    pass(`The body came with less than ${minBytesPerSecond} bytes a second.`),
  )
  const timer = setTimeout(
    () => pass(`The request took more than ${maxSeconds} seconds.`),
    maxSeconds * 1000,
  )
  const stop = (): void => {
    clearTimeout(timer)
    pace.stop()
  }
  return {
    signal,
    get error() {
      return error
    },
    watch: body =>
      untilAborted(body, signal, async reader => {
        pace.startWaiting()
        try {
          const chunk = await reader.read()
          pace.count(chunk.value?.length ?? 0)
          return chunk
        } finally {
          pace.stopWaiting()
        }
      }),
    endWith(body) {
      isDownload = true
      return untilAborted(body, signal, reader => reader.read(), stop)
    },
    end() {
      if (!isDownload) stop()
    },
  }
}

type Reader = ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>

/** The same bytes. When the signal aborts, the stream errors with its reason, and its source is let go. `onEnd`: nothing more comes. */
const untilAborted = (
  source: Bytes,
  signal: AbortSignal,
  read: (reader: Reader) => ReturnType<Reader['read']>,
  onEnd: () => void = () => {},
): Bytes => {
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
          const { done, value } = await read(reader)
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
