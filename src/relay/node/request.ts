import type { IncomingMessage, ServerResponse } from 'node:http'

/** A request as Node's servers, and the frameworks on them, hand it over. */
export type NodeRequest = IncomingMessage & {
  /** Under a mount frameworks cut `url`, and keep the whole here. */
  readonly originalUrl?: string | undefined
}

/** What the visitor asked for, whole and as it was written: a mount has cut nothing of it. */
const targetOf = ({ originalUrl, url = '' }: NodeRequest): string => originalUrl ?? url

/** The same without its query. */
export const pathOf = (request: NodeRequest): string => targetOf(request).split('?', 1)[0] ?? ''

/** A name or an address, and a port. Whatever else it is could become a login or a path in a URL. */
const HOST = /^[\w.:[\]-]+$/

const hasBody = ({ headers }: NodeRequest): boolean =>
  headers['transfer-encoding'] !== undefined ||
  (headers['content-length'] !== undefined && headers['content-length'] !== '0')

/** Whether something before the relay has read the body, such as `express.raw()`. Nothing would come any more, for ever. */
export const isRead = (request: NodeRequest): boolean =>
  hasBody(request) && (request.readableDidRead || request.readableEnded)

const headersOf = ({ headers }: NodeRequest): Headers => {
  const copy = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    // Those of HTTP/2 begin with a colon.
    if (name.startsWith(':') || value === undefined) continue
    for (const one of [value].flat()) copy.append(name, one)
  }
  return copy
}

/**
 * The URL that was asked for; undefined for what is no path, for a `Host` that is none, and for a path that a URL would change, such as one with
 * `..`: what stands before the relay has looked at the path as it was written.
 */
export const urlOf = (request: NodeRequest): URL | undefined => {
  const isSecure = 'encrypted' in request.socket && request.socket.encrypted === true
  const host = request.headers[':authority'] ?? request.headers.host ?? 'localhost'
  const target = targetOf(request)
  if (!target.startsWith('/') || typeof host !== 'string' || !HOST.test(host)) return undefined
  const whole = `${isSecure ? 'https' : 'http'}://${host}${target}`
  const url = URL.canParse(whole) ? new URL(whole) : undefined
  return url?.pathname === pathOf(request) ? url : undefined
}

/** Those that no `Request` takes (Fetch, 2.2.1). */
export const isForbidden = ({ method = 'GET' }: NodeRequest): boolean =>
  /^(connect|trace|track)$/i.test(method)

/** Whether the visitor is gone already: no event says so any more. HTTP/2 knows it of the request alone. */
const hasLeft = (request: NodeRequest, response: ServerResponse): boolean =>
  response.closed || response.destroyed || (request.destroyed && !request.readableEnded)

/** The bytes as they are asked for: the connection waits meanwhile. They end in an error where the visitor leaves. */
const bodyOf = (request: NodeRequest, isGone: boolean): ReadableStream<Uint8Array<ArrayBuffer>> => {
  let stop = (): void => {}
  return new ReadableStream(
    {
      start(controller) {
        const onData = (chunk: Uint8Array<ArrayBuffer>): void => {
          request.pause()
          controller.enqueue(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength))
        }
        const onEnd = (): void => {
          stop()
          controller.close()
        }
        const onCut = (): void => {
          stop()
          controller.error(new TypeError('The visitor left.'))
        }
        stop = () => {
          request.off('data', onData).off('end', onEnd).off('close', onCut)
        }
        request.on('data', onData).on('end', onEnd).on('close', onCut)
        // It has a listener as long as the request lives: without one, an error would end the process.
        request.on('error', onCut)
        if (isGone) onCut()
        else request.pause()
      },
      pull: () => void request.resume(),
      cancel: () => stop(),
    },
    { highWaterMark: 0 },
  )
}

/** The request as the relay takes it. Its signal aborts when the visitor leaves before the answer is out. */
export const toRequest = (request: NodeRequest, response: ServerResponse, url: URL): Request => {
  const { method = 'GET' } = request
  const leaving = new AbortController()
  const isGone = hasLeft(request, response)
  if (isGone) leaving.abort()
  response.once('close', () => {
    if (!response.writableFinished) leaving.abort()
  })
  const isRead = method === 'GET' || method === 'HEAD'
  const init = {
    method,
    headers: headersOf(request),
    signal: leaving.signal,
    body: isRead ? null : bodyOf(request, isGone),
    // Node's fetch demands it for a streamed body; its type does not know it.
    duplex: 'half',
  }
  return new Request(url, init)
}
