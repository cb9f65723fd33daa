import { readFile } from 'node:fs/promises'
import { createServer, type RequestListener, request as requestOf } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { createRelay, type Upstreams } from '../../src/relay/index.ts'

/** A website of one origin: the application, and the relay beside it. */
export interface Site {
  readonly url: string
  close(): Promise<void>
}

/** Where the application's pages come from: a folder of files, or a server of its own. */
export type Pages = Folder | { readonly server: URL }

interface Folder {
  readonly folder: string
  /** Pages of other origins may read them, as those of a CDN. */
  readonly isPublic?: boolean
}

const MEDIA: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
}

const fromFolder =
  ({ folder, isPublic }: Folder): RequestListener =>
  async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://site')
    const path = normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname)
    try {
      const body = await readFile(join(folder, path))
      const type = MEDIA[extname(path)] ?? 'application/octet-stream'
      if (isPublic) response.setHeader('Access-Control-Allow-Origin', '*')
      response.writeHead(200, { 'Content-Type': type }).end(body)
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found')
    }
  }

const fromServer =
  (server: URL): RequestListener =>
  (request, response) => {
    const { method, headers, url = '/' } = request
    const forwarded = requestOf(new URL(url, server), { method, headers }, answer => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    forwarded.on('error', () => response.destroy())
    request.pipe(forwarded)
  }

/** The relay takes files from the signed-in visitor only, who is known by this header. */
const VISITOR = 'Bearer ada'

export const startSite = async (pages: Pages, providers: Upstreams): Promise<Site> => {
  const relay = createRelay({
    providers,
    authorize: ({ headers }) =>
      headers.get('authorization') === VISITOR ? { client: 'ada' } : false,
    ticketKey: 'a key of the tests, thirty-two bytes or more',
  })
  const relayed = createRequestListener(relay)
  const application = 'folder' in pages ? fromFolder(pages) : fromServer(pages.server)
  const server = createServer((request, response) =>
    (request.url?.startsWith('/relay/') ? relayed : application)(request, response),
  )
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
