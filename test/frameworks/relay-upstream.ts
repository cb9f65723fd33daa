import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  createServer,
  type IncomingMessage,
  request as requestOf,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request that the upstream has got. */
export interface Arrival {
  /** Of the first byte of its body, by `performance.now()`. */
  readonly firstByteAt: Promise<number>
  /** So far. */
  readonly bytes: number
  /** Of the whole body; rejects where it was cut. */
  readonly sha256: Promise<string>
  /** When its connection was closed. */
  readonly leftAt: Promise<number>
  /** As DIDWW does; the id is the body's hash. */
  answer(): void
}

/** What stands between a relay and DIDWW's sandbox. */
export interface Upstream {
  readonly endpoint: string
  /** `sandbox`: goes on to it. `count`: reads the body, and answers as DIDWW does. `silent`: reads the body, and never answers. */
  mode: 'sandbox' | 'count' | 'silent'
  /** The next request of the modes `count` and `silent`. */
  next(): Promise<Arrival>
  close(): Promise<void>
}

const arrivalOf = (request: IncomingMessage, response: ServerResponse): Arrival => {
  const hash = createHash('sha256')
  let bytes = 0
  request.on('data', chunk => {
    bytes += chunk.length
    hash.update(chunk)
  })
  const sha256 = new Promise<string>((resolve, reject) => {
    request.once('end', () => resolve(hash.digest('hex')))
    request.once('error', reject)
  })
  sha256.catch(() => {})
  return {
    get bytes() {
      return bytes
    },
    firstByteAt: once(request, 'data').then(() => performance.now()),
    sha256,
    leftAt: new Promise(resolve => request.socket.once('close', () => resolve(performance.now()))),
    answer() {
      sha256.then(
        id => response.writeHead(201).end(JSON.stringify({ data: { id } })),
        () => response.destroy(),
      )
    },
  }
}

export const startUpstream = async (sandbox: URL): Promise<Upstream> => {
  const waiting: ((arrival: Arrival) => void)[] = []
  const server = createServer((request, response) => {
    if (upstream.mode === 'sandbox') {
      const { method, headers, url = '/' } = request
      const forwarded = requestOf(new URL(url, sandbox), { method, headers }, answer => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      })
      forwarded.on('error', () => response.destroy())
      request.pipe(forwarded)
      return
    }
    request.once('error', () => {})
    const arrival = arrivalOf(request, response)
    waiting.shift()?.(arrival)
    if (upstream.mode === 'count') arrival.answer()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const upstream: Upstream = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}${sandbox.pathname}`,
    mode: 'sandbox',
    next: () => new Promise(resolve => waiting.push(resolve)),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return upstream
}
