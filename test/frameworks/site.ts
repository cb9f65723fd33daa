import { readFile } from 'node:fs/promises'
import { createServer, type RequestListener, request as requestOf } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { createRelay } from '../../src/relay/index.ts'
import type { DidwwSandbox } from '../../src/sandbox/didww/sandbox.ts'

/** A website of one origin: the application, and the relay beside it. */
export interface Site {
  readonly url: string
  close(): Promise<void>
}

/** Where the application's pages come from: a folder of files, or a server of its own. */
export type Pages = { readonly folder: string } | { readonly server: URL }

const MEDIA: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
}

const fromFolder =
  (folder: string): RequestListener =>
  async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://site')
    const path = normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname)
    try {
      const body = await readFile(join(folder, path))
      const type = MEDIA[extname(path)] ?? 'application/octet-stream'
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

export const startSite = async (pages: Pages, sandbox: DidwwSandbox): Promise<Site> => {
  const relay = createRelay({
    providers: { didww: sandbox.upstream },
    authorize: ({ headers }) =>
      headers.get('authorization') === VISITOR ? { client: 'ada' } : false,
    ticketKey: 'a key of the tests, thirty-two bytes or more',
  })
  const relayed = createRequestListener(relay)
  const application = 'folder' in pages ? fromFolder(pages.folder) : fromServer(pages.server)
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
