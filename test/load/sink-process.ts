import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serveWords } from './serve-words.ts'

// What the relay forwards whole files to. It compares each with the digest that came with it, keeps none, and answers as the sandbox does.

let uploads = 0
let bytes = 0

const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of request) {
    hash.update(chunk)
    size += (chunk as Buffer).length
  }
  const isWhole = request.headers['content-digest'] === `sha-256=:${hash.digest('base64')}:`
  if (isWhole) {
    uploads += 1
    bytes += size
  }
  response.writeHead(isWhole ? 201 : 400, { 'Content-Type': 'application/json' })
  response.end(JSON.stringify(isWhole ? { id: `file-${uploads}` } : { code: 'mismatch' }))
}

serveWords({
  begin() {
    uploads = 0
    bytes = 0
  },
  tell: () => ({ uploads, bytes }),
})
const server = createServer((request, response) => {
  receive(request, response).catch(() => response.destroy())
})
server.listen(0, '127.0.0.1', () =>
  process.send?.({ port: (server.address() as AddressInfo).port }),
)
