import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const WORKER = `
addEventListener('install', () => skipWaiting())
addEventListener('activate', event => event.waitUntil(clients.claim()))
addEventListener('fetch', event => event.respondWith(fetch(event.request)))
`
/** Takes over the page that registers it. */
const PAGE = `<!doctype html><title>Requests</title><script>
if (location.pathname === '/behind/') {
  const { serviceWorker } = navigator
  const tell = () => { if (serviceWorker.controller) document.title = 'Behind a worker' }
  serviceWorker.addEventListener('controllerchange', tell)
  serviceWorker.register('/behind/worker.js').then(tell)
}
</script>`

export interface XhrServer {
  readonly url: string
  close(): Promise<void>
}

const read = async (request: IncomingMessage): Promise<void> => {
  for await (const _ of request);
}

/** Serves a page, and answers its requests as their path says. */
export const startXhrServer = async (): Promise<XhrServer> => {
  let isDropped = false
  const answers: Readonly<
    Record<string, (request: IncomingMessage, response: ServerResponse) => Promise<void> | void>
  > = {
    answered: async (request, response) => {
      await read(request)
      response.end('stored')
    },
    empty: async (request, response) => {
      await read(request)
      response.writeHead(204).end()
    },
    // Later than Firefox first tells of progress.
    inside: request => {
      setTimeout(() => request.socket.destroy(), 500)
    },
    after: async request => {
      await read(request)
      request.socket.destroy()
    },
    never: read,
    unread: () => {},
    // The first copy is dropped, the second is answered.
    twice: async (request, response) => {
      await read(request)
      if (!isDropped) {
        isDropped = true
        return void request.socket.destroy()
      }
      response.end('stored')
    },
    half: async (request, response) => {
      await read(request)
      response.writeHead(200, { 'Content-Length': '100000' }).write('x'.repeat(50_000))
    },
  }
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/^.*\//, '')
    if (path === 'worker.js')
      return response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(WORKER)
    const answer = answers[path]
    // Only one of them is about a connection that was used before.
    if (path !== 'twice' && path !== 'warm') response.shouldKeepAlive = false
    if (answer) return void Promise.resolve(answer(request, response)).catch(() => {})
    return response.writeHead(200, { 'Content-Type': 'text/html' }).end(PAGE)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
