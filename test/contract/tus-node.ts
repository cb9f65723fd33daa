import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import { type FaultSwitches, NO_FAULTS } from '../../src/sandbox/faults.ts'
import { createRecipient } from '../../src/sandbox/recipient.ts'
import { type RecordedRequest, type Reply, startServer } from '../../src/sandbox/server.ts'

export interface TusNodeOptions {
  /** On Node's own HTTP server, with its own CORS headers and no faults; else behind the sandboxes' faults. */
  readonly direct?: boolean
  /** Milliseconds until an unfinished upload expires; 0 is never. */
  readonly expiresMs?: number
}

/** The real @tus/server with its file store, in a temporary folder, behind a bearer token. */
export interface TusNode {
  readonly endpoint: string
  readonly token: string
  /** `age1…` */
  readonly recipient: string
  /** URLs of complete uploads. */
  received(): Promise<readonly string[]>
  unfinished(): Promise<readonly { readonly url: string; readonly offset: number }[]>
  plaintext(url: string): Promise<Buffer>
  /** Makes all that is there a day older. */
  expire(): Promise<void>
  requests(): readonly RecordedRequest[]
  flip(switches: Partial<FaultSwitches>): void
  closeIdleConnections(): void
  reset(): Promise<void>
  close(): Promise<void>
}

const PATH = '/files'
const KINDS: Readonly<Record<string, string>> = { POST: 'creation', PATCH: 'upload', HEAD: 'head' }

/** A body that breaks off. */
const broken = (bytes: Buffer): ReadableStream<Uint8Array> => {
  let isFirst = true
  return new ReadableStream({
    pull(controller) {
      if (isFirst) controller.enqueue(new Uint8Array(bytes))
      else controller.error(new Error('The line was cut.'))
      isFirst = false
    },
  })
}

const webRequest = (
  { method, path, headers, body }: RecordedRequest,
  stream: BodyInit | null = body.length > 0 ? new Uint8Array(body) : null,
): Request =>
  new Request(`http://${headers.host}${path}`, {
    method,
    body: stream,
    headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
    // Node needs it to stream a body; the type of TypeScript does not know it yet.
    ...({ duplex: 'half' } as RequestInit),
  })

export const startTusnode = async (options: TusNodeOptions = {}): Promise<TusNode> => {
  const token = `demo-${randomUUID()}`
  const { recipient, open } = await createRecipient()
  const directory = await mkdtemp(join(tmpdir(), 'sealdrop-tus-'))
  const expirationPeriodInMilliseconds = options.expiresMs ?? 0
  const datastore = new FileStore({ directory, expirationPeriodInMilliseconds })
  const tus = new Server({
    path: PATH,
    datastore,
    async onIncomingRequest(request) {
      if (request.headers.get('authorization') !== `Bearer ${token}`)
        throw { status_code: 401, body: 'Who are you?' }
    },
  })

  const answer = async (request: RecordedRequest): Promise<Reply> => {
    const response = await tus.handleWeb(webRequest(request))
    const headers = [...response.headers].filter(([name]) => !name.startsWith('access-control-'))
    return {
      status: response.status,
      headers: Object.fromEntries(headers),
      body: Buffer.from(await response.arrayBuffer()),
    }
  }

  const direct = async () => {
    const server = createServer((request, response) => {
      tus.handle(request, response).catch(() => response.destroy())
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      requests: () => [],
      flip() {
        throw new TypeError('The server itself has no faults.')
      },
      closeIdleConnections: () => server.closeIdleConnections(),
      reset() {},
      close: () =>
        new Promise<void>(resolve => {
          server.close(() => resolve())
          server.closeAllConnections()
        }),
    }
  }
  const faulty = () =>
    startServer<FaultSwitches>({
      defaults: NO_FAULTS,
      kind: method => KINDS[method] ?? 'other',
      answer,
      async cut(request) {
        if (request.method === 'PATCH')
          await tus.handleWeb(webRequest(request, broken(request.body)))
      },
      controls: {},
      cors: {
        methods: 'POST, HEAD, PATCH, DELETE, OPTIONS',
        allowHeaders:
          'Authorization, Content-Type, Tus-Resumable, Upload-Length, Upload-Metadata, Upload-Offset',
        exposeHeaders:
          'Location, Retry-After, Tus-Extension, Tus-Resumable, Upload-Expires, Upload-Length, Upload-Offset',
        recorded: {},
      },
      reset() {},
    })
  const server = await (options.direct ? direct() : faulty())

  const all = async () => {
    const ids = (await datastore.configstore.list?.()) ?? []
    const uploads = await Promise.all(ids.map(id => datastore.getUpload(id)))
    return uploads.map(({ id, offset, size }) => ({
      id,
      url: `${server.url}${PATH}/${id}`,
      offset,
      isComplete: offset === size,
    }))
  }

  return {
    endpoint: `${server.url}${PATH}`,
    token,
    recipient,
    received: async () => (await all()).flatMap(({ url, isComplete }) => (isComplete ? url : [])),
    unfinished: async () =>
      (await all()).flatMap(({ url, offset, isComplete }) => (isComplete ? [] : { url, offset })),
    plaintext: async url =>
      open(await readFile(join(directory, url.slice(url.lastIndexOf('/') + 1)))),
    async expire() {
      for (const { id } of await all()) {
        const upload = await datastore.configstore.get(id)
        if (!upload) continue
        upload.creation_date = new Date(Date.now() - 86_400_000).toISOString()
        await datastore.configstore.set(id, upload)
      }
    },
    requests: server.requests,
    flip: server.flip,
    closeIdleConnections: server.closeIdleConnections,
    async reset() {
      server.reset()
      for (const { id } of await all()) await datastore.remove(id)
    },
    async close() {
      await server.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
