import { readFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, normalize } from 'node:path'
import type { Readable } from 'node:stream'
import { DataStore, Server, type Upload } from '@tus/server'
import { createRecipient } from '../../src/sandbox/recipient.ts'
import type { Addresses } from './server.ts'

const dist = join(import.meta.dirname, '..', '..', 'dist')

/** The real tus server above a store that counts the bytes and forgets them. */
class CountingStore extends DataStore {
  readonly #uploads = new Map<string, Upload>()
  override extensions: string[] = ['creation', 'termination']

  override async create(upload: Upload): Promise<Upload> {
    this.#uploads.set(upload.id, upload)
    return upload
  }
  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    let at = offset
    for await (const chunk of stream) at += (chunk as Buffer).length
    const upload = await this.getUpload(id)
    upload.offset = at
    return at
  }
  override async getUpload(id: string): Promise<Upload> {
    const upload = this.#uploads.get(id)
    if (upload) return upload
    throw { status_code: 404, body: 'There is no such upload.' }
  }
  override async remove(id: string): Promise<void> {
    this.#uploads.delete(id)
  }
}

const tus = new Server({ path: '/tus', datastore: new CountingStore() })

/** Reads a whole body, keeps nothing, and answers as the http transport expects. */
const receive: RequestListener = async (request, response) => {
  const headers = {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'POST, PUT',
    'Access-Control-Allow-Headers': 'Content-Type',
    'Content-Type': 'application/json',
  }
  let size = 0
  for await (const chunk of request) size += (chunk as Buffer).length
  response.writeHead(request.method === 'OPTIONS' ? 204 : 201, headers)
  response.end(request.method === 'OPTIONS' ? undefined : JSON.stringify({ id: `file-${size}` }))
}

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Apply</title>
  <link rel="icon" href="data:,"><script type="module" src="/sealdrop.js"></script></head>
  <body><input type="file" aria-label="Plain"></body></html>`

const showPage: RequestListener = async (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://site')
  const path = join(dist, normalize(pathname))
  const found = pathname === '/' ? page : await readFile(path).catch(() => undefined)
  const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html'
  response.writeHead(found === undefined ? 404 : 200, { 'Content-Type': type })
  response.end(found)
}

const listen = async (answer: RequestListener): Promise<string> => {
  const server = createServer((request, response) => {
    Promise.resolve(answer(request, response)).catch(() => response.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const uploads = await listen((request, response) =>
  request.url?.startsWith('/tus') ? tus.handle(request, response) : receive(request, response),
)
const addresses: Addresses = {
  page: await listen(showPage),
  http: `${uploads}/http`,
  tus: `${uploads}/tus`,
  recipient: (await createRecipient()).recipient,
}
// Whoever started it is gone.
process.on('disconnect', () => process.exit())
process.send?.(addresses)
