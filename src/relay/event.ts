import { isAbortError } from '../core/abort.ts'
import { HttpError } from '../core/relay/http-error.ts'
import type { Bytes } from '../core/relay/read-text.ts'
import type { Background, Reason } from '../core/relay/reason.ts'
import { describeCause } from './cause.ts'
import type { IncomingBody } from './incoming.ts'
import type { LogEntry, RelayOptions, StartEntry } from './options.ts'
import { requestIdOf } from './request-id.ts'
import { traceparentOf } from './trace.ts'

/** Filled in while the request is served. */
type Open<Entry> = { -readonly [Key in keyof Entry]: Entry[Key] }
export type OpenLogEntry = Open<LogEntry>

export interface EventOptions {
  readonly listeners: Pick<RelayOptions, 'log' | 'onStart'>
  readonly request: Request
  /** As the path names it. */
  readonly provider: string | undefined
  /** Of all providers, as they are now. */
  readonly secrets: () => readonly string[]
  /** Of the shared store. */
  readonly outages: Outages
}

/** How often the shared store was done without, and what it said the last time that it said something. */
export interface Outages {
  count: number
  cause?: unknown
}

/** What is told of one request. */
export interface RequestEvent {
  readonly entry: OpenLogEntry
  /** What went wrong, by its own reason. */
  fail(error: HttpError): void
  /** What went wrong beside: the first reason counts. */
  note(background: Background): void
  /** What goes out. A stream is counted while it does, and the request is over when that is. */
  answer<Body extends string | Bytes | null>(body: Body): Body
  /** The answer is made: logs it, or leaves that to the end of its stream. */
  end(status: number, incoming: IncomingBody): void
}

/** Any other is a word of the visitor's own. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

const NOTHING_YET = {
  status: 0,
  bytes: 0,
  bytesIn: 0,
  bytesOut: 0,
  ms: 0,
  visitorMs: 0,
  upstreamMs: 0,
} as const

/** A function of the site's threw: where, says its stack. */
const HAVE_STACK: readonly (Reason | undefined)[] = ['authorize-threw', 'no-address', 'threw']

/** What the site's own function throws, at once or later, must not fail an upload, or end the process. */
const tell = <Entry>(listener: ((entry: Entry) => unknown) | undefined, entry: Entry): void => {
  void (async () => listener?.(entry))().catch(() => {})
}

export const startEvent = (options: EventOptions): RequestEvent => {
  const { listeners, request, provider, secrets, outages } = options
  const { signal } = request
  const started = performance.now()
  const outagesBefore = outages.count
  const traceparent = traceparentOf(request)
  const id = requestIdOf(request)
  const method = METHODS.includes(request.method) ? request.method : 'other'
  // No spread: in V8 each makes hidden classes of its own, 6 kB for one request.
  const begin: Open<StartEntry> = provider === undefined ? { id, method } : { id, provider, method }
  if (traceparent !== undefined) begin.traceparent = traceparent
  const entry: OpenLogEntry = Object.assign({}, begin, NOTHING_YET)
  tell(listeners.onStart, begin)

  const note = ({ reason: given, cause, rule }: Background): void => {
    const hasLeft = signal.aborted && isAbortError(cause)
    const reason = hasLeft ? 'client-left' : given
    if (rule !== undefined) entry.rule = rule
    if (reason === undefined || entry.reason !== undefined) return
    entry.reason = reason
    const hasStack = HAVE_STACK.includes(reason)
    const hasMessage = reason !== 'store-down'
    const told = { request, secrets: secrets(), hasStack, hasMessage }
    const described = describeCause(cause, told)
    if (described) entry.cause = described
  }
  let answered: IncomingBody | undefined
  let isStreaming = false
  const writeOnceOver = (): void => {
    if (!answered || isStreaming) return
    if (signal.aborted) note({ reason: 'client-left' })
    if (outages.count > outagesBefore) note({ reason: 'store-down', cause: outages.cause })
    entry.bytesIn = answered.bytes
    entry.ms = Math.round(performance.now() - started)
    entry.visitorMs = Math.round(answered.waitedMs)
    entry.upstreamMs = Math.round(entry.upstreamMs)
    tell(listeners.log, Object.freeze(Object.assign({}, entry)))
  }
  return {
    entry,
    note,
    fail(error) {
      isStreaming = false
      entry.code = error.code
      note(error.background)
    },
    answer(body) {
      entry.bytesOut = typeof body === 'string' ? new TextEncoder().encode(body).length : 0
      if (!(body instanceof ReadableStream)) return body
      isStreaming = true
      return watchDownload(body, {
        onBytes: bytes => {
          entry.bytesOut += bytes
        },
        onEnd: background => {
          isStreaming = false
          if (background) note(background)
          writeOnceOver()
        },
      }) as typeof body
    },
    end(status, incoming) {
      entry.status = status
      answered = incoming
      writeOnceOver()
    },
  }
}

interface DownloadWatch {
  readonly onBytes: (bytes: number) => void
  readonly onEnd: (background?: Background) => void
}

const backgroundOf = (thrown: unknown): Background =>
  thrown instanceof HttpError ? thrown.background : { reason: 'cut', cause: thrown }

/** The same bytes. What ends them is told once. */
const watchDownload = (source: Bytes, { onBytes, onEnd }: DownloadWatch): Bytes => {
  const reader = source.getReader()
  let isOver = false
  const end = (background?: Background): void => {
    if (!isOver) onEnd(background)
    isOver = true
  }
  return new ReadableStream(
    {
      start(controller) {
        // Also while nobody asks for the next bytes: the visitor must not hold what was cut.
        reader.closed.catch(thrown => {
          end(backgroundOf(thrown))
          controller.error(thrown)
        })
      },
      async pull(controller) {
        try {
          const { done, value } = await reader.read()
          if (!done) {
            onBytes(value.length)
            return controller.enqueue(value)
          }
          end()
          controller.close()
        } catch (thrown) {
          end(backgroundOf(thrown))
          throw thrown
        }
      },
      cancel(reason) {
        end({ reason: 'client-left' })
        return reader.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
}
