import type { Timeouts } from './contracts.ts'
import { traceRequest } from './debug.ts'
import { type ErrorFacts, SealDropError } from './errors.ts'

export interface RequestOptions {
  readonly method: string
  /** Absolute. */
  readonly url: string
  readonly headers?: Headers
  readonly body?: FormData | Blob | string
  readonly signal: AbortSignal
  /** Bytes of the body that were sent, of all its bytes (those between the parts of a form included). Equal once all were sent. */
  readonly progress?: (done: number, total: number) => void
  /** The browser has taken the whole body: from here on it may arrive, whatever becomes of the request. */
  readonly bodyTaken?: () => void
  /** 1 for the first try. */
  readonly attempt?: number
  /** `stall`: 30,000, then `stalled`. `answer`: 60,000, then `timeout`. */
  readonly timeouts?: Timeouts
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

const STALL_MS = 30_000
const ANSWER_MS = 60_000
/** No API here answers with more. A hostile server must not be able to fill the page's memory. */
const MAX_ANSWER_BYTES = 1_048_576

/**
 * One HTTP request by XMLHttpRequest: fetch reports no upload progress in any engine. Resolves with any complete
 * answer, whatever its status. Rejects with `offline`, `network`, `stalled`, `timeout`, with `protocol` for a redirect to
 * another origin or an answer over 1 MiB, and with `signal.reason` when aborted. Nothing of it outlives the promise.
 */
export const request = (options: RequestOptions): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { method, url, headers, body, signal, progress, timeouts = {} } = options
    if (signal.aborted) return reject(signal.reason)
    const startedAt = performance.now()
    const xhr = new XMLHttpRequest()
    let bytesLeft = body === undefined
    let timer: ReturnType<typeof setTimeout> | undefined

    const settle = (outcome: number | string, end: () => void): void => {
      traceRequest(method, url, outcome, startedAt)
      clearTimeout(timer)
      signal.removeEventListener('abort', aborted)
      xhr.onreadystatechange = xhr.onload = xhr.onerror = xhr.onprogress = null
      xhr.upload.onprogress = xhr.upload.onload = null
      xhr.abort()
      end()
    }
    const fail = (
      code: 'offline' | 'network' | 'stalled' | 'timeout' | 'protocol',
      message: string,
      facts: ErrorFacts = {},
    ): void => {
      const outcome = bytesLeft ? 'unknown' : 'unsent'
      settle(code, () =>
        reject(
          new SealDropError(code, message, { retryable: code !== 'protocol', outcome, ...facts }),
        ),
      )
    }
    const aborted = (): void => settle('aborted', () => reject(signal.reason))
    const expect = (code: 'stalled' | 'timeout', ms: number): void => {
      clearTimeout(timer)
      timer = setTimeout(
        () =>
          fail(
            code,
            code === 'stalled' ? `No byte moved for ${ms} ms.` : `No answer came within ${ms} ms.`,
          ),
        ms,
      )
    }
    const movedOn = (): void => expect('stalled', timeouts.stall ?? STALL_MS)

    signal.addEventListener('abort', aborted, { once: true })
    xhr.open(method, url)
    headers?.forEach((value, name) => {
      // The browser sets the one with the form's boundary. A page's code for headers often adds one for JSON.
      if (body instanceof FormData && name === 'content-type') return
      xhr.setRequestHeader(name, value)
    })
    xhr.upload.onprogress = event => {
      bytesLeft ||= event.loaded > 0
      movedOn()
      progress?.(event.loaded, event.total)
    }
    xhr.upload.onload = ({ total }) => {
      bytesLeft = true
      expect('timeout', timeouts.answer ?? ANSWER_MS)
      options.bodyTaken?.()
      progress?.(total, total)
    }
    xhr.onreadystatechange = () => {
      // The browser follows redirects by itself, so the other origin has the request already. Its answer is not believed.
      if (
        xhr.readyState === xhr.HEADERS_RECEIVED &&
        new URL(xhr.responseURL || url).origin !== new URL(url).origin
      )
        fail('protocol', 'The server redirected the request to another origin.')
    }
    xhr.onprogress = event => {
      if (event.loaded > MAX_ANSWER_BYTES) return fail('protocol', 'The answer is over 1 MiB.')
      movedOn()
    }
    xhr.onload = () => {
      const { status, responseText: text } = xhr
      const names = new Map(
        xhr
          .getAllResponseHeaders()
          .trim()
          .split(/\r?\n/)
          .map(line => {
            const colon = line.indexOf(':')
            return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
          }),
      )
      settle(status, () =>
        resolve({
          status,
          text,
          hadBody: body !== undefined,
          header: name => names.get(name.toLowerCase()) ?? null,
        }),
      )
    }
    xhr.onerror = () =>
      navigator.onLine === false
        ? fail('offline', 'The device is offline.')
        : fail(
            'network',
            'The connection failed: no answer, a dropped line, or a server that CORS does not let this page read.',
          )
    if (body === undefined) expect('timeout', timeouts.answer ?? ANSWER_MS)
    else movedOn()
    xhr.send(body ?? null)
  })
