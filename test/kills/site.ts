import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

const dist = join(import.meta.dirname, '..', '..', 'dist')

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Apply</title>
<script src="/sealdrop.iife.js"></script></head><body><input type="file"></body></html>`

/** The site that somebody uploads at. Its pages stay where they are, so that they can be opened again. */
export const startSite = async (): Promise<{ readonly url: string; close(): Promise<void> }> => {
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://site')
    if (pathname === '/') {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(PAGE)
      return
    }
    const bytes = await readFile(join(dist, pathname)).catch(() => undefined)
    // A copy of our code on the disk would hold the words that files begin with.
    const headers = { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-store' }
    response.writeHead(bytes ? 200 : 404, headers).end(bytes)
  })
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
