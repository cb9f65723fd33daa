import { HttpError } from '../core/relay/http-error.ts'
import type { Bytes } from '../core/relay/read-text.ts'

export interface CountOptions {
  readonly maxBytes: number
  /** What `Content-Length` said. A body of another length must not reach the upstream as if it were whole. */
  readonly length: number | undefined
  /** So many bytes went on. */
  readonly moved: (bytes: number) => void
  /** Called once, before the stream errors; with why, where that is the visitor's to know. */
  readonly broken: (why?: HttpError) => void
}

export interface Counted {
  readonly stream: Bytes
  /** Nothing more is to be read of the source. Never rejects. */
  readonly over: Promise<void>
}

/**
 * The same bytes, chunk by chunk as they are asked for, counted: nothing waits here. What is left of the source when the upstream wants
 * no more is read and thrown away, up to `maxBytes`: a server that stops reading cuts the line before its answer is read.
 */
export const limitBytes = (source: Bytes, options: CountOptions): Counted => {
  const { maxBytes, length, moved, broken } = options
  const reader = source.getReader()
  let total = 0
  let end = (): void => {}
  const over = new Promise<void>(resolve => {
    end = resolve
  })
  const drain = async (): Promise<void> => {
    try {
      for (let rest = maxBytes; rest > 0; ) {
        const { done, value } = await reader.read()
        if (done) break
        rest -= value.length
      }
    } catch {
      // The visitor left.
    }
    end()
  }
  const fail = (controller: ReadableStreamDefaultController, why?: HttpError): void => {
    broken(why)
    controller.error(why ?? new TypeError('The request was cut.'))
    void drain()
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
        end()
        return controller.close()
      }
      moved(value.length)
      controller.enqueue(value)
    } catch {
      fail(controller)
    }
  }
  const stream = new ReadableStream({ pull, cancel: () => void drain() }, { highWaterMark: 0 })
  return { stream, over }
}

/** The same bytes. `waits` while more is asked for; `over` when some came, or nothing will. */
export const withIdleTimeout = (source: Bytes, waits: () => void, over: () => void): Bytes => {
  const reader = source.getReader()
  return new ReadableStream(
    {
      async pull(controller) {
        waits()
        try {
          const { done, value } = await reader.read()
          if (done) controller.close()
          else controller.enqueue(value)
        } finally {
          over()
        }
      },
      cancel(reason) {
        over()
        return reader.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
}

export const tooLarge = (maxBytes: number): HttpError =>
  new HttpError(413, `The request is larger than ${maxBytes} bytes.`)
