import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { readBody } from './body.ts'
import { CONTROL_PATH, Control, type ControlActions } from './control.ts'
import { type FaultDetails, type FaultSwitches, Switchboard } from './faults.ts'

/** A request as the wire showed it. A search through these finds whatever left the page. */
export interface RecordedRequest {
  readonly at: string
  /** What the provider calls it (`upload`), `preflight`, or `elsewhere` where a redirect led. */
  readonly kind: string
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  /** The whole body came. */
  readonly complete: boolean
}

export interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

export const json = (status: number, value: unknown, type = 'application/json'): Reply => ({
  status,
  headers: { 'Content-Type': type },
  body: JSON.stringify(value),
})

/** What differs from provider to provider. */
export interface SandboxProvider<Switches extends FaultSwitches> {
  readonly defaults: Switches
  /** Names a request, so that faults can be aimed at it: `upload` is what carries files. */
  kind(method: string, path: string): string
  answer(request: RecordedRequest): Promise<Reply>
  /** Gets what had arrived of a request when the connection was cut. Nobody hears its answer. */
  cut?(request: RecordedRequest): Promise<void>
  /** Further actions under `/_sandbox/`. */
  readonly controls: ControlActions
  readonly cors: {
    readonly methods: string
    readonly allowHeaders: string
    readonly exposeHeaders: string
    /** What real answers were seen to carry. */
    readonly recorded: Readonly<Record<string, string>>
    /** Paths that carry no CORS headers now, whatever the switch says. */
    isClosed?(path: string): boolean
  }
  /** Forgets what it stored. */
  reset(): void
}

export interface SandboxServer<Switches extends FaultSwitches> {
  /** Origin. */
  readonly url: string
  readonly switches: Switches
  requests(): readonly RecordedRequest[]
  flip(switches: Partial<Switches>): void
  /** Forgets requests and uploads, and sets every switch back. */
  reset(): void
  /** Tells whoever listens at `/_sandbox/events`; the fact is only made if somebody does. */
  announce(event: string, fact: () => unknown): void
  close(): Promise<void>
}

const MAX_REQUEST_BYTES = 64 * 1024 * 1024

/** Starts one provider's local server on 127.0.0.1, with all the ways in which a network can go wrong. */
export const startServer = async <Switches extends FaultSwitches>(
  provider: SandboxProvider<Switches>,
  port = 0,
): Promise<SandboxServer<Switches>> => {
  const closing = new AbortController()
  const { signal } = closing
  let requests: RecordedRequest[] = []
  let stalled: ((verdict: 'go on' | 'hang up') => void)[] = []

  const release = (verdict: 'go on' | 'hang up'): void => {
    for (const go of stalled) go(verdict)
    stalled = []
  }
  const released = (): Promise<'go on' | 'hang up'> =>
    new Promise(resolve => {
      stalled.push(resolve)
    })
  const board = new Switchboard(provider.defaults, () => {
    control.announce('switches', board.now)
  })
  const flip = (switches: Partial<Switches>): void => {
    board.flip(switches)
    if (switches.stall === false) release('go on')
  }
  const reset = (): void => {
    requests = []
    provider.reset()
    board.reset()
    release('hang up')
    control.announce('reset', {})
  }
  const control: Control = new Control(
    {
      'GET switches': () => board.now,
      'POST switches': asked => {
        if (typeof asked !== 'object' || asked === null) throw new TypeError('No switches.')
        flip(asked)
        return board.now
      },
      'POST reset': reset,
      'GET requests': () => requests.map(({ body, ...seen }) => ({ ...seen, bytes: body.length })),
      ...provider.controls,
    },
    signal,
  )

  const record = async (
    request: IncomingMessage,
    kind: string,
    faults: { dropBody?: FaultDetails['dropBody']; stall?: FaultDetails['stall']; bps?: number },
  ): Promise<{ seen: RecordedRequest; end: string }> => {
    const { method = '', url: path = '', headers } = request
    const seen = { at: new Date().toISOString(), kind, method, path, headers }
    const index = requests.push({ ...seen, body: Buffer.alloc(0), complete: false }) - 1
    const list = requests
    const half = Math.floor(Number(headers['content-length'] ?? 0) / 2)
    const { dropBody, stall, bps } = faults
    const { bytes: body, end } = await readBody(request, {
      maxBytes: MAX_REQUEST_BYTES,
      cutAfter: dropBody && (dropBody.afterBytes ?? half),
      pause:
        stall && stall.at !== 'answer'
          ? { afterBytes: stall.afterBytes ?? half, wait: released }
          : undefined,
      bytesPerSecond: bps,
      signal,
    })
    const whole = { ...seen, body, complete: end === 'whole' }
    list[index] = whole
    control.announce('request', { kind, method, path, complete: whole.complete })
    return { seen: whole, end }
  }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url = '' } = request
    const { pathname } = new URL(url, 'http://sandbox')
    // Chromium silently repeats a request that dies on a reused connection: a dropped one would go unnoticed.
    response.shouldKeepAlive = false
    const isElsewhere = pathname === `${CONTROL_PATH}elsewhere`
    if (pathname.startsWith(CONTROL_PATH) && !isElsewhere)
      return control.answer(request, response, pathname.slice(CONTROL_PATH.length))

    const cors = corsHeaders(
      provider,
      isElsewhere ? 'permissive' : provider.cors.isClosed?.(pathname) ? 'off' : board.now.cors,
    )
    const isPreflight =
      method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined
    const kind = isElsewhere
      ? 'elsewhere'
      : isPreflight
        ? 'preflight'
        : provider.kind(method, pathname)
    const send = ({ status, headers, body }: Reply): void => {
      control.announce('answer', { kind, method, path: url, status })
      response.writeHead(status, { ...cors, ...headers }).end(body)
    }
    const hangUp = (): void => {
      control.announce('answer', { kind, method, path: url, status: null })
      request.socket.destroy()
    }
    if (isPreflight) {
      await record(request, kind, {})
      return send({ status: 'Access-Control-Allow-Methods' in cors ? 204 : 404 })
    }
    if (isElsewhere) {
      await record(request, kind, {})
      return send(json(200, {}))
    }

    const dropBody = board.take('dropBody', kind)
    const stall = board.take('stall', kind)
    const slow = board.take('slow', kind)
    const { seen, end } = await record(request, kind, {
      ...(dropBody && { dropBody }),
      ...(stall && { stall }),
      ...(slow && { bps: slow.bytesPerSecond ?? 1_048_576 }),
    })
    if (end === 'too-large') return send({ status: 413 })
    if (end !== 'whole') {
      await provider.cut?.(seen)
      return hangUp()
    }

    const status = board.take('status', kind)
    if (status) return send(failure(status))
    const elsewhere = `http://localhost:${address.port}${CONTROL_PATH}elsewhere`
    const redirect = board.take('redirect', kind)
    if (redirect) {
      const { to = elsewhere, code = 307 } = redirect
      return send({ status: code, headers: { Location: to } })
    }
    const answered = await provider.answer(seen)
    const location = board.take('location', kind)
    const reply = location
      ? { ...answered, headers: { ...answered.headers, Location: location.to ?? elsewhere } }
      : answered
    const isHungUp = stall?.at === 'answer' && (await released()) === 'hang up'
    if (isHungUp || board.take('dropAnswer', kind)) return hangUp()
    const garble = board.take('garble', kind)
    send(garble ? garbled(reply, garble.as ?? 'html') : reply)
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => {
      if (response.headersSent) response.destroy()
      else response.writeHead(500).end()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${address.port}`,
    get switches() {
      return board.now
    },
    requests: () => [...requests],
    flip,
    reset,
    announce: (event, fact) => {
      if (control.isWatched) control.announce(event, fact())
    },
    close: () =>
      new Promise(resolve => {
        closing.abort()
        release('hang up')
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const corsHeaders = <Switches extends FaultSwitches>(
  { cors }: SandboxProvider<Switches>,
  mode: FaultSwitches['cors'],
): Readonly<Record<string, string>> =>
  mode === 'off'
    ? {}
    : mode === 'recorded'
      ? cors.recorded
      : {
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Allow-Methods': cors.methods,
          'Access-Control-Allow-Headers': cors.allowHeaders,
          'Access-Control-Expose-Headers': cors.exposeHeaders,
          // A browser that remembers what was allowed does not notice when it is no longer.
          'Access-Control-Max-Age': '0',
        }

const page = (words: string): Reply => ({
  status: 200,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: `<!doctype html><title>${words}</title><h1>${words}</h1>`,
})

/** As the machines in front of an API speak: a page for 5xx, one line for the rest. */
const failure = ({
  code = 500,
  retryAfter,
  body = code >= 500 ? 'html' : 'text',
}: FaultDetails['status']): Reply => {
  const base =
    body === 'html'
      ? page(`${code} Error`)
      : body === 'json'
        ? json(code, { errors: [{ title: `Error ${code}`, code: String(code) }] })
        : body === 'gateway'
          ? json(code, { errors: { base: [`Error ${code}`] } })
          : {
              headers: { 'Content-Type': 'text/plain' },
              body: body === 'text' ? 'Retry later\n' : '',
            }
  return {
    ...base,
    status: code,
    headers: {
      ...base.headers,
      ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
    },
  }
}

const garbled = (reply: Reply, as: NonNullable<FaultDetails['garble']['as']>): Reply =>
  as === 'html'
    ? { ...page('Welcome'), status: reply.status }
    : as === 'wrong-type'
      ? { ...reply, headers: { ...reply.headers, 'Content-Type': 'text/plain' } }
      : {
          ...reply,
          body: as === 'empty' ? '' : (reply.body ?? '').slice(0, (reply.body?.length ?? 0) / 2),
        }
