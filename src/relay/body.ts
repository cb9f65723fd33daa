import { HttpError } from '../core/relay/http-error.ts'
import type { Bytes } from '../core/relay/read-text.ts'
import type { Source } from '../core/relay/source.ts'
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
  /** Resolves when nothing more of it goes on. Never rejects. */
  readonly over: Promise<void>
}

/**
 * The same bytes as a stream, counted chunk by chunk as they are asked for, so that nothing is buffered here. What the upstream does not want is
 * left in the source.
 */
export const limitBytes = (source: Source, options: LimitOptions): LimitedBody => {
  const { maxBytes, length, onBytes, onWhole, onFailure } = options
  let controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined
  let total = 0
  let isCancelled = false
  let end = (): void => {}
  const over = new Promise<void>(resolve => {
    end = resolve
  })
  const fail = (error?: HttpError): void => {
    if (isCancelled) return
    onFailure(error)
    controller?.error(error ?? new TypeError('The request was cut.'))
    end()
  }
  const goOn = (chunk: Uint8Array<ArrayBuffer> | undefined): void => {
    if (chunk) {
      onBytes(chunk.length)
      controller?.enqueue(chunk)
    } else {
      end()
      onWhole?.()
      controller?.close()
    }
  }
  // This is made once: there are thousands of chunks.
  const onChunk = ({ done, value }: ReadableStreamReadResult<Uint8Array<ArrayBuffer>>): void => {
    // The upstream has answered meanwhile, and this is no failure of the visitor.
    if (isCancelled) return
    total += value?.length ?? 0
    const isCut = length !== undefined && (done ? total < length : total > length)
    try {
      if (total > maxBytes) fail(tooLarge(maxBytes))
      else if (isCut) fail()
      else goOn(value)
    } catch {
      fail()
    }
  }
  const onCut = (): void => fail()
  const stream: Bytes = new ReadableStream(
    {
      start(given) {
        controller = given
      },
      pull: () => source.read().then(onChunk, onCut),
      cancel() {
        isCancelled = true
        end()
      },
    },
    { highWaterMark: 0 },
  )
  return { stream, over }
}

/**
 * The same bytes. The timer runs only while the next chunk is awaited: a visitor may take its time to read. `failure`: what it errors with, where
 * the source does.
 */
export const withIdleTimeout = (
  source: Bytes,
  timer: IdleTimer,
  failure: (thrown: unknown) => unknown = thrown => thrown,
): Bytes => {
  const reader = source.getReader()
  return new ReadableStream(
    {
      async pull(controller) {
        timer.restart()
        try {
          const { done, value } = await reader.read()
          if (done) controller.close()
          else controller.enqueue(value)
        } catch (thrown) {
          throw failure(thrown)
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
  new HttpError(413, `The request is larger than ${maxBytes} bytes.`, {}, { maxBytes })
