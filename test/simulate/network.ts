import type { RecordedRequest, Reply } from '../../src/sandbox/server.ts'
import { clock } from './clock.ts'
import { type Fault, isRepeating } from './faults.ts'
import { page } from './page.ts'
import { serverAt } from './server.ts'
import { bound, outside, type View, viewNow } from './view.ts'

/** One request as it goes onto the line. */
export interface LineRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | undefined
}

export interface LineReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  readonly url: string
}

/** Whoever made the request hears of it so. */
export interface Caller {
  /** Bytes of the body that have left. */
  sent(bytes: number): void
  /** The whole body has left. */
  sentAll(): void
  answered(reply: LineReply): void
  failed(): void
}

/** What a story says of the network. */
export interface Weather {
  /** For the next request. */
  nextFault(): Fault
  /** Milliseconds until the next thing happens. */
  nextDelay(): number
  /** A body that had left when the page gave the request up still arrives. */
  readonly arrivesWhenGivenUp: boolean
  /** Told of each request whose body had left when the page gave it up, while its browser had told of a part only. */
  givenUpUntold(request: LineRequest): void
  /** Told of everything that leaves. */
  leaves(request: LineRequest, fault: Fault): void
}

let weather: Weather | undefined
const under = new Set<{
  readonly what: string
  readonly request: LineRequest
  readonly view: View | undefined
  fail(): void
  giveUp(): void
}>()

export const network = {
  begin(next: Weather): void {
    weather = next
    under.clear()
  },
  /** Requests that have no end yet. */
  get open(): readonly string[] {
    return [...under].map(({ what }) => what)
  },
  /** What other views that are still there send now. */
  elsewhere(view: View | undefined): readonly LineRequest[] {
    return [...under].flatMap(line => (line.view === view ? [] : line.request))
  },
  /** Nobody waits for its requests any more; what is on its way may arrive. */
  forget(view: View): void {
    for (const line of [...under]) if (line.view === view) line.giveUp()
  },
  /** Every connection breaks. */
  breakAll(): void {
    for (const { fail } of [...under]) fail()
  },
}

const html = (status: number): Reply => ({
  status,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: `<!doctype html><title>${status}</title><h1>${status}</h1>`,
})

/** What the server would never see. */
const INSTEAD: Partial<Record<Fault, Reply>> = {
  '503 before storing': html(503),
  '500 before storing': html(500),
  '429 with Retry-After: 3': { status: 429, headers: { 'Retry-After': '3' }, body: 'Retry later' },
  '401 once': { status: 401, headers: { 'Content-Type': 'text/plain' }, body: 'Log in' },
}

/** What is made of the server's own answer. */
const garbled = (reply: LineReply, fault: Fault): LineReply => {
  const { text, url } = reply
  switch (fault) {
    case 'HTML for an answer':
      return lineReply(html(200), url)
    case 'an empty answer':
      return { ...reply, text: '' }
    case 'half an answer':
      return { ...reply, text: text.slice(0, Math.floor(text.length / 2)) }
    case '502 after storing':
      return lineReply(html(502), url)
    case '504 after storing':
      return lineReply(html(504), url)
    default:
      return reply
  }
}

const recorded = (request: LineRequest, body: Uint8Array | undefined): RecordedRequest => {
  const { origin, pathname, search } = new URL(request.url)
  const whole = request.body?.length ?? 0
  return {
    at: new Date(clock.now()).toISOString(),
    kind: serverAt(origin)?.kind(request.method, pathname) ?? '',
    method: request.method,
    path: pathname + search,
    headers: {
      ...request.headers,
      host: new URL(request.url).host,
      ...(whole > 0 && { 'content-length': String(whole) }),
    },
    body: Buffer.from(body ?? []),
    complete: (body?.length ?? 0) === whole,
    connection: 'fresh',
  }
}

/** As a browser does with them; no server here redirects more than once. */
const REDIRECTS = [301, 302, 303]

/** What the server does, whatever becomes of the page. */
const serve = (request: LineRequest): Promise<LineReply> => outside(() => serveNow(request))

const serveNow = async (request: LineRequest): Promise<LineReply> => {
  const { origin } = new URL(request.url)
  const server = serverAt(origin)
  if (!server) throw new Error(`No server at ${origin}`)
  const reply = await server.answer(recorded(request, request.body))
  const to = reply.headers?.Location
  if (REDIRECTS.includes(reply.status) && to)
    return serve({
      method: 'GET',
      url: new URL(to, request.url).href,
      headers: {},
      body: undefined,
    })
  return lineReply(reply, request.url)
}

const lineReply = ({ status, headers = {}, body = '' }: Reply, url: string): LineReply => ({
  status,
  headers: Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  ),
  text: body.toString(),
  url,
})

/** The whole body of this request had left, and the page gave it up before its browser told of more than a part. */
export const givenUpUntold = (request: LineRequest): void => weather?.givenUpUntold(request)

/** Sends one request. What is returned gives it up. */
export const carry = (request: LineRequest, caller: Caller): (() => void) => {
  const here = weather
  if (!here) throw new Error('There is no network outside of a story.')
  const { method, url, body } = request
  const view = viewNow()
  if (view?.isAlive === false) return () => {}
  const failed = bound(caller.failed)
  const fault = here.nextFault()
  const what = `${method} ${new URL(url).pathname}`
  const size = body?.length ?? 0
  here.leaves(request, fault)
  let isOver = false
  /** The whole request is on its way, and nobody knows yet what becomes of it. */
  let isOnItsWay = false
  let callOff = (): void => {}

  const end = (tell: () => void): void => {
    if (isOver) return
    isOver = true
    callOff()
    under.delete(line)
    tell()
  }
  const breaks = (tell: () => void): void => {
    if (!isOver && isOnItsWay && here.arrivesWhenGivenUp) void serve(request)
    end(tell)
  }
  const line = {
    what,
    request,
    view,
    fail: (): void => breaks(failed),
    giveUp: (): void => breaks(() => {}),
  }
  under.add(line)
  const after = (ms: number, words: string, run: () => void): void => {
    callOff = clock.plan(ms, `${what}: ${words}`, run)
  }
  const soon = (words: string, run: () => void): void => after(here.nextDelay(), words, run)
  const answerWith = (reply: LineReply): void => {
    if (isOver) return
    const ms = fault === 'answered after 75 s' ? 75_000 : here.nextDelay()
    after(ms, 'answered', () => end(() => caller.answered(garbled(reply, fault))))
  }

  const reach = async (): Promise<void> => {
    isOnItsWay = false
    const instead = INSTEAD[fault]
    if (instead) return answerWith(lineReply(instead, url))
    if (fault === 'cut after the body, which is lost') return soon('cut', line.fail)
    if (fault === 'never answered, lost') return
    const reply = await serve(request)
    if (isOver || fault === 'never answered, stored') return
    if (fault === 'cut after the body, which is stored') return soon('cut', line.fail)
    if (!isRepeating(fault)) return answerWith(reply)
    const again = await serve(request)
    if (fault === 'sent again by the browser, then cut') return soon('cut', line.fail)
    answerWith(fault === 'repeated by a proxy' ? reply : again)
  }
  const leave = (): void => {
    isOnItsWay = INSTEAD[fault] === undefined && !fault.endsWith('lost')
    caller.sentAll()
    if (!isOver) soon('at the server', () => void reach())
  }
  const leaveHalf = (): void => {
    const half = Math.floor(size / 2)
    caller.sent(half)
    if (isOver || fault === 'stalled inside the body') return
    soon('cut', () => {
      void serverAt(new URL(url).origin)?.cut(recorded(request, body?.subarray(0, half)))
      line.fail()
    })
  }
  const leaveSlowly = (at: number): void => {
    caller.sent(Math.floor((size * at) / PIECES))
    if (isOver) return
    if (at === PIECES) leave()
    else after(5_000, 'a piece of the body leaves', () => leaveSlowly(at + 1))
  }
  soon('connects', () => {
    if (!page.navigator.onLine || fault === 'refused') return line.fail()
    const isInside = fault.endsWith('inside the body')
    if (size === 0) return isInside ? line.fail() : leave()
    if (isInside) return leaveHalf()
    if (fault === 'slow') return leaveSlowly(1)
    soon('the body leaves', leave)
  })
  return line.giveUp
}

/** Of a slow body. */
const PIECES = 8
