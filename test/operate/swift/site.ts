import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { basename, join } from 'node:path'
import { createRelay, type Relay } from '../../../src/relay/index.ts'
import { httpRelay } from '../../../src/relay/node/index.ts'
import { undoOnFailure } from '../../engines/driver/undo.ts'
import { closed, listening, TICKET_KEY } from '../../unit/relay-tools.ts'
import { type Swift, startSwift } from './swift.ts'

const dist = join(import.meta.dirname, '../../../dist')

export interface SwiftSite {
  /** Origin. */
  readonly url: string
  readonly swift: Swift
  close(): Promise<void>
}

const pageFor = (recipient: string, bucket: string): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Apply</title><link rel="icon" href="data:,">
<script type="module" src="/sealdrop.js"></script>
<seal-drop transport="s3" endpoint="/relay/s3" origins="${bucket}" recipients="${recipient}" max-size="200MiB"></seal-drop></html>`

/** A site whose files go into Swift: its page has the built element, and its relay signs. */
export const startSwiftSite = (recipient: string): Promise<SwiftSite> =>
  undoOnFailure(async (later, close) => {
    let relay: Relay | undefined
    let policy = ''
    let page = ''
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://site')
      if (relay && pathname.startsWith(relay.base)) return httpRelay(relay)(request, response)
      if (pathname === '/') {
        response.setHeader('Content-Security-Policy', policy)
        return void response.setHeader('Content-Type', 'text/html').end(page)
      }
      readFile(join(dist, basename(pathname))).then(
        text => response.setHeader('Content-Type', 'text/javascript').end(text),
        () => response.writeHead(404).end(),
      )
    })
    const url = await listening(server)
    later(() => closed(server))
    const swift = await startSwift(url)
    later(swift.close)
    const { endpoint } = swift.upstream
    policy = `default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self' ${endpoint}; img-src data: blob:`
    page = pageFor(recipient, endpoint)
    relay = createRelay({
      providers: { s3: { ...swift.upstream, ifNoneMatch: false, contentMd5: true } },
      authorize: () => ({ client: 'ada' }),
      ticketKey: TICKET_KEY,
      origin: url,
      maxBytes: 200 * 1024 ** 2,
    })
    return { url, swift, close }
  })
