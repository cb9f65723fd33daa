import { unreachable } from '../core/relay/failure.ts'
import { HttpError } from '../core/relay/http-error.ts'
import { type Bytes, readText } from '../core/relay/read-text.ts'
import type { Source } from '../core/relay/source.ts'
import { withTimeout } from '../core/timer.ts'
import { limitBytes, withIdleTimeout } from './body.ts'
import { IdleTimer } from './idle-timer.ts'

export interface Forwarding {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  /** What the visitor sends, or what the relay has made of it. */
  readonly body: Source | string | undefined
  /** Of a streamed body, as the visitor declared it. */
  readonly length: number | undefined
  readonly maxBytes: number
  readonly timeoutMs: number
  /** The answer's body is passed on as it comes. */
  readonly downloads: boolean
  /** Aborts when the visitor leaves. */
  readonly signal: AbortSignal
  /** Aborts when the request has taken too much, by an `HttpError`. */
  readonly limit: AbortSignal
  /** Called for each chunk of the body that goes on. */
  readonly onBytes: (bytes: number) => void
  /** Called with the status of a whole answer, of a download of its head. */
  readonly onStatus?: (status: number) => void
  /** Called when all of the body went on, or where there is none: from now on the upstream may do what it is asked. */
  readonly onWhole?: (() => void) | undefined
  /** A visitor that leaves after that does not stop it. */
  readonly outlivesVisitor?: boolean | undefined
}

export interface Forwarded {
  readonly status: number
  readonly headers: Headers
  /** The text; of a download the stream. */
  readonly body: string | Bytes | null
}

/** So long a body may go on that the upstream has answered before its end. */
const EARLY_MS = 5000

/** No API here answers with more. */
const MAX_ANSWER_BYTES = 1_048_576

/**
 * Node's fetch keeps all of a streamed body until the request is over (it clones the request by `tee`), unless no redirect can ever be
 * followed and no window asks: 700 MB for 40 uploads of 20 MB, against 20 (measured). Cloudflare's fetch knows `manual` only.
 */
const NO_REDIRECT = ((): RequestInit => {
  try {
    new Request('https://example.invalid', { redirect: 'error' })
    return { redirect: 'error', window: null }
  } catch {
    return { redirect: 'manual' }
  }
})()

/** Node's fetch demands it for a streamed body; its type does not know it. */
const STREAMED = { duplex: 'half' } as const

/** Nobody gets this answer. */
const visitorLeft = (): HttpError =>
  new HttpError(502, 'The request was cut.', {}, {}, { reason: 'client-left' })
const tooLong = (): HttpError =>
  new HttpError(502, 'The answer of the provider is too long.', {}, {}, { reason: 'too-long' })

/** On Cloudflare only this sets the length of a streamed body; a header does nothing. */
interface FixedLength {
  new (length: number): { readonly readable: Bytes; readonly writable: WritableStream }
}

const withLength = (body: Bytes, length: number, headers: Headers): Bytes => {
  const { FixedLengthStream } = globalThis as {
    readonly FixedLengthStream?: FixedLength
  }
  if (!FixedLengthStream) {
    headers.set('content-length', String(length))
    return body
  }
  const { readable, writable } = new FixedLengthStream(length)
  // Where this fails, the readable fails as well, and fetch says so.
  body.pipeTo(writable).catch(() => {})
  return readable
}

/**
 * Asks the upstream, the body streaming through. Throws 413 for a body that is too large, as soon as that is known; the reason of `limit`
 * when that aborts; 504 where no byte moved and no answer came in time; 502 for a redirect, which is never followed, and where there is no whole answer.
 */
export const forward = async (options: Forwarding): Promise<Forwarded> => {
  const { method, url, headers, body, length, maxBytes, timeoutMs, downloads, signal, limit } =
    options
  const controller = new AbortController()
  let reason: HttpError | undefined
  const stop = (error: HttpError): void => {
    reason ??= error
    controller.abort()
  }
  const leave = (): void => stop(visitorLeft())
  const failure = (thrown: unknown): HttpError =>
    reason ?? (thrown instanceof HttpError ? thrown : unreachable(thrown))
  const idle = new IdleTimer(timeoutMs, () =>
    stop(new HttpError(504, 'The provider did not answer in time.', {}, {}, { reason: 'timeout' })),
  )
  const onBytes = (bytes: number): void => {
    options.onBytes(bytes)
    idle.restart()
  }
  let isWhole = false
  const onWhole = (): void => {
    isWhole = true
    options.onWhole?.()
  }
  const onVisitorLeft = (): void => {
    if (!(isWhole && options.outlivesVisitor)) leave()
  }
  const onLimit = (): void => stop(limit.reason)
  if (limit.aborted) onLimit()
  limit.addEventListener('abort', onLimit, { once: true })
  if (signal.aborted) leave()
  signal.addEventListener('abort', onVisitorLeft, { once: true })

  let bodyIsOver = Promise.resolve()
  const bodyOf = (): BodyInit | null => {
    if (typeof body !== 'object') {
      if (!controller.signal.aborted) onWhole()
      return body ?? null
    }
    const limited = limitBytes(body, {
      maxBytes,
      length,
      onBytes,
      onWhole,
      onFailure: error => (error ? stop(error) : leave()),
    })
    bodyIsOver = limited.over
    const { stream } = limited
    return length === undefined ? stream : withLength(stream, length, headers)
  }
  idle.restart()
  try {
    // No spread: in V8 each makes hidden classes of its own.
    const init = { method, headers, body: bodyOf(), signal: controller.signal }
    Object.assign(init, NO_REDIRECT, typeof body === 'object' && STREAMED)
    const answer = await fetch(url, init)
    const { status } = answer
    if (answer.type === 'opaqueredirect' || (status >= 300 && status < 400))
      throw unreachable(new TypeError(`redirect: ${status}`))
    if (downloads && answer.ok) {
      options.onStatus?.(status)
      return {
        status,
        headers: answer.headers,
        body: answer.body && withIdleTimeout(answer.body, idle, failure),
      }
    }
    const text = await readText(answer.body, MAX_ANSWER_BYTES)
    if (text === undefined) throw tooLong()
    options.onStatus?.(status)
    signal.removeEventListener('abort', onVisitorLeft)
    return { status, headers: answer.headers, body: text }
  } catch (error) {
    const known = failure(error)
    stop(known)
    throw known
  } finally {
    limit.removeEventListener('abort', onLimit)
    idle.stop()
    await withTimeout(bodyIsOver, EARLY_MS, () => {})
  }
}
