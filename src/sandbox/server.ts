import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { readBody } from './body.ts'
import { CONTROL_PATH, Control, type ControlActions } from './control.ts'
import {
  type Connection,
  type FaultDetails,
  type FaultSwitches,
  type FaultTarget,
  Switchboard,
} from './faults.ts'
import {
  type CorsHeaders,
  corsHeaders,
  failure,
  garbled,
  json,
  type Reply,
  wireOf,
} from './replies.ts'

export { json, type Reply } from './replies.ts'

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
  /** Whether its connection had carried another request before. */
  readonly connection: Connection
}

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
  readonly cors: CorsHeaders
  /** Forgets what it stored. */
  reset(): void
}

export interface SandboxServer<Switches extends FaultSwitches> {
  /** Origin. */
  readonly url: string
  readonly switches: Switches
  requests(): readonly RecordedRequest[]
  flip(switches: Partial<Switches>): void
  closeIdleConnections(): void
  /** Forgets requests and uploads, and sets every switch back. */
  reset(): void
  /** Tells whoever listens at `/_sandbox/events`; the fact is only made if somebody does. */
  announce(event: string, fact: () => unknown): void
  close(): Promise<void>
}

/**
 * Ends a stalled request: the page sees a broken connection. Without a byte of an answer a browser would send the request again by itself,
 * even one that a page has just aborted, and it would come after the reset.
 */
const TORN = 'HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 10\r\n\r\n'

/** What becomes of a stalled request. */
type Verdict = 'go on' | 'hang up'
type Stall = FaultDetails['stall'] & { readonly released: Promise<Verdict> }

const MAX_REQUEST_BYTES = 64 * 1024 * 1024

/** Starts one provider's local server on 127.0.0.1, with all the ways in which a network can go wrong. */
export const startServer = async <Switches extends FaultSwitches>(
  provider: SandboxProvider<Switches>,
  port = 0,
): Promise<SandboxServer<Switches>> => {
  const closing = new AbortController()
  const { signal } = closing
  let requests: RecordedRequest[] = []
  /** Connections that carried a request. */
  const used = new WeakSet<Socket>()
  let stalled: ((verdict: Verdict) => void)[] = []

  const release = (verdict: Verdict): void => {
    for (const go of stalled) go(verdict)
    stalled = []
  }
  const released = (): Promise<Verdict> =>
    new Promise(resolve => {
      stalled.push(resolve)
    })
  const board = new Switchboard(provider.defaults, () => {
    control.announce('switches', board.now)
  })
  const flip = (switches: Partial<Switches>): void => {
    board.flip(switches)
    if (board.wantsFresh) server.closeIdleConnections()
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
      'POST close-idle-connections': () => server.closeIdleConnections(),
      'GET requests': () => requests.map(({ body, ...seen }) => ({ ...seen, bytes: body.length })),
      ...provider.controls,
    },
    signal,
  )

  const record = async (
    request: IncomingMessage,
    { kind, connection }: FaultTarget,
    faults: { dropBody?: FaultDetails['dropBody']; stall?: Stall; bps?: number },
  ): Promise<{ seen: RecordedRequest; end: string }> => {
    const { method = '', url: path = '', headers } = request
    const seen = { at: new Date().toISOString(), kind, method, path, headers, connection }
    const index = requests.push({ ...seen, body: Buffer.alloc(0), complete: false }) - 1
    const list = requests
    const half = Math.floor(Number(headers['content-length'] ?? 0) / 2)
    const { dropBody, stall, bps } = faults
    const { bytes: body, end } = await readBody(request, {
      maxBytes: MAX_REQUEST_BYTES,
      cutAfter: dropBody && (dropBody.afterBytes ?? half),
      pause:
        stall && stall.at !== 'answer'
          ? { afterBytes: stall.afterBytes ?? half, wait: () => stall.released }
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
    const connection = used.has(request.socket) ? 'used' : 'fresh'
    used.add(request.socket)
    const isElsewhere = pathname === `${CONTROL_PATH}elsewhere`
    if (pathname.startsWith(CONTROL_PATH) && !isElsewhere)
      return control.answer(request, response, pathname.slice(CONTROL_PATH.length))

    const cors = corsHeaders(
      provider.cors,
      isElsewhere ? 'permissive' : provider.cors.isClosed?.(pathname) ? 'off' : board.now.cors,
    )
    const isPreflight =
      method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined
    const kind = isElsewhere
      ? 'elsewhere'
      : isPreflight
        ? 'preflight'
        : provider.kind(method, pathname)
    const target = { kind, connection } as const
    const send = ({ status, headers, body }: Reply): void => {
      control.announce('answer', { kind, method, path: url, status })
      if (board.wantsFresh) response.shouldKeepAlive = false
      response.writeHead(status, { ...cors, ...headers }).end(body)
    }
    const hangUp = (after: string | Buffer = ''): void => {
      control.announce('answer', { kind, method, path: url, status: null })
      if (after.length === 0) request.socket.destroy()
      else request.socket.write(after, () => request.socket.destroy())
    }
    if (isPreflight) {
      await record(request, target, {})
      return send({ status: 'Access-Control-Allow-Methods' in cors ? 204 : 404 })
    }
    if (isElsewhere) {
      await record(request, target, {})
      return send(json(200, {}))
    }

    const dropBody = board.take('dropBody', target)
    const taken = board.take('stall', target)
    // From now on, and not only when it has got so far: it may be let go before.
    const stall = taken && { ...taken, released: released() }
    const slow = board.take('slow', target)
    const { seen, end } = await record(request, target, {
      ...(dropBody && { dropBody }),
      ...(stall && { stall }),
      ...(slow && { bps: slow.bytesPerSecond ?? 1_048_576 }),
    })
    if (end === 'too-large') {
      // The rest of it is still coming.
      response.shouldKeepAlive = false
      return send({ status: 413 })
    }
    if (end !== 'whole') {
      await provider.cut?.(seen)
      return hangUp(stall ? TORN : '')
    }

    const status = board.take('status', target)
    if (status) return send(failure(status))
    const elsewhere = `http://localhost:${address.port}${CONTROL_PATH}elsewhere`
    const redirect = board.take('redirect', target)
    if (redirect) {
      const { to = elsewhere, code = 307 } = redirect
      return send({ status: code, headers: { Location: to } })
    }
    const answered = await provider.answer(seen)
    const location = board.take('location', target)
    const reply = location
      ? { ...answered, headers: { ...answered.headers, Location: location.to ?? elsewhere } }
      : answered
    const isHungUp = stall?.at === 'answer' && (await stall.released) === 'hang up'
    if (isHungUp) return hangUp(TORN)
    const dropAnswer = board.take('dropAnswer', target)
    if (dropAnswer) return hangUp(wireOf(reply, cors).subarray(0, dropAnswer.afterBytes ?? 0))
    const garble = board.take('garble', target)
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
    closeIdleConnections: () => server.closeIdleConnections(),
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
