import { readFile } from 'node:fs/promises'
import {
  createServer,
  type IncomingMessage,
  request as requestOf,
  type ServerResponse,
} from 'node:http'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createFolder } from '../engines/driver/downloads.ts'
import { undoOnFailure } from '../engines/driver/undo.ts'
import { listening } from '../unit/relay-tools.ts'
import type { ClientName } from './redis-clients.ts'
import { endOf, forkServer } from './relays-on-redis.ts'

/** What such a process is told. */
export interface TusNodeOptions {
  readonly folder: string
  readonly redisPort: number
  readonly client: ClientName
}

/** A request that went to a node, in the order they came. */
export interface Passed {
  readonly method: string
  /** 0 or 1. */
  readonly node: number
  /** `Upload-Offset` of the request. */
  readonly from: number
  /** Of the body, so far. */
  bytes: number
  status?: number
}

/** Two nodes behind one address, which gives each request to the other one than the last. */
export interface Balanced {
  readonly url: string
  readonly passed: readonly Passed[]
  /** What is there of an upload, by its path. */
  stored(path: string): Promise<Buffer>
  /** When so many bytes of bodies have gone on, the node that has them is killed by `kill -9`: in the midst of a chunk. */
  killAfter(bytes: number): void
  /** Where a node is, past the balancer. */
  nodeUrl(node: number): string
  close(): Promise<void>
}

/** `page`: what is at `/`; other paths are files of `dist`, or those given here. */
export const startBalanced = (
  redisPort: number,
  dist: string,
  files: Readonly<Record<string, string | Buffer>>,
): Promise<Balanced> =>
  undoOnFailure(async (later, close) => {
    const folder = await createFolder('tus', later)
    const names: readonly ClientName[] = ['node-redis', 'ioredis']
    const nodes = await Promise.all(
      names.map(client => forkServer('tus-node.ts', { folder, redisPort, client })),
    )
    for (const { child } of nodes) later(() => endOf(child, 'SIGKILL'))
    const passed: Passed[] = []
    let next = 0
    let sent = 0
    let killsAt = Number.POSITIVE_INFINITY

    const pick = (): number => {
      const alive = nodes.flatMap(({ child }, node) => (child.signalCode === null ? [node] : []))
      return alive[next++ % alive.length] ?? 0
    }
    const counting = (entry: Passed): Transform =>
      new Transform({
        transform(chunk: Buffer, _, pass) {
          entry.bytes += chunk.length
          sent += chunk.length
          const node = nodes[entry.node]
          if (sent < killsAt || !node) return pass(null, chunk)
          killsAt = Number.POSITIVE_INFINITY
          endOf(node.child, 'SIGKILL').then(() => pass(null, chunk), pass)
        },
      })
    const forward = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const { method = '', url = '', headers } = request
      const node = pick()
      const from = Number(headers['upload-offset'] ?? 0)
      const entry: Passed = { method, node, from, bytes: 0 }
      passed.push(entry)
      const onward = requestOf(`${nodes[node]?.url}${url}`, { method, headers, agent: false })
      const answered = new Promise<IncomingMessage>((resolve, reject) => {
        onward.once('response', resolve).once('error', reject)
      })
      answered.catch(() => {})
      // What the node no longer reads is read all the same: a visitor hears nothing before all is sent.
      await pipeline(request, counting(entry), onward).catch(() => request.resume())
      const answer = await answered
      entry.status = answer.statusCode ?? 0
      response.writeHead(entry.status, answer.headers)
      await pipeline(answer, response)
    }
    const serveFile = async (url: string, response: ServerResponse): Promise<void> => {
      const body = files[url] ?? (await readFile(join(dist, url)).catch(() => undefined))
      const type = url === '/' ? 'text/html; charset=utf-8' : 'text/javascript'
      response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': type }).end(body)
    }
    const server = createServer((request, response) => {
      const { url = '/' } = request
      const served = url.startsWith('/files')
        ? forward(request, response)
        : serveFile(url, response)
      served.catch(() => {
        if (!response.headersSent) response.writeHead(502, { 'Content-Type': 'text/html' })
        response.end('<h1>502 Bad Gateway</h1>')
      })
    })
    const url = await listening(server)
    later(async () => {
      server.close()
      server.closeAllConnections()
    })
    return {
      url,
      passed,
      stored: path => readFile(join(folder, path.slice(path.lastIndexOf('/') + 1))),
      killAfter(bytes) {
        killsAt = sent + bytes
      },
      nodeUrl: node => nodes[node]?.url ?? '',
      close,
    }
  })
