import { HttpError } from '../core/relay/http-error.ts'
import { type Bytes, readText } from '../core/relay/read-text.ts'
import { limitBytes, withIdleTimeout } from './body.ts'

export interface Forwarding {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  /** What the visitor sends, or what the relay has made of it. */
  readonly body: Bytes | string | undefined
  /** Of a streamed body, where the visitor told. */
  readonly length: number | undefined
  readonly maxBytes: number
  readonly timeoutMs: number
  /** The answer's body is passed on as it comes. */
  readonly downloads: boolean
  /** Aborts when the visitor leaves. */
  readonly signal: AbortSignal
  /** So many bytes of the body went on. */
  readonly moved: (bytes: number) => void
}

export interface Forwarded {
  readonly status: number
  readonly headers: Headers
  /** Read, or of a download the stream. */
  readonly body: string | Bytes | null
}

/** How long an answer that came before the body's end waits for it: who still sends does not read. */
const REST_MS = 5000
const withinMs = async (work: Promise<void>, ms: number): Promise<void> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<void>(resolve => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, late])
  clearTimeout(timer)
}

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

const redirected = (): HttpError =>
  new HttpError(502, 'The provider redirected the request. The relay follows none.')
const unreachable = (): HttpError => new HttpError(502, 'The provider could not be reached.')

/** How a fetch that may not follow one says so; each runtime in its own words. */
const isRedirect = (error: unknown): boolean =>
  error instanceof Error && /redirect/i.test(`${error.message} ${error.cause}`)

/** Cloudflare's way to tell the length of a stream: there a header cannot. */
interface FixedLength {
  new (length: number): { readonly readable: Bytes; readonly writable: WritableStream }
}

const withLength = (body: Bytes, length: number, headers: Headers): Bytes => {
  const { FixedLengthStream } = globalThis as { readonly FixedLengthStream?: FixedLength }
  if (!FixedLengthStream) {
    headers.set('content-length', String(length))
    return body
  }
  const { readable, writable } = new FixedLengthStream(length)
  // Its failure is the readable's, too.
  body.pipeTo(writable).catch(() => {})
  return readable
}

/**
 * Asks the upstream, the body streaming through. Throws 413 for a body that is too large, as soon as that is known; 504 where no byte
 * moved and no answer came in time; 502 for a redirect, which is never followed, and where there is no whole answer.
 */
export const forward = async (options: Forwarding): Promise<Forwarded> => {
  const { method, url, headers, body, length, maxBytes, timeoutMs, downloads, signal } = options
  const controller = new AbortController()
  let failure: HttpError | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = (why?: HttpError): void => {
    failure ??= why
    controller.abort()
  }
  const wait = (): void => {
    clearTimeout(timer)
    const late = new HttpError(504, 'The provider did not answer in time.')
    timer = setTimeout(stop, timeoutMs, late)
  }
  const moved = (bytes: number): void => {
    options.moved(bytes)
    wait()
  }
  const left = (): void => stop()
  let rest = Promise.resolve()
  if (signal.aborted) stop()
  signal.addEventListener('abort', left, { once: true })

  const bodyOf = (): { body?: BodyInit } => {
    if (!(body instanceof ReadableStream)) return body === undefined ? {} : { body }
    const { stream, over } = limitBytes(body, { maxBytes, length, moved, broken: stop })
    rest = over
    const sent = length === undefined ? stream : withLength(stream, length, headers)
    // Node's fetch wants it said; the type does not know it.
    return Object.assign({ body: sent }, { duplex: 'half' })
  }
  wait()
  try {
    const answer = await fetch(url, {
      ...bodyOf(),
      method,
      headers,
      ...NO_REDIRECT,
      signal: controller.signal,
    })
    const { status } = answer
    if (answer.type === 'opaqueredirect' || (status >= 300 && status < 400)) throw redirected()
    if (downloads && answer.ok) {
      const file = answer.body && withIdleTimeout(answer.body, wait, () => clearTimeout(timer))
      return { status, headers: answer.headers, body: file }
    }
    const text = await readText(answer.body, MAX_ANSWER_BYTES)
    if (text === undefined) throw new HttpError(502, 'The answer of the provider is too long.')
    signal.removeEventListener('abort', left)
    return { status, headers: answer.headers, body: text }
  } catch (error) {
    const known = failure ?? (error instanceof HttpError ? error : undefined)
    stop()
    throw known ?? (isRedirect(error) ? redirected() : unreachable())
  } finally {
    clearTimeout(timer)
    await withinMs(rest, REST_MS)
  }
}
