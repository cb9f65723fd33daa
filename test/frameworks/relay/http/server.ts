import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { closeServer, httpRelay } from 'sealdrop/relay/node'
import sirv from 'sirv'
import { filesIn } from './form.ts'
import { relay } from './relay.ts'

const toRelay = httpRelay(relay)
const toPages = sirv('public')

const apply = async (request: IncomingMessage, response: ServerResponse) => {
  const isSmall = Number(request.headers['content-length']) < 100_000
  const form = new URLSearchParams(isSmall ? await text(request) : '')
  const files = await filesIn(form.getAll('papers'), request.headers.cookie)
  response.statusCode = files ? 200 : 403
  response.end(files ? `Applied with ${files}` : 'These are not your documents.')
}

const server = createServer((request, response) => {
  const { method, url } = request
  if (url?.startsWith('/relay/')) toRelay(request, response)
  else if (method === 'POST' && url === '/apply')
    apply(request, response).catch(() => response.destroy())
  else toPages(request, response)
})
server.listen(Number(process.env.PORT ?? 3000))
process.once('SIGTERM', () => void closeServer(server))
