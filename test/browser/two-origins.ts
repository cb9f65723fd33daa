import { readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const dist = join(import.meta.dirname, '..', '..', 'dist')

/** What a server says instead of the file. `silent`: it takes the request and never answers. */
export interface Instead {
  readonly status?: number
  readonly type?: string
  readonly body?: string
  readonly silent?: true
}

export interface Host {
  readonly origin: string
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

interface HostOptions {
  /** Lets other origins read its files. */
  readonly cors?: boolean
  /** Served beside the files of `dist`, by path. */
  readonly pages?: Readonly<Record<string, string>>
  readonly policy?: string
  readonly instead?: Readonly<Record<string, Instead>>
}

const MEDIA: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.html': 'text/html; charset=utf-8',
}

/** A host of the built files: the page's own, or one of another origin. */
export const startHost = async (options: HostOptions = {}): Promise<Host> => {
  const { cors = false, pages = {}, policy, instead = {} } = options
  const asked: string[] = []
  const answer = async (path: string, response: ServerResponse): Promise<void> => {
    if (cors) response.setHeader('Access-Control-Allow-Origin', '*')
    const other = instead[path]
    if (other?.silent) return
    const page = pages[path]
    if (page !== undefined && policy) response.setHeader('Content-Security-Policy', policy)
    const file = await readFile(join(dist, path)).catch(() => undefined)
    const body = other?.body ?? page ?? file
    const type = other?.type ?? MEDIA[extname(path) || '.html'] ?? 'application/octet-stream'
    response.writeHead(other?.status ?? (body === undefined ? 404 : 200), { 'Content-Type': type })
    response.end(body ?? 'Not found')
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host')
    asked.push(pathname)
    void answer(pathname, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
