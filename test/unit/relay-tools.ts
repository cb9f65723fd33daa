import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  anyClient,
  createRelay,
  type LogEntry,
  type RelayOptions,
  verifyTicket,
} from '../../src/relay/index.ts'

export const SITE = 'https://site.example'
export const TICKET_KEY = 'a key of the tests, thirty-two bytes or more'

/** Whoever a ticket was issued to. */
export const ANY: { readonly client: typeof anyClient } = { client: anyClient }

export interface Visit {
  /** Who asks: header `X-Visitor`, which `authorize` reads; an empty one is nobody. */
  readonly as?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: BodyInit
  /** Null: none is sent. */
  readonly origin?: string | null
}

export interface TestRelay {
  /** One request to `/relay<path>`, as a page of the site sends it. */
  visit(method: string, path: string, visit?: Visit): Promise<Response>
  /** The same, and nobody else reads the answer. */
  once(method: string, path: string): Promise<Response>
  /** A file for a path that takes multipart/form-data. */
  post(path: string, visit?: Visit & { readonly field?: string }): Promise<Response>
  /** The handler itself. */
  readonly handle: (request: Request) => Promise<Response>
  readonly log: readonly LogEntry[]
  /** All it ever said to visitors: statuses, headers and bodies of its answers. */
  answeredSoFar(): Promise<string>
  /** The same, and its log. */
  saidSoFar(): Promise<string>
}

type Given = Partial<RelayOptions> & Pick<RelayOptions, 'providers'>

/** A relay whose visitors say who they are, and a page of its own site that calls it. */
export const relayFor = (options: Given): TestRelay => {
  const log: LogEntry[] = []
  const said: Promise<string>[] = []
  const relay = createRelay({
    authorize: request => {
      const client = request.headers.get('x-visitor')
      return client ? { client } : false
    },
    ticketKey: TICKET_KEY,
    origin: SITE,
    log: entry => log.push(entry),
    ...options,
  })
  const handle = async (request: Request): Promise<Response> => {
    const answer = await relay(request)
    const copy = answer.clone()
    said.push(
      copy.text().then(text => `${copy.status} ${JSON.stringify([...copy.headers])} ${text}`),
    )
    return answer
  }
  const visit: TestRelay['visit'] = (method, path, { as = 'ada', headers, body, origin } = {}) => {
    const from = origin === undefined ? { Origin: SITE } : origin === null ? {} : { Origin: origin }
    const all = { ...from, ...(as !== '' && { 'X-Visitor': as }), ...headers }
    const init = { method, headers: all, ...(body !== undefined && { body, duplex: 'half' }) }
    return handle(new Request(`${SITE}/relay${path}`, init))
  }
  /** A random id, or a number of milliseconds, may happen to be what a test looks for. */
  const RANDOM =
    /\b[\da-z]{4}-[\da-z]{4}-[\da-z]{4}\b|(?<="(?:bytes|ms|visitorMs|upstreamMs)\w*":)\d+/g
  const answeredSoFar = async (): Promise<string> =>
    (await Promise.all(said)).join('\n').replaceAll(RANDOM, '0')
  return {
    visit,
    once: (method, path) =>
      relay(
        new Request(`${SITE}/relay${path}`, {
          method,
          headers: { Origin: SITE, 'X-Visitor': 'ada' },
        }),
      ),
    handle,
    log,
    answeredSoFar,
    post(path, { field = 'file', ...more } = {}) {
      const form = new FormData()
      form.set(field, new Blob(['sealed bytes']), 'b1946ac9-2d5f-4d3a-9c1e-0123456789ab.age')
      return visit('POST', path, { body: form, ...more })
    },
    saidSoFar: async () =>
      `${await answeredSoFar()}\n${JSON.stringify(log).replaceAll(RANDOM, '0')}`,
  }
}

/** A request as an upstream saw it. */
export interface Seen {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Upstream {
  /** Origin. */
  readonly url: string
  readonly seen: readonly Seen[]
  close(): Promise<void>
}

/** A server that behaves as a test needs. Without a handler the body is read, and `{"id": "f-1"}` answered with 201. */
export const startUpstream = async (
  handler?: (request: IncomingMessage, response: ServerResponse, body: string) => void,
): Promise<Upstream> => {
  const seen: Seen[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer)
    } catch {
      return
    }
    const body = Buffer.concat(chunks).toString('latin1')
    const { method = '', url: path = '', headers } = request
    seen.push({ method, path, headers, body })
    if (handler) return handler(request, response, body)
    response.writeHead(201, { 'Content-Type': 'application/json' }).end('{"id":"f-1"}')
  })
  return { url: await listening(server), seen, close: () => closed(server) }
}

/** A promise, and what resolves it. */
export const awaited = <Value = void>(): {
  readonly promise: Promise<Value>
  readonly resolve: (value: Value) => void
} => {
  let resolve: (value: Value) => void = () => {}
  const promise = new Promise<Value>(settle => {
    resolve = settle
  })
  return { promise, resolve }
}

type Server = ReturnType<typeof createServer>

/** Origin, once it listens on this machine. */
export const listening = async (server: Server): Promise<string> => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

export const closed = (server: Server): Promise<void> =>
  new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

/** The JSON of an answer. An error's names the request as the header does, and by another id each time: that is left out. */
export const jsonOf = async (answer: Response): Promise<Record<string, unknown>> => {
  const { requestId, ...rest } = (await answer.json()) as Record<string, unknown>
  const header = answer.headers.get('x-request-id')
  if ('code' in rest && 'message' in rest && header !== null && requestId !== header)
    throw new Error(`The error names request ${requestId}, and its header ${header}.`)
  return rest
}

/** What the ticket of an answer names; undefined where it has none. */
export const referenceOf = async (answer: Response): Promise<string | undefined> =>
  (await verifyTicket(answer.headers.get('sealdrop-ticket'), TICKET_KEY, ANY))?.reference

/** Options for five providers, all of them at one origin. */
export const upstreamsAt = (origin: string): RelayOptions['providers'] => ({
  didww: { endpoint: `${origin}/v3`, apiKey: 'didww-secret-key' },
  privasfer: { endpoint: `${origin}/api`, token: 'privasfer-secret' },
  dokstamp: {
    endpoint: origin,
    clientId: 'stamp-client',
    clientSecret: 'stamp-secret',
    tenant: 'demo.example',
  },
  cryptshare: {
    endpoint: `${origin}/api`,
    user: 'a@b.example',
    clientId: 'c'.repeat(50),
    recipients: { to: ['d@e.example'] },
  },
  http: { endpoint: `${origin}/files` },
})

/** What the relay needs for a bucket there. */
export const bucketAt = (endpoint: string): NonNullable<RelayOptions['providers']['s3']> => ({
  endpoint: endpoint,
  bucket: 'papers',
  region: 'eu-central-1',
  accessKeyId: 'AKIAEXAMPLE',
  secretAccessKey: 's3-secret-access-key',
})
