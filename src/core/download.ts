import type { Job } from './contracts.ts'
import { traceRequest } from './debug.ts'
import { isSealDropError, SealDropError } from './errors.ts'
import type { Answer } from './request.ts'

/** No provider stores a larger document. A hostile server shall not fill the memory. */
const MAX_BYTES = 256 * 1024 * 1024
const MAX_ERROR_BYTES = 65_536

/** A complete answer: the bytes where the status is 200, otherwise the answer with its error. */
export type Downloaded = { readonly bytes: Blob } | { readonly refused: Answer }

/**
 * Fetches a file. Without `headers` it is a public one. Headers are for a relay, which alone makes such a file private, and then
 * no redirect is followed. Rejects with `network`, with `protocol` for a redirect to another origin or more than 256 MiB, and
 * with `signal.reason` when aborted. The bytes get no media type, so that no browser displays them.
 */
export const download = async (
  url: string,
  job: Partial<Job> = {},
  headers?: Headers,
): Promise<Downloaded> => {
  const { signal, progress } = job
  const startedAt = performance.now()
  const ended = (outcome: number | string): void => traceRequest('GET', url, outcome, startedAt)
  try {
    const own = headers && { headers, redirect: 'error' as const }
    const response = await fetch(url, {
      signal: signal ?? null,
      referrerPolicy: 'no-referrer',
      ...own,
    })
    if (new URL(response.url).origin !== new URL(url).origin)
      throw new SealDropError('protocol', 'The server redirected the request to another origin.')
    const { status } = response
    const header = (name: string): string | null => response.headers.get(name)
    ended(status)
    if (status !== 200) {
      const text = await (await read(response, MAX_ERROR_BYTES)).text()
      return { refused: { status, text, header } }
    }
    return { bytes: await read(response, MAX_BYTES, progress) }
  } catch (thrown) {
    ended(signal?.aborted ? 'aborted' : isSealDropError(thrown) ? thrown.code : 'network')
    signal?.throwIfAborted()
    if (isSealDropError(thrown)) throw thrown
    throw new SealDropError('network', 'The connection failed.', { retryable: true, cause: thrown })
  }
}

const read = async (
  { body, headers }: Response,
  maxBytes: number,
  progress?: Job['progress'],
): Promise<Blob> => {
  const total = Number(headers.get('content-length')) || 0
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let done = 0
  const reader = body?.getReader()
  while (reader) {
    const { value } = await reader.read()
    if (!value) break
    done += value.length
    if (done > maxBytes) {
      await reader.cancel()
      throw new SealDropError('protocol', `The answer is over ${maxBytes} bytes.`)
    }
    chunks.push(value)
    progress?.(done, Math.max(done, total))
  }
  return new Blob(chunks)
}
