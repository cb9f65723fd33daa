import { createServer, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What comes after a request's body was read whole. `drop`: the connection ends without an answer. */
export type Line =
  | 'drop'
  | { readonly status: number; readonly headers?: OutgoingHttpHeaders; readonly body?: string }

export interface HeardRequest {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** A server that says what it is told to, with any page's CORS permission, cookies included. */
export interface Scripted {
  readonly endpoint: string
  /** One line for each request from now on; the last one goes on. */
  play(lines: readonly Line[]): void
  /** All but preflights. */
  heard(): readonly HeardRequest[]
  close(): void
}

export const startScripted = async ({
  keepAlive = false,
}: {
  readonly keepAlive?: boolean
} = {}): Promise<Scripted> => {
  let lines: readonly Line[] = []
  let heard: HeardRequest[] = []
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request
    response.shouldKeepAlive = keepAlive
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const cors = {
      'Access-Control-Allow-Origin': headers.origin ?? '*',
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Allow-Methods': 'POST, PUT, PATCH, HEAD, DELETE',
      'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? '',
    }
    if (method === 'OPTIONS') return response.writeHead(204, cors).end()
    heard.push({ method, url, headers, body: Buffer.concat(chunks) })
    const line = lines.length > 1 ? lines[0] : lines.at(-1)
    if (lines.length > 1) lines = lines.slice(1)
    if (line === undefined || line === 'drop') return request.socket.destroy()
    const exposed = Object.keys(line.headers ?? {}).join(', ')
    response
      .writeHead(line.status, {
        ...cors,
        'Access-Control-Expose-Headers': exposed,
        ...line.headers,
      })
      .end(line.body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}/upload`,
    play: given => {
      lines = given
      heard = []
    },
    heard: () => heard,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
