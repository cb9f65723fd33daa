import { request as requestOf } from 'node:http'
import { text } from 'node:stream/consumers'

export interface VisitorOptions {
  /** Whose session it is; nobody's where it is left out. */
  readonly as?: string
  readonly method?: string
  /** Of the whole body. */
  readonly length?: number
  readonly headers?: Readonly<Record<string, string>>
}

export interface Heard {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** A request whose body is sent piece by piece. */
export interface Visit {
  /** Resolves when this machine has taken the bytes. */
  send(bytes: Uint8Array): Promise<void>
  end(): void
  /** The connection ends, as when a tab is closed. */
  leave(): void
  readonly heard: Promise<Heard>
}

/** A page of the site, as its server sees it. */
export const visit = (url: URL, options: VisitorOptions = {}): Visit => {
  const { as, method = 'POST', length, headers } = options
  const request = requestOf(url, {
    method,
    headers: {
      Origin: url.origin,
      'Content-Type': 'application/octet-stream',
      ...(as !== undefined && { Cookie: `session=${as}` }),
      ...(length !== undefined && { 'Content-Length': String(length) }),
      ...headers,
    },
  })
  const heard = new Promise<Heard>((resolve, reject) => {
    request.once('error', reject)
    request.once('response', answer => {
      const { statusCode: status = 0, headersDistinct } = answer
      const headers = new Headers()
      for (const [name, values = []] of Object.entries(headersDistinct))
        headers.set(name, values.join(', '))
      text(answer).then(text => resolve({ status, headers, text }), reject)
    })
  })
  heard.catch(() => {})
  return {
    send: bytes =>
      new Promise((resolve, reject) => {
        request.write(bytes, error => (error ? reject(error) : resolve()))
      }),
    end: () => request.end(),
    leave: () => request.destroy(),
    heard,
  }
}

/** Without a body. */
export const ask = (url: URL, options: VisitorOptions = {}): Promise<Heard> => {
  const asking = visit(url, { method: 'GET', ...options })
  asking.end()
  return asking.heard
}
