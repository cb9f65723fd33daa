import { type Body, sizeOf, trackBody } from './body.ts'
import type { Taken, Timeouts } from './contracts.ts'
import { traceRequest } from './debug.ts'
import { type ErrorCode, type ErrorFacts, isSealDropError, SealDropError } from './errors.ts'
import { believedRate, noteDelivered } from './line-rate.ts'
import { takeSlot } from './line-slots.ts'
import { parseHeaders } from './response-headers.ts'
import { isRedirected, signInNeeded } from './sign-in.ts'
import { startLimit } from './timer.ts'

export interface RequestOptions {
  readonly method: string
  /** Absolute. */
  readonly url: string
  readonly headers?: Headers
  readonly body?: Body
  readonly signal: AbortSignal
  /**
   * Bytes of the body, of all its bytes (those between the parts of a form included). Equal once the server has answered, or once
   * they can all have arrived; until then 90% at most, for what a browser counts as sent may only have left for a buffer.
   */
  readonly progress?: (done: number, total: number) => void
  /**
   * The browser has taken the whole body: from here on it may arrive, whatever becomes of the request. Where a service worker
   * hides that, it is called at once; where `signal` stops the request before the browser told of a byte, it is called then. Firefox
   * tells late: there it is called at once with `perhaps`, and with `no` if some are left.
   */
  readonly bodyTaken?: (taken?: Taken) => void
  /** 1 for the first try. Later ones wait longer for an answer. */
  readonly attempt?: number
  /**
   * `connect`: 30,000, then `stalled`; without a body so much for each try, then `timeout`. `stall`: 30,000, and
   * as long as the most that the browser handed over at once takes at the believed rate of the line, then `stalled`.
   * `answer`: for each try 60,000 and as long as the body takes at that rate, then `timeout`.
   */
  readonly timeouts?: Timeouts
  /** Whether cookies go along to another origin (`same-origin`: they do not). */
  readonly credentials?: 'same-origin' | 'include'
}

/** A complete answer. Nothing in it is trusted. */
export interface Answer {
  readonly status: number
  /** The header's value, or null where it is absent or not exposed by CORS. */
  header(name: string): string | null
  readonly text: string
  /** Whether the request carried a body: then an answer that nobody understands may be that of a stored file. */
  readonly hadBody?: boolean
}

const CONNECT_MS = 30_000
const STALL_MS = 30_000
const ANSWER_MS = 60_000
/** No API here answers with more. A hostile server must not be able to fill the page's memory. */
const MAX_ANSWER_BYTES = 1_048_576

/**
 * One HTTP request by XMLHttpRequest: fetch reports no upload progress in any engine. At most four to one origin are under way; the
 * others wait, and their clocks do not run yet. Resolves with any complete answer, whatever its status. Rejects with `offline`,
 * `network`, `stalled`, `timeout`, with `unauthorized` for a redirect to a login page, with `protocol` for any other redirect to
 * another origin or an answer over 1 MiB, and with `signal.reason` when aborted. Nothing of it outlives the promise.
 */
export const request = async (options: RequestOptions): Promise<Answer> => {
  const { url, headers, signal } = options
  const free = await takeSlot(new URL(url).origin, signal)
  try {
    return await exchange(options)
  } catch (thrown) {
    const isUnclear = isSealDropError(thrown) && thrown.code === 'network'
    const error = isUnclear && (await isRedirected(url, headers, signal)) ? signInNeeded() : thrown
    signal.throwIfAborted()
    throw error
  } finally {
    free()
  }
}

const withoutHash = (url: string): string => {
  const { href, hash } = new URL(url)
  return href.slice(0, href.length - hash.length)
}

/** A worker between page and server may swallow the upload's events, and mostly does. */
const hasServiceWorker = (): boolean => Boolean(navigator.serviceWorker?.controller)

/**
 * Firefox tells of bytes 50 ms after they left. What fails sooner shows the same events whether nothing left, or all of it arrived
 * (test/simulate/xhr-scenarios.ts).
 */
const tellsLate = (): boolean => /\bFirefox\//.test(navigator.userAgent)

/** Where a page is busy, any browser tells late of bytes that left: what is stopped so early, unheard of, may arrive. */
const TOLD_BY_MS = 1_000

const exchange = (options: RequestOptions): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { method, url, headers, body, signal, progress, attempt = 1, timeouts = {} } = options
    if (signal.aborted) return reject(signal.reason)
    const { origin } = new URL(url)
    const wasOnline = navigator.onLine
    const startedAt = performance.now()
    const xhr = new XMLHttpRequest()
    let size = body === undefined ? 0 : sizeOf(body)
    const isEmpty = size === 0
    const isUnseen = !isEmpty && hasServiceWorker()
    let mayHaveArrived = isEmpty || isUnseen
    let isTaken = false
    /** The whole body may have arrived before the browser tells of its first byte. */
    let isUntold = !isEmpty && !isUnseen && wasOnline && tellsLate()
    let stopLimit = (): void => {}
    const draw = (done: number, total: number): void => progress?.(done, total)
    const track = trackBody(size, believedRate(origin), draw, isUnseen)

    const settle = (outcome: number | string, end: () => void): void => {
      traceRequest(method, url, outcome, startedAt)
      stopLimit()
      track.stop()
      signal.removeEventListener('abort', aborted)
      xhr.onreadystatechange = xhr.onload = xhr.onerror = xhr.onprogress = null
      xhr.upload.onprogress = xhr.upload.onload = null
      xhr.abort()
      end()
    }
    const fail = (code: ErrorCode, message: string, facts: ErrorFacts = {}): void => {
      const outcome = mayHaveArrived ? 'unknown' : 'unsent'
      const retryable = code !== 'protocol'
      settle(code, () => reject(new SealDropError(code, message, { retryable, outcome, ...facts })))
    }
    const aborted = (): void => {
      const isEarly = performance.now() - startedAt < TOLD_BY_MS
      if (!isEmpty && reached === 0 && isEarly && wasOnline) options.bodyTaken?.()
      settle('aborted', () => reject(signal.reason))
    }
    const expect = (code: 'stalled' | 'timeout', ms: number): void => {
      stopLimit()
      const what = code === 'stalled' ? 'No byte moved' : 'No answer came'
      stopLimit = startLimit(ms, () => fail(code, `${what} within ${ms} ms.`))
    }
    const travelMs = (bytes: number): number => (bytes / believedRate(origin)) * 1_000
    const movedOn = (bytes = 0): void =>
      expect('stalled', timeouts.stall ?? STALL_MS + travelMs(bytes))
    const awaitAnswer = (): void =>
      expect('timeout', timeouts.answer ?? (ANSWER_MS + travelMs(size)) * attempt)

    signal.addEventListener('abort', aborted, { once: true })
    xhr.open(method, url)
    xhr.withCredentials = options.credentials === 'include'
    headers?.forEach((value, name) => {
      // The browser sets the one with the form's boundary. A page's code for headers often adds one for JSON.
      if (body instanceof FormData && name === 'content-type') return
      xhr.setRequestHeader(name, value)
    })
    // A browser hands over as much as the buffers take, and more only when they have room again: of 12 MB over a line of
    // 20 kB/s, 4 MB left at once, and then nothing for over 30 s (measured). So the most that left at once may need its time.
    let reached = 0
    let most = 0
    // Firefox fires the upload's `load` only when the answer comes: its last progress event is what tells.
    const took = (loaded: number, total: number): void => {
      if (loaded === 0 || isTaken) return
      mayHaveArrived = true
      size = total
      isTaken = loaded >= total
      most = Math.max(most, loaded - reached)
      reached = loaded
      if (isTaken) awaitAnswer()
      else movedOn(most)
      if (isTaken && !isUnseen) options.bodyTaken?.()
      track.took(loaded, total)
      if (isUntold && !isTaken) options.bodyTaken?.('no')
      isUntold = false
    }
    xhr.upload.onprogress = ({ loaded, total }) => took(loaded, total)
    xhr.upload.onload = ({ total }) => took(total, total)
    xhr.onreadystatechange = () => {
      if (xhr.readyState !== xhr.HEADERS_RECEIVED) return
      // The browser follows redirects by itself, so the other origin has the request already. Its answer is not believed.
      if (new URL(xhr.responseURL || url).origin !== origin)
        fail('protocol', 'The server redirected the request to another origin.')
      else movedOn()
    }
    xhr.onprogress = event => {
      if (event.loaded > MAX_ANSWER_BYTES) return fail('protocol', 'The answer is over 1 MiB.')
      movedOn()
    }
    xhr.onload = () => {
      const { status, responseText: text } = xhr
      const found = parseHeaders(xhr.getAllResponseHeaders())
      const header = (name: string): string | null => found.get(name.toLowerCase()) ?? null
      const isGood = status >= 200 && status <= 299
      const wasRedirected = xhr.responseURL !== '' && xhr.responseURL !== withoutHash(url)
      if (isGood && wasRedirected && /^text\/html\b/i.test(header('content-type') ?? ''))
        return settle('unauthorized', () => reject(signInNeeded()))
      if (isGood) noteDelivered(origin, size, performance.now() - startedAt)
      if (isGood || isTaken || isUnseen) track.arrived()
      settle(status, () => resolve({ status, text, hadBody: body !== undefined, header }))
    }
    xhr.onerror = () => {
      mayHaveArrived ||= isUntold
      navigator.onLine === false
        ? fail('offline', 'The device is offline.')
        : fail(
            'network',
            'The connection failed: no answer, a dropped line, or a server that CORS does not let this page read.',
          )
    }
    if (isEmpty) expect('timeout', timeouts.connect ?? CONNECT_MS * attempt)
    else if (isUnseen) awaitAnswer()
    else expect('stalled', timeouts.connect ?? CONNECT_MS)
    xhr.send(body ?? null)
    if (isUnseen) options.bodyTaken?.()
    if (isUntold) options.bodyTaken?.('perhaps')
  })
