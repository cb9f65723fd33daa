import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once as event } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { once } from './server-example/once.ts'

/** A server around one of the examples. It stores what it gets, and tells at `/stored` how much that was, and at `/begun` how often it began to. */
interface Server {
  readonly url: string
  close(): Promise<void>
}

const startNode = async (): Promise<Server> => {
  const stored: string[] = []
  let begun = 0
  const server = createServer(async (request, response) => {
    const { headers } = request
    if (request.url === '/stored') return response.end(String(stored.length))
    if (request.url === '/begun') return response.end(String(begun))
    const store = async () => {
      begun++
      let text = ''
      for await (const chunk of request) text += chunk
      if (text === 'broken') throw new Error('The disk is full')
      stored.push(text)
      return { status: 201, body: JSON.stringify({ id: stored.length }) }
    }
    const answer = await once(
      String(headers.user),
      String(headers['idempotency-key']),
      store,
    ).catch(() => ({ status: 500, body: '' }))
    request.resume()
    response.writeHead(answer.status).end(answer.body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

const PYTHON = `
import json, os, sqlite3, sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
sys.path.insert(0, sys.argv[1])
from once import once
PATH = os.path.join(sys.argv[2], "keys.db")
with sqlite3.connect(PATH) as db:
    db.execute("CREATE TABLE answers (user, key, status, body, PRIMARY KEY (user, key))")
stored = []
begun = []
class Uploads(BaseHTTPRequestHandler):
    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())
        self.close_connection = True
    def do_GET(self):
        self.answer(200, str(len(begun if self.path == "/begun" else stored)))
    def do_PUT(self):
        def store():
            begun.append(1)
            text = self.rfile.read(int(self.headers["Content-Length"]))
            if text == b"broken":
                raise OSError("The disk is full")
            stored.append(text)
            return 201, json.dumps({"id": len(stored)}, separators=(",", ":"))
        db = sqlite3.connect(PATH)
        try:
            self.answer(*once(db, self.headers["User"], self.headers["Idempotency-Key"], store))
        except OSError:
            self.answer(500, "")
        finally:
            db.close()
    def log_message(self, *_):
        pass
server = ThreadingHTTPServer(("127.0.0.1", 0), Uploads)
print(server.server_address[1], flush=True)
server.serve_forever()
`

const startPython = async (): Promise<Server> => {
  const folder = await mkdtemp(join(tmpdir(), 'sealdrop-once-'))
  const example = join(import.meta.dirname, 'server-example')
  const python: ChildProcess = spawn('python3', ['-B', '-c', PYTHON, example, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [port] = python.stdout ? await event(python.stdout, 'data') : []
  return {
    url: `http://127.0.0.1:${String(port).trim()}`,
    close: async () => {
      const ended = event(python, 'exit')
      python.kill()
      await ended
      await rm(folder, { recursive: true })
    },
  }
}

const hasPython = spawnSync('python3', ['-c', 'import sqlite3']).status === 0

describe.each([
  { language: 'TypeScript', start: startNode, isThere: true },
  { language: 'Python', start: startPython, isThere: hasPython },
])('the server in $language that the documentation shows', ({ start, isThere }) => {
  let server: Server
  beforeAll(async () => {
    if (isThere) server = await start()
  })
  afterAll(() => server?.close())
  const run = it.skipIf(!isThere)

  const put = async (key: string, body: BodyInit = 'sealed', user = 'ada') => {
    const answer = await fetch(server.url, {
      method: 'PUT',
      headers: { User: user, 'Idempotency-Key': key, 'Content-Length': '6' },
      body,
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    } as RequestInit)
    return { status: answer.status, body: await answer.text() }
  }
  const count = async (what: 'stored' | 'begun'): Promise<number> =>
    Number(await (await fetch(`${server.url}/${what}`)).text())
  const stored = () => count('stored')

  run('stores a file once, and gives each request the same answer', async () => {
    const [key, before] = [randomUUID(), await stored()]
    const first = await put(key)
    expect(first.status).toBe(201)
    expect(await put(key)).toEqual(first)
    expect(await stored()).toBe(before + 1)
  })

  run('tells one user’s key from another’s', async () => {
    const [key, before] = [randomUUID(), await stored()]
    await put(key)
    await put(key, 'sealed', 'bob')
    expect(await stored()).toBe(before + 2)
  })

  run('stores at the next try what it could not store at first', async () => {
    const [key, before] = [randomUUID(), await stored()]
    expect((await put(key, 'broken')).status).toBe(500)
    expect((await put(key)).status).toBe(201)
    expect(await stored()).toBe(before + 1)
  })

  run('says 409 while the first one is under way', async () => {
    const [key, before] = [randomUUID(), await count('begun')]
    let goOn = (): void => {}
    const slow = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('sea'))
        goOn = () => {
          controller.enqueue(new TextEncoder().encode('led'))
          controller.close()
        }
      },
    })
    const first = put(key, slow)
    await expect.poll(() => count('begun')).toBe(before + 1)
    expect((await put(key)).status).toBe(409)
    goOn()
    expect((await first).status).toBe(201)
    expect(await put(key)).toEqual(await first)
  })
})
