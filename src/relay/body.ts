import { HttpError } from '../core/relay/http-error.ts'
import type { Bytes } from '../core/relay/read-text.ts'
import type { IdleTimer } from './idle-timer.ts'

export interface LimitOptions {
  readonly maxBytes: number
  /** What `Content-Length` said. A body of another length must not reach the upstream as if it were whole. */
  readonly length: number | undefined
  /** Called for each chunk that goes on. */
  readonly onBytes: (bytes: number) => void
  /** Called when all of it was asked for, and went on. */
  readonly onWhole?: () => void
  /** Called once, before the stream errors. `error` is what the visitor is told; undefined where the visitor cut the body. */
  readonly onFailure: (error?: HttpError) => void
}

export interface LimitedBody {
  readonly stream: Bytes
  /** Resolves when nothing more is read of the source. Never rejects. */
  readonly sourceDone: Promise<void>
}

/**
 * The same bytes, counted chunk by chunk as they are asked for, so that nothing is buffered here. When the upstream wants no more, what
 * is left of the source is read and thrown away, up to `maxBytes`: a server that stops reading closes the connection before the visitor
 * has read the answer.
 */
export const limitBytes = (source: Bytes, options: LimitOptions): LimitedBody => {
  const { maxBytes, length, onBytes, onWhole, onFailure } = options
  const reader = source.getReader()
  let total = 0
  let markDone = (): void => {}
  const sourceDone = new Promise<void>(resolve => {
    markDone = resolve
  })
  const drainRest = async (): Promise<void> => {
    await drain(reader, maxBytes)
    markDone()
  }
  const fail = (controller: ReadableStreamDefaultController, error?: HttpError): void => {
    onFailure(error)
    controller.error(error ?? new TypeError('The request was cut.'))
    void drainRest()
  }
  const pull = async (
    controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>,
  ): Promise<void> => {
    try {
      const { done, value } = await reader.read()
      total += value?.length ?? 0
      if (total > maxBytes) return fail(controller, tooLarge(maxBytes))
      if (length !== undefined && (done ? total < length : total > length)) return fail(controller)
      if (done) {
        markDone()
        onWhole?.()
        return controller.close()
      }
      onBytes(value.length)
      controller.enqueue(value)
    } catch {
      fail(controller)
    }
  }
  const stream = new ReadableStream({ pull, cancel: () => void drainRest() }, { highWaterMark: 0 })
  return { stream, sourceDone }
}

/** Reads what is left and throws it away, up to so many bytes. Never rejects. */
export const drain = async (
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
): Promise<void> => {
  try {
    for (let rest = maxBytes; rest > 0; ) {
      const { done, value } = await reader.read()
      if (done) return
      rest -= value.length
    }
  } catch {
    // The visitor left.
  }
}

/** The same bytes. The timer runs only while the next chunk is awaited: a visitor may take its time to read. */
export const withIdleTimeout = (source: Bytes, timer: IdleTimer): Bytes => {
  const reader = source.getReader()
  return new ReadableStream(
    {
      async pull(controller) {
        timer.restart()
        try {
          const { done, value } = await reader.read()
          if (done) controller.close()
          else controller.enqueue(value)
        } finally {
          timer.stop()
        }
      },
      cancel(reason) {
        timer.stop()
        return reader.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
}

export const tooLarge = (maxBytes: number): HttpError =>
  new HttpError(413, `The request is larger than ${maxBytes} bytes.`)
