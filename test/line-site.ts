import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const dist = join(import.meta.dirname, '..', 'dist')

const MEDIA: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
}

/** Hands every request on, as the workers of many sites do. The page then hears nothing of what is sent. */
const PASS_THROUGH = `addEventListener('install', () => skipWaiting())
addEventListener('activate', event => event.waitUntil(clients.claim()))
addEventListener('fetch', event => event.respondWith(fetch(event.request)))`

/** What becomes of an upload. */
export interface Line {
  /** The body is read no faster. */
  readonly bytesPerSecond?: number
  /** So long the server works on what it has. */
  readonly thinkMs?: number
  /** Where it is sent instead, with a 302. */
  readonly redirect?: 'page' | 'other origin'
  /** What is no POST is led to a page. */
  readonly isForPostOnly?: boolean
  /** It is refused so that the browser asks for a password, in a box of its own. */
  readonly asksForPassword?: boolean
  /** The connection is cut instead. */
  readonly isCut?: boolean
}

export interface LineSite {
  readonly url: string
  /** Serves this body as a page that has the element, and gives its URL. */
  page(body: string): string
  set(line: Line): void
  /** Method and path of each request to the API, in the order in which they came. */
  readonly requests: readonly string[]
  /** The bodies that came whole. */
  readonly stored: readonly Buffer[]
  /** The most uploads at the same time. */
  readonly mostAtOnce: number
  close(): Promise<void>
}

/** A site with an endpoint for uploads, at the end of a line as slow as it is told. Its connections stay open, as everywhere. */
export const startLineSite = async (): Promise<LineSite> => {
  const pages = new Map<string, string>()
  const requests: string[] = []
  const stored: Buffer[] = []
  const closing = new AbortController()
  const { signal } = closing
  let line: Line = {}
  let open = 0
  let mostAtOnce = 0

  const readSlowly = async (request: IncomingMessage): Promise<Buffer> => {
    const { bytesPerSecond } = line
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      if (bytesPerSecond) await delay((chunk.length / bytesPerSecond) * 1_000, null, { signal })
    }
    return Buffer.concat(chunks)
  }
  const fileAt = (pathname: string): string | Buffer | Promise<Buffer | undefined> =>
    pathname === '/sw.js'
      ? PASS_THROUGH
      : pathname === '/favicon.ico'
        ? ''
        : pathname === '/login'
          ? '<!doctype html><title>Log in</title>'
          : (pages.get(pathname) ?? readFile(join(dist, pathname)).catch(() => undefined))

  const server = createServer(async (request, response) => {
    const { method = '', url = '/' } = request
    const { pathname } = new URL(url, 'http://site')
    if (!pathname.startsWith('/api/')) {
      const body = await fileAt(pathname)
      const type = MEDIA[extname(pathname)] ?? 'text/html; charset=utf-8'
      response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': type }).end(body)
      return
    }
    requests.push(`${method} ${pathname}`)
    const { asksForPassword, isCut, isForPostOnly, redirect, thinkMs } = line
    const place = redirect !== 'other origin' ? '/login' : `http://localhost:${port}/login`
    if (redirect || (isForPostOnly && method !== 'POST')) {
      request.resume()
      response.writeHead(302, { Location: place }).end()
    } else if (method !== 'POST') response.writeHead(404).end()
    else {
      mostAtOnce = Math.max(mostAtOnce, ++open)
      try {
        const body = await readSlowly(request)
        if (asksForPassword)
          return void response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="files"' }).end()
        if (isCut) return void request.socket.destroy()
        stored.push(body)
        if (thinkMs) await delay(thinkMs, null, { signal })
        const answer = JSON.stringify({ id: String(stored.length) })
        response.writeHead(201, { 'Content-Type': 'application/json' }).end(answer)
      } catch {
        response.destroy()
      } finally {
        open--
      }
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    requests,
    stored,
    get mostAtOnce() {
      return mostAtOnce
    },
    set(next) {
      line = next
    },
    page(body) {
      const path = `/page-${pages.size}`
      pages.set(
        path,
        `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Application</title>
<script type="module" src="/sealdrop.js"></script></head><body>${body}</body></html>`,
      )
      return `${url}${path}`
    },
    close: () =>
      new Promise(resolve => {
        closing.abort()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** What an element told of its files, in seconds of the page's clock since the uploads began. */
export interface Told {
  readonly at: number
  readonly phase: string
  /** From 0 to 1, while it is sent. */
  readonly part?: number
}

declare global {
  interface Window {
    told: Told[]
  }
}

/**
 * Runs in the page. From now on its clock runs so many times faster: waits of minutes pass in seconds, in proportion to a server
 * that is faster by the same. Then the uploads begin.
 */
export const startFast = (times: number): void => {
  const { setTimeout: wait } = window
  const { now } = Date
  const startedAt = now()
  const perf = performance.now.bind(performance)
  const perfAt = perf()
  window.setTimeout = ((run: () => void, ms = 0) => wait(run, ms / times)) as typeof setTimeout
  Date.now = () => startedAt + (now() - startedAt) * times
  performance.now = () => perfAt + (perf() - perfAt) * times
  window.told = []
  addEventListener('sealdrop-state', event => {
    const { state } = event
    const at = (Date.now() - startedAt) / 1_000
    const part = state.phase === 'sending' ? { part: state.done / state.total } : {}
    window.told.push({ at, phase: state.phase, ...part })
  })
  for (const element of document.querySelectorAll('seal-drop')) element.start()
}
