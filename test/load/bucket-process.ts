import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { refusalOf } from '../../src/sandbox/s3/signature.ts'
import { bucketSigner } from './plan.ts'
import { serveWords } from './serve-words.ts'

// What visitors send to by the relay's signatures. It judges each of them as the sandbox does, and the checksum, and keeps of an object its
// size and checksum alone, for the relay that looks.

let uploads = 0
let bytes = 0
const objects = new Map<string, { readonly size: number; readonly checksum: string }>()

const statusOf = async (request: IncomingMessage, key: string): Promise<number> => {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of request) {
    hash.update(chunk)
    size += (chunk as Buffer).length
  }
  const checksum = hash.digest('base64')
  if (request.headers['x-amz-checksum-sha256'] !== checksum) return 400
  if (objects.has(key)) return 412
  objects.set(key, { size, checksum })
  uploads += 1
  bytes += size
  return 200
}

const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { method = '', url: path = '', headers } = request
  const { pathname: key } = new URL(path, 'http://bucket')
  if (refusalOf({ method, path, headers }, bucketSigner, Date.now())) {
    request.resume()
    response.writeHead(403).end()
  } else if (method === 'PUT') response.writeHead(await statusOf(request, key)).end()
  else {
    const { size, checksum } = objects.get(key) ?? {}
    const found = { 'Content-Length': size, 'x-amz-checksum-sha256': checksum }
    response.writeHead(size === undefined ? 404 : 200, size === undefined ? {} : found).end()
  }
}

serveWords({
  begin() {
    uploads = 0
    bytes = 0
  },
  tell: () => ({ uploads, bytes }),
})
const server = createServer((request, response) => {
  answer(request, response).catch(() => response.destroy())
})
server.listen(0, '127.0.0.1', () =>
  process.send?.({ port: (server.address() as AddressInfo).port }),
)
