// A page and its relay on one port: `node server.js`, in the folder where `npm install sealdrop` was called.
import { createHash, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { createHealth, createRelay } from 'sealdrop/relay'
import { closeOnSignal, httpRelay, withHealth } from 'sealdrop/relay/node'

const { HOST = '127.0.0.1', PORT = '3000', FOLDER = 'public', BASE = '/relay' } = process.env
const { SITE_ORIGIN = '', UPLOAD_ENDPOINT = '', UPLOAD_TOKEN = '', TICKET_KEY = '' } = process.env

/** Whoever got the page has this cookie; no script can read it. */
const COOKIE = '__Host-visitor'
const cookieIn = text => new RegExp(`(?:^|; )${COOKIE}=([\\w-]{36})(?:;|$)`).exec(text ?? '')?.[1]

const relay = createRelay({
  base: BASE,
  origin: SITE_ORIGIN,
  providers: {
    http: { endpoint: UPLOAD_ENDPOINT, headers: { Authorization: `Bearer ${UPLOAD_TOKEN}` } },
  },
  authorize: ({ headers }) => {
    const visitor = cookieIn(headers.get('cookie'))
    // The client's name stands in tickets and in the log.
    return visitor !== undefined && { client: createHash('sha256').update(visitor).digest('hex') }
  },
  ticketKey: TICKET_KEY,
  perMinute: 120,
})

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

/** The bytes of a file of the folder; undefined for all else, such as a path with dots before its name. */
const fileAt = path =>
  /^(\/[\w-][\w.-]*)+$/.test(path) ? readFile(join(FOLDER, path)).catch(() => undefined) : undefined

const servePage = async (request, response) => {
  const path = (request.url ?? '').split('?', 1)[0]
  const name = path === '/' ? '/index.html' : path
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const body = isRead ? await fileAt(name) : undefined
  if (body === undefined) return response.writeHead(404).end()
  response.setHeader('Content-Type', TYPES[extname(name)] ?? 'application/octet-stream')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  if (extname(name) === '.html' && cookieIn(request.headers.cookie) === undefined)
    response.setHeader(
      'Set-Cookie',
      `${COOKIE}=${randomUUID()}; Path=/; HttpOnly; Secure; SameSite=Strict`,
    )
  response.end(body)
}

const serveRelay = httpRelay(relay)
const health = createHealth({ ready: () => relay.ready() })
const server = createServer(
  withHealth(health, (request, response) => {
    if (request.url?.startsWith(`${BASE}/`)) serveRelay(request, response)
    else servePage(request, response)
  }),
)
// Longer than a proxy keeps an idle connection: else it sends an upload on one that Node closes at that moment, and says 502.
server.keepAliveTimeout = 130_000
closeOnSignal(server, { health, graceMs: 25_000 }).then(() => process.exit())
server.listen(Number(PORT), HOST)
